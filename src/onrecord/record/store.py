"""An open record: transactions to read and to write in, each whole or not at all."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType

from sqlalchemy import URL, Connection, Engine, func, select, text

from onrecord.errors import RecordError
from onrecord.record import schema
from onrecord.record.database import PATIENCE_SECONDS, WRITES, address_of, open_engine, told
from onrecord.record.migrations import MIGRATIONS, Migration, check_version, migrate
from onrecord.record.search import is_sqlite

WRITERS_LOCK = 0x6F6E7265636F7264
"""The number of the lock that PostgreSQL's writers take in turn ("onrecord")."""


@dataclass(frozen=True, slots=True)
class Held:
    """How many articles, all their versions counted, and claims a record holds."""

    articles: int
    claims: int


@dataclass(frozen=True, slots=True)
class Store:
    """A record that is open. `where` is what messages call it. Close it, or use it in a `with`."""

    engine: Engine
    where: str

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction to ask in: it sees one state of the record and changes nothing."""
        with told(self.where), self.engine.connect() as connection, connection.begin() as transaction:
            yield connection
            transaction.rollback()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction to write in: kept whole, or not at all when the block raises. One writer at a time.

        Raises RecordError when another writer holds on for too long.
        """
        writer = self.engine.execution_options(**{WRITES: True})
        with told(self.where), writer.begin() as connection:
            if not is_sqlite(connection):
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": WRITERS_LOCK})
            yield connection

    def count(self) -> Held:
        """How much the record holds."""
        with self.reading() as connection:
            articles, claims = (
                connection.scalar(select(func.count()).select_from(table)) or 0
                for table in (schema.articles, schema.claims)
            )
        return Held(articles, claims)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_to_read(where: str, *, migrations: Sequence[Migration] = MIGRATIONS) -> Store:
    """The record at a path or a PostgreSQL address, to ask; what it holds is never changed.

    What a killed writer left half done in a file is undone first. Raises RecordError when that may not be done, or
    when the record is not there, is of another version or is no record.
    """
    url = address_of(where)
    if url.get_backend_name() == "sqlite" and not os.path.isfile(where):
        raise RecordError(f"{where} is not there, or you may not look: make it with `onrecord add`, or name a record")
    store = Store(open_engine(url, writes=False), _shown(where, url))
    try:
        with store.reading() as connection:
            check_version(connection, store.where, migrations)
    except RecordError:
        store.close()
        raise
    return store


def open_to_write(
    where: str,
    *,
    now: str,
    migrations: Sequence[Migration] = MIGRATIONS,
    patience_seconds: float = PATIENCE_SECONDS,
) -> Store:
    """The record at a path or a PostgreSQL address, made if it is not there, brought up to the present version.

    `now` is the moment in UTC; `patience_seconds` is how long to wait for another writer to finish its article.
    Raises RecordError when it cannot be written, is of a newer version or is no record.
    """
    url = address_of(where)
    with told(_shown(where, url)):
        store = Store(
            open_engine(url, writes=True, patience_seconds=patience_seconds),
            _shown(where, url),
        )
    try:
        with store.writing() as connection:
            migrate(connection, store.where, now=now, migrations=migrations)
    except RecordError:
        store.close()
        raise
    return store


def _shown(where: str, url: URL) -> str:
    """What a record is called in messages: the file as it was typed, the address of a database without its password."""
    return where if url.get_backend_name() == "sqlite" else url.render_as_string()
