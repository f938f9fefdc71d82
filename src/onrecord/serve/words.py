"""Words for people: days, kinds and types as a newspaper would put them."""

from collections.abc import Mapping
from functools import cache

from onrecord.dates.edtf import read_day
from onrecord.places import country_of_code

MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
KINDS: Mapping[str, str] = {
    "person": "person", "organization": "organisation", "state": "state", "place": "place", "group": "group",
    "occasion": "occasion", "event": "event", "statement": "statement", "office": "office", "listing": "listing",
    "tie": "tie",
}  # fmt: skip
TYPES: Mapping[str, str] = {
    "AGREE": "agreement", "CONSULT": "talks", "SUPPORT": "support", "CONCEDE": "concession",
    "COOPERATE": "cooperation", "AID": "aid", "RETREAT": "retreat", "REQUEST": "request", "ACCUSE": "accusation",
    "REJECT": "refusal", "THREATEN": "threat", "PROTEST": "protest", "SANCTION": "sanction",
    "MOBILIZE": "mobilisation", "COERCE": "coercion", "ASSAULT": "use of force",
    "CONSULT visit": "visit", "CONSULT meet": "meeting", "CONSULT phone": "call", "CONSULT mediate": "mediation",
    "CONSULT multilateral": "talks of several", "direct": "in their own words", "mixed": "partly in their own words",
    "indirect": "in the article's words", "sanctions": "on a list", "elect": "elected, not yet in office",
}  # fmt: skip
"""What each PLOVER type and each form or tenure is called on a page; others are called what they are."""


def day_in_words(value: str | None) -> str:
    """A day as 6 Nov 2024; a month or any other EDTF value nearly as it stands."""
    if not value:
        return ""
    day = read_day(value)
    if day is not None and "/" not in value and not value.startswith(("{", "[")):
        return f"{day.day} {MONTHS[day.month]} {day.year}" + (" (about)" if value.endswith("~") else "")
    if len(value) == 7 and value[4] == "-" and value[5:].isdecimal() and 1 <= int(value[5:]) <= 12:
        return f"{MONTHS[int(value[5:])]} {value[:4]}"
    if "/" in value:
        start, end = (day_in_words(each.removeprefix("..")) for each in value.split("/", 1))
        return f"{start} – {end}" if start and end else f"since {start}" if start else f"until {end}"
    return value


def kind_in_words(value: str) -> str:
    """What a kind of claim or entity is called."""
    return KINDS.get(value, value)


def type_in_words(value: str) -> str:
    """What a type of event, a form of statement or a tenure is called."""
    return TYPES.get(value, value)


def plural(count: int, word: str, words: str | None = None) -> str:
    """The count with its noun: 1 article, 2 articles."""
    return f"{count:,} {word if count == 1 else words or word + 's'}"


@cache
def country_in_words(code: str) -> str:
    """The country's short name, its code where it is not known."""
    country = country_of_code(code)
    return country.name if country else code.upper()
