"""Review: claims by how sure they are, the least sure first, to be accepted, rejected or corrected with keys alone."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from onrecord.answers import Answer, Verdict
from onrecord.errors import ClaimError, RecordError
from onrecord.export.jsonl import to_dict
from onrecord.model import Claim, ClaimKind, Record
from onrecord.record.decisions import (
    ClaimDecision,
    count_waiting,
    decide_claim,
    gold_records,
    list_decisions,
    standing_decision,
    undo_decision,
    waiting_claims,
)
from onrecord.record.fetch import fetch_answers
from onrecord.record.load import load_record
from onrecord.record.overview import claim_numbers
from onrecord.record.queries import Condition
from onrecord.record.schema import claims
from onrecord.serve.access import change, many, reader
from onrecord.serve.corrected import choices_of, correct, sides_of
from onrecord.serve.marked import Card, Reading, read_marks
from onrecord.serve.questions import LARGEST, Number
from onrecord.serve.render import go_to, show
from onrecord.serve.site import Site, site_of

LISTED = 50
AHEAD = 8
"""So many of the claims that wait next are shown."""

router = APIRouter(include_in_schema=False, dependencies=[Depends(reader)])


class Queue(BaseModel):
    """Which claims are gone through."""

    kind: ClaimKind | None = None
    article: Number = None
    after: Number = None
    done: Number = None

    def conditions(self) -> list[Condition]:
        """What holds of the claims of the queue."""
        kinds = [claims.c.kind == self.kind] if self.kind else []
        return kinds + ([claims.c.article_id == self.article] if self.article else [])

    def address(self, **more: int | None) -> str:
        """The address of the queue, with something else said of it."""
        told = {"kind": self.kind, "article": self.article} | more
        query = urlencode({name: value for name, value in told.items() if value})
        return f"/review?{query}" if query else "/review"


@dataclass(frozen=True, slots=True)
class Shown:
    """A claim to decide of, with its article around it."""

    answer: Answer
    record: Record
    reading: Reading
    place: int
    decision: ClaimDecision | None

    @property
    def card(self) -> Card:
        """The claim as its article's page shows it."""
        return self.reading.cards[self.place]

    @property
    def claim(self) -> Claim:
        """The claim itself."""
        return self.record.claims[self.place]

    @property
    def around(self) -> Sequence[object]:
        """The paragraphs in which its words stand."""
        number = self.place + 1
        return [part for part in self.reading.paragraphs if any(number in each.claims for each in part)]


@router.get("/review")
@router.get("/review.json")
def review(request: Request, queue: Annotated[Queue, Query()]) -> Response:
    """The next claim of the queue."""
    site = site_of(request)
    with site.asking() as connection:
        waiting = waiting_claims(connection, queue.conditions(), after=queue.after, limit=AHEAD + 1)
        shown = _shown(connection, waiting[0]) if waiting else None
        model: dict[str, object] = {
            "claim": shown.answer if shown else None,
            "ahead": fetch_answers(connection, waiting[1:]),
            "done": _done(connection, queue.done),
        }
    model["waiting"] = _waiting(site, queue)
    return _page(request, model, shown, queue, goes_on=True)


@router.get("/review/{number:int}")
@router.get("/review/{number:int}.json")
def one(request: Request, number: int, queue: Annotated[Queue, Query()]) -> Response:
    """One claim to decide of, or to decide of anew."""
    with site_of(request).asking() as connection:
        shown = _shown(connection, min(number, LARGEST))
        done = _done(connection, queue.done)
        model: dict[str, object] = {"waiting": None, "claim": shown.answer, "ahead": [], "done": done}
    return _page(request, model, shown, queue)


