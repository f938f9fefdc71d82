"""What people decided of an article's claims, carried over to those of its next version that say the same."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from onrecord.model import Claim, Record, Span, Statement, Time
from onrecord.names import normalise
from onrecord.record import schema
from onrecord.record.decisions import decide_claim, decisions_of
from onrecord.record.load import load_record
from onrecord.record.rows import parts_of, read_claim, write_claim

CARRIED = re.compile(r"(?:; )?carried over from article \d+$")
WORDS = ("trigger", "content", "cue", "reasons")
PLAIN = ("event", "mode", "form", "title", "country", "tenure", "change", "relation")
Key = tuple[Any, ...]


def carry_decisions(connection: Connection, earlier: int, later: int) -> None:
    """Let what stands decided of a version's claims count for the claims of a later one that say the same in the same
    words, of which nobody decided yet. The former version keeps its own."""
    decided = decisions_of(connection, earlier)
    if not decided:
        return
    before, after = load_record(connection, earlier), load_record(connection, later)
    free: dict[Key, list[tuple[int, Claim]]] = defaultdict(list)
    known = decisions_of(connection, later)
    for number, claim in _numbered(connection, later, after):
        if number not in known:
            free[_key(claim, after)].append((number, claim))
    for number, _ in _numbered(connection, earlier, before):
        decision = decided.get(number)
        same = free[_key(decision.told, before)] if decision else []
        if decision is None or not same:
            continue
        new, claim = same.pop(0)
        corrected = decision.corrected and _moved(decision.corrected, (before, after), claim)
        if corrected or not decision.corrected:
            reason = "; ".join(filter(None, (CARRIED.sub("", decision.reason), f"carried over from article {earlier}")))
            decide_claim(connection, replace(decision, claim=new, corrected=corrected, reason=reason))


def _numbered(connection: Connection, article: int, record: Record) -> Iterator[tuple[int, Claim]]:
    table = schema.claims
    numbers = connection.scalars(select(table.c.id).where(table.c.article_id == article).order_by(table.c.id))
    return zip(numbers, record.claims, strict=True)


def _key(claim: Claim, record: Record) -> Key:
    """What a claim says, in which words, wherever they stand."""
    names = {each.id: normalise(each.name) for each in record.entities}
    text = record.document.text
    words = [*claim.evidence, *(claim.what.content if isinstance(claim.what, Statement) else ())]
    return (
        claim.kind, claim.status, *(getattr(claim.what, name, None) for name in PLAIN),
        *((role, *sorted(names.get(each, each) for each in ids)) for role, ids in parts_of(claim)),
        *(normalise(span.of(text)) for span in words),
    )  # fmt: skip


def _moved(corrected: Claim, versions: tuple[Record, Record], claim: Claim) -> Claim | None:
    """The claim of the later version as it was corrected in the earlier one; None where that names somebody or a time
    that the later one does not."""
    before, after = versions
    named = read_claim(write_claim(corrected, before), after)
    if named is None:
        return None
    # Its words stand where the later version has them; what was corrected is all else.
    spans = {name: getattr(claim.what, name) for name in WORDS if hasattr(claim.what, name)}
    time = named.time and _time(named.time, after.document.text, claim)
    if named.time and time is None:
        return None
    return replace(claim, what=replace(named.what, **spans), status=named.status, time=time, place=named.place)


def _time(time: Time, text: str, claim: Claim) -> Time | None:
    at = [match.start() for match in re.finditer(re.escape(time.text), text)]
    if not at:
        return None
    start = min(at, key=lambda place: abs(place - claim.evidence[0].start))
    return replace(time, span=Span(start, start + len(time.text)))
