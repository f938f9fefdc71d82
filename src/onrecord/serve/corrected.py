"""A claim as a reviewer corrects it: the fields of the form, and the claim that they make."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from onrecord.dates.bounds import bounds
from onrecord.errors import ClaimError
from onrecord.model import (
    Change,
    Claim,
    Content,
    Event,
    EventMode,
    EventType,
    Listing,
    Office,
    Record,
    Relation,
    Span,
    Statement,
    StatementForm,
    Status,
    Tenure,
    Tie,
    Time,
)

CHOICES: Mapping[str, tuple[str, ...]] = {
    "event": get_args(EventType), "mode": ("", *get_args(EventMode)), "form": get_args(StatementForm),
    "tenure": get_args(Tenure), "change": ("", *get_args(Change)), "relation": get_args(Relation),
    "status": get_args(Status),
}  # fmt: skip
ONE = frozenset({"speaker", "person", "body", "target", "authority", "a", "b"})
"""Sides that are one entity; the others are any number."""
MAY_LACK = frozenset({"body"})


@dataclass(frozen=True, slots=True)
class Choice:
    """A field with a closed set of values, or with free words where `values` is empty."""

    name: str
    label: str
    value: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """Who takes one part: the ids of entities, one of them or any number."""

    name: str
    label: str
    ids: tuple[str, ...]
    is_one: bool
    may_lack: bool


def choices_of(claim: Claim) -> list[Choice]:
    """What can be chosen of a claim beside its sides and its time: status, and what its kind has."""
    names: tuple[str, ...] = {
        Event: ("event", "mode"), Statement: ("form",), Office: ("title", "tenure", "change"), Listing: (),
        Tie: ("relation",),
    }[type(claim.what)]  # fmt: skip
    of_kind = [Choice(name, name, getattr(claim.what, name) or "", CHOICES.get(name, ())) for name in names]
    return [Choice("status", "status", claim.status, CHOICES["status"]), *of_kind]


def sides_of(claim: Claim) -> list[Side]:
    """Who takes part in a claim."""
    names: Mapping[type, Sequence[str]] = {
        Event: ("actors", "recipients"), Statement: ("speaker", "addressees"), Office: ("person", "body"),
        Listing: ("target", "authority"), Tie: ("a", "b"),
    }  # fmt: skip
    out = []
    for name in names[type(claim.what)]:
        value = getattr(claim.what, name)
        ids = value if isinstance(value, tuple) else (value,) if value else ()
        out.append(Side(name, name, ids, name in ONE, name in MAY_LACK))
    return out


def correct(claim: Claim, record: Record, fields: Mapping[str, Sequence[str]]) -> Claim:
    """The claim with what the fields say otherwise. Raises ClaimError for what cannot be."""
    known = {entity.id for entity in record.entities}
    changed: dict[str, Any] = {}
    for choice in choices_of(claim):
        value = _one(fields, choice.name, choice.value)
        if choice.values and value not in choice.values:
            raise ClaimError(f"{value[:40]!r} is no {choice.label}: choose one of the list")
        if choice.name == "title" and not value:
            raise ClaimError("an office needs its title")
        changed[choice.name] = value or None
    for side in sides_of(claim):
        ids = tuple(dict.fromkeys(each for each in fields.get(side.name, side.ids) if each))
        if not known.issuperset(ids):
            raise ClaimError(f"{', '.join(ids)[:40]} is not in the article: choose from the list")
        if side.is_one and len(ids) != 1 and not (side.may_lack and not ids):
            raise ClaimError(f"{side.label} is one of those whom the article names")
        changed[side.name] = (ids[0] if ids else None) if side.is_one else ids
    status = changed.pop("status")
    what: Content = replace(claim.what, **changed)
    return replace(claim, what=what, status=status, time=_time(claim, record, fields))


def _one(fields: Mapping[str, Sequence[str]], name: str, otherwise: str) -> str:
    values = fields.get(name)
    return values[0].strip() if values else otherwise


def _time(claim: Claim, record: Record, fields: Mapping[str, Sequence[str]]) -> Time | None:
    """The time that the fields `when` (words of the article) and `value` (EDTF) say; none where both are empty."""
    before = claim.time
    words = _one(fields, "when", before.text if before else "")
    value = _one(fields, "value", (before.value or "") if before else "") or None
    if not words and not value:
        return None
    if value is not None and bounds(value) == (None, None):
        raise ClaimError(f"{value[:40]!r} is no date: write it as 2024-11-06, 2024-11 or 2014/2018")
    if before is not None and words == before.text:
        return replace(before, value=value)
    at = [match.start() for match in re.finditer(re.escape(words), record.document.text)] if words else []
    if not at:
        raise ClaimError(f"{words[:40]!r} does not stand in the article: give the words that tell the time")
    start = min(at, key=lambda place: abs(place - claim.evidence[0].start))
    return Time(words, Span(start, start + len(words)), value, "absolute" if value else "order")
