"""Heads of state and government are known by title and name; nobody is where several may be meant."""

import pytest

from onrecord.lexicon.leaders import country_of_fame, country_of_leader, is_bygone, is_leader_of, load_leaders
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
    known = [row for countries in load_leaders().values() for row in countries.items()]
    rows = [(code, name) for code, leaders in known for name in (*leaders.names, *leaders.bygone)]
    assert len(rows) > 400
    assert all(country_of_code(code) is not None and name == name.strip() != "" for code, name in rows)


def test_full_names_need_no_title() -> None:
    assert country_of_fame("Sergei Lavrov") == "ru"
    assert country_of_fame("Lavrov") is country_of_fame("Anton Lavrov") is None


def test_leaders_of_old_are_told_from_those_of_today() -> None:
    assert is_bygone("president", "Abraham Lincoln")
    assert is_bygone("president", "Franklin Delano Roosevelt")
    assert not is_bygone("president", "Barack Obama")
    assert not is_bygone("president", "Orten")
    assert is_leader_of("us", "Lincoln") and not is_leader_of("fr", "Lincoln")
