"""The questions to a record, each as the selection of the claims that answer it."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select
from sqlalchemy.orm import aliased

from onrecord.answers import Filters
from onrecord.record.schema import (
    articles,
    attributions,
    claim_decisions,
    claims,
    entities,
    identities,
    mentions,
    parts,
    spans,
)

SIDES = ("actor", "recipient", "speaker", "addressee", "person", "body", "target", "authority", "a", "b")
"""The roles of those who take part in a claim; its place is none."""
MONTH = timedelta(days=31)
DOERS = ("actor", "speaker", "person", "target", "a")
Condition = ColumnElement[bool]

FIRST_DAY = func.coalesce(claims.c.earliest, claims.c.latest, articles.c.day)
LAST_DAY = func.coalesce(claims.c.latest, articles.c.day, claims.c.earliest)


def select_claims(conditions: Sequence[Condition], filters: Filters) -> Select[int]:
    """The ids of the claims of current articles for which all conditions and filters hold, the latest first.

    What people rejected is none of them.
    """
    joined = select(claims.c.id).join(articles, articles.c.id == claims.c.article_id)
    chosen = joined.where(articles.c.is_current, ~is_rejected(), *conditions, *_filtered(filters))
    return chosen.order_by(FIRST_DAY.desc().nulls_last(), articles.c.day.desc().nulls_last(), claims.c.id)


def comes_after(first_day: str | None, day: str | None, number: int) -> Condition:
    """The claim comes behind the one with these in the order of `select_claims`."""
    return or_(
        _is_later(FIRST_DAY, first_day),
        and_(_is_same(FIRST_DAY, first_day), _is_later(articles.c.day, day)),
        and_(_is_same(FIRST_DAY, first_day), _is_same(articles.c.day, day), claims.c.id > number),
    )


def _is_later(column: ColumnElement[str | None], value: str | None) -> Condition:
    """The column's value comes after this one where they go down and nothing comes last."""
    return false() if value is None else or_(column < value, column.is_(None))


def _is_same(column: ColumnElement[str | None], value: str | None) -> Condition:
    return column.is_(None) if value is None else column == value


def _filtered(filters: Filters) -> list[Condition]:
    out: list[Condition] = []
    if filters.since:
        out.append(filters.since <= LAST_DAY)
    if filters.until:
        out.append(filters.until >= FIRST_DAY)
    if filters.statuses:
        out.append(claims.c.status.in_(filters.statuses))
    if filters.min_confidence > 0:
        out.append(claims.c.confidence >= filters.min_confidence)
    if filters.publisher:
        out.append(func.lower(articles.c.publisher).contains(filters.publisher.lower(), autoescape=True))
    return out


def is_rejected() -> Condition:
    """People decided that the article does not make the claim."""
    rejected = select(claim_decisions.c.id).where(claim_decisions.c.verdict == "rejected")
    return rejected.where(claim_decisions.c.claim_id == claims.c.id, claim_decisions.c.undone.is_(None)).exists()


def is_decided() -> Condition:
    """People decided something of the claim."""
    decided = select(claim_decisions.c.id).where(claim_decisions.c.undone.is_(None))
    return decided.where(claim_decisions.c.claim_id == claims.c.id).exists()


def takes_part(ids: Sequence[int], roles: Sequence[str] = SIDES) -> Condition:
    """One of the identities takes part in the claim, in one of the roles."""
    chosen = select(parts.c.claim_id).join(entities, entities.c.id == parts.c.entity_id)
    return claims.c.id.in_(chosen.where(entities.c.identity_id.in_(ids), parts.c.role.in_(roles)))


def is_spoken_of(ids: Sequence[int]) -> Condition:
    """The claim is a statement in whose words one of the identities is mentioned."""
    said = aliased(claims)
    chosen = (
        select(spans.c.claim_id)
        .select_from(mentions)
        .join(entities, entities.c.id == mentions.c.entity_id)
        .join(said, and_(said.c.article_id == entities.c.article_id, said.c.kind == "statement"))
        .join(spans, and_(spans.c.claim_id == said.c.id, spans.c.role == "content"))
        .where(entities.c.identity_id.in_(ids), mentions.c.start >= spans.c.start, mentions.c.end <= spans.c.end)
    )
    return claims.c.id.in_(chosen)


def says_so(ids: Sequence[int]) -> Condition:
    """One of the identities stands in the claim's chain of who says so."""
    chosen = select(attributions.c.claim_id).join(entities, entities.c.id == attributions.c.entity_id)
    return claims.c.id.in_(chosen.where(entities.c.identity_id.in_(ids)))


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
    """The claim is an office whose title holds the words."""
    return func.lower(claims.c.title).contains(words.lower(), autoescape=True)


def is_between(one: Sequence[int], other: Sequence[int]) -> Condition:
    """Both take part in the claim, or one of them says something in which the other is mentioned."""
    return or_(
        and_(takes_part(one), takes_part(other)),
        and_(takes_part(one, ("speaker",)), is_spoken_of(other)),
        and_(takes_part(other, ("speaker",)), is_spoken_of(one)),
    )


def is_on(day: date) -> Condition:
    """What is claimed may have been on the day; a claim without a time of its own is of its article's day.

    What may have been on any day of more than a month ("in 2019") tells nothing of one day.
    """
    first, last = (day - MONTH).isoformat(), (day + MONTH).isoformat()
    earliest, latest, told = claims.c.earliest, claims.c.latest, day.isoformat()
    own = and_(earliest.between(first, told), latest.between(told, last))
    return or_(own, and_(claims.c.time_value.is_(None), claims.c.kind != "office", articles.c.day == told))


def is_one_of(chosen: Select[tuple[int, float]]) -> Condition:
    """The claim is one of those that another selection gives."""
    rows = chosen.subquery()
    return claims.c.id.in_(select(rows.c.id))


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
