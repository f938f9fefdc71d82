"""Read `leaders.tsv`: heads of state and government, by whose names the country of "President Orten" is known."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources

from onrecord.names import is_same_person, normalise, without_address


def country_of_leader(title: str, name: str) -> str | None:
    """The country (alpha-2) of whoever bears that title and can be called so; None where nobody or several do."""
    found = {code for code, names in load_leaders().get(title.lower(), {}).items() if _is_one_of(name, names)}
    return found.pop() if len(found) == 1 else None


def country_of_fame(name: str) -> str | None:
    """The country of the one leader with that full name, whatever the title; None for a surname alone."""
    return _by_name().get(normalise(without_address(name))) if " " in name else None


@cache
def _by_name() -> Mapping[str, str | None]:
    found: dict[str, str | None] = {}
    for countries in load_leaders().values():
        for code, names in countries.items():
            for name in map(normalise, names):
                found[name] = code if found.get(name, code) == code else None
    return found


def _is_one_of(name: str, names: tuple[str, ...]) -> bool:
    return any(is_same_person(name, known) for known in names)


@cache
def load_leaders() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """For each title the names of those who hold or held it, by country.

    Those of spring 2026 are after the CIA's World Factbook (public domain); those before them, of the countries that
    news writes about most, are set down by hand, and so are foreign ministers of large states.
    """
    text = resources.files("onrecord.lexicon").joinpath("leaders.tsv").read_text("utf-8")
    table: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        table.setdefault(row["title"], {})[row["code"]] = tuple(row["names"].split("|"))
    return table
