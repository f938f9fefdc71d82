"""Opens the database of a record, a file or a PostgreSQL address, and tells its errors in our words."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import QueuePool, StaticPool

from onrecord.errors import RecordError

WRITES = "onrecord_writes"
"""The option of a connection whose transactions take the writers' lock before they look."""
WRITERS_KIBIBYTES, READERS_KIBIBYTES = 131_072, 32_768
"""So much of a file is kept in memory, whatever the record's size: by the one writer, and by each of many readers."""
PAGES_IN_WAL = 16_000
"""So many pages (of 4 KiB) are gathered beside a file before they go into it, each once for all that changed on it."""
PATIENCE_SECONDS = 30.0
"""How long a writer waits for another one to finish its article."""
LOOK = "SELECT 1 FROM sqlite_schema LIMIT 1"
"""Opens a file in earnest: SQLite undoes what a journal beside it holds, where it may."""
ONE_CONNECTION: dict[str, Any] = {"poolclass": StaticPool}
"""Its user sees to it that one thread at a time has it."""
MANY_CONNECTIONS: dict[str, Any] = {"poolclass": QueuePool, "pool_size": 8, "max_overflow": 56}
SQLITE_TROUBLES = {
    sqlite3.SQLITE_BUSY: "is being written by another process: wait until it is done",
    sqlite3.SQLITE_LOCKED: "is being written by another process: wait until it is done",
    sqlite3.SQLITE_READONLY_ROLLBACK: "was left in the middle of a write: "
    "open it once as somebody who may write the file, its -journal and their folder",
    sqlite3.SQLITE_READONLY: "may not be written: check who may write the file and its folder",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: check its spelling, and who may read and write the file and its folder",
    sqlite3.SQLITE_FULL: "has no room to grow, the disk is full: make room and run the same command again",
    sqlite3.SQLITE_IOERR: "cannot be read or written, the disk fails or is full: run the same command again",
    sqlite3.SQLITE_CORRUPT: "is damaged: put back a copy, or add the articles to a new record",
    sqlite3.SQLITE_NOTADB: "is not a record: name another file",
}
POSTGRESQL_TROUBLES = {
    "55P03": "is being written by another process: wait until it is done",
    "53": "has no room or memory left: make room and run the same command again",
    "42501": "may not be written by this user: ask for the rights to create and change tables",
    "25006": "may not be written, the server or the connection is read-only",
    "57P": "was shut down by its server: start it and run the same command again",
    "08": "cannot be reached: check the address and that the server runs",
    "28": "does not let this user in: check the user and the password in the address",
    "3D": "is no database of that server: create it first, for example with `createdb`",
}


def address_of(where: str) -> URL:
    """The database's address: a PostgreSQL URL as given, else the file of that path.

    Raises RecordError for the URL of any other database.
    """
    if "://" not in where:
        return URL.create("sqlite", database=where)
    try:
        url = make_url(where)
    except ArgumentError as error:
        raise RecordError(f"{where} is no address of a database: write postgresql://user@host/name") from error
    if url.get_backend_name() != "postgresql":
        raise RecordError(f"{url} is of a database that is not known: give a file's path or a postgresql:// address")
    return url.set(drivername="postgresql+psycopg")


def open_engine(url: URL, *, writes: bool, patience_seconds: float = PATIENCE_SECONDS) -> Engine:
    """The engine of a database: to read from many threads at once, or to write through one connection.

    Raises RecordError when PostgreSQL's driver is missing.
    """
    if url.get_backend_name() == "sqlite":
        return _open_file(Path(url.database or ""), writes, patience_seconds)
    try:
        only_reads = "off" if writes else "on"
        options = f"-c lock_timeout={patience_seconds * 1000:.0f}ms -c default_transaction_read_only={only_reads}"
        connect = {"options": options, "connect_timeout": 10}
        return create_engine(url, connect_args=connect, **(ONE_CONNECTION if writes else MANY_CONNECTIONS))
    except (ImportError, NoSuchModuleError) as error:
        raise RecordError(f"{url} needs the driver of PostgreSQL: pip install 'onrecord[postgresql]'") from error


def _open_file(path: Path, writes: bool, patience_seconds: float) -> Engine:
    def connect() -> sqlite3.Connection:
        mode = "rwc" if writes else "ro"
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=patience_seconds, isolation_level=None,
            check_same_thread=False,
        )  # fmt: skip
        if writes:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(f"PRAGMA wal_autocheckpoint = {PAGES_IN_WAL}")
        else:
            _undo_half_a_write(connection, path, patience_seconds)
        connection.execute(f"PRAGMA cache_size = -{WRITERS_KIBIBYTES if writes else READERS_KIBIBYTES}")
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    engine = create_engine("sqlite://", creator=connect, **(ONE_CONNECTION if writes else MANY_CONNECTIONS))

    def close(connection: Any, _record: Any) -> None:
        # One plain file again, which can be read where nothing may be written; not while others have it open.
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA busy_timeout = 0")
            connection.execute("PRAGMA journal_mode = DELETE")

    if writes:
        event.listen(engine, "close", close)

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(WRITES) else "BEGIN")

    return engine


def _undo_half_a_write(reader: sqlite3.Connection, path: Path, patience_seconds: float) -> None:
    """Nothing where the reader can read; else what a killed writer left half done is undone, as SQLite's journal says.

    What was kept stays as it is. Raises sqlite3.OperationalError where the file or its folder may not be written.
    """
    try:
        reader.execute(LOOK)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
            raise
        uri = f"{path.absolute().as_uri()}?mode=rw"
        with (
            suppress(sqlite3.OperationalError),
            closing(sqlite3.connect(uri, uri=True, timeout=patience_seconds)) as one,
        ):
            one.execute(LOOK)
        reader.execute(LOOK)


@contextmanager
def told(where: str) -> Iterator[None]:
    """Runs its block. Raises RecordError, which says what to do, for every error of the database in it."""
    try:
        yield
    except DBAPIError as error:
        raise RecordError(f"{where} {_trouble(error.orig)}") from error
    except sqlite3.Error as error:
        raise RecordError(f"{where} {_trouble(error)}") from error


def _trouble(error: BaseException | None) -> str:
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", 0)
        return f"{SQLITE_TROUBLES.get(code) or SQLITE_TROUBLES.get(code & 0xFF, 'fails')} ({error})"
    state = getattr(error, "sqlstate", None) or "08"
    said = " ".join(str(error).split())
    found = next((words for start, words in POSTGRESQL_TROUBLES.items() if state.startswith(start)), "fails")
    return f"{found} ({said})"
