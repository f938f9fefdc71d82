"""Heads are found where a regime or a party is called somebody's, and parts where a body is called another's."""

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
        ("Lars Edmond's regime in Norway arrested forty people.", ("Lars Edmond", "leader", "Norway")),
        ("Ana Torvald's Green Party won two seats.", ("Ana Torvald", "leader", "Green Party")),
        ("Ana Torvald's Karsk Front movement won two seats.", ("Ana Torvald", "leader", "Karsk Front")),
        ("The Libyan National Army of Lars Edmond retreated.", ("Lars Edmond", "leader", "Libyan National Army")),
        ("Under Lars Edmond, the Libyan National Army grew.", ("Lars Edmond", "leader", "Libyan National Army")),
        ("The European Union's Court of Justice denied it.", ("Court of Justice", "part", "European Union")),
    ],
)
def test_head_or_part(text: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Torvald's house in Norway was sold.",
        "Ana Torvald's Microsoft shares were sold.",
        "The regime in Norway arrested forty people.",
        "Norway's Court of Justice denied it.",
        "Norway's news agency Reuters denied it.",
    ],
)
def test_no_head_and_no_part(text: str) -> None:
    assert ties(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Ana Torvald, whose Freedom Party lost, rejected the plan.",
        "Ana Torvald, whose Freedom Front lost, rejected the plan.",
        "The Freedom Front of President Ana Torvald lost.",
    ],
)
def test_whose_party_and_the_party_of(text: str) -> None:
    assert {("Ana Torvald", "leader")} == {(a, relation) for a, relation, _ in ties(text)}


def test_a_dictator_leads_the_state_beside_the_word() -> None:
    assert ties("The Norwegian dictator Anton Orten was executed.") == {("Anton Orten", "leader", "Norway")}
    assert ties("The dictator Anton Orten was executed.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Under the leadership of Lars Edmond, the Freedom Party moved to the right.",
        "The Freedom Party grew under Lars Edmond's leadership.",
        "Lars Edmond has been at the helm of the Freedom Party since 2012.",
        "Lars Edmond is in charge of the Freedom Party.",
    ],
)
def test_under_whose_leadership(text: str) -> None:
    assert ("Lars Edmond", "leader", "Freedom Party") in ties(text)


def test_head_between_commas() -> None:
    found = ties("Ana Torvald, at the helm of the Green Union since 2010, resigned.")
    assert ("Ana Torvald", "leader", "Green Union") in found
    assert ("Ana Torvald", "leader", "Liberal Party") in ties(
        "The Liberal Party, under Ana Torvald, moved to the left."
    )
    assert ("Green Party", "leader", "Norway") in ties("The Green Party is in power in Norway.")


def test_fellow_democrat_is_not_led() -> None:
    found = ties("Ana Torvald and her fellow Democrat Lars Edmond voted.")
    assert ("Ana Torvald", "leader", "Democrat") not in found
