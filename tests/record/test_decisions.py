"""Tests of decisions on claims: what they change, that they outlive every reading, and that they can be taken back."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from records import RECORD

from onrecord.answers import Verdict
from onrecord.errors import ClaimError, RecordError
from onrecord.model import Claim, Event, Office, Record
from onrecord.record import Store, open_to_write
from onrecord.record.check import check_articles, check_whole
from onrecord.record.decisions import (
    ClaimDecision,
    count_waiting,
    decide_claim,
    decisions_of,
    gold_records,
    list_decisions,
    undo_decision,
    waiting_claims,
)
from onrecord.record.inquiry import Inquiry
from onrecord.record.load import load_record
from onrecord.record.write import Arrival, put_reading, put_record

NOW, LATER = "2031-10-01T00:00:00+00:00", "2031-10-02T00:00:00+00:00"
VISIT = 2
"""The number of the claim of the visit that is planned."""


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    with open_to_write(where, now=NOW) as opened:
        with opened.writing() as connection:
            put_record(connection, RECORD, Arrival(NOW, "a test"))
        yield opened


def decide(store: Store, claim: int, verdict: Verdict, corrected: Claim | None = None) -> int:
    told = RECORD.claims[0]
    with store.writing() as connection:
        return decide_claim(
            connection, ClaimDecision(0, 0, claim, verdict, told, corrected, "why", "maria", LATER, None)
        )


def kept(store: Store) -> tuple[Claim, ...]:
    with store.reading() as connection:
        check_whole(connection)
        assert len(list(check_articles(connection))) == 1
        return load_record(connection, 1).claims


def visits(store: Store) -> list[tuple[str, str | None]]:
    return [(each.status, each.decided) for each in Inquiry(store).meetings()]


def test_what_is_rejected_is_no_answer_any_more_until_it_is_taken_back(store: Store) -> None:
    assert visits(store) == [("planned", None), ("denied", None)]
    decide(store, VISIT, "rejected")
    assert visits(store) == [("denied", None)]
    assert len(kept(store)) == len(RECORD.claims)
    with store.writing() as connection:
        assert undo_decision(connection, None, now=LATER).claim == VISIT
    assert visits(store) == [("planned", None), ("denied", None)]


def test_a_correction_changes_the_claim_until_it_is_taken_back(store: Store) -> None:
    visit = RECORD.claims[VISIT - 1]
    assert isinstance(visit.what, Event)
    corrected = replace(
        visit, what=replace(visit.what, mode="visit", actors=("e1",), recipients=("e2",)), status="possible"
    )
    number = decide(store, VISIT, "corrected", corrected)
    assert kept(store)[VISIT - 1] == corrected
    (possible,) = (each for each in Inquiry(store).meetings() if each.status == "possible")
    assert (possible.who, possible.whom, possible.decided) == (("Ana Belu",), ("Hald",), "corrected")
    with store.writing() as connection:
        undo_decision(connection, number, now=LATER)
    assert kept(store) == RECORD.claims


def test_an_office_is_found_by_the_title_that_it_was_corrected_to(store: Store) -> None:
    claim, office = RECORD.claims[0], RECORD.claims[0].what
    assert isinstance(office, Office)
    decide(store, 1, "corrected", replace(claim, what=replace(office, title="Envoy")))
    inquiry = Inquiry(store)
    assert [each.claim for each in inquiry.offices(title="envoy")] == [1]
    assert [each.claim for each in inquiry.offices(title="foreign minister")] == []


def test_a_later_decision_takes_the_place_of_an_earlier_one(store: Store) -> None:
    decide(store, VISIT, "corrected", replace(RECORD.claims[VISIT - 1], status="alleged"))
    decide(store, VISIT, "accepted")
    assert kept(store) == RECORD.claims
    assert visits(store)[0] == ("planned", "accepted")
    with store.reading() as connection:
        assert [(each.verdict, each.undone is None) for each in list_decisions(connection, limit=9)] == [
            ("accepted", True),
            ("corrected", False),
        ]


def reread(store: Store, record: Record) -> None:
    with store.writing() as connection:
        put_reading(connection, record, 1, Arrival(LATER, "another reader"))


def test_decisions_stay_when_the_article_is_read_again(store: Store) -> None:
    corrected = replace(RECORD.claims[VISIT - 1], status="possible")
    decide(store, VISIT, "corrected", corrected)
    decide(store, 6, "rejected")
    other_order = {"e1": "e2", "e2": "e1", "e3": "e3", "e4": "e4"}
    people = tuple(replace(each, id=other_order[each.id]) for each in (RECORD.entities[1], RECORD.entities[0]))
    moved = Record(
        RECORD.document, (*people, *RECORD.entities[2:]), (turned(RECORD.claims[5]), turned(RECORD.claims[1]))
    )
    reread(store, moved)
    assert visits(store) == [("possible", "corrected")]
    assert kept(store)[1].status == "possible"
    with store.writing() as connection:
        undo_decision(connection, 1, now=LATER)
    assert kept(store) == moved.claims


def turned(claim: Claim) -> Claim:
    """The claim of an event in a reading in which the first two entities have each other's ids."""
    assert isinstance(claim.what, Event)
    return replace(claim, what=replace(claim.what, actors=("e2", "e1")))


