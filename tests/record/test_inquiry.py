"""Tests of the questions to a record: what answers each, what does not, and in which order."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from onrecord.answers import Answers, Filters
from onrecord.errors import RecordError
from onrecord.model import (
    Attribution,
    Claim,
    Content,
    Document,
    Entity,
    EntityKind,
    Event,
    Listing,
    Mention,
    Office,
    Record,
    Span,
    Statement,
    Status,
    Tie,
    Time,
)
from onrecord.record import open_to_write
from onrecord.record.identities import Join
from onrecord.record.inquiry import Inquiry, months_of, open_inquiry
from onrecord.record.write import Arrival, put_record

NOW = "2031-10-01T00:00:00+00:00"
TEXT = (
    "President Ana Belu met Tor Hald on Monday. She said that Hald was a friend. Norland condemned Belu. "
    "Hald will visit Velmark. The Union has Hald on its list. Hald is an ally of Belu."
)
KINDS: dict[str, EntityKind] = {
    "Ana Belu": "person", "Tor Hald": "person", "Norland": "state", "Velmark": "place", "Union": "organization",
}  # fmt: skip
IDS = {name: f"e{number}" for number, name in enumerate(KINDS, 1)}


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def claim(what: Content, words: str, *, status: Status = "asserted", day: str | None = None) -> Claim:
    time = Time("Monday", span("Monday"), day, "relative") if day else None
    return Claim("c", what, status, (), time, None, (span(words),), 0.8)


def article(number: int, *, publisher: str, published: str, claims: tuple[Claim, ...]) -> Record:
    entities = tuple(
        Entity(IDS[name], kind, name, (), (Mention(span(name), "name"),), None) for name, kind in KINDS.items()
    )
    hald = replace(entities[1], mentions=(*entities[1].mentions, Mention(span("Hald was"), "name")))
    document = Document(
        f"d{number}", TEXT, url=f"https://news.example/{publisher}/{number}", title=f"Article {number}",
        publisher=publisher, published=published,
    )  # fmt: skip
    numbered = tuple(replace(each, id=f"c{place}") for place, each in enumerate(claims, 1))
    return Record(document, (entities[0], hald, *entities[2:]), numbered)


A, B, NORLAND, VELMARK, UNION = IDS.values()
MEETING = Event("CONSULT", "meet", (A, B), (), span("met"))
VISIT = Event("CONSULT", "visit", (B,), (NORLAND,), span("visit"))
BLAME = Event("ACCUSE", None, (NORLAND,), (A,), span("condemned"))
SAID = Statement(A, (), "indirect", (span("Hald was a friend"),), span("said"))
FIRST = (
    claim(MEETING, "met Tor Hald on Monday", day="2031-09-01"),
    claim(Office(A, "President", None, "no", "current", None), "President Ana Belu"),
    claim(SAID, "She said that Hald was a friend"),
    claim(BLAME, "Norland condemned Belu"),
    replace(claim(VISIT, "Hald will visit Velmark", status="planned"), attribution=(Attribution(A, span("said")),)),
    claim(Listing(B, UNION, ()), "Hald on its list"),
    claim(Tie(B, A, "ally"), "Hald is an ally of Belu"),
)
ARTICLES = (
    article(1, publisher="The Courier", published="2031-09-02", claims=FIRST),
    article(2, publisher="The Herald", published="2031-09-05", claims=FIRST[:1]),
    article(
        3, publisher="The Courier", published="2031-09-20", claims=(claim(BLAME, "condemned Belu", day="2031-09"),)
    ),
)


def _joins() -> dict[str, Join]:
    numbers = enumerate(IDS.values(), 1)
    return {local: Join(None, joined=number, canonical=number, score=1.0) for number, local in numbers}


@pytest.fixture
def record(where: str) -> Iterator[Inquiry]:
    """Three articles; the entities of the later ones are joined to those of the first."""
    with open_to_write(where, now=NOW) as store:
        for number, each in enumerate(ARTICLES):
            joins = _joins() if number else {}
            with store.writing() as connection:
                put_record(connection, each, Arrival(NOW, "a test", joins=joins))
    with open_inquiry(where) as inquiry:
        yield inquiry


def test_a_dossier_has_its_sections(record: Inquiry) -> None:
    dossier = record.who("tor hald")
    assert (dossier.identity.name, dossier.identity.articles, dossier.others) == ("Tor Hald", 3, ())
    assert {name: len(answers) for name, answers in dossier.sections.items()} == {
        "offices": 0, "meetings": 3, "statements by": 0, "statements to": 0, "statements about": 1,
        "listings": 1, "ties": 1, "other events": 0,
    }  # fmt: skip
    about = dossier.sections["statements about"][0]
    assert (about.who, about.words) == (("Ana Belu",), "said … Hald was a friend")


def test_an_answer_tells_its_words_its_source_and_whose_word_it_is(record: Inquiry) -> None:
    (visit,) = record.meetings(with_="Norland")
    assert (visit.who, visit.whom, visit.detail, visit.status) == (
        ("Tor Hald",),
        ("Norland",),
        "CONSULT visit",
        "planned",
    )
    assert (visit.said_by, visit.words, visit.publisher) == (("Ana Belu",), "Hald will visit Velmark", "The Courier")


def test_what_somebody_says_of_himself_is_told_once(record: Inquiry) -> None:
    sections = record.who("Tor Hald").sections
    assert not {a.claim for a in sections["statements by"]} & {a.claim for a in sections["statements about"]}
    assert not record.who("Ana Belu").sections["statements about"]


def test_what_describes_somebody_is_no_name_to_ask_for(where: str) -> None:
    described = replace(ARTICLES[0].entities[0], aliases=("President",))
    with open_to_write(where, now=NOW) as store, store.writing() as connection:
        put_record(connection, replace(ARTICLES[0], entities=(described, *ARTICLES[0].entities[1:])), Arrival(NOW, "a"))
    with open_inquiry(where) as inquiry:
        assert inquiry.who("Ana Belu").identity.names == ("Ana Belu",)
        with pytest.raises(RecordError, match="nobody in the record is called President"):
            inquiry.who("President")


def test_sources_that_tell_the_same_are_counted(record: Inquiry) -> None:
    met = record.meetings(of="Belu", with_="Hald", filters=Filters(sources=2))
    assert [(answer.day, answer.sources) for answer in met] == [("2031-09-01", 2), ("2031-09-01", 2)]
    assert not record.meetings(with_="Norland", filters=Filters(sources=2))


@pytest.mark.parametrize(
    ("filters", "articles"),
    [
        (Filters(since="2031-09-05"), [3]),
        (Filters(until="2031-09-02"), [1, 2, 1, 3]),
        (Filters(statuses=("planned",)), []),
        (Filters(publisher="herald"), [2]),
        (Filters(min_confidence=0.9), []),
        (Filters(limit=1), [1]),
    ],
)
def test_filters_narrow_what_is_answered(record: Inquiry, filters: Filters, articles: list[int]) -> None:
    answers = record.who("Ana Belu", filters).sections
    found = [a.article for name in ("meetings", "other events") for a in answers[name]]
    assert sorted(found) == sorted(articles) if filters.limit > 1 else len(answers["meetings"]) == 1


def test_two_sides_have_one_line_of_time_and_a_balance(record: Inquiry) -> None:
    between = record.between("Norland", "Ana Belu")
    assert [(a.article, a.detail) for a in between.answers] == [(1, "ACCUSE"), (3, "ACCUSE")]
    assert [(month.month, month.balance) for month in between.months] == [("2031-09", -2)]
    assert [a.kind for a in record.between("Belu", "Hald").answers] == ["statement", "tie", "event", "event"]


def test_a_headline_is_no_second_event_beside_what_its_article_dates(record: Inquiry) -> None:
    dated = next(a for a in record.between("Norland", "Ana Belu").answers if a.earliest)
    undated = replace(dated, earliest=None, latest=None, time=None)
    assert [month.balance for month in months_of(Answers((dated, undated)))] == [-1]
    assert [month.balance for month in months_of(Answers((dated, replace(undated, article=9))))] == [-2]


def test_offices_statements_and_listings_are_found_by_what_narrows_them(record: Inquiry) -> None:
    assert [a.title for a in record.offices(country="no", title="president")] == ["President"]
    assert not record.offices(country="se")
    assert [a.words for a in record.statements(by="Belu", about="Hald", text="friends")] == ["said … Hald was a friend"]
    assert not record.statements(by="Hald")
    assert [a.whom for a in record.listings(of="Hald", by="Union")] == [("Union",)]


def test_a_day_has_what_was_on_it_and_what_stands_undated_in_its_articles(record: Inquiry) -> None:
    assert [a.article for a in record.on("2031-09-01")] == [3, 2, 1]
    assert [a.article for a in record.on("2031-09-30")] == [3]  # "in September"
    assert {a.kind for a in record.on("2031-09-02")} == {"statement", "event", "listing", "tie"}
    assert not record.on("2031-10-05")


def test_words_are_found_in_statements_and_articles(record: Inquiry) -> None:
    found = record.search("friend")
    assert [a.words for a in found.statements] == ["said … Hald was a friend"]
    assert sorted(passage.article for passage in found.passages) == [1, 2, 3]
    assert "was a friend" in found.passages[0].words
    assert not record.search("zeppelin").passages


@pytest.mark.parametrize("name", ["Nobody Here", "#999", ""])
def test_a_name_that_nobody_bears_is_an_error(record: Inquiry, name: str) -> None:
    with pytest.raises(RecordError, match="nobody in the record is called"):
        record.who(name)


@pytest.mark.parametrize(
    ("typed", "meant"), [("Anna Bellu", "Ana Belu"), ("Tor Halt", "Tor Hald"), ("Velmarc", "Velmark")]
)
def test_a_name_that_is_typed_wrong_brings_up_those_that_are_like_it(record: Inquiry, typed: str, meant: str) -> None:
    with pytest.raises(RecordError, match=f"is called {typed}: did you mean {meant}"):
        record.who(typed)


def test_wrong_days_and_countries_are_errors(record: Inquiry) -> None:
    with pytest.raises(RecordError, match="is no day"):
        record.on("yesterday")
    with pytest.raises(RecordError, match="is no day"):
        record.on("2031-02-30")
    with pytest.raises(RecordError, match="is no country"):
        record.offices(country="Velmark")


def test_answers_become_tables(record: Inquiry) -> None:
    answers = record.who("Ana Belu").sections["meetings"]
    table = answers.to_arrow()
    assert table.column("who").to_pylist() == [["Ana Belu", "Tor Hald"]] * 2
    assert list(answers.to_pandas()["publisher"]) == list(answers.to_polars()["publisher"])
    assert record.meetings(of="Union").to_arrow().num_rows == 0


def test_an_answer_knows_its_place_in_its_article(record: Inquiry) -> None:
    (listing,) = record.listings()
    place = record.place_of(listing)
    assert record.article(listing.article).claims[place - 1].kind == "listing"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (
            {"statuses": ("told",)},
            "statuses: 'told' is not one of 'asserted', 'planned', 'possible', 'alleged', 'denied'",
        ),
        ({"statuses": "denied"}, "give a tuple"),
        ({"min_confidence": 74}, "min_confidence: 74 is not from 0 to 1"),
        ({"since": "2031"}, "since: '2031' is no day: write it as 2024-11-06"),
    ],
)
def test_filters_that_nothing_can_pass_are_refused(given: dict[str, Any], told: str) -> None:
    with pytest.raises(RecordError, match=re.escape(told)):
        Filters(**given)


def test_a_kind_that_no_claim_has_is_refused(record: Inquiry) -> None:
    with pytest.raises(RecordError, match="kinds: 'meeting' is not one of 'event', "):
        record.claims(of="Ana Belu", kinds=("meeting",))
