"""The titles lexicon loads whole, and the reader finds in each example the title that stands in brackets."""

import pytest

from onrecord.claims.offices import find_offices
from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.lexicon.titles import Prefix, TitleWord, Turn, load_titles
from onrecord.model import Document, Office

TITLES = load_titles()
TABLES = (TITLES.prefixes, TITLES.suffixes, TITLES.verbs, TITLES.roles)
ENTRIES: list[TitleWord | Prefix | Turn] = [*TITLES.words, *(entry for table in TABLES for entry in table.values())]


def bracketed(example: str) -> str:
    """The words in brackets."""
    return example[example.index("[") + 1 : example.index("]")]


def offices(text: str) -> list[Office]:
    """The offices that the reader finds in a text."""
    tree = Tree(analyse(Document(id="example", text=text)))
    found = (draft.what for draft in find_offices(tree, find_cast(tree)))
    return [office for office in found if isinstance(office, Office)]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.example)
def test_example_is_read(entry: TitleWord | Prefix | Turn) -> None:
    text = entry.example.replace("[", "").replace("]", "")
    found = [office for office in offices(text) if office.title == bracketed(entry.example)]
    assert found
    if not isinstance(entry, TitleWord) and entry.tenure is not None:
        past = entry.past if isinstance(entry, Turn) else None
        assert found[0].tenure in (entry.tenure, past)
    if isinstance(entry, Turn) and entry.change is not None:
        assert found[0].change == entry.change


def test_titles_stand_in_their_examples() -> None:
    for entry in TITLES.words:
        assert " ".join(entry.words) in bracketed(entry.example).lower().replace("-", " "), entry


def test_longer_titles_come_first() -> None:
    assert [entry.words for entry in TITLES.by_first["secretary"]][-1] == ("secretary",)


def test_no_title_is_entered_twice() -> None:
    words = [entry.words for entry in TITLES.words]
    assert len(words) == len(set(words))
