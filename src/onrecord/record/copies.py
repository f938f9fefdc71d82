"""Articles that may be copies of a new one: those that share keys of its sketch."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select, text

from onrecord.record import schema
from onrecord.record.insert import insert_rows

MOST = 20
"""So many candidates are compared, those that share most keys: of a text that is printed everywhere, a few will do."""
MOST_OF_A_KEY = 48
"""A key that so many articles have (words that stand under all of a paper's) is given to no more."""
AT_ONCE = 500
_table, _articles, _sketches = schema.copy_keys, schema.articles, schema.sketches
_SHARING = select(_table.c.key, _table.c.article_id).where(_table.c.key.in_(bindparam("keys", expanding=True)))
_CANDIDATES = (
    select(_articles.c.original_id, _sketches.c.size, _sketches.c.minima)
    .join(_sketches, _sketches.c.article_id == _articles.c.id)
    .where(_articles.c.id.in_(bindparam("articles", expanding=True)), _sketches.c.version == bindparam("version"))
    .order_by(_articles.c.id)
)
_TEXTS = (
    select(_articles.c.id, _articles.c.text)
    .join(_sketches, _sketches.c.article_id == _articles.c.id)
    .where(_articles.c.id > bindparam("last"))
    .order_by(_articles.c.id)
    .limit(AT_ONCE)
)
_TOO_MANY = text("""
    DELETE FROM copy_keys WHERE (key, article_id) IN (
        SELECT key, article_id FROM (
            SELECT key, article_id, row_number() OVER (PARTITION BY key ORDER BY article_id) AS place FROM copy_keys
        ) AS numbered WHERE place > :most
    )
""")


@dataclass(frozen=True, slots=True)
class Candidate:
    """The sketch of an article, and the `original` that it is a copy of: its own number where it is none."""

    original: int
    size: int
    minima: bytes


@dataclass(frozen=True, slots=True)
class Near:
    """The articles that may be what a text is a copy of, and those of its keys that it should not get."""

    candidates: Sequence[Candidate]
    full: Collection[int]


def find_near(connection: Connection, keys: Sequence[int], *, version: int, least: int) -> Near:
    """The articles that share most keys with a text, `least` or all, with sketches by the recipe of that version."""
    rows = connection.execute(_SHARING, {"keys": list(keys)}).all() if keys else ()
    held = Counter(key for key, _ in rows)
    shared = Counter(article for _, article in rows)
    enough = min(least, len(keys))
    best = sorted((-count, article) for article, count in shared.items() if count >= enough)[:MOST]
    given = {"articles": [article for _, article in best], "version": version}
    found = [Candidate(*row) for row in connection.execute(_CANDIDATES, given)] if best else []
    return Near(found, [key for key, count in held.items() if count >= MOST_OF_A_KEY])


def put_all_keys(connection: Connection, keys_of: Callable[[str], Sequence[int]]) -> None:
    """Give all articles that have a sketch the keys of their texts, where none has any yet."""
    last = 0
    while rows := connection.execute(_TEXTS, {"last": last}).all():
        keys = [{"key": key, "article_id": row.id} for row in rows for key in keys_of(row.text)]
        insert_rows(connection, _table, keys)
        last = rows[-1].id
    connection.execute(_TOO_MANY, {"most": MOST_OF_A_KEY})
