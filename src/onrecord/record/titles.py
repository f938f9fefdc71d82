"""The titles of offices, each kept once, so that words in them are looked for among few."""

from collections.abc import Iterable

from sqlalchemy import Connection

from onrecord.record import schema
from onrecord.record.insert import insert_rows
from onrecord.record.rows import Row


def put_titles(connection: Connection, claims: Iterable[Row]) -> None:
    """Keep the titles of the offices among these rows of `claims`, where they are not kept yet."""
    titles = sorted({title for row in claims if (title := row["title"]) is not None})
    insert_rows(connection, schema.titles, [{"title": title} for title in titles], only_new=True)
