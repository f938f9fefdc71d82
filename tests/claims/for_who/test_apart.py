"""Who a noun cannot stand for: one joined to it, and one who does the deed to it."""

import pytest

from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.model import Document

KNOWN = "President Lars Edmond arrived in Oslo. "


def meant(text: str, word: str) -> str | None:
    """The name of whom the last such word stands for."""
    tree = Tree(analyse(Document(id="apart", text=text)))
    cast = find_cast(tree)
    entity = cast.entity_at([token.index for token in tree.tokens if token.text == word][-1])
    return cast.entities[entity].name if entity else None


@pytest.mark.parametrize(
    "text",
    [
        KNOWN + "The president and Lars Edmond met on Monday.",
        KNOWN + "Lars Edmond and the president met on Monday.",
        KNOWN + "Lars Edmond met the president on Monday.",
        KNOWN + "The president thanked Lars Edmond.",
    ],
)
def test_somebody_else(text: str) -> None:
    assert meant(text, "president") == "president"


@pytest.mark.parametrize(
    "text",
    [
        KNOWN + "The president arrived on Monday.",
        KNOWN + "Lars Edmond said the president would stay.",
        KNOWN + "Ana Torvald met the president on Monday.",
    ],
)
def test_the_same_one(text: str) -> None:
    assert meant(text, "president") == "Lars Edmond"


def test_a_title_behind_and_is_of_the_one_who_follows() -> None:
    text = "Lars Edmond and former mayor Ana Torvald met on Monday."
    assert meant(text, "mayor") != "Lars Edmond"
