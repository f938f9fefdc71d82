"""Tests of opening a record: of other versions, of others at work, where nothing may be written."""

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import repeat
from pathlib import Path

import pytest
from records import RECORD
from sqlalchemy import Connection, inspect, text

from onrecord.errors import RecordError
from onrecord.record import Store, open_to_read, open_to_write
from onrecord.record.check import check_articles, check_whole
from onrecord.record.load import load_record
from onrecord.record.migrations import MIGRATIONS
from onrecord.record.write import Arrival, put_record

NOW = "2031-01-02T03:04:05+00:00"
NOBODY = 65534
ADDRESSES = tuple(f"https://example.org/{number}" for number in range(100))


def add_mood(connection: Connection) -> None:
    """A migration of the days to come."""
    connection.execute(text("ALTER TABLE articles ADD COLUMN mood TEXT"))


def fail_half_way(connection: Connection) -> None:
    """A migration that stops when half of it is done."""
    add_mood(connection)
    connection.execute(text("ALTER TABLE nowhere ADD COLUMN mood TEXT"))


LATER = (*MIGRATIONS, add_mood)


def put(store: Store, url: str | None = None) -> int:
    record = replace(RECORD, document=replace(RECORD.document, url=url))
    with store.writing() as connection:
        return put_record(connection, record, Arrival(NOW, "a test")).id


def columns(store: Store) -> set[str]:
    with store.reading() as connection:
        return {column["name"] for column in inspect(connection).get_columns("articles")}


def test_a_record_of_a_newer_version_is_left_alone(where: str) -> None:
    open_to_write(where, now=NOW, migrations=LATER).close()
    for opening in (lambda: open_to_read(where), lambda: open_to_write(where, now=NOW)):
        with pytest.raises(
            RecordError, match=f"is of version {len(LATER)}, this Onrecord knows up to {len(MIGRATIONS)}"
        ):
            opening()


def test_an_older_record_is_upgraded_when_it_is_written(where: str) -> None:
    with open_to_write(where, now=NOW) as store:
        number = put(store)
    with pytest.raises(RecordError, match=f"is of version {len(MIGRATIONS)} and version {len(LATER)} is needed"):
        open_to_read(where, migrations=LATER)
    with open_to_write(where, now=NOW, migrations=LATER) as store:
        assert "mood" in columns(store)
    with open_to_read(where, migrations=LATER) as store, store.reading() as connection:
        assert load_record(connection, number) == RECORD


def test_an_upgrade_is_made_whole_or_not_at_all(where: str) -> None:
    with open_to_write(where, now=NOW) as store:
        put(store)
    with pytest.raises(RecordError, match="nowhere"):
        open_to_write(where, now=NOW, migrations=(*MIGRATIONS, fail_half_way))
    with open_to_read(where) as store:
        assert "mood" not in columns(store)
        assert store.count().articles == 1


def test_a_database_of_something_else_is_left_alone(where: str) -> None:
    with open_to_write(where, now=NOW) as store, store.writing() as connection:
        connection.execute(text("DROP TABLE schema_versions"))
    with pytest.raises(RecordError, match="holds tables of something else"):
        open_to_write(where, now=NOW)


def test_two_writers_take_turns(where: str) -> None:
    with open_to_write(where, now=NOW) as one, open_to_write(where, now=NOW, patience_seconds=0.2) as other:
        with one.writing(), pytest.raises(RecordError, match="is being written by another process"):
            put(other)
        put(other)
        assert one.count().articles == 1


def test_reading_goes_on_while_somebody_writes(where: str) -> None:
    with open_to_write(where, now=NOW) as writer, open_to_read(where) as reader:
        with writer.writing() as connection:
            put_record(connection, RECORD, Arrival(NOW, "a test"))
            assert reader.count().articles == 0
        assert reader.count().articles == 1


def test_who_opens_to_read_cannot_write(where: str) -> None:
    open_to_write(where, now=NOW).close()
    with open_to_read(where) as store, pytest.raises(RecordError, match="may not be written"):
        put(store)


def test_no_room_loses_nothing_but_the_article(where: str) -> None:
    with open_to_write(where, now=NOW) as store:
        with store.writing() as connection:
            fill_up(connection)
        with pytest.raises(RecordError, match="has no room"):  # some may still fit into what is left of the file
            list(map(put, repeat(store), ADDRESSES))
    with open_to_read(where) as store, store.reading() as connection:
        check_whole(connection)
        assert len(list(check_articles(connection))) < 100


FILL_THE_DISK = """
import resource, signal, sys
from onrecord.errors import RecordError
from record.test_opening import NOW, open_to_write, put
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open_to_write(sys.argv[1], now=NOW) as store:
    put(store, "https://example.org/0")
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, resource.RLIM_INFINITY))  # as a disk that takes no more
    try:
        for number in range(1, 10_000):
            put(store, f"https://example.org/{number}")
    except RecordError as error:
        print(error)
"""


def test_a_disk_that_is_full_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    path, tests = tmp_path / "news.db", Path(__file__).parents[1]
    told = subprocess.run(
        [sys.executable, "-c", FILL_THE_DISK, path], check=True, capture_output=True, text=True, cwd=tests
    ).stdout
    assert told.startswith(f"{path} ") and "run the same command again" in told
    with open_to_write(str(path), now=NOW) as store, store.reading() as connection:
        check_whole(connection)
        assert list(check_articles(connection))


