"""Versions of an article at one address: which one is the former, and which claims the later one gained and lost."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from onrecord.names import normalise
from onrecord.record import schema
from onrecord.record.carried import carry_decisions
from onrecord.record.sides import forget_sides, put_sides

Told = tuple[Any, ...]
"""What a claim tells, apart from where its words stand: the same in two versions where it was not touched."""
_AT_ADDRESS = (
    select(schema.articles.c.id, schema.articles.c.version)
    .where(schema.articles.c.url == bindparam("url"))
    .order_by(schema.articles.c.version.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an article: its number in the record, which version it is, and the number of the one before."""

    id: int
    version: int
    former: int | None = None


def former_version(connection: Connection, url: str | None) -> Version | None:
    """The latest version that stood at the address, None for a new address or none."""
    if url is None:
        return None
    row = connection.execute(_AT_ADDRESS, {"url": url}).one_or_none()
    return None if row is None else Version(row.id, row.version)


def revive(connection: Connection, article: int, fetched: str | None) -> bool:
    """Let an article that has stood at its address before stand there again, as the latest version; True if it does.

    It does where it was fetched later than what stands there now. When files that hold both come in once more, it does
    not: nothing has changed then.
    """
    table = schema.articles
    row = connection.execute(select(table.c.url, table.c.is_current).where(table.c.id == article)).one()
    now = None if row.is_current else former_version(connection, row.url)
    if now is None:
        return False
    stands_since = connection.scalar(select(table.c.fetched).where(table.c.id == now.id))
    if fetched is None or stands_since is None or fetched <= stands_since:
        return False
    connection.execute(update(table).where(table.c.id == now.id).values(is_current=False))
    again = {"is_current": True, "version": now.version + 1, "fetched": fetched}
    connection.execute(update(table).where(table.c.id == article).values(again))
    forget_sides(connection, now.id)
    put_sides(connection, article)
    carry_decisions(connection, now.id, article)
    compare_with_former(connection, article)
    return True


def compare_with_former(connection: Connection, article: int) -> None:
    """Write down which claims the article gained and lost against the version before it, and the version after it."""
    table = schema.articles
    row = connection.execute(select(table.c.url, table.c.version).where(table.c.id == article)).one()
    if row.url is None:
        return
    around = select(table.c.id, table.c.version).where(
        table.c.url == row.url, table.c.version.between(row.version - 1, row.version + 1)
    )
    number = {each.version: each.id for each in connection.execute(around)}
    for later in (row.version, row.version + 1):
        if later in number and later - 1 in number:
            _compare(connection, number[later - 1], number[later])


def _compare(connection: Connection, earlier: int, later: int) -> None:
    changes = schema.claim_changes
    connection.execute(delete(changes).where(changes.c.article_id == later))
    before, after = _told(connection, earlier), _told(connection, later)
    rows = [
        {"article_id": later, "claim_id": claim, "change": change}
        for change, these, those in (("gained", after, before), ("lost", before, after))
        for told, claims in these.items()
        for claim in claims[len(those.get(told, ())) :]
    ]
    if rows:
        connection.execute(insert(changes), rows)


def _told(connection: Connection, article: int) -> dict[Told, list[int]]:
    """The claims of an article by what they tell."""
    claims, parts, spans, entities = schema.claims, schema.parts, schema.spans, schema.entities
    own = select(claims.c.id).where(claims.c.article_id == article)
    told: dict[int, list[Any]] = defaultdict(list)
    taking = select(parts.c.claim_id, parts.c.role, entities.c.name).join(entities, entities.c.id == parts.c.entity_id)
    for row in connection.execute(taking.where(parts.c.claim_id.in_(own))):
        told[row.claim_id].append((row.role, normalise(row.name)))
    content = select(spans.c.claim_id, spans.c.words).where(spans.c.claim_id.in_(own), spans.c.role == "content")
    for said in connection.execute(content):
        told[said.claim_id].append(("content", said.words))
    columns = [
        claims.c[name]
        for name in "id kind status time_value event mode form title country tenure change relation".split()
    ]
    out: dict[Told, list[int]] = defaultdict(list)
    for row in connection.execute(select(*columns).where(claims.c.article_id == article).order_by(claims.c.id)):
        number, *plain = row
        out[(*plain, *sorted(told[number]))].append(number)
    return out
