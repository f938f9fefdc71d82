"""Articles that may be copies of a new one: those that share a band of its sketch."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from onrecord.record import schema

MOST = 20
"""So many candidates are compared, those that share most bands: of a text that is printed everywhere, a few will do."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """The sketch of an article, and the `original` that it is a copy of: its own number where it is none."""

    original: int
    size: int
    minima: bytes


def find_candidates(connection: Connection, bands: Sequence[int], *, version: int) -> list[Candidate]:
    """The articles that share most bands with a text, whose sketches were made by the recipe of that version."""
    if not bands:
        return []
    keys, articles, sketches = schema.bands, schema.articles, schema.sketches
    sharing = (
        select(keys.c.article_id)
        .where(keys.c.band.in_(bands))
        .group_by(keys.c.article_id)
        .order_by(func.count().desc(), keys.c.article_id)
        .limit(MOST)
        .subquery()
    )
    wanted = (
        select(articles.c.original_id, sketches.c.size, sketches.c.minima)
        .join(sharing, sharing.c.article_id == articles.c.id)
        .join(sketches, sketches.c.article_id == articles.c.id)
        .where(sketches.c.version == version)
        .order_by(articles.c.id)
    )
    return [Candidate(row.original_id, row.size, row.minima) for row in connection.execute(wanted)]
