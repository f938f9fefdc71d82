"""Who rules a state or heads a party by words other than an office; who only works there does not."""

import pytest

from onrecord.claims.ties import find_ties
from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.model import Document, Tie


def ties(text: str) -> set[tuple[str, str, str]]:
    """The two sides and the relation of each tie found, with names for ids."""
    tree = Tree(analyse(Document(id="example", text=text)))
    cast = find_cast(tree)
    found = [draft.what for draft in find_ties(tree, cast)]
    return {(cast.entities[t.a].name, t.relation, cast.entities[t.b].name) for t in found if isinstance(t, Tie)}


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ana Torvald's long rule of Norway ended in May.", ("Ana Torvald", "leader", "Norway")),
        ("Ana Torvald took control of Norway in 1980.", ("Ana Torvald", "leader", "Norway")),
        ("Under Ana Torvald, the Green Party moved to the left.", ("Ana Torvald", "leader", "Green Party")),
        ("Lars Edmond and his Karsk Front won the election.", ("Lars Edmond", "leader", "Karsk Front")),
        ("A delegation led by Ana Torvald went to Norway.", ("Ana Torvald", "leader", "delegation")),
    ],
)
def test_rule(text: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "Under Ana Torvald, Norway left the club.",
        "Ana Torvald took over Microsoft in May.",
        "Ana Torvald praised the rule of law in Norway.",
        "Ana Torvald took part in Norway.",
        "Lars Edmond and his Microsoft phone were seen.",
    ],
)
def test_no_rule(text: str) -> None:
    assert not any(relation == "leader" for _, relation, _ in ties(text))
