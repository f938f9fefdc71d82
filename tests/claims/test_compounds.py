"""Ties are found from compounds, and owners from "state-owned"."""

import pytest
from told import Row, ties


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The Iran-backed Hezbollah denied it.", ("Iran", "supporter", "Hezbollah")),
        ("Russia's state-owned gas company Gazprom cut supplies.", ("Russia", "owner", "Gazprom")),
        ("Fars, a state-owned Iranian news agency, reported it.", ("Iran", "owner", "Fars")),
    ],
)
def test_sides_of_a_compound(text: str, row: Row) -> None:
    assert row in ties(text)


def test_no_owner_without_a_state() -> None:
    assert ties("State-owned companies in Fars denied it.") == set()
