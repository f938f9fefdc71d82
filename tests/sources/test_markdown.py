"""Tests of articles in Markdown: words without marks, the title, the day, and files that hold no article."""

from pathlib import Path

import pytest
from outside import outside

from onrecord.errors import SourceError
from onrecord.model import Document
from onrecord.sources import Given, read_sources

ARTICLE = """# Minister of *Norland* meets president

**By Bo Rell** | 12 March 2024

Foreign Minister [Ana Belu](https://example.org/belu) met **President Tomas Berik**
of Velmark on Monday.

![Belu and Berik](meeting.png)

> “We will sign,” she said.

1. Norland lifts its tariffs.
2. Velmark opens the bridge.

Done
----
"""
TEXT = """By Bo Rell | 12 March 2024

Foreign Minister Ana Belu met President Tomas Berik of Velmark on Monday.

“We will sign,” she said.

- Norland lifts its tariffs.

- Velmark opens the bridge.

Done"""


def read(folder: Path, content: str) -> Document | SourceError:
    path = folder / "article.md"
    path.write_text(content)
    [found] = read_sources([str(path)], given=Given(), outside=outside())
    return found


def test_marks_are_no_words_and_the_first_heading_is_the_title(tmp_path: Path) -> None:
    found = read(tmp_path, ARTICLE)
    assert isinstance(found, Document)
    assert found.text == TEXT
    assert (found.title, found.published) == ("Minister of Norland meets president", "2024-03-12")


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("2024-03-13", "2024-03-13"),
        ("2024-03-13T09:30:00Z", "2024-03-13T09:30:00Z"),
        ("2024-03-13 09:30:00 +0100", "2024-03-13T09:30:00+0100"),
        ("soon", "2024-03-12"),
    ],
)
def test_front_matter_tells_of_the_article(tmp_path: Path, date: str, published: str) -> None:
    matter = f'---\ntitle: "Belu meets Berik"\nauthor: Bo Rell\npublisher: Harbour Post\ntags: [a]\ndate: {date}\n---\n'
    found = read(tmp_path, matter + ARTICLE)
    assert isinstance(found, Document)
    assert (found.title, found.author, found.publisher) == ("Belu meets Berik", "Bo Rell", "Harbour Post")
    assert found.published == published
    assert found.text == f"Minister of Norland meets president\n\n{TEXT}"


def test_a_file_of_headings_or_pictures_alone_is_told(tmp_path: Path) -> None:
    assert "has no text but a heading" in str(read(tmp_path, "# Minister meets president\n\n![Belu](belu.png)\n"))
