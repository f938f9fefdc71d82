"""Heads of state and government are known by title and name; nobody is where several may be meant."""

import pytest

from onrecord.lexicon.leaders import country_of_fame, country_of_leader, load_leaders
from onrecord.places import country_of_code


@pytest.mark.parametrize(
    ("title", "name", "country"),
    [
        ("president", "Obama", "us"),
        ("President", "Barack Obama", "us"),
        ("president", "Recep Tayyip Erdogan", "tr"),
        ("prime minister", "Johnson", "gb"),
        ("president", "Michelle Obama", None),
        ("president", "Lee", None),
        ("governor", "Obama", None),
    ],
)
def test_country_of_a_leader(title: str, name: str, country: str | None) -> None:
    assert country_of_leader(title, name) == country


def test_every_leader_has_a_country_and_a_name() -> None:
    rows = [
        (code, name) for countries in load_leaders().values() for code, names in countries.items() for name in names
    ]
    assert len(rows) > 400
    assert all(country_of_code(code) is not None and name == name.strip() != "" for code, name in rows)


def test_full_names_need_no_title() -> None:
    assert country_of_fame("Sergei Lavrov") == "ru"
    assert country_of_fame("Lavrov") is country_of_fame("Anton Lavrov") is None
