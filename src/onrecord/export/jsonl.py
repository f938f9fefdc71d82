"""The record format: one record as one line of JSON, written and read back."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any, get_args

from onrecord.errors import ClaimError
from onrecord.model import (
    Anchor,
    Attribution,
    Change,
    Claim,
    Content,
    Document,
    Entity,
    EntityKind,
    Event,
    EventMode,
    EventType,
    Listing,
    Mention,
    MentionForm,
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

DOCUMENT_FIELDS = ("id", "url", "title", "publisher", "author", "published", "language", "text")
CONTENT_OF_KIND: Mapping[str, type] = {
    "event": Event, "statement": Statement, "office": Office, "listing": Listing, "tie": Tie,
}  # fmt: skip
CLOSED: Mapping[type, Mapping[str, Any]] = {
    Event: {"event": EventType, "mode": EventMode},
    Statement: {"form": StatementForm},
    Office: {"tenure": Tenure, "change": Change},
    Listing: {},
    Tie: {"relation": Relation},
}
SPANS, SPAN, IDS = (
    frozenset({"content", "reasons"}),
    frozenset({"cue", "trigger"}),
    frozenset({"actors", "recipients", "addressees"}),
)
SURROGATE = re.compile("[\ud800-\udfff]")


def to_dict(record: Record) -> dict[str, Any]:
    """The record as plain dictionaries and lists, its fields in the order of the record format."""
    document = record.document
    return {
        "document": {name: getattr(document, name) for name in DOCUMENT_FIELDS},
        "entities": [_entity_to_dict(entity) for entity in record.entities],
        "claims": [_claim_to_dict(claim) for claim in record.claims],
    }


def write_line(record: Record) -> str:
    """The record as one line of JSON, its newline included."""
    plain = to_dict(record)
    # Half of a surrogate pair cannot be written as UTF-8: such a text is written in ASCII, with the same meaning.
    ascii_only = SURROGATE.search(record.document.text) is not None
    return json.dumps(plain, ensure_ascii=ascii_only) + "\n"


def from_dict(plain: Mapping[str, Any]) -> Record:
    """The record that `to_dict` gave. Raises ClaimError where a field is missing or holds an unknown value."""
    try:
        return Record(
            document=Document(**{name: plain["document"][name] for name in DOCUMENT_FIELDS}),
            entities=tuple(_entity_from_dict(entity) for entity in plain["entities"]),
            claims=tuple(_claim_from_dict(claim) for claim in plain["claims"]),
        )
    except (KeyError, TypeError) as error:
        raise ClaimError(
            f"a record lacks a field or holds a wrong type ({error!r}): write it as docs/reading.md says"
        ) from error


def read_line(line: str) -> Record:
    """The record of one line of JSON. Raises ClaimError when the line is not a record."""
    try:
        plain = json.loads(line)
    except ValueError as error:
        raise ClaimError(f"a line is not JSON ({error}): give one record for each line") from error
    return from_dict(plain)


def _entity_to_dict(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "mentions": [{**_span_to_dict(mention.span), "form": mention.form} for mention in entity.mentions],
        "country": entity.country,
    }


def _claim_to_dict(claim: Claim) -> dict[str, Any]:
    time = claim.time
    return {
        "id": claim.id,
        "kind": claim.kind,
        "status": claim.status,
        "attribution": [asdict(link) for link in claim.attribution],
        "time": None if time is None else {
            "text": time.text, **_span_to_dict(time.span), "value": time.value, "anchor": time.anchor,
        },
        "place": claim.place,
        "evidence": [_span_to_dict(span) for span in claim.evidence],
        "confidence": claim.confidence,
        **{name: list(value) if isinstance(value, tuple) else value for name, value in asdict(claim.what).items()},
    }  # fmt: skip


def _span_to_dict(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _span(plain: Mapping[str, Any]) -> Span:
    return Span(plain["start"], plain["end"])


def _known(value: Any, closed: Any, where: str) -> Any:
    if value not in get_args(closed):
        raise ClaimError(f"{where} is {value!r}: it must be one of {', '.join(get_args(closed))}")
    return value


def _entity_from_dict(plain: Mapping[str, Any]) -> Entity:
    where = f"entity {plain['id']}"
    return Entity(
        id=plain["id"],
        kind=_known(plain["kind"], EntityKind, f"the kind of {where}"),
        name=plain["name"],
        aliases=tuple(plain["aliases"]),
        mentions=tuple(
            Mention(_span(mention), _known(mention["form"], MentionForm, f"the form of a mention of {where}"))
            for mention in plain["mentions"]
        ),
        country=plain["country"],
    )


def _claim_from_dict(plain: Mapping[str, Any]) -> Claim:
    where, time = f"claim {plain['id']}", plain["time"]
    return Claim(
        id=plain["id"],
        what=_content_from_dict(plain),
        status=_known(plain["status"], Status, f"the status of {where}"),
        attribution=tuple(
            Attribution(link["entity"], None if link["cue"] is None else _span(link["cue"]))
            for link in plain["attribution"]
        ),
        time=None if time is None else Time(
            time["text"], _span(time), time["value"], _known(time["anchor"], Anchor, f"the time anchor of {where}")
        ),
        place=plain["place"],
        evidence=tuple(_span(span) for span in plain["evidence"]),
        confidence=plain["confidence"],
    )  # fmt: skip


def _content_from_dict(plain: Mapping[str, Any]) -> Content:
    kind = CONTENT_OF_KIND.get(plain["kind"])
    if kind is None:
        raise ClaimError(
            f"claim {plain['id']} is of kind {plain['kind']!r}: it must be one of {', '.join(CONTENT_OF_KIND)}"
        )
    values: dict[str, Any] = {}
    for field in fields(kind):
        value = plain[field.name]
        if field.name in CLOSED[kind] and not (value is None and field.name in ("mode", "change")):
            _known(value, CLOSED[kind][field.name], f"{field.name} of claim {plain['id']}")
        if field.name in SPANS:
            value = tuple(_span(span) for span in value)
        elif field.name in SPAN and value is not None:
            value = _span(value)
        elif field.name in IDS:
            value = tuple(value)
        values[field.name] = value
    content: Content = kind(**values)
    return content
