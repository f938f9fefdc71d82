"""States by their ISO codes, their regions and places by name: how far two names say that they are the same."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.names import normalise
from onrecord.places import (
    Country,
    capital_of,
    country_of_adjective,
    country_of_code,
    country_of_name,
    country_of_place,
    government_of,
)
from onrecord.resolve.evidence import Evidence


def state_keys(names: Sequence[str], country: str | None) -> Iterator[str]:
    """The ISO code of a state; for a region, and a state that no table knows, its name."""
    code = _state(names, country)
    if code:
        yield code
    else:
        yield from (normalise(name) for name in names)


def compare_states(names: Sequence[str], country: str | None, others: Sequence[str], other: str | None) -> Evidence:
    """The same code, or for regions and unknown states the same name and no other country."""
    one, two = _state(names, country), _state(others, other)
    if one or two:
        known = country_of_code(one or two or "")
        told = known.name if known else one or two
        return Evidence(1.0, f"same state: {told}") if one == two else Evidence(0.0, "different states")
    return _same_name(names, country, others, other)


def place_keys(names: Sequence[str]) -> Iterator[str]:
    """The name of a place."""
    yield from (normalise(name) for name in names)


def compare_places(names: Sequence[str], country: str | None, others: Sequence[str], other: str | None) -> Evidence:
    """The same name, in the same country where it is known."""
    named = _same_name(names, country, others, other)
    if not named.points or (country and other):
        return named
    return _same_name(names, country or _country_of_any(names), others, other or _country_of_any(others))


def _same_name(names: Sequence[str], country: str | None, others: Sequence[str], other: str | None) -> Evidence:
    shared = {normalise(name): name for name in names}.keys() & {normalise(name) for name in others}
    if not shared:
        return Evidence(0.0, "different names")
    if country and other and country != other:
        return Evidence(0.0, "same name in different countries")
    return Evidence(0.9 if country and other else 0.75, f"same name: {min(shared).title()}")


def _state(names: Sequence[str], country: str | None) -> str | None:
    """The code of the state that any of the names means, if it is the one that the entity is said to belong to.

    Florida belongs to a state and is none; Georgia is one where its code says so.
    """
    found = [known.code for name in names if (known := _country(name))]
    if country:
        return country if country in found else None
    return found[0] if found else None


@lru_cache(maxsize=8192)
def _country(name: str) -> Country | None:
    return country_of_name(name) or country_of_adjective(name) or government_of(name) or capital_of(name)


def _country_of_any(names: Sequence[str]) -> str | None:
    return next((code for name in names if (code := _code_of_place(name))), None)


@lru_cache(maxsize=8192)
def _code_of_place(name: str) -> str | None:
    known = country_of_place(name)
    return known.code if known else None
