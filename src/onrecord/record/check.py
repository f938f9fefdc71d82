"""Checks a record against itself: every hash and every quoted word is derived from the texts again."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select, text

from onrecord.dates.bounds import bounds
from onrecord.errors import ClaimError, RecordError, SpanError
from onrecord.model import Record
from onrecord.record import schema
from onrecord.record.load import load_record
from onrecord.record.search import count_findable, is_sqlite
from onrecord.record.write import article_key, sha256

REMEDY = "put back a copy of the record, or add the articles to a new one"
PAGE = 500


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found as it should be in one article: its claims, and the words that it quotes."""

    claims: int
    quotes: int


def check_whole(connection: Connection) -> None:
    """Nothing where the tables fit each other. Raises RecordError, which names the first trouble, where they do not."""
    if is_sqlite(connection):
        trouble = connection.scalars(text("PRAGMA quick_check(1)")).one()
        if trouble != "ok":
            raise RecordError(f"the file is damaged ({trouble}): {REMEDY}")
        stray = connection.execute(text("PRAGMA foreign_key_check")).first()
        if stray is not None:
            raise RecordError(f"a row of {stray[0]} points at a row of {stray[2]} that is not there: {REMEDY}")
    articles, claims = schema.articles, schema.claims
    held = (
        connection.scalar(select(func.count()).select_from(articles)),
        connection.scalar(select(func.count()).select_from(claims).where(claims.c.kind == "statement")),
    )
    if count_findable(connection) != held:
        raise RecordError(f"{held} articles and statements are held, {count_findable(connection)} are found: {REMEDY}")


def check_articles(connection: Connection) -> Iterator[Checked]:
    """What each article holds as it should. Raises RecordError at the first that does not."""
    column, last = schema.articles.c.id, 0
    while numbers := connection.scalars(select(column).where(column > last).order_by(column).limit(PAGE)).all():
        yield from (check_article(connection, number) for number in numbers)
        last = numbers[-1]


def check_article(connection: Connection, number: int) -> Checked:
    """What the article holds as it should. Raises RecordError, which names the first trouble, when something is not."""
    row = connection.execute(select(schema.articles).where(schema.articles.c.id == number)).one()
    where = f"article {number} ({row.url or row.source or row.document})"
    try:
        record = load_record(connection, number)
    except (SpanError, ClaimError, KeyError) as error:
        raise RecordError(f"{where} cannot be put together ({error!r}): {REMEDY}") from error
    if sha256(row.text) != row.text_hash or article_key(record.document) != row.key:
        raise RecordError(f"{where}: its text or address is not what was added: {REMEDY}")
    _check_mentions(record, where)
    _check_times(connection, number, row.text, where)
    return Checked(len(record.claims), _check_quotes(connection, number, row.text, where))


def _check_mentions(record: Record, where: str) -> None:
    for entity in record.entities:
        for mention in entity.mentions:
            if mention.span.end > len(record.document.text):
                raise RecordError(f"{where}: a mention of {entity.name} lies past the text's end: {REMEDY}")


def _check_times(connection: Connection, number: int, words: str, where: str) -> None:
    for row in connection.execute(select(schema.claims).where(schema.claims.c.article_id == number)):
        if row.time_text is None:
            continue
        _check_words(row, row.time_text, words[row.time_start : row.time_end], where)
        if row.time_value is not None and bounds(row.time_value) != (row.earliest, row.latest):
            raise RecordError(f"{where}: claim {row.local} has other days than {row.time_value}: {REMEDY}")


def _check_quotes(connection: Connection, number: int, words: str, where: str) -> int:
    spans, claims = schema.spans, schema.claims
    of_article = select(spans, claims.c.local).join(claims, claims.c.id == spans.c.claim_id)
    rows = connection.execute(of_article.where(claims.c.article_id == number)).all()
    for row in rows:
        _check_words(row, row.words, words[row.start : row.end], where)
    return len(rows)


def _check_words(row: Any, kept: str, found: str, where: str) -> None:
    if kept != found:
        raise RecordError(f"{where}: claim {row.local} quotes {kept[:80]!r}, the text says {found[:80]!r}: {REMEDY}")
