"""What claims tell, each as a number: those that tell the same have the same, whatever their words and articles."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from onrecord.names import normalise
from onrecord.record.rows import Row
from onrecord.record.schema import articles, claims, entities, parts, spans

SAME_WORDS = 60
"""So many characters of two statements by the same speaker, case and signs aside, make them the same."""
AT_ONCE = 500
BITS_OF_WHO, BITS_OF_WHAT = 20, 43
"""Claims of one identity, and so most of an article's, lie side by side in the index of what is told."""

Taking = Sequence[tuple[str, int]]
"""Who takes part in a claim: the role and the (canonical) identity."""


def tell(row: Row, taking: Taking, *, month: str, words: str) -> int:
    """The number of what a claim tells, from 0 to 2 ** 63 - 1.

    The same is: the same kind, type, status and sides; of events, in the same month as well; of statements, the same
    words.
    """
    sides = sorted(side for side in taking if side[0] != "place")
    title = row["title"] and row["title"].lower()
    told = [row["kind"], row["status"], row["event"], title, row["tenure"], row["relation"], sides]
    if row["kind"] == "event":
        told.append(month)
    elif row["kind"] == "statement":
        told.append(normalise(words)[:SAME_WORDS])
    digest = hashlib.blake2b(repr(told).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    who, what = max((identity for _role, identity in sides), default=0), int.from_bytes(digest, "little")
    return who % (1 << BITS_OF_WHO) << BITS_OF_WHAT | what % (1 << BITS_OF_WHAT)


def tell_again(connection: Connection, ids: Sequence[int]) -> None:
    """Number anew what those claims tell, now that others stand for those who take part."""
    for start in range(0, len(ids), AT_ONCE):
        some = {"ids": list(ids[start : start + AT_ONCE])}
        taking: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for claim, role, identity in connection.execute(_TAKING, some):
            taking[claim].append((role, identity))
        said: dict[int, list[str]] = defaultdict(list)
        for claim, words in connection.execute(_SAID, some):
            said[claim].append(words)
        rows = [
            {
                "claim": row["id"],
                "told": tell(row, taking[row["id"]], month=month_of(row), words=" ".join(said[row["id"]])),
            }
            for row in map(_plain, connection.execute(_CLAIMS, some).mappings())
        ]
        if rows:
            connection.execute(_NUMBER, rows)


def tell_all(connection: Connection) -> None:
    """Number what all claims tell."""
    last = 0
    while numbers := connection.scalars(_NEXT, {"last": last}).all():
        tell_again(connection, numbers)
        last = numbers[-1]


def month_of(row: Row) -> str:
    """The month of what is claimed, else of its article."""
    return (row["earliest"] or row["published"] or "")[:7]


def _plain(row: Any) -> Row:
    return dict(row)


_TAKING = (
    select(parts.c.claim_id, parts.c.role, entities.c.identity_id)
    .join(entities, entities.c.id == parts.c.entity_id)
    .where(parts.c.claim_id.in_(bindparam("ids", expanding=True)))
)
_SAID = (
    select(spans.c.claim_id, spans.c.words)
    .where(spans.c.claim_id.in_(bindparam("ids", expanding=True)), spans.c.role == "content")
    .order_by(spans.c.claim_id, spans.c.position)
)
_CLAIMS = (
    select(
        claims.c.id, claims.c.kind, claims.c.status, claims.c.event, claims.c.title, claims.c.tenure, claims.c.relation,
        claims.c.earliest, articles.c.published,
    )
    .join(articles, articles.c.id == claims.c.article_id)
    .where(claims.c.id.in_(bindparam("ids", expanding=True)))
)  # fmt: skip
_NUMBER = update(claims).where(claims.c.id == bindparam("claim")).values(telling=bindparam("told"))
_NEXT = select(claims.c.id).where(claims.c.id > bindparam("last")).order_by(claims.c.id).limit(AT_ONCE)
