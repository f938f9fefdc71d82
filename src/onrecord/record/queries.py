"""The questions to a record, each as the selection of the claims that answer it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, union

from onrecord.answers import Filters
from onrecord.record.schema import articles, claim_decisions, claims, entities, identities, name_words, sides, titles

SIDES = ("actor", "recipient", "speaker", "addressee", "person", "body", "target", "authority", "a", "b")
"""The roles of those who take part in a claim; its place is none."""
DOERS = ("actor", "speaker", "person", "target", "a")
FACING = (
    ("meeting", "meeting"), ("event", "event"), ("tie", "tie"), ("office", "office"), ("said", "heard"),
    ("heard", "said"), ("heard", "heard"), ("said", "about"), ("about", "said"), ("target", "authority"),
    ("authority", "target"),
)  # fmt: skip
"""The topics of two sides of which a claim is between them."""
MONTH = timedelta(days=31)
Condition = ColumnElement[bool]
Chosen = Select[Any]

LAST_DAY = func.coalesce(claims.c.latest, articles.c.day, claims.c.earliest)


@dataclass(frozen=True, slots=True)
class Side:
    """An identity, and the topics in which a claim is of it: event, meeting, said, heard, about, office, …

    A claim that is of it by a topic of `but_not`, too, is left out.
    """

    identity: int
    topics: tuple[str, ...]
    but_not: tuple[str, ...] = ()


def select_claims(conditions: Sequence[Condition], filters: Filters, *, of: Sequence[Side] = ()) -> Chosen:
    """Id, day and article of the claims of current articles for which all conditions and filters hold, latest first.

    What people rejected is none of them. Those of all the sides, where some are given. Only what is asked for is
    joined, so that the first answers cost the same in a large record.
    """
    filtered = _filtered(filters)
    if not of:
        rows: Chosen = select(claims.c.id, claims.c.day, claims.c.article_id)
        if filtered:
            rows = rows.join(articles, articles.c.id == claims.c.article_id)
        chosen = rows.where(~is_superseded(), ~is_rejected(), *conditions, *filtered)
        return chosen.order_by(claims.c.day.desc(), claims.c.article_id.desc(), claims.c.id)
    first, *others = of
    own: Chosen = select(sides.c.claim_id.label("id"), sides.c.day, sides.c.article_id)
    own = own.where(sides.c.identity_id == first.identity, _is_any(sides.c.topic, first.topics))
    own = own.where(~is_rejected(sides.c.claim_id), *map(_is_also_of, others))
    if first.but_not:
        own = own.where(~_is_also_of(Side(first.identity, first.but_not)))
    if conditions or filtered:
        own = _joined(own, sides.c.claim_id).where(*conditions, *filtered)
    own = own.group_by(sides.c.day, sides.c.article_id, sides.c.claim_id)
    return own.order_by(sides.c.day.desc(), sides.c.article_id.desc(), sides.c.claim_id)


def select_between(one: int, other: int, filters: Filters) -> Chosen:
    """Id, day and article of the claims in which both take part, or in which one says something of the other."""
    mine, theirs = sides.alias("mine"), sides.alias("theirs")
    both = union(
        *(
            select(mine.c.claim_id.label("id"), mine.c.day, mine.c.article_id)
            .join(
                theirs,
                and_(
                    theirs.c.day == mine.c.day,
                    theirs.c.article_id == mine.c.article_id,
                    theirs.c.claim_id == mine.c.claim_id,
                ),
            )
            .where(mine.c.identity_id == one, mine.c.topic == here, theirs.c.identity_id == other)
            .where(theirs.c.topic == there)
            for here, there in FACING
        )
    ).subquery()
    rows: Chosen = select(both.c.id, both.c.day, both.c.article_id).where(~is_rejected(both.c.id))
    if filtered := _filtered(filters):
        rows = _joined(rows, both.c.id).where(*filtered)
    return rows.order_by(both.c.day.desc(), both.c.article_id.desc(), both.c.id)


def comes_after(chosen: Chosen, day: str, article: int, number: int) -> Chosen:
    """Those of a selection that come behind the claim with this day, article and number."""
    own = chosen.selected_columns
    later = or_(own.article_id < article, and_(own.article_id == article, own.id > number))
    return chosen.where(own.day <= day, or_(own.day < day, later))


def _joined(rows: Chosen, number: ColumnElement[int]) -> Chosen:
    return rows.join(claims, claims.c.id == number).join(articles, articles.c.id == claims.c.article_id)


def _filtered(filters: Filters) -> list[Condition]:
    out: list[Condition] = []
    if filters.since:
        out.append(filters.since <= LAST_DAY)
    if filters.until:
        out += [filters.until >= claims.c.day, claims.c.day != ""]
    if filters.statuses:
        out.append(claims.c.status.in_(filters.statuses))
    if filters.min_confidence > 0:
        out.append(claims.c.confidence >= filters.min_confidence)
    if filters.publisher:
        out.append(func.lower(articles.c.publisher).contains(filters.publisher.lower(), autoescape=True))
    return out


def _is_any(topic: ColumnElement[str], topics: Sequence[str]) -> Condition:
    return topic == topics[0] if len(topics) == 1 else topic.in_(topics)


def _is_also_of(side: Side) -> Condition:
    """The claim is of that side, too: found by its day and article, where the latest of the side lie together."""
    also = sides.alias("also")
    own = select(also.c.claim_id).where(also.c.identity_id == side.identity, _is_any(also.c.topic, side.topics))
    same = (also.c[name] == sides.c[name] for name in ("day", "article_id", "claim_id"))
    return own.where(*same).exists()


def is_superseded() -> Condition:
    """A later version of the claim's article stands in its place."""
    return claims.c.article_id.in_(superseded())


