"""Ties are found from compounds, and owners from "state-owned"."""

import pytest
from told import Row, ties


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The Iran-backed Hezbollah denied it.", ("Iran", "supporter", "Hezbollah")),
        ("Iran-backed groups such as Hamas and Hezbollah denied it.", ("Iran", "supporter", "Hezbollah")),
        ("The Iran-backed group Hezbollah denied it.", ("Iran", "supporter", "Hezbollah")),
        ("Russia's state-owned gas company Gazprom cut supplies.", ("Russia", "owner", "Gazprom")),
        ("Fars, a state-owned Iranian news agency, reported it.", ("Iran", "owner", "Fars")),
    ],
)
def test_sides_of_a_compound(text: str, row: Row) -> None:
    assert row in ties(text)


def test_no_owner_without_a_state() -> None:
    assert ties("State-owned companies in Fars denied it.") == set()


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Norway paid the pro-Norwegian politician Ana Torvald.", ("Ana Torvald", "supporter", "Norway")),
        ("Norway paid. Pro-Norwegian rebels left.", ("Pro-Norwegian rebels", "supporter", "Norway")),
        ("Norway paid. Ana Torvald is seen as pro-Norwegian.", ("Ana Torvald", "supporter", "Norway")),
        ("Norway paid Ana Torvald, a pro-Norwegian politician.", ("Ana Torvald", "supporter", "Norway")),
        (
            "Ana Torvald spoke. Pro-Torvald groups marched on Monday.",
            ("Pro-Torvald groups", "supporter", "Ana Torvald"),
        ),
        (
            "Hezbollah attacked. The anti-Hezbollah coalition left.",
            ("anti-Hezbollah coalition", "opponent", "Hezbollah"),
        ),
    ],
)
def test_leanings_of_the_named(text: str, row: Row) -> None:
    assert row in ties(text)


def test_leanings_of_a_thing_or_toward_no_state_are_no_ties() -> None:
    assert ties("Norway liked the pro-Norwegian article.") == set()
    assert ties("The pro-business politician Ana Torvald spoke.") == set()


def test_state_company_is_owned() -> None:
    assert ("Norway", "owner", "Norland Oil") in ties("Norway's state oil company Norland Oil agreed.")
    assert ("Indonesia", "owner", "Garuda Indonesia") in ties(
        "Indonesia agreed. He flew with the state-owned flag carrier Garuda Indonesia."
    )
