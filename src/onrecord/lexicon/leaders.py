"""Read `leaders.tsv`: heads of state and government, by whose names the country of "President Orten" is known."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources

from onrecord.names import is_same_person


def country_of_leader(title: str, name: str) -> str | None:
    """The country (alpha-2) of whoever bears that title and can be called so; None where nobody or several do."""
    found = {code for code, names in load_leaders().get(title.lower(), {}).items() if _is_one_of(name, names)}
    return found.pop() if len(found) == 1 else None


def _is_one_of(name: str, names: tuple[str, ...]) -> bool:
    return any(is_same_person(name, known) for known in names)


@cache
def load_leaders() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """For each title the names of those who hold or held it, by country.

    Those of spring 2026 are after the CIA's World Factbook (public domain); those before them, of the countries that
    news writes about most, are set down by hand.
    """
    text = resources.files("onrecord.lexicon").joinpath("leaders.tsv").read_text("utf-8")
    table: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        table.setdefault(row["title"], {})[row["code"]] = tuple(row["names"].split("|"))
    return table
