"""A record that answers: who somebody is, who met whom, who said what, how two sides stand, what was on a day."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import TypeVar

from sqlalchemy import Connection, func, select

from onrecord.answers import (
    DOSSIER,
    IN_SHORT,
    MOST_COUNTED,
    QUADS,
    Answer,
    Answers,
    Between,
    Dossier,
    Filters,
    Found,
    Identity,
    Month,
    Passage,
    Screened,
    quad_of,
)
from onrecord.documents import headline_of
from onrecord.errors import RecordError
from onrecord.excerpts import cut_around
from onrecord.model import Record
from onrecord.places import country_of_name
from onrecord.record import queries
from onrecord.record.alike import find_alike
from onrecord.record.called import find_called, find_identities, has_name
from onrecord.record.fetch import count_sources, fetch_answers
from onrecord.record.load import load_record
from onrecord.record.queries import Chosen, Condition, Side
from onrecord.record.schema import articles, claims
from onrecord.record.search import matching_articles, matching_statements
from onrecord.record.store import Store, open_to_read

TOPICS: Mapping[str, tuple[str, ...]] = {
    "offices": ("office",), "meetings": ("meeting",), "statements by": ("said",), "statements to": ("heard",),
    "statements about": ("about",), "listings": ("target", "authority"), "ties": ("tie",), "other events": ("event",),
}  # fmt: skip
"""The topics of each section of a dossier."""
TAKING_PART: Mapping[str, tuple[str, ...]] = {
    "event": ("event", "meeting"), "statement": ("said", "heard"), "office": ("office",),
    "listing": ("target", "authority"), "tie": ("tie",),
}  # fmt: skip
"""The topics of those who take part in a claim of each kind."""
SCREENED: Mapping[str, tuple[str, ...]] = {
    "offices": ("office",), "listings": ("target",),
    "claims": tuple(dict.fromkeys(topic for topics in TOPICS.values() for topic in topics)),
}  # fmt: skip
"""The topics of what is told of each of many names."""
NO_FILTERS = Filters()
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Inquiry:
    """An open record to ask. Names are matched without case and accents; "#12" is the identity with that number.

    Every question raises RecordError when a name is nobody's in the record.
    """

    store: Store

    def who(self, name: str, filters: Filters = NO_FILTERS) -> Dossier:
        """All there is of the identity that is called so; of several, the one that most articles speak of."""
        with self.store.reading() as connection:
            meant, *others = find_identities(connection, name)
            # What people say of themselves, and what they are told of themselves, stands there alone.
            left_out = {"statements about": (*TOPICS["statements by"], *TOPICS["statements to"])}
            chosen = {
                name: queries.select_claims([], filters, of=[Side(meant.id, TOPICS[name], left_out.get(name, ()))])
                for name in DOSSIER
            }
            sections = _answers(connection, chosen, filters)
        return Dossier(meant, tuple(others), sections)

    def screen(self, names: Sequence[str], filters: Filters = IN_SHORT) -> tuple[Screened, ...]:
        """What there is of each of many names, in short and in their order, and who else is called nearly so."""
        with self.store.reading() as connection:
            called = [find_called(connection, name) for name in names]
            alike = find_alike(connection, names, but_not=[[each.id for each in bearers] for bearers in called])
            chosen = {
                (place, part): queries.select_claims([], filters, of=[Side(bearers[0].id, topics)])
                for place, bearers in enumerate(called)
                if bearers
                for part, topics in SCREENED.items()
            }
            told = _answers(connection, chosen, filters)
        return tuple(
            Screened(
                name, bearers[0], tuple(bearers[1:]), told[place, "offices"], told[place, "listings"],
                told[place, "claims"].total, not has_name(bearers[0], name), near,
            ) if bearers else Screened(name, alike=near)
            for place, (name, bearers, near) in enumerate(zip(names, called, alike, strict=True))
        )  # fmt: skip

    def called(self, name: str) -> tuple[Identity, ...]:
        """Those who are called so; the first is meant by the name in every question."""
        with self.store.reading() as connection:
            return tuple(find_identities(connection, name))

    def meetings(self, *, of: str | None = None, with_: str | None = None, filters: Filters = NO_FILTERS) -> Answers:
        """Meetings, visits, calls and talks, of somebody and with somebody."""
        with self.store.reading() as connection:
            sides = _sides(connection, (of, "meeting"), (with_, "meeting"))
            return _ask(connection, [] if sides else [queries.is_meeting()], filters, sides)

    def statements(
        self,
        *,
        by: str | None = None,
        to: str | None = None,
        about: str | None = None,
        text: str | None = None,
        filters: Filters = NO_FILTERS,
    ) -> Answers:
        """What was said: by somebody, to somebody, mentioning somebody, with all of some words in it."""
        with self.store.reading() as connection:
            sides = _sides(connection, (by, "said"), (to, "heard"), (about, "about"))
            conditions = [] if sides or text else [queries.is_kind("statement")]
            if text:
                conditions.append(queries.is_one_of(matching_statements(connection, text)))
            return _ask(connection, conditions, filters, sides)

    def offices(
        self,
        *,
        of: str | None = None,
        country: str | None = None,
        title: str | None = None,
        filters: Filters = NO_FILTERS,
    ) -> Answers:
        """Who holds, held or will hold which office: of a person or body, of a country, with words in the title."""
        with self.store.reading() as connection:
            sides = _sides(connection, (of, "office"))
            conditions = [] if sides or country or title else [queries.is_kind("office")]
            if country:
                conditions.append(queries.is_in_country(_code(country)))
            if title:
                conditions.append(queries.is_of_title(title))
            return _ask(connection, conditions, filters, sides)

    def listings(self, *, of: str | None = None, by: str | None = None, filters: Filters = NO_FILTERS) -> Answers:
        """Who is under whose sanctions."""
        with self.store.reading() as connection:
            sides = _sides(connection, (of, "target"), (by, "authority"))
            return _ask(connection, [] if sides else [queries.is_kind("listing")], filters, sides)

    def between(self, one: str, other: str, filters: Filters = NO_FILTERS) -> Between:
        """Everything between two: claims in which both take part, and statements of one that mention the other."""
        with self.store.reading() as connection:
            first, second = find_identities(connection, one)[0], find_identities(connection, other)[0]
            answers = _answers(connection, {"": queries.select_between(first.id, second.id, filters)}, filters)[""]
        return Between(first, second, answers, months_of(answers))

    def claims(self, *, of: str | None = None, kinds: Sequence[str] = (), filters: Filters = NO_FILTERS) -> Answers:
        """All that is claimed: of somebody or of everybody, of some kinds or of every kind."""
        if wrong := [kind for kind in kinds if kind not in TAKING_PART]:
            raise RecordError(f"kinds: {wrong[0]!r} is not one of {', '.join(map(repr, TAKING_PART))}")
        with self.store.reading() as connection:
            if of is None:
                return _ask(connection, [queries.is_kind(*kinds)] if kinds else [], filters)
            topics = tuple(topic for kind in kinds or TAKING_PART for topic in TAKING_PART[kind])
            return _ask(connection, [], filters, [Side(find_identities(connection, of)[0].id, topics)])

    def on(self, day: str, filters: Filters = NO_FILTERS) -> Answers:
        """What is claimed to have been on a day (YYYY-MM-DD), or stands undated in an article of that day."""
        try:
            meant = datetime.strptime(day.strip(), "%Y-%m-%d").date()
        except ValueError as error:
            raise RecordError(f"{day} is no day: write it as 2024-11-06") from error
        with self.store.reading() as connection:
            return _ask(connection, [queries.is_on(meant)], filters)

    def search(self, words: str, filters: Filters = NO_FILTERS) -> Found:
        """Statements and articles in which all the words stand; words in double quotes are a phrase."""
        with self.store.reading() as connection:
            said = _ask(connection, [queries.is_one_of(matching_statements(connection, words))], filters)
            passages = _passages(connection, words, filters)
        return Found(said, passages, words)

    def article(self, number: int) -> Record:
        """The whole record of an article, given by its number. Raises RecordError when there is none."""
        with self.store.reading() as connection:
            return load_record(connection, number)

    def place_of(self, answer: Answer) -> int:
        """Which claim of its article an answer is, counted from 1."""
        table = claims.c
        with self.store.reading() as connection:
            before = select(func.count()).where(table.article_id == answer.article, table.id <= answer.claim)
            return connection.scalar(before) or 0

    def close(self) -> None:
        """Let go of the record."""
        self.store.close()

    def __enter__(self) -> "Inquiry":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_inquiry(where: str) -> Inquiry:
    """The record at a path or a PostgreSQL address, to ask. Raises RecordError when it is not there or is no record."""
    return Inquiry(open_to_read(where))


def _sides(connection: Connection, *named: tuple[str | None, str]) -> list[Side]:
    return [Side(find_identities(connection, name)[0].id, (topic,)) for name, topic in named if name]


def _code(country: str) -> str:
    found = country_of_name(country)
    if found is None and not re.fullmatch(r"[A-Za-z]{2}", country):
        raise RecordError(f"{country} is no country that is known: give its name or its two letters of ISO 3166-1")
    return found.code if found else country.lower()


def _ask(connection: Connection, conditions: Sequence[Condition], filters: Filters, of: Sequence[Side] = ()) -> Answers:
    return _answers(connection, {"": queries.select_claims(conditions, filters, of=of)}, filters)[""]


def _answers(connection: Connection, chosen: Mapping[Key, Chosen], filters: Filters) -> dict[Key, Answers]:
    """The answers that each of the selections gives: those that are shown and those that are only counted, at once."""
    most = max(filters.limit, MOST_COUNTED)
    found = {name: _numbers(connection, rows.limit(most)) for name, rows in chosen.items()}
    totals = {name: len(ids) for name, ids in found.items()}
    if filters.after is not None:
        behind = {name: _behind(connection, rows, filters.after) for name, rows in chosen.items()}
        found = {name: _numbers(connection, rows.limit(most)) for name, rows in behind.items()}
    if filters.sources > 1:
        sources = count_sources(connection, sorted({number for ids in found.values() for number in ids}))
        found = {name: [each for each in ids if sources[each] >= filters.sources] for name, ids in found.items()}
        totals = {name: len(ids) for name, ids in found.items()}
    shown = {name: ids[: filters.limit] for name, ids in found.items()}
    told = fetch_answers(connection, sorted({number for ids in shown.values() for number in ids}))
    by_number = {each.claim: each for each in told}
    return {name: Answers(tuple(by_number[each] for each in ids), totals[name]) for name, ids in shown.items()}


def _numbers(connection: Connection, rows: Chosen) -> list[int]:
    return [row[0] for row in connection.execute(rows)]


def _behind(connection: Connection, chosen: Chosen, number: int) -> Chosen:
    """What comes behind the claim with that number. Raises RecordError when there is none any more."""
    place = select(claims.c.day, claims.c.article_id).where(claims.c.id == number)
    row = connection.execute(place).one_or_none()
    if row is None:
        raise RecordError(f"claim {number} is no longer in the record, so nothing follows it: ask from the start again")
    return queries.comes_after(chosen, row.day, row.article_id, number)


def months_of(answers: Answers) -> tuple[Month, ...]:
    """The asserted events of each month by quad class; what several articles tell is counted once.

    An undated event is the dated one of the same article: a headline tells what its article dates.
    """
    told = [
        ((answer.day[:7], answer.detail, answer.who, answer.whom), answer)
        for answer in answers
        if answer.kind == "event" and answer.status == "asserted" and answer.day
    ]
    dated = {(event, answer.article) for event, answer in told if answer.earliest}
    seen = {
        (event, answer.earliest) for event, answer in told if answer.earliest or (event, answer.article) not in dated
    }
    counts = Counter((month, quad_of(detail.split()[0])) for (month, detail, *_), _day in seen)
    return tuple(
        Month(month, {quad: counts[month, quad] for quad in QUADS}) for month in sorted({month for month, _ in counts})
    )


def _passages(connection: Connection, words: str, filters: Filters) -> tuple[Passage, ...]:
    found = matching_articles(connection, words).subquery()
    table = articles.c
    kept = select(found.c.id, found.c.distance).where(found.c.id.not_in(queries.superseded()))
    conditions: list[Condition] = []
    if filters.since:
        conditions.append(table.day >= filters.since)
    if filters.until:
        conditions.append(table.day <= filters.until)
    if filters.publisher:
        conditions.append(func.lower(table.publisher).contains(filters.publisher.lower(), autoescape=True))
    if conditions:
        kept = kept.join(articles, table.id == found.c.id).where(*conditions)
    # The texts are taken out of those only that are shown.
    shown = kept.order_by(found.c.distance, found.c.id).limit(filters.limit).subquery()
    rows = select(table.id, table.text, table.publisher, table.published, table.title, table.url)
    best = connection.execute(rows.join(shown, shown.c.id == table.id).order_by(shown.c.distance, table.id))
    return tuple(
        Passage(
            row.id, cut_around(row.text, words), row.publisher, row.published, headline_of(row.title, row.text), row.url
        )
        for row in best
    )
