"""Where: which place a claim gets."""

import pytest

from onrecord.claims.tree import Tree
from onrecord.claims.where import find_place
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.model import Document

FOUND = [
    ("Anton Orten *met* the foreign minister in Istanbul on Monday.", "Istanbul"),
    ("Anton Orten *travelled* to Istanbul on Monday.", "Istanbul"),
    ("Anton Orten held *talks* with the foreign minister in Istanbul.", "Istanbul"),
    ("Anton Orten met the foreign minister in Istanbul and *praised* him.", "Istanbul"),
    ("Anton Orten *met* the foreign minister at a conference in Istanbul.", "Istanbul"),
    ("Anton Orten *visited* Norway on Monday.", "Norway"),
    ("Anton Orten *attacked* Norway in a speech.", None),
    ("Anton Orten *praised* the foreign minister.", None),
    ("Anton Orten *said* that the minister resigned in Istanbul.", None),
    ("Anton Orten *condemned* the bombings in Istanbul.", None),
]


@pytest.mark.parametrize(("marked", "name"), FOUND)
def test_place_of_the_claim(marked: str, name: str | None) -> None:
    before, word, after = marked.split("*")
    tree = Tree(analyse(Document(id="d", text=before + word + after)))
    cast = find_cast(tree)
    predicate = next(token.index for token in tree.tokens if token.span.start == len(before))
    place = find_place(tree, cast, predicate)
    assert (place and cast.entities[place].name) == name
