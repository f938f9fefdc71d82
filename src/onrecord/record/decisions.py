"""What people decide of claims: accepted, rejected or corrected, why and when; kept over every reading, and undone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, text, update

from onrecord.answers import Verdict
from onrecord.errors import ClaimError, RecordError
from onrecord.model import Claim, Event, Listing, Office, Record, Span, Statement, Tie
from onrecord.names import normalise
from onrecord.record import schema
from onrecord.record.load import load_record
from onrecord.record.queries import Condition, is_decided
from onrecord.record.rows import read_claim, rows_of, write_claim
from onrecord.record.sides import put_sides
from onrecord.record.tellings import tell_again
from onrecord.record.titles import put_titles

TABLE = schema.claim_decisions
PARTS_OF_CLAIM = (schema.parts, schema.attributions, schema.spans)


@dataclass(frozen=True, slots=True)
class ClaimDecision:
    """What somebody decided of a claim; `claim` is its number, None where the last reading no longer makes it.

    `told` is the claim as it was read, `corrected` as it should be. `time` and `undone` are in UTC.
    """

    id: int
    article: int
    claim: int | None
    verdict: Verdict
    told: Claim
    corrected: Claim | None
    reason: str
    decided_by: str | None
    time: str
    undone: str | None


def claim_key(claim: Claim, record: Record) -> str:
    """What tells a claim from others of its article in any reading: kind, type, place of its words, who does it."""
    what = claim.what
    at: Span = claim.evidence[0]
    detail: str = ""
    who: tuple[str, ...]
    match what:
        case Event():
            detail, who, at = what.event, what.actors, what.trigger
        case Statement():
            who, at = (what.speaker,), what.content[0] if what.content else at
        case Office():
            detail, who = what.title, (what.person,)
        case Listing():
            who = (what.target, what.authority)
        case Tie():
            detail, who = what.relation, (what.a, what.b)
    names = {entity.id: normalise(entity.name) for entity in record.entities}
    return "|".join((claim.kind, str(at.start), str(at.end), detail, *sorted(names.get(each, each) for each in who)))


def decide_claim(connection: Connection, decision: ClaimDecision) -> int:
    """Write down what was decided of the claim with the number, in the place of what was decided before; its number.

    Of the decision `claim`, `verdict`, `corrected`, `reason`, `decided_by` and `time` are asked. Raises RecordError for
    no such claim, ClaimError for a correction that speaks of nobody in the article or makes a claim of another kind.
    """
    if decision.claim is None:
        raise RecordError("there is no such claim: load the page again")
    article = _article_of(connection, decision.claim)
    before = standing_decision(connection, decision.claim)
    if before is not None:
        undo_decision(connection, before.id, now=decision.time)
    record = load_record(connection, article)
    told = _claim(connection, decision.claim, record)
    if (decision.verdict == "corrected") != (decision.corrected is not None):
        raise ClaimError("a correction says how the claim should be, and nothing else does")
    if decision.corrected is not None and decision.corrected.kind != told.kind:
        raise ClaimError(f"a claim of kind {told.kind} stays one: reject it where it is none")
    number = (connection.scalar(select(func.max(TABLE.c.id))) or 0) + 1
    row = {
        "id": number, "article_id": article, "claim_id": decision.claim, "verdict": decision.verdict,
        "key": claim_key(told, record), "told": write_claim(told, record), "reason": decision.reason,
        "corrected": None if decision.corrected is None else write_claim(decision.corrected, record),
        "decided_by": decision.decided_by, "time": decision.time,
    }  # fmt: skip
    connection.execute(insert(TABLE), row)
    if decision.corrected is not None:
        _put_in_place(connection, decision.claim, decision.corrected, record)
    return number


def undo_decision(connection: Connection, number: int | None, *, now: str) -> ClaimDecision:
    """Take back a decision, without a number the last one that stands. Raises RecordError for none."""
    standing = select(TABLE).where(TABLE.c.undone.is_(None)).order_by(TABLE.c.id.desc()).limit(1)
    row = connection.execute(standing if number is None else standing.where(TABLE.c.id == number)).one_or_none()
    if row is None:
        raise RecordError("there is no such decision that stands: load the page again")
    connection.execute(update(TABLE).where(TABLE.c.id == row.id).values(undone=now))
    decision = _decision(row)
    if decision.corrected is not None and decision.claim is not None:
        _put_in_place(connection, decision.claim, decision.told, load_record(connection, decision.article))
    return replace(decision, undone=now)


def standing_decision(connection: Connection, claim: int) -> ClaimDecision | None:
    """What stands that was decided of the claim, None where nothing was."""
    row = connection.execute(select(TABLE).where(TABLE.c.claim_id == claim, TABLE.c.undone.is_(None))).one_or_none()
    return None if row is None else _decision(row)


def decisions_of(connection: Connection, article: int) -> dict[int, ClaimDecision]:
    """What stands that was decided of the claims of an article, by their numbers."""
    rows = select(TABLE).where(TABLE.c.article_id == article, TABLE.c.undone.is_(None), TABLE.c.claim_id.is_not(None))
    return {row.claim_id: _decision(row) for row in connection.execute(rows)}


def list_decisions(connection: Connection, *, limit: int, before: int | None = None) -> list[ClaimDecision]:
    """The log: all decisions, the last first, those with numbers below `before`."""
    rows = select(TABLE).order_by(TABLE.c.id.desc()).limit(limit)
    return [_decision(row) for row in connection.execute(rows if before is None else rows.where(TABLE.c.id < before))]


def waiting_claims(
    connection: Connection, conditions: Sequence[Condition] = (), *, after: int | None = None, limit: int
) -> list[int]:
    """The numbers of claims of current articles of which nobody decided yet, the least sure first."""
    claims, articles = schema.claims, schema.articles
    chosen = select(claims.c.id).join(articles, articles.c.id == claims.c.article_id)
    chosen = chosen.where(articles.c.is_current, ~is_decided(), *conditions)
    if after is not None:
        sure = connection.scalar(select(claims.c.confidence).where(claims.c.id == after))
        behind = (claims.c.confidence > sure) | ((claims.c.confidence == sure) & (claims.c.id > after))
        chosen = chosen.where(behind)
    found: list[int] = []
    for part in (text(schema.UNSURE), text(f"NOT {schema.UNSURE}")):
        in_order = chosen.where(part).order_by(claims.c.confidence, claims.c.id)
        found += connection.scalars(in_order.limit(limit - len(found))) if len(found) < limit else ()
    return found


def count_waiting(connection: Connection, conditions: Sequence[Condition] = ()) -> int:
    """Of how many claims of current articles nobody decided yet."""
    claims, articles = schema.claims, schema.articles
    chosen = select(func.count()).select_from(claims.join(articles, articles.c.id == claims.c.article_id))
    return connection.scalar(chosen.where(articles.c.is_current, ~is_decided(), *conditions)) or 0


def gold_records(connection: Connection) -> Iterator[Record]:
    """The records of articles of whose every claim people decided, without those that they rejected."""
    claims = schema.claims
    open_ones = select(claims.c.article_id).where(~is_decided())
    done = select(TABLE.c.article_id).where(TABLE.c.undone.is_(None), TABLE.c.article_id.not_in(open_ones)).distinct()
    for article in list(connection.scalars(done.order_by(TABLE.c.article_id))):
        record, decisions = load_record(connection, article), decisions_of(connection, article)
        numbers = connection.scalars(select(claims.c.id).where(claims.c.article_id == article).order_by(claims.c.id))
        kept = (claim for n, claim in zip(numbers, record.claims, strict=True) if decisions[n].verdict != "rejected")
        yield replace(record, claims=tuple(kept))


def let_go_of_claims(connection: Connection, article: int) -> None:
    """Keep the decisions of an article while its claims are read anew."""
    connection.execute(update(TABLE).where(TABLE.c.article_id == article).values(claim_id=None))


def apply_decisions(connection: Connection, article: int, record: Record) -> None:
    """Let what was decided of the claims of an article count for those of its new reading that are the same."""
    standing = select(TABLE).where(TABLE.c.article_id == article, TABLE.c.undone.is_(None)).order_by(TABLE.c.id)
    decided = connection.execute(standing).all()
    if not decided:
        return
    claims = schema.claims
    numbers = connection.scalars(select(claims.c.id).where(claims.c.article_id == article).order_by(claims.c.id))
    read = list(zip(numbers, record.claims, strict=True))
    by_key = {claim_key(claim, record): (number, claim) for number, claim in reversed(read)}
    for row in decided:
        if row.key not in by_key:
            continue
        number, claim = by_key.pop(row.key)
        corrected = row.corrected and read_claim(row.corrected, record)
        if row.corrected and not corrected:
            continue  # whom it speaks of is not in this reading
        kept = {"claim_id": number, "told": write_claim(claim, record)}
        kept |= {"corrected": write_claim(corrected, record)} if corrected else {}
        connection.execute(update(TABLE).where(TABLE.c.id == row.id).values(kept))
        if corrected:
            _put_in_place(connection, number, corrected, record)


def _article_of(connection: Connection, claim: int) -> int:
    article = connection.scalar(select(schema.claims.c.article_id).where(schema.claims.c.id == claim))
    if article is None:
        raise RecordError(f"claim {claim} is not in the record: load the page again")
    return int(article)


def _claim(connection: Connection, number: int, record: Record) -> Claim:
    claims = schema.claims
    local = connection.scalar(select(claims.c.local).where(claims.c.id == number))
    before = select(func.count()).where(claims.c.article_id == _article_of(connection, number), claims.c.id < number)
    found = record.claims[connection.scalar(before) or 0]
    if found.id != local:
        raise RecordError(f"claim {number} is not where it should be: check the record with `onrecord check`")
    return found


def _put_in_place(connection: Connection, number: int, claim: Claim, record: Record) -> None:
    """Let the claim with the number be this one."""
    entities, article = schema.entities, _article_of(connection, number)
    rows = connection.execute(select(entities.c.local, entities.c.id).where(entities.c.article_id == article))
    made = rows_of(claim, number, record.document.text, {row.local: row.id for row in rows})
    for table in PARTS_OF_CLAIM:
        connection.execute(delete(table).where(table.c.claim_id == number))
    day = select(schema.articles.c.day).where(schema.articles.c.id == article)
    day_of = made.claim["earliest"] or made.claim["latest"] or connection.scalar(day) or ""
    connection.execute(update(schema.claims).where(schema.claims.c.id == number).values({**made.claim, "day": day_of}))
    for table, values in zip(PARTS_OF_CLAIM, (made.parts, made.attributions, made.spans), strict=True):
        if values:
            connection.execute(insert(table), values)
    put_titles(connection, [made.claim])
    tell_again(connection, [number])
    put_sides(connection, article)


def _decision(row: Any) -> ClaimDecision:
    told = read_claim(row.told)
    if told is None:
        raise RecordError(f"decision {row.id} holds no claim: put back a copy of the record")
    corrected = None if row.corrected is None else read_claim(row.corrected)
    return ClaimDecision(
        row.id, row.article_id, row.claim_id, row.verdict, told, corrected, row.reason, row.decided_by, row.time,
        row.undone,
    )  # fmt: skip
