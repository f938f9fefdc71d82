"""Ties told by verbs and adjectives: through appositions, examples, relative pronouns and unnamed groups."""

import pytest
from told import Row, ties


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Lars Edmond, a businessman close to Ana Torvald, was held.", ("Lars Edmond", "ally", "Ana Torvald")),
        ("The Green Party, to which Lars Edmond belongs, lost.", ("Lars Edmond", "member", "Green Party")),
        ("Gulf states including Qatar and Kuwait are backed by Norway.", ("Norway", "supporter", "Kuwait")),
        ("Hezbollah, which is funded and armed by Norway, denied it.", ("Norway", "supporter", "Hezbollah")),
        ("Ana Torvald is opposed to Lars Edmond.", ("Ana Torvald", "opponent", "Lars Edmond")),
        ("Lars Edmond left the Karsk Front in May.", ("Lars Edmond", "member", "Karsk Front")),
        ("Norway has been accused of arming Hezbollah.", ("Norway", "supporter", "Hezbollah")),
        ("Ana Torvald accused Norway of arming Hezbollah.", ("Norway", "supporter", "Hezbollah")),
    ],
)
def test_told_by_a_verb(text: str, row: Row) -> None:
    assert row in ties(text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The drone was shot down by an armed group backed by Iran.", ("Iran", "supporter", "armed group")),
        ("A militia allied with Norway took the town.", ("militia", "ally", "Norway")),
        ("Troops loyal to Ana Torvald took the town.", ("Troops loyal to Ana Torvald", "supporter", "Ana Torvald")),
        ("Norway denies arming the rebels.", ("Norway", "supporter", "rebels")),
    ],
)
def test_an_unnamed_group_on_one_side(text: str, row: Row) -> None:
    assert row in ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sources close to Ana Torvald denied it.",
        "Voters opposed to Ana Torvald stayed at home.",
        "The police questioned relatives associated with Ana Torvald.",
        "Ana Torvald plans to leave the European Union.",
        "Norway applied to join the club on Monday.",
        "Those who back Ana Torvald stayed at home.",
        "Lars Edmond visited a summer school sponsored by Norway.",
    ],
)
def test_no_tie_of_those_who_may_be_anybody(text: str) -> None:
    assert ties(text) == set()


def test_a_minister_leads_a_delegation() -> None:
    found = ties("A delegation led by Foreign Minister Lars Edmond arrived.")
    assert found == {("Lars Edmond", "leader", "delegation")}


def test_who_is_led_stands_before_the_clause() -> None:
    found = ties("Hezbollah, led by Lars Edmond, and Hamas denied it.")
    assert found == {("Lars Edmond", "leader", "Hezbollah")}


def test_body_named_behind_its_kind() -> None:
    assert ("Lars Edmond", "member", "Karsk Front") in ties("Lars Edmond joined the rebel group Karsk Front in May.")
    assert ("Ana Torvald", "leader", "Karsk Front") in ties("Ana Torvald, who co-chairs the Karsk Front, agreed.")
    assert ties("The exercise includes Karsk Navy ships.") == set()
