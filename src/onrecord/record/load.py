"""Takes articles out of a record again, as the records that were put in."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, Table, select

from onrecord.errors import RecordError
from onrecord.model import Document, Entity, Mention, Record, Span
from onrecord.record import schema
from onrecord.record.rows import claim_of, entity_of


def load_record(connection: Connection, article: int) -> Record:
    """The record of an article, given by its number. Raises RecordError when there is no such article."""
    document = load_document(connection, article)
    rows = connection.execute(
        select(schema.entities).where(schema.entities.c.article_id == article).order_by(schema.entities.c.id)
    ).all()
    local = {row.id: row.local for row in rows}
    return Record(document, _entities(connection, article, rows), _claims(connection, article, local))


def load_document(connection: Connection, article: int) -> Document:
    """The document of an article. Raises RecordError when there is no such article."""
    row = connection.execute(select(schema.articles).where(schema.articles.c.id == article)).one_or_none()
    if row is None:
        raise RecordError(f"the record holds no article {article}: look up its number with a question")
    notes = select(schema.corrections.c.words).where(schema.corrections.c.article_id == article)
    return Document(
        id=row.document,
        text=row.text,
        url=row.url,
        title=row.title,
        publisher=row.publisher,
        author=row.author,
        published=row.published,
        language=row.language,
        corrections=tuple(connection.scalars(notes.order_by(schema.corrections.c.position))),
        source=row.source,
        fetched=row.fetched,
        modified=row.modified,
    )


def _entities(connection: Connection, article: int, rows: Any) -> tuple[Entity, ...]:
    aliases, mentions = defaultdict(list), defaultdict(list)
    for row in _of_entities(connection, schema.aliases, article):
        aliases[row.entity_id].append(row.name)
    for row in _of_entities(connection, schema.mentions, article):
        mentions[row.entity_id].append(Mention(Span(row.start, row.end), row.form))
    return tuple(entity_of(row, aliases[row.id], mentions[row.id]) for row in rows)


def _of_entities(connection: Connection, table: Table, article: int) -> Any:
    joined = select(table).join(schema.entities, schema.entities.c.id == table.c.entity_id)
    ordered = joined.where(schema.entities.c.article_id == article).order_by(table.c.entity_id, table.c.position)
    return connection.execute(ordered)


def _of_claims(connection: Connection, table: Table, article: int) -> Any:
    joined = select(table).join(schema.claims, schema.claims.c.id == table.c.claim_id)
    ordered = joined.where(schema.claims.c.article_id == article).order_by(table.c.claim_id, table.c.position)
    return connection.execute(ordered)


def _claims(connection: Connection, article: int, local: dict[int, str]) -> Any:
    parts: Any = defaultdict(lambda: defaultdict(list))
    links, spans = defaultdict(list), defaultdict(lambda: defaultdict(dict))  # type: ignore[var-annotated]
    for row in _of_claims(connection, schema.parts, article):
        parts[row.claim_id][row.role].append(local[row.entity_id])
    for row in _of_claims(connection, schema.attributions, article):
        links[row.claim_id].append(local[row.entity_id])
    for row in _of_claims(connection, schema.spans, article):
        spans[row.claim_id][row.role][row.position] = Span(row.start, row.end)
    claims = select(schema.claims).where(schema.claims.c.article_id == article).order_by(schema.claims.c.id)
    return tuple(
        claim_of(row, {role: tuple(ids) for role, ids in parts[row.id].items()}, links[row.id], spans[row.id])
        for row in connection.execute(claims)
    )