def superseded() -> Select[tuple[int]]:
    """The few articles in whose place a later version stands."""
    former = articles.alias("former")
    return select(former.c.id).where(~former.c.is_current)


def is_rejected(number: ColumnElement[int] = claims.c.id) -> Condition:
    """People decided that the article does not make the claim."""
    rejected = select(claim_decisions.c.id).where(claim_decisions.c.verdict == "rejected")
    return rejected.where(claim_decisions.c.claim_id == number, claim_decisions.c.undone.is_(None)).exists()


def is_decided() -> Condition:
    """People decided something of the claim."""
    decided = select(claim_decisions.c.id).where(claim_decisions.c.undone.is_(None))
    return decided.where(claim_decisions.c.claim_id == claims.c.id).exists()


def is_kind(*kinds: str) -> Condition:
    """The claim is of one of the kinds."""
    return claims.c.kind.in_(kinds)


def is_meeting() -> Condition:
    """The claim is an event of PLOVER's type CONSULT."""
    return claims.c.event == "CONSULT"


def is_in_country(code: str) -> Condition:
    """The claim is an office of the country, ISO 3166-1 alpha-2 in lower case."""
    return claims.c.country == code


def is_of_title(words: str) -> Condition:
    """The claim is an office whose title holds the words: there are few titles beside the offices that bear them."""
    titled = select(titles.c.title).where(func.lower(titles.c.title).contains(words.lower(), autoescape=True))
    return claims.c.title.is_not(None) & claims.c.title.in_(titled)


def is_on(day: date) -> Condition:
    """What is claimed may have been on the day; a claim without a time of its own is of its article's day.

    What may have been on any day of more than a month ("in 2019") tells nothing of one day.
    """
    first, last, told = (day - MONTH).isoformat(), (day + MONTH).isoformat(), day.isoformat()
    own = select(claims.c.id).where(claims.c.earliest.between(first, told), claims.c.latest.between(told, last))
    undated = select(claims.c.id).join(articles, articles.c.id == claims.c.article_id)
    undated = undated.where(claims.c.time_value.is_(None), claims.c.kind != "office", articles.c.day == told)
    return claims.c.id.in_(union(own, undated))


def is_one_of(chosen: Select[tuple[int, float]]) -> Condition:
    """The claim is one of those that another selection gives."""
    rows = chosen.subquery()
    return claims.c.id.in_(select(rows.c.id))


def has_words(words: Sequence[str]) -> Condition:
    """The identity has all the words in its names."""
    own = (
        select(identities.c.canonical_id)
        .join(name_words, name_words.c.joined_id == identities.c.id)
        .where(name_words.c.word == word)
        for word in words
    )
    return and_(*(identities.c.id.in_(each) for each in own))


def select_identities(conditions: Sequence[Condition], *, limit: int) -> Select[tuple[int, str, str, str | None, int]]:
    """Identities for which all conditions hold, with the number of articles that speak of each, the most first."""
    count = func.count(func.distinct(entities.c.article_id)).label("articles")
    rows = (
        select(identities.c.id, identities.c.kind, identities.c.name, identities.c.country, count)
        .join(entities, entities.c.identity_id == identities.c.id)
        .where(*conditions)
        .group_by(identities.c.id, identities.c.kind, identities.c.name, identities.c.country)
    )
    return rows.order_by(count.desc(), identities.c.id).limit(limit)
