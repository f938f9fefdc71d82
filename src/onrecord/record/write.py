"""Puts articles into a record: each with all its rows, in the transaction of the caller."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import Column, Connection, bindparam, delete, func, select, update

from onrecord.errors import SourceError
from onrecord.model import Document, Record
from onrecord.record import schema
from onrecord.record.carried import carry_decisions
from onrecord.record.decisions import apply_decisions, let_go_of_claims
from onrecord.record.entities import entity_rows, find_new_names, known_rows, word_rows
from onrecord.record.identities import Join
from onrecord.record.insert import insert_rows
from onrecord.record.rows import Row, rows_of, said_in
from onrecord.record.search import forget_statements, index_article, index_statements
from onrecord.record.sides import forget_sides, put_sides
from onrecord.record.tellings import month_of, tell
from onrecord.record.titles import put_titles
from onrecord.record.versions import Version, compare_with_former, former_version

KEPT_FIELDS = ("url", "title", "publisher", "author", "published", "language", "text", "source", "fetched", "modified")
UNKEEPABLE = "\0"
"""PostgreSQL keeps no text that holds this character, and no text should."""
SHARED = frozenset({schema.identity_names, schema.identity_keys, schema.name_words})
"""What one identity may be told of by many articles."""
LAST = {
    table.c.id: select(func.max(table.c.id))
    for table in (schema.articles, schema.entities, schema.identities, schema.claims)
}
KNOWN = select(
    schema.articles.c.id, schema.articles.c.reader, schema.articles.c.published, schema.articles.c.publisher
).where(schema.articles.c.key == bindparam("key"))
TELL = (
    update(schema.identities).where(schema.identities.c.id == bindparam("identity")).values(profile=bindparam("told"))
)


@dataclass(frozen=True, slots=True)
class Known:
    """An article that the record holds: its number, what read it (None for one that was kept unread), what it knew."""

    id: int
    reader: str | None
    published: str | None = None
    publisher: str | None = None

    def lacks(self, document: Document) -> bool:
        """True where the document now tells its day or its publisher, which the record does not know."""
        return bool((document.published and not self.published) or (document.publisher and not self.publisher))


@dataclass(frozen=True, slots=True)
class Sketched:
    """What is kept of a text to find its copies, and the `original` that it is a copy of (an article's number)."""

    version: int
    size: int
    minima: bytes
    keys: Sequence[int]
    original: int | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """What comes with an article: when, what read it, whom its entities were joined to (by local id), its sketch."""

    now: str
    reader: str | None = None
    joins: Mapping[str, Join] = field(default_factory=dict)
    sketched: Sketched | None = None


def article_key(document: Document) -> str:
    """What makes two articles the same one: the SHA-256 of address and text."""
    return sha256(f"{document.url or ''}\n{document.text}")


def sha256(words: str) -> str:
    """The SHA-256 of a text in UTF-8."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def find_known(connection: Connection, document: Document) -> Known | None:
    """The article with the same address and text, or None where the record does not hold it."""
    row = connection.execute(KNOWN, {"key": article_key(document)}).one_or_none()
    return None if row is None else Known(*row)


def put_unread(connection: Connection, document: Document, arrival: Arrival) -> Version:
    """Keep a document without claims, such as one in a language that is not read; the version that it became."""
    return _put_article(connection, document, arrival)


def put_record(connection: Connection, record: Record, arrival: Arrival) -> Version:
    """Keep a record; the version that it became.

    Raises SourceError for a text that no database keeps, ClaimError for a claim that speaks of an unknown entity.
    """
    made = _put_article(connection, record.document, arrival)
    _put_reading(connection, record, made.id, arrival)
    if made.former is not None:
        carry_decisions(connection, made.former, made.id)
        compare_with_former(connection, made.id)
    return made


def put_reading(connection: Connection, record: Record, article: int, arrival: Arrival) -> None:
    """Put a new reading of an article in the place of the one before it, with its day and publisher."""
    _forget_reading(connection, article)
    now = {"reader": arrival.reader, "added": arrival.now, "publisher": record.document.publisher}
    values = now | _days(record.document)
    connection.execute(update(schema.articles).where(schema.articles.c.id == article).values(values))
    _put_reading(connection, record, article, arrival)
    apply_decisions(connection, article, record)
    compare_with_former(connection, article)


def instant(published: str | None) -> str | None:
    """The moment of publication in UTC, None where the hour or the zone is not known."""
    if published is None or len(published) <= 10:
        return None
    moment = datetime.fromisoformat(published)
    return None if moment.tzinfo is None else moment.astimezone(UTC).isoformat(timespec="seconds")


def _days(document: Document) -> Row:
    """When the article was published: as given, its day, and the moment in UTC."""
    published = document.published
    return {"published": published, "day": published and published[:10], "instant": instant(published)}


def _next(connection: Connection, column: Column[int]) -> int:
    return (connection.scalar(LAST[column]) or 0) + 1


def _put_article(connection: Connection, document: Document, arrival: Arrival) -> Version:
    """The new article, which takes the place of the one before it at the same address."""
    table, number = schema.articles, _next(connection, schema.articles.c.id)
    row: Row = {name: getattr(document, name) for name in KEPT_FIELDS}
    _check_strings(row, document)
    former = former_version(connection, document.url)
    if former is not None:
        connection.execute(update(table).where(table.c.id == former.id).values(is_current=False))
        forget_sides(connection, former.id)
    made = Version(number, former.version + 1, former.id) if former else Version(number, 1)
    sketched = arrival.sketched
    row |= _days(document) | {
        "id": number,
        "key": article_key(document),
        "document": document.id,
        "text_hash": sha256(document.text),
        "added": arrival.now,
        "reader": arrival.reader,
        "version": made.version,
        "is_current": True,
        "original_id": (sketched and sketched.original) or number,
    }
    insert_rows(connection, table, [row])
    notes = [{"article_id": number, "position": n, "words": words} for n, words in enumerate(document.corrections)]
    insert_rows(connection, schema.corrections, notes)
    if sketched is not None:
        _put_sketch(connection, number, sketched)
    index_article(connection, number, document.title, document.text)
    return made


def _check_strings(row: Row, document: Document) -> None:
    for name, value in (*row.items(), *((f"correction {note}", note) for note in document.corrections)):
        if value is not None and UNKEEPABLE in value:
            where = document.source or document.url or document.id
            raise SourceError(f"{where}: its {name} holds a NUL character: take it out, no text has one")


def _put_sketch(connection: Connection, article: int, sketched: Sketched) -> None:
    kept = {"version": sketched.version, "size": sketched.size, "minima": sketched.minima}
    insert_rows(connection, schema.sketches, [{"article_id": article, **kept}])
    keys = [{"key": key, "article_id": article} for key in sketched.keys]
    insert_rows(connection, schema.copy_keys, keys)


def _put_reading(connection: Connection, record: Record, article: int, arrival: Arrival) -> None:
    entity, identity = (_next(connection, table.c.id) for table in (schema.entities, schema.identities))
    rows = entity_rows(record, arrival.joins, article=article, first=entity, identity=identity)
    rows[schema.identity_names] = find_new_names(connection, rows[schema.identity_names], known=identity - 1)
    rows[schema.name_words] = word_rows(rows[schema.identity_names])
    for table, values in rows.items():
        insert_rows(connection, table, values, only_new=table in SHARED)
    if known := known_rows(arrival.joins):
        connection.execute(TELL, known)
    _put_claims(connection, record, article, rows[schema.entities])
    put_sides(connection, article)


def _put_claims(connection: Connection, record: Record, article: int, cast: Sequence[Row]) -> None:
    text, first = record.document.text, _next(connection, schema.claims.c.id)
    numbers, identity = {row["local"]: row["id"] for row in cast}, {row["id"]: row["identity_id"] for row in cast}
    published = record.document.published or ""
    rows = [rows_of(claim, number, text, numbers) for number, claim in enumerate(record.claims, first)]
    for each in rows:
        each.claim["day"] = each.claim["earliest"] or each.claim["latest"] or published[:10]
        taking = [(row["role"], identity[row["entity_id"]]) for row in each.parts]
        words = " ".join(row["words"] for row in each.spans if row["role"] == "content")
        month = month_of(each.claim | {"published": published})
        each.claim["telling"] = tell(each.claim, taking, month=month, words=words)
    insert_rows(connection, schema.claims, [{"article_id": article, **each.claim} for each in rows])
    put_titles(connection, [each.claim for each in rows])
    insert_rows(connection, schema.parts, [row for each in rows for row in each.parts])
    insert_rows(connection, schema.attributions, [row for each in rows for row in each.attributions])
    insert_rows(connection, schema.spans, [row for each in rows for row in each.spans])
    said = [
        (each.claim["id"], said_in(row["words"] for row in each.spans if row["role"] == "content"))
        for each in rows
        if each.claim["kind"] == "statement"
    ]
    index_statements(connection, said)


def _forget_reading(connection: Connection, article: int) -> None:
    """Delete the claims and entities of an article; the identities stay, with what people decided of them."""
    claims = select(schema.claims.c.id).where(schema.claims.c.article_id == article)
    entities = select(schema.entities.c.id).where(schema.entities.c.article_id == article)
    let_go_of_claims(connection, article)
    spans = schema.spans
    said: dict[int, list[str]] = {}
    content = select(spans.c.claim_id, spans.c.words).where(spans.c.claim_id.in_(claims), spans.c.role == "content")
    for row in connection.execute(content.order_by(spans.c.claim_id, spans.c.position)):
        said.setdefault(row.claim_id, []).append(row.words)
    forget_statements(connection, ((claim, said_in(words)) for claim, words in said.items()))
    forget_sides(connection, article)
    for table in (schema.claim_changes, schema.spans, schema.attributions, schema.parts):
        connection.execute(delete(table).where(table.c.claim_id.in_(claims)))
    connection.execute(delete(schema.claims).where(schema.claims.c.article_id == article))
    for table in (schema.mentions, schema.aliases):
        connection.execute(delete(table).where(table.c.entity_id.in_(entities)))
    connection.execute(delete(schema.entities).where(schema.entities.c.article_id == article))
