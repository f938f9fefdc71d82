"""Articles that may be copies of a new one: those that share a band of its sketch."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select

from onrecord.record import schema

MOST = 20
"""So many candidates are compared, those that share most bands: of a text that is printed everywhere, a few will do."""
_MOST_BANDS = (
    select(schema.bands.c.article_id)
    .where(schema.bands.c.band.in_(bindparam("bands", expanding=True)))
    .group_by(schema.bands.c.article_id)
    .order_by(func.count().desc(), schema.bands.c.article_id)
    .limit(MOST)
    .subquery()
)
SHARING = (
    select(schema.articles.c.original_id, schema.sketches.c.size, schema.sketches.c.minima)
    .join(_MOST_BANDS, _MOST_BANDS.c.article_id == schema.articles.c.id)
    .join(schema.sketches, schema.sketches.c.article_id == schema.articles.c.id)
    .where(schema.sketches.c.version == bindparam("version"))
    .order_by(schema.articles.c.id)
)


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
    given = {"bands": list(bands), "version": version}
    return [Candidate(*row) for row in connection.execute(SHARING, given)]
