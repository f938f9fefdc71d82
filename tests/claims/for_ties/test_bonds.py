"""Bonds are found beside their noun, as what subjects have, and between those who are allies of each other."""

import pytest

from onrecord.claims.ties import find_ties
from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.model import Document, Tie


def ties(text: str) -> set[tuple[str, str, str]]:
    """The two sides, in the order of their names, and the relation of each tie found."""
    tree = Tree(analyse(Document(id="example", text=text)))
    cast = find_cast(tree)
    found = [draft.what for draft in find_ties(tree, cast)]
    sides = [
        (sorted((cast.entities[t.a].name, cast.entities[t.b].name)), t.relation) for t in found if isinstance(t, Tie)
    ]
    return {(a, relation, b) for (a, b), relation in sides}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The rivalry between Norway and Sweden is old.", "opponent"),
        ("Norway has close ties with Sweden.", "partner"),
        ("Norway maintains close relations with Sweden.", "partner"),
        ("Norway and Sweden enjoy good relations.", "partner"),
        ("Norway and Sweden are close allies.", "ally"),
        ("Norway and Sweden have deepened their partnership.", "partner"),
        ("Norway and Sweden, historic rivals, met.", "opponent"),
        ("Norway and Sweden, long-time enemies, met.", "opponent"),
        ("Bitter rivals Norway and Sweden, along with Iran, met.", "opponent"),
        ("Norway and Sweden are at war.", "opponent"),
        ("Norway's relations with Sweden are good.", "partner"),
        ("Relations between Norway and Sweden are strained.", "opponent"),
        ("Norway has long had tense relations with Sweden.", "opponent"),
        ("Norway and Sweden are at odds over fish.", "opponent"),
        ("Norway has been locked in a dispute with Sweden for years.", "opponent"),
        ("Tensions between Norway and Sweden have risen.", "opponent"),
        ("Norway and Sweden, arch-foes since May, met.", "opponent"),
        ("The rivals Norway and Sweden met.", "opponent"),
        ("The two rivals, Norway and Sweden, met.", "opponent"),
        ("Warring states Norway and Sweden met.", "opponent"),
        ("NATO allies Norway and Sweden met.", "ally"),
        ("Norway has formed an alliance with Sweden.", "ally"),
        ("Norway is in an alliance with Sweden.", "ally"),
        ("Norway fought it in an alliance with Sweden.", "ally"),
        ("Tensions have risen between Norway and Sweden.", "opponent"),
        ("Norway and Sweden signed a treaty. The two countries remain enemies.", "opponent"),
        ("Norway and Sweden signed a treaty. The two countries have close relations.", "partner"),
        ("Norway and Sweden signed a treaty. Relations between the two are tense.", "opponent"),
        ("Norway and Sweden signed a treaty. The two rivals ended a war.", "opponent"),
    ],
)
def test_sides_of_a_bond(text: str, relation: str) -> None:
    assert ties(text) == {("Norway", relation, "Sweden")}


def test_two_rival_bodies_behind_their_kind() -> None:
    found = ties("The two rival factions, the Karsk Front and the Velm Council, met in Oslo.")
    assert found == {("Karsk Front", "opponent", "Velm Council")}


def test_every_side_named_behind_with() -> None:
    found = ties("Norway deepened its cooperation with Sweden and Denmark.")
    assert found >= {("Norway", "partner", "Sweden"), ("Denmark", "partner", "Norway")}


@pytest.mark.parametrize(
    "text",
    [
        "Norway wants close ties with Sweden.",
        "Norway has diplomatic relations with Sweden.",
        "Norway and Sweden have settled their dispute.",
        "Norway and Sweden are countries.",
        "The allies of Norway met in Sweden.",
        "The couple said that Ana Torvald, Lars Edmond and Nils Falk had left.",
    ],
)
def test_no_bond(text: str) -> None:
    assert ties(text) == set()


def test_sides_joined_by_a_hyphen() -> None:
    assert ties("The minister welcomed Norway-Sweden cooperation on trade.") == {("Norway", "partner", "Sweden")}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Norway's close ties to Sweden are known.", ("Norway", "partner", "Sweden")),
        ("Norway, which has close links to Sweden, denied it.", ("Norway", "partner", "Sweden")),
        ("Norway and Sweden are strategic partners.", ("Norway", "ally", "Sweden")),
        ("Brothers Lars Edmond and Erik Edmond were arrested.", ("Erik Edmond", "relative", "Lars Edmond")),
        ("Ana Torvald and Lars Edmond married in 1998.", ("Ana Torvald", "relative", "Lars Edmond")),
        ("The couple, Ana Torvald and Lars Edmond, left.", ("Ana Torvald", "relative", "Lars Edmond")),
        ("Norway spoke. Ana Torvald has close ties to Oslo.", ("Ana Torvald", "partner", "Norway")),
    ],
)
def test_more_bonds(text: str, row: tuple[str, str, str]) -> None:
    assert row in ties(text)


def test_a_bond_that_somebody_has() -> None:
    assert ties("Norway has traditionally close ties with Sweden.") == {("Norway", "partner", "Sweden")}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The film shows the identical twin brothers Ana Torvald and Lars Edmond.", "relative"),
        ("Rivals Ana Torvald and Lars Edmond met.", "opponent"),
        ("The Torvald brothers Lars and Erik were murdered.", "relative"),
    ],
)
def test_words_before_two_names(text: str, relation: str) -> None:
    assert ties(text) in ({("Ana Torvald", relation, "Lars Edmond")}, {("Erik", relation, "Lars")})


def test_several_brothers_are_each_others() -> None:
    found = ties("It is the fund of the three Torvald brothers: Lars, Erik and Olaf.")
    assert found == {("Erik", "relative", "Lars"), ("Lars", "relative", "Olaf"), ("Erik", "relative", "Olaf")}
    assert ties("His brothers, Lars and Erik, left.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "The Green Party formed a coalition with the Labour Party.",
        "The Green Party governs in coalition with the Labour Party.",
        "The coalition of the Green Party and the Labour Party lost its majority.",
    ],
)
def test_parties_that_govern_together_are_partners(text: str) -> None:
    assert ties(text) == {("Green Party", "partner", "Labour Party")}


def test_no_coalition_that_is_refused_or_of_states() -> None:
    assert ties("The Green Party refused to form a coalition with the Labour Party.") == set()


def test_a_demonym_before_an_ally_is_the_allys_own() -> None:
    assert ties("Iran and its Lebanese ally Hezbollah refused.") == {("Hezbollah", "ally", "Iran")}


def test_two_that_one_has_ties_with_need_have_none_with_each_other() -> None:
    assert ties("Norway's close ties with Sweden and Denmark are old.") == {
        ("Norway", "partner", "Sweden"),
        ("Denmark", "partner", "Norway"),
    }
    assert ties("Norway maintains good relations with both Sweden and Denmark.") == {
        ("Norway", "partner", "Sweden"),
        ("Denmark", "partner", "Norway"),
    }