@router.post("/review/{number:int}")
def decide(request: Request, number: int, fields: Annotated[Mapping[str, Sequence[str]], Depends(many)]) -> Response:
    """Write down what was decided of a claim, and go on to the next one."""
    site, reason = site_of(request), _first(fields, "reason").strip()[:1000]
    verdict = _verdict(_first(fields, "verdict"))
    if verdict != "accepted" and not reason:
        raise ClaimError("a claim that is rejected or corrected needs a reason: say in a few words why")
    with site.changing() as connection:
        shown = _shown(connection, min(number, LARGEST))
        told = shown.decision.told if shown.decision else shown.claim
        corrected = correct(told, shown.record, fields) if verdict == "corrected" else None
        name = request.state.visitor.name
        decision = ClaimDecision(
            0, shown.answer.article, number, verdict, told, corrected, reason, name, site.now(), None
        )  # fmt: skip
        made = decide_claim(connection, decision)
    queue = Queue.model_validate({name: _first(fields, name) or None for name in ("kind", "article")})
    return go_to(queue.address(done=made))


@router.post("/review/undo")
def take_back(request: Request, fields: Annotated[Mapping[str, str], Depends(change)]) -> Response:
    """Take a decision back, and go to its claim."""
    site, number = site_of(request), fields.get("decision", "")
    if not number.isdecimal():
        raise RecordError("there is no such decision that stands: load the page again")
    with site.changing() as connection:
        taken = undo_decision(connection, min(int(number), LARGEST), now=site.now())
    return go_to(f"/review/{taken.claim}" if taken.claim else "/decisions")


@router.get("/decisions")
@router.get("/decisions.json")
def decisions(request: Request, before: Number = None) -> Response:
    """The log of what was decided of claims."""
    with site_of(request).asking() as connection:
        found = list_decisions(connection, limit=LISTED + 1, before=before)
        numbers = [each.claim for each in found if each.claim is not None]
        answers = {each.claim: each for each in fetch_answers(connection, numbers)}
    following = found[LISTED - 1].id if len(found) > LISTED else None
    return show(request, "decisions.html", {"decisions": found[:LISTED], "next": following}, answers=answers)


@router.get("/decisions/gold.jsonl")
def gold(request: Request) -> Response:
    """The articles of whose every claim somebody decided, as gold records: one on each line, without confidence."""
    site = site_of(request)

    def lines() -> Iterator[str]:
        with site.asking() as connection:
            for record in gold_records(connection):
                plain = to_dict(record)
                for claim in plain["claims"]:
                    del claim["confidence"]
                yield json.dumps(plain) + "\n"

    headers = {"Content-Disposition": 'attachment; filename="gold.jsonl"'}
    return StreamingResponse(lines(), media_type="application/jsonl", headers=headers)


def _waiting(site: Site, queue: Queue) -> int | None:
    """Of how many claims of the queue nobody decided, None where that is still being counted."""
    count = partial(count_waiting, conditions=queue.conditions())
    if queue.article is None:
        return site.count(f"waiting {queue.kind}", count)
    with site.asking() as connection:
        return count(connection)


def _page(
    request: Request, model: Mapping[str, object], shown: Shown | None, queue: Queue, *, goes_on: bool = False
) -> Response:
    page: dict[str, object] = {"shown": shown, "queue": queue, "choices": [], "sides": [], "goes_on": goes_on}
    if shown is not None:
        page |= {"choices": choices_of(shown.claim), "sides": sides_of(shown.claim)}
    return show(request, "review.html", model, **page)


def _shown(connection: Connection, number: int) -> Shown:
    found = connection.execute(claims.select().where(claims.c.id == number)).one_or_none()
    if found is None:
        raise RecordError(f"claim {number} is not in the record: its article was read again, look there")
    (answer,) = fetch_answers(connection, [number])
    numbers, record = claim_numbers(connection, answer.article), load_record(connection, answer.article)
    reading = read_marks(record, claims=numbers)
    return Shown(answer, record, reading, numbers.index(number), standing_decision(connection, number))


def _done(connection: Connection, number: int | None) -> ClaimDecision | None:
    """The decision that was made last, to be told of and undone."""
    found = list_decisions(connection, limit=1, before=number + 1) if number else []
    return found[0] if found and found[0].id == number and found[0].undone is None else None


def _verdict(given: str) -> Verdict:
    match given:
        case "accepted" | "rejected" | "corrected":
            return given
        case _:
            raise ClaimError("a claim is accepted, rejected or corrected: choose one")


def _first(fields: Mapping[str, Sequence[str]], name: str) -> str:
    return next(iter(fields.get(name, ())), "")
