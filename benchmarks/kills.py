"""Kill ingest at random moments: `python -m benchmarks.kills RECORDS.jsonl [--record URL] [--kills 200]`.

After each kill the record is checked and the next run goes on; the finished record is compared, row by row, with one
that nobody interrupted. A PostgreSQL database that is named has to be empty, and is emptied again.
"""

import argparse
import json
import random
import signal
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from sqlalchemy import select, text

from onrecord.ingest import ingest
from onrecord.ingest.replay import replay
from onrecord.record import open_to_read, open_to_write
from onrecord.record.check import check_articles, check_whole
from onrecord.record.schema import metadata

RESULTS = Path(__file__).parent / "results" / "kills.json"
NOW = "2031-01-02T03:04:05+00:00"
MOST_ARTICLES, MOST_SECONDS = 6, 0.03
"""A run is killed after so many articles at most, and so many seconds after the last of them."""
PROCESSES = get_context("forkserver")
PROCESSES.set_forkserver_preload(["onrecord.ingest", "onrecord.ingest.replay", "onrecord.record.check"])
"""Processes that are made from one which has loaded all that they need: a run costs little more than its articles."""

Rows = dict[str, Sequence[Any]]


def run(records: Path, where: str, *, kill: random.Random | None) -> bool:
    """Put the records in, in a process of its own; True when it was not killed before its end."""
    here, there = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=put_in, args=(records, where, there))
    process.start()
    there.close()
    left = kill.randint(0, MOST_ARTICLES) if kill else 0
    with suppress(EOFError):  # it came to its end
        while kill is None or left >= 0:
            left -= here.recv() != "known"
    if kill:
        time.sleep(kill.uniform(0, MOST_SECONDS))
        process.kill()
    process.join()
    if process.exitcode not in (0, -signal.SIGKILL):
        raise SystemExit(f"the run ended with {process.exitcode}")
    return process.exitcode == 0


def put_in(records: Path, where: str, told: Connection) -> None:
    """Put the records in, and tell of the record that it is open, then what became of each article."""
    with open_to_write(where, now=NOW) as store:
        told.send("open")
        for stored in ingest(replay(str(records)), store, jobs=1, now=lambda: NOW):
            told.send(getattr(stored, "outcome", "skipped"))


def check(where: str) -> int:
    """How many articles the record holds, all as they should be. Raises RecordError when one is not."""
    with open_to_read(where) as store, store.reading() as connection:
        check_whole(connection)
        return len(list(check_articles(connection)))


def rows(where: str) -> Rows:
    """All rows of the record, table by table."""
    with open_to_read(where) as store, store.reading() as connection:
        return {
            table.name: connection.execute(select(table).order_by(*table.primary_key.columns)).all()
            for table in metadata.sorted_tables
        }


def empty(where: str) -> None:
    """Leave nothing of the record."""
    if "://" not in where:
        for path in Path(where).parent.glob(Path(where).name + "*"):
            path.unlink()
        return
    with open_to_write(where, now=NOW) as store, store.writing() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))


def kill_often(records: Path, where: str, kills: int, *, seed: int = 1) -> dict[str, int]:
    """How many runs were killed and how many records finished meanwhile, each like an uninterrupted one.

    `articles` counts those that all checks together found whole. Raises RecordError when a check fails, SystemExit
    when a record differs from one that nobody interrupted.
    """
    chance, killed, finished, found = random.Random(seed), 0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        whole = str(Path(folder) / "whole.db")
        run(records, whole, kill=None)
        wanted = rows(whole)
    open_to_write(where, now=NOW).close()
    while killed < kills:
        if run(records, where, kill=chance):
            finished += _compare(rows(where), wanted)
            empty(where)
        else:
            killed += 1
            found += check(where)
            print(f"kill {killed}: {found} articles", end="\r", flush=True)
    run(records, where, kill=None)
    finished += _compare(rows(where), wanted)
    return {"kills": killed, "checks_passed": killed, "articles_checked": found, "records_finished": finished}


def _compare(found: Rows, wanted: Rows) -> int:
    for table, expected in wanted.items():
        if found[table] != expected:
            raise SystemExit(f"table {table} differs from that of a record that nobody interrupted")
    return 1


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line of the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=Path)
    parser.add_argument("--record")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--out", type=Path, default=RESULTS)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        few = Path(folder) / "few.jsonl"
        lines = options.records.read_text(encoding="utf-8").splitlines(keepends=True)
        few.write_text("".join(lines[: options.articles]), encoding="utf-8")
        counts = kill_often(few, options.record or str(Path(folder) / "news.db"), options.kills)
    kept = json.loads(options.out.read_text(encoding="utf-8")) if options.out.exists() else {}
    kept["PostgreSQL" if options.record and "://" in options.record else "SQLite"] = counts
    options.out.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
    print(f"{counts}: every check passed, each record is like the uninterrupted one")


if __name__ == "__main__":
    main()
