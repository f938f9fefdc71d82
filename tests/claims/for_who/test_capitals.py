"""Capitals that stand for their state, and capitals that are places."""

import pytest

from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.model import Document


def kind_of(text: str, name: str) -> str:
    tree = Tree(analyse(Document(id="t", text=text)))
    cast = find_cast(tree)
    token = next(token.index for token in tree.tokens if token.text == name)
    return cast.kind(cast.entity_at(token) or "")


@pytest.mark.parametrize(
    "text",
    [
        "Oslo recalled its ambassador.",
        "Sweden accused Oslo of lying.",
        "Sweden signed an agreement with Oslo.",
        "Sweden dismissed the claim from Oslo.",
        "Sweden imposed sanctions on Oslo.",
        "The plan was rejected by Oslo.",
        "Sweden criticised Oslo's decision.",
        "Relations between Stockholm and Oslo improved.",
        "Sweden is an ally of Oslo.",
        "Oslo's rivals denied it.",
    ],
)
def test_a_capital_that_is_dealt_with(text: str) -> None:
    assert kind_of(text, "Oslo") == "state"


@pytest.mark.parametrize(
    "text",
    [
        "The rebels attacked Oslo on Monday.",
        "The envoy will lead a delegation to Oslo.",
        "The minister flew to Oslo on Monday.",
        "Four people were killed in Oslo.",
        "A man from Oslo was arrested.",
        "Oslo was bombed on Monday.",
    ],
)
def test_a_capital_where_somebody_is(text: str) -> None:
    assert kind_of(text, "Oslo") == "place"
