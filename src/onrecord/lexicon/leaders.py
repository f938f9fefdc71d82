"""Read `leaders.tsv`: heads of state and government, by whose names the country of "President Orten" is known."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from onrecord.names import is_same_person, normalise, without_address


@dataclass(frozen=True, slots=True)
class Leaders:
    """Who holds or held an office in a country; `bygone` are those who left it before 1990."""

    names: tuple[str, ...]
    bygone: tuple[str, ...]


def country_of_leader(title: str, name: str) -> str | None:
    """The country (alpha-2) of whoever bears that title and can be called so; None where nobody or several do."""
    table = load_leaders().get(title.lower(), {})
    found = {code for code, known in table.items() if _is_one_of(name, (*known.names, *known.bygone))}
    return found.pop() if len(found) == 1 else None


def country_of_fame(name: str) -> str | None:
    """The country of the one leader with that full name, whatever the title; None for a surname alone."""
    return _by_name().get(normalise(without_address(name))) if " " in name else None


@cache
def _by_name() -> Mapping[str, str | None]:
    found: dict[str, str | None] = {}
    for countries in load_leaders().values():
        for code, known in countries.items():
            for name in map(normalise, (*known.names, *known.bygone)):
                found[name] = code if found.get(name, code) == code else None
    return found


def is_bygone(title: str, name: str) -> bool:
    """True for a leader who left that office before 1990, and no later one can be meant."""
    table = load_leaders().get(title.lower(), {}).values()
    later = any(_is_one_of(name, known.names) for known in table)
    return not later and any(_is_one_of(name, known.bygone) for known in table)


def is_leader_of(country: str, name: str) -> bool:
    """True for whoever holds or held such an office in the country."""
    known = (countries[country] for countries in load_leaders().values() if country in countries)
    return any(_is_one_of(name, (*each.names, *each.bygone)) for each in known)


@cache
def is_leader(name: str) -> bool:
    """True for whoever can be called so and holds or held such an office in any country."""
    last = normalise(without_address(name)).rpartition(" ")[2]
    return any(is_same_person(name, known) for known in _by_word().get(last, ()))


@cache
def _by_word() -> Mapping[str, Sequence[str]]:
    """The leaders in whose names each word stands."""
    found: dict[str, list[str]] = {}
    for each in (known for countries in load_leaders().values() for known in countries.values()):
        for name in (*each.names, *each.bygone):
            for word in normalise(name).split():
                found.setdefault(word, []).append(name)
    return found


def _is_one_of(name: str, names: Sequence[str]) -> bool:
    last = normalise(without_address(name)).rpartition(" ")[2]  # most names differ in it: decided at once
    return any(last in normalise(known) and is_same_person(name, known) for known in names)


@cache
def load_leaders() -> Mapping[str, Mapping[str, Leaders]]:
    """For each title those who hold or held it, by country.

    Those of spring 2026 are after the CIA's World Factbook (public domain); those before them, of the countries that
    news writes about most, are set down by hand, and so are foreign ministers of large states.
    """
    text = resources.files("onrecord.lexicon").joinpath("leaders.tsv").read_text("utf-8")
    table: dict[str, dict[str, Leaders]] = {}
    for row in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        names, bygone = (tuple(filter(None, row[column].split("|"))) for column in ("names", "before_1990"))
        table.setdefault(row["title"], {})[row["code"]] = Leaders(names, bygone)
    return table
