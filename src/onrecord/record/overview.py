"""What lies in a record beside its claims: its articles with their versions and copies, publishers, and how many."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlalchemy import Connection, Select, func, select

from onrecord.documents import HEAD_CHARACTERS, headline_of
from onrecord.model import EntityKind
from onrecord.record.queries import Condition
from onrecord.record.schema import articles, claim_changes, claims, entities, identities

COUNTED_KINDS: tuple[EntityKind, ...] = ("person", "organization", "state")


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article as lists show it; `claims` is how many it makes, `original` the first one that it is a copy of.

    `title` is the first line of a text without one.
    """

    id: int
    title: str
    publisher: str | None
    published: str | None
    url: str | None
    added: str
    version: int
    is_current: bool
    original: int
    claims: int


@dataclass(frozen=True, slots=True)
class Publisher:
    """What a record holds of one publisher (None where none is known); `copies` are of articles that it has already."""

    name: str | None
    articles: int
    copies: int
    claims: int
    first_day: str | None
    last_day: str | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a record holds, of what is current."""

    articles: int
    claims: int
    publishers: int
    people: int
    organizations: int
    states: int
    first_day: str | None
    last_day: str | None


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim that a new version of an article gained, or one of the version before it that was lost."""

    claim: int
    change: Literal["gained", "lost"]


def count_all(connection: Connection) -> Counts:
    """How much the record holds."""
    current = articles.c.is_current
    row = connection.execute(
        select(
            func.count(), func.count(func.distinct(articles.c.publisher)), func.min(articles.c.day),
            func.max(articles.c.day),
        ).where(current)
    ).one()  # fmt: skip
    former = select(articles.c.id).where(~current)
    held = [
        connection.scalar(select(func.count()).select_from(claims).where(*conditions)) or 0
        for conditions in ((), (claims.c.article_id.in_(former),))
    ]
    standing = identities.c.canonical_id == identities.c.id
    by_kind = select(identities.c.kind, func.count().label("number")).where(
        standing, identities.c.kind.in_(COUNTED_KINDS)
    )
    kinds: dict[str, int] = {row.kind: row.number for row in connection.execute(by_kind.group_by(identities.c.kind))}
    people, organizations, states = (kinds.get(kind, 0) for kind in COUNTED_KINDS)
    return Counts(row[0], held[0] - held[1], row[1], people, organizations, states, row[2], row[3])


def find_articles(
    connection: Connection, conditions: Sequence[Condition] = (), *, limit: int, before: int | None = None
) -> list[ArticleLine]:
    """The articles for which the conditions hold, the last added first, those with numbers below `before`."""
    below = [articles.c.id < before] if before is not None else []
    chosen = _lines().where(*conditions, *below).order_by(articles.c.id.desc()).limit(limit)
    return [_line(row) for row in connection.execute(chosen)]


def find_article(connection: Connection, number: int) -> ArticleLine | None:
    """The article of that number, None where there is none."""
    row = connection.execute(_lines().where(articles.c.id == number)).one_or_none()
    return None if row is None else _line(row)


def versions_of(connection: Connection, article: ArticleLine) -> list[ArticleLine]:
    """All versions of what stood at the article's address, itself too, the first one first."""
    if article.url is None:
        return [article]
    rows = connection.execute(_lines().where(articles.c.url == article.url).order_by(articles.c.version))
    return [_line(row) for row in rows]


def copies_of(connection: Connection, article: ArticleLine) -> list[ArticleLine]:
    """The other current articles that say nearly the same in the same words, the first one first."""
    alike = [articles.c.original_id == article.original, articles.c.id != article.id, articles.c.is_current]
    own = articles.c.url != article.url if article.url is not None else articles.c.id != article.id
    rows = connection.execute(_lines().where(*alike, own | articles.c.url.is_(None)).order_by(articles.c.id))
    return [_line(row) for row in rows]


def speaks_of(identity: int) -> Condition:
    """The article is current and speaks of the identity."""
    of = select(entities.c.article_id).where(entities.c.identity_id == identity)
    return articles.c.is_current & articles.c.id.in_(of)


def is_from(publisher: str | None) -> Condition:
    """The article is current and its publisher has exactly this name, or is not known."""
    named = articles.c.publisher.is_(None) if publisher is None else articles.c.publisher == publisher
    return articles.c.is_current & named


def claim_numbers(connection: Connection, article: int) -> list[int]:
    """The numbers of an article's claims, in the order in which its record has them."""
    return list(connection.scalars(select(claims.c.id).where(claims.c.article_id == article).order_by(claims.c.id)))


def changes_of(connection: Connection, article: int) -> list[ClaimChange]:
    """Which claims this version gained, and which of the version before it lost."""
    rows = select(claim_changes.c.claim_id, claim_changes.c.change).where(claim_changes.c.article_id == article)
    return [ClaimChange(*row) for row in connection.execute(rows.order_by(claim_changes.c.claim_id))]


def entity_numbers(connection: Connection, article: int) -> dict[str, int]:
    """The identity of each entity of an article, by its local id."""
    rows = select(entities.c.local, entities.c.identity_id).where(entities.c.article_id == article)
    return {row.local: row.identity_id for row in connection.execute(rows)}


def list_publishers(connection: Connection) -> list[Publisher]:
    """All publishers, those with most articles first."""
    told = (
        select(claims.c.article_id, func.count().label("claims")).group_by(claims.c.article_id).subquery("told")
    )  # fmt: skip
    copies = func.count().filter(articles.c.original_id != articles.c.id)
    rows = (
        select(
            articles.c.publisher, func.count(), copies, func.coalesce(func.sum(told.c.claims), 0),
            func.min(articles.c.day), func.max(articles.c.day),
        )
        .select_from(articles.outerjoin(told, told.c.article_id == articles.c.id))
        .where(articles.c.is_current)
        .group_by(articles.c.publisher)
        .order_by(func.count().desc(), articles.c.publisher)
    )  # fmt: skip
    return [Publisher(*row) for row in connection.execute(rows)]


def _lines() -> Select[Any]:
    count = select(func.count()).where(claims.c.article_id == articles.c.id).scalar_subquery()
    told = ("id", "title", "publisher", "published", "url", "added", "version", "is_current", "original_id")
    start = func.substr(articles.c.text, 1, HEAD_CHARACTERS).label("start")
    return select(*(articles.c[name] for name in told), count.label("claims"), start)


def _line(row: Any) -> ArticleLine:
    *told, start = row
    line = ArticleLine(*told)
    return replace(line, title=headline_of(line.title, start))
