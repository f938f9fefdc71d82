"""Tests of the words for claims: parties, quotations with their key word, chain, time and place, on one clean line."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import RECORD

from onrecord.export.wording import Wording, clean, moment_in_words, word
from onrecord.model import Claim, Document, Office, Record, Span, Statement, Tie, Time

WORDS = [word(RECORD, claim) for claim in RECORD.claims]


def parties(wording: Wording) -> str:
    return "".join(piece.text for piece in wording.parties)


def quotation(wording: Wording) -> str:
    return "".join(piece.text for piece in wording.quotation)


@pytest.mark.parametrize(
    ("number", "detail", "told"),
    [
        (0, "current", "Ana Belu, Foreign Minister"),
        (1, "CONSULT meet", "Ana Belu and Hald"),
        (2, "mixed", "ministry → Hald"),
        (3, "ally", "Hald is an ally of Ana Belu"),
        (4, "sanctions", "Hald on the list of Norland"),
    ],
)
def test_who_and_whom(number: int, detail: str, told: str) -> None:
    assert (WORDS[number].detail, parties(WORDS[number])) == (detail, told)


def test_an_event_shows_the_word_that_it_hangs_on() -> None:
    assert [(piece.text, piece.strong) for piece in WORDS[1].quotation] == [
        ("will ", False),
        ("meet", True),
        (" President <Tor> Hald on Friday", False),
    ]


def test_a_statement_shows_what_was_said() -> None:
    assert quotation(WORDS[2]) == "will meet … and we are glad,"


def test_words_that_are_not_the_speakers_stand_behind_what_reports_them() -> None:
    text = "Belu denied that Hald lied."
    said = Statement("e1", (), "indirect", (Span(12, 26),), Span(5, 11))
    claim = Claim("c1", said, "asserted", (), None, None, (Span(5, 26),), 1.0)
    record = replace(RECORD, document=Document(id="d", text=text), claims=(claim,))
    assert quotation(word(record, claim)) == "denied that Hald lied"


def test_chain_time_and_place() -> None:
    assert (WORDS[1].chain, WORDS[1].time, WORDS[1].place) == ("ministry", "on Friday = 2024-11-08", "Norland")
    assert (WORDS[0].chain, WORDS[0].time, WORDS[0].place) == ("", "", "")


def test_an_office_tells_change_body_and_country() -> None:
    claim = Claim("c1", Office("e1", "chair", "e3", "no", "former", "resigned"), "asserted", (), None, None, SPANS, 1.0)
    wording = word(RECORD, claim)
    assert (wording.detail, parties(wording)) == ("former, resigned", "Ana Belu, chair, ministry (NO)")


SPANS = (Span(0, 7),)


@pytest.mark.parametrize(
    ("time", "told"),
    [
        (Time("last week", SPANS[0], None, "relative"), "last week (date unknown)"),
        (Time("previously", SPANS[0], None, "order"), "previously"),
        (Time("2024", SPANS[0], "2024", "absolute"), "2024"),
    ],
)
def test_times(time: Time, told: str) -> None:
    claim = Claim("c1", Tie("e1", "e2", "ally"), "asserted", (), time, None, SPANS, 1.0)
    assert word(RECORD, claim).time == told


def test_what_steers_a_terminal_is_left_out() -> None:
    assert clean("a\x1b[31mb\u202e\x00\n c\u2028d") == "a[31mb c d"


@given(st.text())
def test_clean_text_is_one_line_that_can_be_printed(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert cleaned.splitlines() in ([], [cleaned])
    assert clean(cleaned) == cleaned


def test_an_entity_that_is_not_there_is_told_by_its_id() -> None:
    claim = Claim("c1", Tie("e8", "e9", "owner"), "asserted", (), None, "e7", SPANS, 1.0)
    wording = word(Record(Document("x", "A owns B"), (), (claim,)), claim)
    assert (parties(wording), wording.place) == ("e8 owns e9", "e7")


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2031-09-03", "2031-09-03"),
        ("2031-09-03T08:30:00+02:00", "2031-09-03, 08:30 +02:00"),
        ("2031-09-03T08:30:00.000Z", "2031-09-03, 08:30 UTC"),
        ("2031-09-03T08:30", "2031-09-03, 08:30"),
        ("2031-W36", "2031-W36"),
        ("2031-09-03T25", "2031-09-03T25"),
    ],
)
def test_a_moment_is_told_with_its_hour_and_zone(published: str, told: str) -> None:
    assert moment_in_words(published) == told
