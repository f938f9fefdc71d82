"""Countries, their names, adjectives, capitals and seats of government, and their regions and cities."""

import csv
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

from onrecord.errors import LexiconError

StateKind = Literal["state", "territory", "historic"]
_LISTS = ("names", "adjectives", "capitals", "places")
# A government called by what it is, beside the country's name or adjective.
_GOVERNMENTS = ("government", "governments", "authorities", "state", "regime", "administration", "leadership", "side")


@dataclass(frozen=True, slots=True)
class Country:
    """A state, dependent territory or former state: ISO 3166-1 alpha-2 in lower case, short English name, kind.

    Former states have the code that ISO has withdrawn (`su`, `yu`, `cs`, `dd`), Kosovo the usual `xk`.
    """

    code: str
    name: str
    kind: StateKind


@dataclass(frozen=True, slots=True)
class _Tables:
    codes: Mapping[str, Country]
    names: Mapping[str, Country]
    adjectives: Mapping[str, Country]
    capitals: Mapping[str, Country]
    seats: Mapping[str, Country]
    regions: Mapping[str, Country]
    regional: Mapping[str, Country]
    places: Mapping[str, Country]


def country_of_name(name: str) -> Country | None:
    """The country that the name means: short, long or abbreviated; with or without "the" and a possessive."""
    return _look_up(_tables().names, name)


def country_of_code(code: str) -> Country | None:
    """The country with the code (ISO 3166-1 alpha-2, lower case)."""
    return _tables().codes.get(code)


def country_of_adjective(word: str) -> Country | None:
    """The country of an adjective or a word for its people ("Serbian", "Serb", "Serbs", "U.S.")."""
    table = _tables().adjectives
    return _look_up(table, word) or (_look_up(table, word[:-1]) if word.endswith("s") else None)


def region_of_adjective(word: str) -> Country | None:
    """The country that the land with this adjective belongs to ("Scottish" → gb)."""
    return _look_up(_tables().regional, word)


def begins_country(word: str) -> bool:
    """True for a word in lower case with which names or adjectives of countries begin ("united", "serbs")."""
    return word in _first_words() or word.removesuffix("s") in _first_words()


def capital_of(name: str) -> Country | None:
    """The country whose capital or seat of government bears the name."""
    return _look_up(_tables().capitals, name)


def seat_of(name: str) -> Country | None:
    """The country whose government sits in the building or street of that name ("Kremlin", "Downing Street")."""
    return _look_up(_tables().seats, name)


def region_of(name: str) -> Country | None:
    """The country that the state, province or land of that name belongs to ("Arizona" → us)."""
    return _look_up(_tables().regions, name)


def country_of_place(name: str) -> Country | None:
    """The country in which a place lies: a country itself, a capital, region, or larger city."""
    known = country_of_name(name) or capital_of(name) or region_of(name) or _look_up(_tables().places, name)
    if known is None and "," in name:
        # "South Bend, Indiana" lies where its last part lies.
        return country_of_place(name.rpartition(",")[2])
    return known


def government_of(words: str) -> Country | None:
    """The country whose government the words name ("the Serbian government", "government of Serbia", "the Kremlin").

    A region's government is a body of its own.
    """
    bare = _bare(words)
    first, _, last = bare.rpartition(" ")
    if last.lower() in _GOVERNMENTS and first and region_of_adjective(first) is None:
        return country_of_adjective(first) or country_of_name(first)
    start, of, country = bare.partition(" of ")
    if of and start.lower() in _GOVERNMENTS:
        return country_of_name(country)
    return seat_of(bare)


def _bare(name: str) -> str:
    """The name without article, possessive and white space around it."""
    name = " ".join(name.replace("’", "'").split())
    if name[:4].lower() == "the ":
        name = name[4:]
    return name.removesuffix("'s").removesuffix("'")


def _key(name: str) -> str:
    """What names are compared by: no case, accents, full stops, and hyphens as blanks."""
    folded = name.casefold()
    if not folded.isascii():
        apart = unicodedata.normalize("NFKD", folded.replace("ı", "i"))
        folded = "".join(char for char in apart if not unicodedata.combining(char))
    return folded.replace(".", "").replace("-", " ").replace(",", "").strip()


def _look_up(table: Mapping[str, Country], name: str) -> Country | None:
    bare = _bare(name)
    key = _key(bare)
    # "us", "chad" and "polish" are words; names begin with a capital, and the short ones are all capitals.
    if not bare[:1].isupper() or (len(key) <= 3 and not bare.isupper()):
        named_with_article = name[:4] == "The " and table.get(_key(name))
        return named_with_article or None
    return table.get(key)


@cache
def _first_words() -> frozenset[str]:
    """The first words of all names and adjectives, and the article, which stands before any of them."""
    return frozenset({"the", *(key.partition(" ")[0] for key in (*_tables().names, *_tables().adjectives))})


@cache
def _tables() -> _Tables:
    rows = _rows()
    by_code: dict[str, Country] = {}
    for row in rows:
        if row["kind"] != "region":
            by_code[row["code"]] = Country(row["country"], row["name"], row["kind"])
    # States first: where a state and a territory or region bear the same name, the state is meant.
    ranked = sorted(rows, key=lambda row: ("state", "territory", "historic", "region").index(row["kind"]))
    owned = [(row, by_code[row["code"] if row["kind"] != "region" else row["country"]]) for row in ranked]
    states = [(row, country) for row, country in owned if row["kind"] != "region"]
    regions = [(row, country) for row, country in owned if row["kind"] == "region"]
    return _Tables(
        codes=by_code,
        names=_table(((row["name"], *row["names"]), country) for row, country in states),
        adjectives=_table((row["adjectives"], country) for row, country in owned),
        capitals=_table((row["capitals"], country) for row, country in owned),
        seats=_table((seat["names"], by_code[seat["code"]]) for seat in _reviewed()["seat"]),
        regions=_table(((row["name"], *row["names"]), country) for row, country in regions),
        regional=_table((row["adjectives"], country) for row, country in regions),
        places=_table((row["places"], country) for row, country in owned),
    )


def _table(groups: Iterable[tuple[Iterable[str], Country]]) -> Mapping[str, Country]:
    table: dict[str, Country] = {}
    for names, country in groups:
        for name in names:
            table.setdefault(_key(_bare(name)), country)
    return table


def _rows() -> list[dict[str, Any]]:
    """The rows of the table, with what the reviewed list adds or sets right."""
    text = resources.files("onrecord.lexicon").joinpath("territories.tsv").read_text("utf-8")
    rows: dict[str, dict[str, Any]] = {}
    for row in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        rows[row["code"]] = {**row, **{column: row[column].split("|") if row[column] else [] for column in _LISTS}}
    for added in _reviewed()["state"]:
        known = rows.get(added["code"])
        if known is None:
            raise LexiconError(f"places.toml: no territory has the code {added['code']}: take one of territories.tsv")
        for column in _LISTS:
            known[column] = [*added.get(column, ()), *known[column]]
        if "name" in added:
            known["names"].append(known["name"])
            known["name"] = added["name"]
    return list(rows.values())


@cache
def _reviewed() -> Mapping[str, list[dict[str, Any]]]:
    with resources.files("onrecord.lexicon").joinpath("places.toml").open("rb") as file:
        return tomllib.load(file)