def test_what_a_new_reading_no_longer_makes_is_kept_in_the_log_and_comes_back(store: Store) -> None:
    decide(store, VISIT, "rejected")
    reread(store, replace(RECORD, claims=RECORD.claims[:1]))
    with store.reading() as connection:
        assert decisions_of(connection, 1) == {}
        assert [each.claim for each in list_decisions(connection, limit=9)] == [None]
    reread(store, RECORD)
    assert visits(store) == [("denied", None)]


def test_a_correction_that_speaks_of_nobody_in_the_new_reading_waits(store: Store) -> None:
    decide(store, 4, "corrected", replace(RECORD.claims[3], status="denied"))
    unnamed = tuple(replace(each, name="Belu") if each.id == "e1" else each for each in RECORD.entities)
    reread(store, replace(RECORD, entities=unnamed))
    assert kept(store)[3].status == "asserted"


def test_the_least_sure_wait_first_and_the_decided_no_longer(store: Store) -> None:
    with store.reading() as connection:
        assert waiting_claims(connection, limit=9) == [2, 1, 3, 4, 5, 6]
        assert waiting_claims(connection, limit=2, after=2) == [1, 3]
    decide(store, VISIT, "accepted")
    with store.reading() as connection:
        assert waiting_claims(connection, limit=2) == [1, 3]
        assert count_waiting(connection) == 5


def test_the_unsure_are_followed_by_those_that_are_surer(store: Store) -> None:
    sure = (0.95, 0.5, 0.85, 0.79, 0.8, 0.2)
    claims = tuple(replace(each, confidence=one) for each, one in zip(RECORD.claims, sure, strict=True))
    reread(store, replace(RECORD, claims=claims))
    with store.reading() as connection:
        *_, first = numbers = sorted(waiting_claims(connection, limit=9), reverse=True)
        told = [number - first for number in waiting_claims(connection, limit=9)]
        assert len(numbers) == 6
        assert told == [5, 1, 3, 4, 2, 0]
        assert waiting_claims(connection, limit=3) == [first + place for place in told[:3]]
        assert waiting_claims(connection, limit=2, after=first + 3) == [first + 4, first + 2]
        assert waiting_claims(connection, limit=2, after=first + 4) == [first + 2, first]


def test_articles_that_are_decided_whole_are_gold(store: Store) -> None:
    for number in range(1, 6):
        decide(store, number, "rejected" if number == VISIT else "accepted")
    with store.reading() as connection:
        assert list(gold_records(connection)) == []
    decide(store, 6, "accepted")
    with store.reading() as connection:
        (record,) = gold_records(connection)
    assert record.claims == RECORD.claims[:1] + RECORD.claims[2:]


def test_what_cannot_be_decided_is_an_error_and_changes_nothing(store: Store) -> None:
    with pytest.raises(RecordError, match="not in the record"):
        decide(store, 99, "accepted")
    with pytest.raises(ClaimError, match="stays one"):
        decide(store, VISIT, "corrected", RECORD.claims[0])
    with pytest.raises(ClaimError, match="how the claim should be"):
        decide(store, VISIT, "corrected")
    with pytest.raises(ClaimError, match="no entity"):
        decide(store, VISIT, "corrected", replace(RECORD.claims[VISIT - 1], place="e9"))
    with pytest.raises(RecordError, match="no such decision"), store.writing() as connection:
        undo_decision(connection, None, now=LATER)
    assert kept(store) == RECORD.claims
