"""Puts articles into a record: each with all its rows, in the transaction of the caller."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Connection, Table, func, insert, select, update

from onrecord.errors import ClaimError
from onrecord.model import Claim, Document, Record
from onrecord.names import normalise
from onrecord.record import schema
from onrecord.record.rows import Row, claim_row, parts_of, spans_of
from onrecord.record.search import index_article, index_statements


@dataclass(frozen=True, slots=True)
class Known:
    """An article that the record holds: its number, and what read it (None for one that was kept unread)."""

    id: int
    reader: str | None


def article_key(document: Document) -> str:
    """What makes two articles the same one: the SHA-256 of address and text."""
    return _sha256(f"{document.url or ''}\n{document.text}")


def find_known(connection: Connection, document: Document) -> Known | None:
    """The article with the same address and text, or None where the record does not hold it."""
    table = schema.articles
    row = connection.execute(
        select(table.c.id, table.c.reader).where(table.c.key == article_key(document))
    ).one_or_none()
    return None if row is None else Known(row.id, row.reader)


def put_unread(connection: Connection, document: Document, *, now: str) -> int:
    """Keep a document without claims, such as one in a language that is not read; the number of its article."""
    return _put_article(connection, document, reader=None, now=now)


def put_record(connection: Connection, record: Record, *, reader: str, now: str) -> int:
    """Keep a record; the number of its article. `reader` says what read it, `now` is the moment in UTC."""
    article = _put_article(connection, record.document, reader=reader, now=now)
    numbers = _put_entities(connection, record, article)
    _put_claims(connection, record, article, numbers)
    return article


def _sha256(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def _next(connection: Connection, column: Column[int]) -> int:
    return (connection.scalar(select(func.max(column))) or 0) + 1


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _put_article(connection: Connection, document: Document, *, reader: str | None, now: str) -> int:
    """The new article, which takes the place of the one before it at the same address."""
    table = schema.articles
    number, version = _next(connection, table.c.id), 1
    if document.url is not None:
        at_address = table.c.url == document.url
        version += connection.scalar(select(func.max(table.c.version)).where(at_address)) or 0
        connection.execute(update(table).where(at_address, table.c.is_current).values(is_current=False))
    row: dict[str, Any] = {
        "id": number,
        "key": article_key(document),
        "document": document.id,
        **{name: getattr(document, name) for name in ("url", "title", "publisher", "author", "published", "language")},
        "day": document.published and document.published[:10],
        "instant": instant(document.published),
        "text": document.text,
        "text_hash": _sha256(document.text),
        "source": document.source,
        "fetched": document.fetched,
        "added": now,
        "reader": reader,
        "version": version,
        "is_current": True,
    }
    connection.execute(insert(table), row)
    notes = [{"article_id": number, "position": n, "words": words} for n, words in enumerate(document.corrections)]
    _insert(connection, schema.corrections, notes)
    index_article(connection, number, document.title, document.text)
    return number


def instant(published: str | None) -> str | None:
    """The moment of publication in UTC, None where the hour or the zone is not known."""
    if published is None or len(published) <= 10:
        return None
    moment = datetime.fromisoformat(published)
    return None if moment.tzinfo is None else moment.astimezone(UTC).isoformat(timespec="seconds")


def _put_entities(connection: Connection, record: Record, article: int) -> dict[str, int]:
    """The number of each entity, by its local id."""
    first = _next(connection, schema.entities.c.id)
    numbers = {entity.id: first + place for place, entity in enumerate(record.entities)}
    identity = _next(connection, schema.identities.c.id)
    identities, names, rows, aliases, mentions = [], [], [], [], []
    for place, entity in enumerate(record.entities):
        number, plain = numbers[entity.id], {"kind": entity.kind, "name": entity.name, "country": entity.country}
        identities.append({"id": identity + place, **plain})
        called = dict.fromkeys((entity.name, *entity.aliases))
        names += [{"identity_id": identity + place, "name": name, "folded": normalise(name)} for name in called]
        rows.append({"id": number, "article_id": article, "identity_id": identity + place, "local": entity.id, **plain})
        aliases += [{"entity_id": number, "position": n, "name": name} for n, name in enumerate(entity.aliases)]
        mentions += [
            {"entity_id": number, "position": n, "start": m.span.start, "end": m.span.end, "form": m.form}
            for n, m in enumerate(entity.mentions)
        ]
    _insert(connection, schema.identities, identities)
    _insert(connection, schema.identity_names, names)
    _insert(connection, schema.entities, rows)
    _insert(connection, schema.aliases, aliases)
    _insert(connection, schema.mentions, mentions)
    return numbers


def _number(numbers: dict[str, int], entity: str, claim: Claim) -> int:
    if entity not in numbers:
        raise ClaimError(f"claim {claim.id} speaks of {entity}, which is no entity of its record: repair the record")
    return numbers[entity]


def _put_claims(connection: Connection, record: Record, article: int, numbers: dict[str, int]) -> None:
    text, first = record.document.text, _next(connection, schema.claims.c.id)
    claims, parts, links, spans, said = [], [], [], [], []
    for number, claim in enumerate(record.claims, first):
        claims.append({"id": number, "article_id": article, **claim_row(claim)})
        parts += [
            {"claim_id": number, "role": role, "position": n, "entity_id": _number(numbers, entity, claim)}
            for role, ids in parts_of(claim)
            for n, entity in enumerate(ids)
        ]
        links += [
            {"claim_id": number, "position": n, "entity_id": _number(numbers, link.entity, claim)}
            for n, link in enumerate(claim.attribution)
        ]
        words = list(spans_of(claim))
        spans += [
            {
                "claim_id": number, "role": role, "position": n,
                "start": span.start, "end": span.end, "words": span.of(text),
            }
            for role, n, span in words
        ]  # fmt: skip
        if claim.kind == "statement":
            said.append((number, " … ".join(span.of(text) for role, _n, span in words if role == "content")))
    _insert(connection, schema.claims, claims)
    _insert(connection, schema.parts, parts)
    _insert(connection, schema.attributions, links)
    _insert(connection, schema.spans, spans)
    index_statements(connection, said)
