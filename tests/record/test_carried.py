"""Tests of decisions that are carried over to the next version of an article: to claims that say the same, once."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from records import RECORD

from onrecord.answers import Verdict
from onrecord.model import Claim, Event, Record, Span
from onrecord.record import Store, open_to_write
from onrecord.record.check import check_articles, check_whole
from onrecord.record.decisions import ClaimDecision, decide_claim, decisions_of, list_decisions, undo_decision
from onrecord.record.load import load_record
from onrecord.record.overview import changes_of
from onrecord.record.versions import revive
from onrecord.record.write import Arrival, put_record

NOW, LATER = "2031-10-01T00:00:00+00:00", "2031-10-02T00:00:00+00:00"
ADDRESS = "https://news.example/1"
VISIT, LISTING, PLACES = 2, 5, len(RECORD.claims)
UPDATE = "Updated at noon. "


def moved(value: Any) -> Any:
    """The same further back in the text, by the length of what was put before it."""
    if isinstance(value, Span):
        return Span(value.start + len(UPDATE), value.end + len(UPDATE))
    if isinstance(value, tuple):
        return tuple(moved(each) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: moved(getattr(value, each.name)) for each in fields(value)})
    return value


FIRST = replace(RECORD, document=replace(RECORD.document, url=ADDRESS))
SECOND = Record(
    replace(FIRST.document, text=UPDATE + FIRST.document.text), moved(FIRST.entities), moved(FIRST.claims)
)  # fmt: skip


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    with open_to_write(where, now=NOW) as opened:
        put(opened, FIRST)
        yield opened


def put(store: Store, record: Record) -> None:
    with store.writing() as connection:
        put_record(connection, record, Arrival(NOW, "a test"))


def decide(store: Store, claim: int, verdict: Verdict, corrected: Claim | None = None, reason: str = "why") -> int:
    with store.writing() as connection:
        told = RECORD.claims[0]
        return decide_claim(
            connection, ClaimDecision(0, 0, claim, verdict, told, corrected, reason, "maria", LATER, None)
        )


def decided(store: Store, article: int) -> dict[int, tuple[str, str]]:
    with store.reading() as connection:
        check_whole(connection)
        list(check_articles(connection))
        return {claim: (each.verdict, each.reason) for claim, each in decisions_of(connection, article).items()}


def claims_of(store: Store, article: int) -> tuple[Claim, ...]:
    with store.reading() as connection:
        return load_record(connection, article).claims


def test_claims_that_say_the_same_keep_what_was_decided(store: Store) -> None:
    decide(store, VISIT, "rejected")
    decide(store, LISTING, "accepted", reason="")
    before = decided(store, 1)
    put(store, SECOND)
    carried = {
        PLACES + VISIT: ("rejected", "why; carried over from article 1"),
        PLACES + LISTING: ("accepted", "carried over from article 1"),
    }
    assert decided(store, 2) == carried
    assert decided(store, 1) == before
    with store.reading() as connection:
        last = list_decisions(connection, limit=1)[0]
        assert (last.decided_by, last.time) == ("maria", LATER)
    third = replace(FIRST, document=replace(FIRST.document, text=FIRST.document.text + " More."))
    put(store, third)
    assert decided(store, 3)[2 * PLACES + VISIT] == ("rejected", "why; carried over from article 2")


def test_claims_that_say_something_else_are_open_again(store: Store) -> None:
    for claim in (VISIT, LISTING):
        decide(store, claim, "rejected")
    firmer = replace(SECOND.claims[VISIT - 1], status="asserted")
    put(store, replace(SECOND, claims=(SECOND.claims[0], firmer)))
    assert decided(store, 2) == {}


def test_a_correction_is_made_in_the_later_version_too(store: Store) -> None:
    visit = RECORD.claims[VISIT - 1]
    assert isinstance(visit.what, Event)
    what = replace(visit.what, mode="visit", actors=("e1",), recipients=("e2",))
    decide(store, VISIT, "corrected", replace(visit, what=what, status="possible"))
    put(store, SECOND)
    assert claims_of(store, 2)[VISIT - 1] == moved(replace(visit, what=what, status="possible"))
    with store.reading() as connection:
        assert changes_of(connection, 2) == []
    with store.writing() as connection:
        assert undo_decision(connection, None, now=LATER).claim == PLACES + VISIT
    assert claims_of(store, 2) == SECOND.claims
    assert VISIT in decided(store, 1)


def test_a_correction_that_speaks_of_nobody_in_the_later_version_is_left(store: Store) -> None:
    decide(store, VISIT, "corrected", replace(RECORD.claims[VISIT - 1], place="e3"))
    unnamed = tuple(replace(each, kind="group") if each.id == "e3" else each for each in SECOND.entities)
    put(store, replace(SECOND, entities=unnamed))
    assert decided(store, 2) == {}
    untimed = replace(SECOND, document=replace(SECOND.document, text=SECOND.document.text + " More."))
    put(store, untimed)
    assert decided(store, 3) == {}


def test_a_version_that_stands_again_takes_over_what_was_decided_meanwhile(store: Store) -> None:
    put(store, replace(SECOND, document=replace(SECOND.document, fetched=NOW)))
    decide(store, PLACES + LISTING, "rejected")
    with store.writing() as connection:
        assert revive(connection, 1, LATER)
    assert decided(store, 1) == {LISTING: ("rejected", "why; carried over from article 2")}