def fill_up(connection: Connection) -> None:
    """Leave no room: in a file, none for another page; PostgreSQL says what it says when the disk is full."""
    if connection.dialect.name == "sqlite":
        pages = connection.scalar(text("PRAGMA page_count"))
        connection.execute(text(f"PRAGMA max_page_count = {pages}"))
        return
    connection.execute(
        text(
            "CREATE FUNCTION full_up() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$"
        )
    )
    connection.execute(text("CREATE TRIGGER full_up BEFORE INSERT ON spans EXECUTE FUNCTION full_up()"))


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="cannot be reached"):
        open_to_write(f"postgresql://nobody@/news?host={tmp_path}", now=NOW)


def test_other_databases_are_not_known() -> None:
    with pytest.raises(RecordError, match="is not known"):
        open_to_write("mysql://host/news", now=NOW)


@contextmanager
def closed_folder(*, half_written: bool = False) -> Iterator[Path]:
    """A folder with a record, in which nothing may be written, and a process that may not do what root may."""
    with tempfile.TemporaryDirectory() as name:
        folder, user = Path(name), os.geteuid()
        if half_written:
            kill_half_way(folder, "DELETE")
        else:
            with open_to_write(str(folder / "news.db"), now=NOW) as store:
                put(store)
        for each in folder.iterdir():
            each.chmod(0o444)
        folder.chmod(0o555)
        try:
            if user == 0:
                os.seteuid(NOBODY)
            yield folder
        finally:
            if user == 0:
                os.seteuid(user)
            folder.chmod(0o700)


def test_a_closed_folder_is_read_and_not_written() -> None:
    with closed_folder() as folder:
        with open_to_read(str(folder / "news.db")) as store:
            assert store.count().articles == 1
        with pytest.raises(RecordError, match="may not be written"):
            open_to_write(str(folder / "news.db"), now=NOW)
        with pytest.raises(RecordError, match="cannot be opened"):
            open_to_write(str(folder / "other.db"), now=NOW)
        assert [path.name for path in folder.iterdir()] == ["news.db"]


def test_a_closed_record_is_one_plain_file(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with open_to_write(str(path), now=NOW) as store:
        put(store)
    before = path.read_bytes()
    with open_to_read(str(path)) as store:
        assert store.count().articles == 1
    assert [each.name for each in tmp_path.iterdir()] == ["news.db"]
    assert path.read_bytes() == before
    assert sqlite3.connect(path).execute("PRAGMA journal_mode").fetchone() == ("delete",)


DIE_HALF_WAY = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute(f"PRAGMA journal_mode = {sys.argv[2]}")
connection.execute("PRAGMA cache_size = 2")  # so that half of the write is in the file already
connection.execute("BEGIN IMMEDIATE")
connection.execute("DELETE FROM spans")
connection.execute("CREATE TABLE half (words TEXT)")
for _ in range(100):
    connection.execute("INSERT INTO half VALUES (?)", ("word " * 500,))
os.kill(os.getpid(), signal.SIGKILL)
"""


def kill_half_way(folder: Path, mode: str) -> Path:
    """A record of one article whose next writer was killed in the middle of a write, in a mode of SQLite's journal."""
    path = folder / "news.db"
    with open_to_write(str(path), now=NOW) as store:
        put(store)
    killed = subprocess.run([sys.executable, "-c", DIE_HALF_WAY, path, mode], check=False)
    assert killed.returncode == -signal.SIGKILL
    return path


@pytest.mark.parametrize(("mode", "beside"), [("DELETE", {"-journal"}), ("WAL", {"-wal", "-shm"})])
def test_what_a_killed_writer_left_half_done_is_not_read(tmp_path: Path, mode: str, beside: set[str]) -> None:
    path = kill_half_way(tmp_path, mode)
    assert {each.name.removeprefix(path.name) for each in tmp_path.iterdir()} == {"", *beside}
    with open_to_read(str(path)) as store, store.reading() as connection:
        check_whole(connection)
        assert load_record(connection, 1) == RECORD
        assert "half" not in inspect(connection).get_table_names()


def test_undoing_half_a_write_gives_back_the_very_file_that_was_kept(tmp_path: Path) -> None:
    with open_to_write(str(tmp_path / "news.db"), now=NOW) as store:
        put(store)
    kept = (tmp_path / "news.db").read_bytes()
    subprocess.run([sys.executable, "-c", DIE_HALF_WAY, tmp_path / "news.db", "DELETE"], check=False)
    assert (tmp_path / "news.db").read_bytes() != kept
    open_to_read(str(tmp_path / "news.db")).close()
    assert (tmp_path / "news.db").read_bytes() == kept
    assert [each.name for each in tmp_path.iterdir()] == ["news.db"]


def test_half_a_write_in_a_closed_folder_is_told_and_left_alone() -> None:
    with closed_folder(half_written=True) as folder:
        before = {each.name: each.read_bytes() for each in folder.iterdir()}
        with pytest.raises(RecordError, match="was left in the middle of a write"):
            open_to_read(str(folder / "news.db"))
        assert {each.name: each.read_bytes() for each in folder.iterdir()} == before
