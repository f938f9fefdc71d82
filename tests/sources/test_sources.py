"""Tests of the front door of the sources: inputs give documents, and each bad one a line that says what to do."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from outside import outside

from onrecord.errors import SourceError
from onrecord.model import Document
from onrecord.sources import Given, count_articles, expand, read_sources
from onrecord.sources.content import MAX_CHARACTERS
from onrecord.sources.inputs import Page

TEXT = "Foreign Minister Ana Belu said on Tuesday that Velmark would not sign the pact.\r\n\n“No,” she said."
FRENCH = "Le ministre a dit mardi que le gouvernement ne signera pas l'accord avec ses voisins. " * 6
PAGE = f"<html><head><title>Pact</title></head><body><article><p>{TEXT * 3}</p></article></body></html>"


def found(
    *inputs: str, stream: bytes = b"", given: Given | None = None, pages: Mapping[str, Page] | None = None
) -> list[Document | SourceError]:
    return list(read_sources(inputs, given=given or Given(), outside=outside(stream, pages)))


def lines(*rows: object) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def test_a_text_file_keeps_every_character(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    [document] = found(str(path), given=Given("2024-11-06", "The Harbour Post"))
    assert isinstance(document, Document)
    assert (document.text, document.published, document.publisher) == (TEXT, "2024-11-06", "The Harbour Post")


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_text(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode(mark))
    [document] = found(str(path))
    assert isinstance(document, Document)
    assert document.text == TEXT


def test_odd_characters_are_read_as_they_stand(tmp_path: Path) -> None:
    text = TEXT + ' \u200fשלום\u200e 🙂 “ " ‘ \x00'
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    [document] = found(str(path))
    assert isinstance(document, Document)
    assert document.text == text


BAD = {
    "empty.txt": (b"  \n", "is empty"),
    "empty.jsonl": (b"\n", "is empty"),
    "binary.txt": (bytes(range(256)) * 8, "is binary"),
    "latin.txt": ("Le ministre a été reçu".encode("latin-1") * 20, "is not UTF-8"),
    "paper.pdf": (b"%PDF-1.7 ...", "is a PDF"),
    "paper.docx": (b"PK\x03\x04...", "cannot be opened"),
    "menu.html": (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "holds no article"),
    "long.txt": (b"word " * (MAX_CHARACTERS // 5 + 1), "characters long"),
    "five_megabytes.txt": (TEXT.encode() * 50_000, "characters long"),
}


@pytest.mark.parametrize("name", BAD)
def test_each_bad_file_gives_one_line_that_names_it(tmp_path: Path, name: str) -> None:
    content, message = BAD[name]
    bad, good = tmp_path / name, tmp_path / "good.txt"
    bad.write_bytes(content)
    good.write_text(TEXT)
    [error, document] = found(str(bad), str(good))
    assert isinstance(error, SourceError)
    assert isinstance(document, Document)
    assert str(error).startswith(str(bad))
    assert message in str(error)
    assert ": " in str(error).removeprefix(str(bad)), "says what to do"
    assert "\n" not in str(error)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    [error] = found(str(tmp_path / "none.txt"))
    assert "none.txt is no file" in str(error)


def test_a_broken_line_is_named_and_the_others_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [
        lines({"text": TEXT, "id": "one", "published": "2024-11-06", "extra": 1}),
        b"\n{broken\n",
        lines(
            {"title": "no text"}, {"text": " "}, {"text": TEXT, "published": "last week"}, {"text": TEXT, "url": 3}, [1]
        ),
        lines({"text": "\ud800 " + TEXT}),
        b'{"text": "\xff"}\n',
        lines({"document": {"id": "two", "text": TEXT}}),
    ]
    path.write_bytes(b"".join(rows))
    out = found(str(path), given=Given("2020-01-01", "Given"))
    read = [document for document in out if isinstance(document, Document)]
    assert [(d.id, d.published, d.publisher) for d in read] == [
        ("one", "2024-11-06", "Given"),
        ("two", "2020-01-01", "Given"),
    ]
    messages = [str(error) for error in out if isinstance(error, SourceError)]
    assert [message.split(" line ")[1].split(" ")[0].strip(":") for message in messages] == [
        str(n) for n in range(3, 11)
    ]
    assert count_articles([str(path)]) == len(out)


def test_every_document_is_marked_with_its_language(tmp_path: Path) -> None:
    (tmp_path / "french.txt").write_text(FRENCH)
    declared = lines({"text": TEXT, "language": "en-GB"}, {"text": TEXT, "language": "fr"}, {"text": TEXT * 3})
    documents = [*found("-", stream=declared), *found(str(tmp_path / "french.txt"))]
    assert [document.language for document in documents if isinstance(document, Document)] == [
        "en-GB",
        "fr",
        "en",
        "fr",
    ]


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden", "style.css", "sub/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{name} {TEXT}")
    files = expand([str(tmp_path)])
    assert [str(Path(file).relative_to(tmp_path)) for file in files] == ["a.txt", "b.txt", "sub/c.txt"]
    assert len(found(*files)) == count_articles(files) == 3


def test_standard_input_is_text_html_or_lines() -> None:
    [text] = found("-", stream=TEXT.encode())
    [page] = found("-", stream=PAGE.encode())
    rows = found("-", stream=lines({"text": TEXT}, {"text": TEXT + " Again."}))
    assert isinstance(text, Document)
    assert text.text == TEXT
    assert isinstance(page, Document)
    assert page.title == "Pact"
    assert len(rows) == 2


def test_an_address_is_fetched_as_html_or_text() -> None:
    pages = {
        "https://example.org/a": Page("https://example.org/b", PAGE.encode(), ".html"),
        "https://example.org/t": Page("https://example.org/t", TEXT.encode(), ".txt"),
    }
    [page, text] = found(*pages, pages=pages)
    assert isinstance(page, Document)
    assert isinstance(text, Document)
    assert (page.url, text.url) == ("https://example.org/b", "https://example.org/t")
    [error] = found("https://example.org/a")
    assert "https://example.org/a" in str(error)
