"""A record as rows of the tables, and rows as the record that they were."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from onrecord.dates.bounds import bounds
from onrecord.errors import ClaimError, RecordError
from onrecord.model import (
    Attribution,
    Claim,
    Content,
    Entity,
    Event,
    Listing,
    Mention,
    Office,
    Record,
    Span,
    Statement,
    Tie,
    Time,
)

Row = dict[str, Any]
Parts = Sequence[tuple[str, tuple[str, ...]]]
SpansOfClaim = Mapping[str, Mapping[int, Span]]
"""For each role of words, the span at each position."""
PLAIN_FIELDS = ("event", "mode", "form", "title", "country", "tenure", "change", "relation")
"""The columns of `claims` that hold what only some kinds of claims have."""


def claim_row(claim: Claim) -> Row:
    """The row of a claim, but for its numbers."""
    time = claim.time
    earliest, latest = bounds(time.value) if time and time.value else (None, None)
    return {
        "local": claim.id,
        "kind": claim.kind,
        "status": claim.status,
        "confidence": claim.confidence,
        "time_text": time and time.text,
        "time_start": time and time.span.start,
        "time_end": time and time.span.end,
        "time_value": time and time.value,
        "time_anchor": time and time.anchor,
        "earliest": earliest,
        "latest": latest,
        **{name: getattr(claim.what, name, None) for name in PLAIN_FIELDS},
    }


def parts_of(claim: Claim) -> Parts:
    """Who takes part in a claim: each role with the entities that fill it."""
    roles = [*_parts_of_content(claim.what), ("place", _all(claim.place))]
    return [(role, ids) for role, ids in roles if ids]


def _parts_of_content(what: Content) -> Parts:
    match what:
        case Event():
            return [("actor", what.actors), ("recipient", what.recipients)]
        case Statement():
            return [("speaker", (what.speaker,)), ("addressee", what.addressees)]
        case Office():
            return [("person", (what.person,)), ("body", _all(what.body))]
        case Listing():
            return [("target", (what.target,)), ("authority", (what.authority,))]
        case Tie():
            return [("a", (what.a,)), ("b", (what.b,))]


def spans_of(claim: Claim) -> Iterable[tuple[str, int, Span]]:
    """The words of a claim: role, position and span of each."""
    roles: list[tuple[str, tuple[Span | None, ...]]] = [("evidence", claim.evidence)]
    match claim.what:
        case Event(trigger=trigger):
            roles.append(("trigger", (trigger,)))
        case Statement(content=content, cue=cue):
            roles += [("content", content), ("cue", (cue,))]
        case Listing(reasons=reasons):
            roles.append(("reason", reasons))
        case Office() | Tie():
            pass
    roles.append(("source", tuple(link.cue for link in claim.attribution)))
    return ((role, place, span) for role, spans in roles for place, span in enumerate(spans) if span is not None)


@dataclass(frozen=True, slots=True)
class ClaimRows:
    """What a claim puts into each table, but for `claims` without the number of its article."""

    claim: Row
    parts: list[Row]
    attributions: list[Row]
    spans: list[Row]


def rows_of(claim: Claim, number: int, text: str, numbers: Mapping[str, int]) -> ClaimRows:
    """All rows of the claim with that number; `numbers` are those of its article's entities, by their local ids.

    Raises ClaimError when the claim speaks of an entity that has none.
    """

    def of(entity: str) -> int:
        if entity not in numbers:
            raise ClaimError(
                f"claim {claim.id} speaks of {entity}, which is no entity of its record: repair the record"
            )
        return numbers[entity]

    return ClaimRows(
        {"id": number, **claim_row(claim)},
        [
            {"claim_id": number, "role": role, "position": n, "entity_id": of(entity)}
            for role, ids in parts_of(claim)
            for n, entity in enumerate(ids)
        ],
        [{"claim_id": number, "position": n, "entity_id": of(link.entity)} for n, link in enumerate(claim.attribution)],
        [
            {
                "claim_id": number, "role": role, "position": n, "start": span.start, "end": span.end,
                "words": span.of(text),
            }
            for role, n, span in spans_of(claim)
        ],
    )  # fmt: skip


def write_claim(claim: Claim, record: Record) -> str:
    """The claim as JSON, with the names of whom it speaks, as `read_claim` reads it."""
    links = [link.entity for link in claim.attribution]
    spoken_of = {*links, *(each for _, ids in parts_of(claim) for each in ids)}
    kept = {
        "row": claim_row(claim),
        "parts": parts_of(claim),
        "links": links,
        "spans": [(role, n, span.start, span.end) for role, n, span in spans_of(claim)],
        "names": {each.id: [each.kind, each.name] for each in record.entities if each.id in spoken_of},
    }
    return json.dumps(kept)


def read_claim(kept: str, record: Record | None = None) -> Claim | None:
    """The claim that `write_claim` wrote. With another record of the same article it speaks of that one's entities, by
    kind and name; None where one of them is not there."""
    plain = json.loads(kept)
    ids = {each: each for each in plain["names"]}
    if record is not None:
        known = {(each.kind, each.name): each.id for each in reversed(record.entities)}
        ids = {each: known.get(tuple(named), "") for each, named in plain["names"].items()}
        if not all(ids.values()):
            return None
    spans: dict[str, dict[int, Span]] = {}
    for role, n, start, end in plain["spans"]:
        spans.setdefault(role, {})[n] = Span(start, end)
    parts = {role: tuple(ids[each] for each in some) for role, some in plain["parts"]}
    return claim_of(SimpleNamespace(id=0, **plain["row"]), parts, [ids[each] for each in plain["links"]], spans)


def said_in(words: Iterable[str]) -> str:
    """The words of a statement as they are made findable: its pieces, the gaps between them marked."""
    return " … ".join(words)


def entity_of(row: Any, aliases: Sequence[str], mentions: Sequence[Mention]) -> Entity:
    """The entity of a row of `entities`, with what stands of it in the other tables."""
    return Entity(row.local, row.kind, row.name, tuple(aliases), tuple(mentions), row.country)


def claim_of(row: Any, parts: Mapping[str, tuple[str, ...]], links: Sequence[str], spans: SpansOfClaim) -> Claim:
    """The claim of a row of `claims`, with the local ids of each role and of the chain of attribution."""
    time = None
    if row.time_text is not None:
        time = Time(row.time_text, Span(row.time_start, row.time_end), row.time_value, row.time_anchor)
    cues = spans.get("source", {})
    return Claim(
        id=row.local,
        what=_content_of(row, parts, spans),
        status=row.status,
        attribution=tuple(Attribution(entity, cues.get(place)) for place, entity in enumerate(links)),
        time=time,
        place=_first(parts, "place"),
        evidence=tuple(spans["evidence"].values()),
        confidence=row.confidence,
    )


def _content_of(row: Any, parts: Mapping[str, tuple[str, ...]], spans: SpansOfClaim) -> Content:
    def all_of(role: str) -> tuple[str, ...]:
        return parts.get(role, ())

    def words_of(role: str) -> tuple[Span, ...]:
        return tuple(spans.get(role, {}).values())

    match row.kind:
        case "event":
            return Event(row.event, row.mode, all_of("actor"), all_of("recipient"), spans["trigger"][0])
        case "statement":
            cue = spans.get("cue", {}).get(0)
            return Statement(parts["speaker"][0], all_of("addressee"), row.form, words_of("content"), cue)
        case "office":
            body = _first(parts, "body")
            return Office(parts["person"][0], row.title, body, row.country, row.tenure, row.change)
        case "listing":
            return Listing(parts["target"][0], parts["authority"][0], words_of("reason"))
        case "tie":
            return Tie(parts["a"][0], parts["b"][0], row.relation)
    raise RecordError(f"claim {row.id} is of kind {row.kind!r}, which no record holds: put back a copy of the record")


def _first(parts: Mapping[str, tuple[str, ...]], role: str) -> str | None:
    return parts[role][0] if role in parts else None


def _all(entity: str | None) -> tuple[str, ...]:
    return () if entity is None else (entity,)
