"""Who is called what in a record: names as they are typed, who bears them, and what was put together under a number."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, func, or_, select

from onrecord.answers import Identity
from onrecord.names import normalise
from onrecord.record.judgements import Judgement
from onrecord.record.queries import SIDES, Condition, select_identities
from onrecord.record.schema import articles, entities, identities, identity_names, judgements, parts

FEW = 3
"""Articles told of each member: enough to see who is meant."""


@dataclass(frozen=True, slots=True)
class Member:
    """An identity that stands under another's number: what the machine joined, how surely, and what people linked.

    `least_score` is of the entity that fits it worst, None where it has only one. `examples` are entities of articles
    such as "4:e2", with the names that they have there.
    """

    id: int
    name: str
    names: tuple[str, ...]
    entities: int
    least_score: float | None
    examples: tuple[tuple[str, str], ...]


def suggest(connection: Connection, typed: str, *, limit: int) -> list[Identity]:
    """Those with a word in their name that begins as what is typed, the most spoken of first."""
    folded = normalise(typed)
    if not folded:
        return []
    begins = identity_names.c.folded.startswith(folded, autoescape=True)
    within = identity_names.c.folded.contains(f" {folded}", autoescape=True)
    named = select(identity_names.c.identity_id).where(or_(begins, within))
    conditions: list[Condition] = [identities.c.id.in_(named), identities.c.kind.in_(TOLD)]
    return [
        Identity(row.id, row.kind, row.name, row.country, (), row.articles)
        for row in connection.execute(select_identities(conditions, limit=limit))
    ]


TOLD = ("person", "organization", "state", "place")
"""Kinds that are one across articles."""


def most_told(connection: Connection, *, kinds: Iterable[str], limit: int) -> list[Identity]:
    """Those of some kinds, with a name of their own, of whom most articles speak."""
    conditions = [identities.c.kind.in_(list(kinds)), identities.c.profile.is_not(None)]
    rows = connection.execute(select_identities(conditions, limit=limit))
    return [Identity(row.id, row.kind, row.name, row.country, (), row.articles) for row in rows]


def standing_for(connection: Connection, number: int) -> int | None:
    """The number of the identity that stands for this one: itself for most; None where there is none."""
    found: int | None = connection.scalar(select(identities.c.canonical_id).where(identities.c.id == number))
    return found


def members_of(connection: Connection, number: int) -> list[Member]:
    """All that were put together under this number, itself first."""
    rows = connection.execute(
        select(identities.c.id, identities.c.name, func.count(entities.c.id).label("count"), func.min(entities.c.score))
        .outerjoin(entities, entities.c.joined_id == identities.c.id)
        .where(identities.c.canonical_id == number)
        .group_by(identities.c.id, identities.c.name)
        .order_by(identities.c.id)
    )
    return [
        Member(row[0], row[1], _names(connection, row[0]), row[2], row[3], _examples(connection, row[0]))
        for row in rows.all()
    ]


def _names(connection: Connection, joined: int) -> tuple[str, ...]:
    rows = select(identity_names.c.name).where(identity_names.c.joined_id == joined).order_by(identity_names.c.name)
    return tuple(connection.scalars(rows))


def _examples(connection: Connection, joined: int) -> tuple[tuple[str, str], ...]:
    """The entities that fit it worst, as they are told apart by."""
    rows = (
        select(entities.c.article_id, entities.c.local, entities.c.name)
        .join(articles, articles.c.id == entities.c.article_id)
        .where(entities.c.joined_id == joined, articles.c.is_current)
        .order_by(entities.c.score.nulls_last(), entities.c.id)
        .limit(FEW)
    )
    return tuple((f"{row.article_id}:{row.local}", row.name) for row in connection.execute(rows))


def decided_of(connection: Connection, number: int) -> list[Judgement]:
    """What stands that people decided of this identity and of all that stand with it, the latest first."""
    own = select(identities.c.id).where(identities.c.canonical_id == number)
    standing = or_(judgements.c.one_id.in_(own), judgements.c.other_id.in_(own)) & judgements.c.undone.is_(None)
    return [
        Judgement(row.verdict, row.one_id, row.other_id, row.time, row.reason, row.id)
        for row in connection.execute(select(judgements).where(standing).order_by(judgements.c.id.desc()))
    ]


def counterparts(connection: Connection, number: int, *, limit: int) -> list[tuple[Identity, int]]:
    """With whom an identity takes part in most claims of current articles, and in how many."""
    own, their, ours, theirs = parts.alias(), parts.alias(), entities.alias(), entities.alias()
    count = func.count(func.distinct(own.c.claim_id)).label("claims")
    rows = (
        select(identities.c.id, identities.c.kind, identities.c.name, identities.c.country, count)
        .select_from(ours)
        .join(own, own.c.entity_id == ours.c.id)
        .join(their, their.c.claim_id == own.c.claim_id)
        .join(theirs, theirs.c.id == their.c.entity_id)
        .join(articles, articles.c.id == theirs.c.article_id)
        .join(identities, identities.c.id == theirs.c.identity_id)
        .where(ours.c.identity_id == number, identities.c.id != number, identities.c.kind.in_(TOLD))
        .where(own.c.role.in_(SIDES), their.c.role.in_(SIDES), articles.c.is_current)
        .group_by(identities.c.id, identities.c.kind, identities.c.name, identities.c.country)
        .order_by(count.desc(), identities.c.id)
        .limit(limit)
    )
    return [(Identity(row.id, row.kind, row.name, row.country, (), 0), row.claims) for row in connection.execute(rows)]


def publishers_of(connection: Connection, number: int) -> list[tuple[str | None, int]]:
    """The publishers whose current articles speak of an identity, and in how many."""
    count = func.count(func.distinct(articles.c.id)).label("articles")
    rows = (
        select(articles.c.publisher, count)
        .join(entities, entities.c.article_id == articles.c.id)
        .where(entities.c.identity_id == number, articles.c.is_current)
        .group_by(articles.c.publisher)
        .order_by(count.desc(), articles.c.publisher)
    )
    return [(row.publisher, row.articles) for row in connection.execute(rows)]
