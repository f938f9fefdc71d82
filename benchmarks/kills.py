"""Kill ingest at random moments: `python -m benchmarks.kills RECORDS.jsonl [--record URL] [--kills 200]`.

After each kill the record is checked and the next run goes on; the finished record is compared, row by row, with one
that nobody interrupted. A PostgreSQL database that is named has to be empty, and is emptied again.
"""

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import select, text

from onrecord.record import open_to_read, open_to_write
from onrecord.record.check import check_articles, check_whole
from onrecord.record.schema import metadata

NOW = "2031-01-02T03:04:05+00:00"
MOST_ARTICLES, MOST_SECONDS = 6, 0.03
"""A run is killed after so many articles at most, and so many seconds after the last of them."""
RUN = """
import sys
from onrecord.ingest import ingest
from onrecord.ingest.replay import replay
from onrecord.record import open_to_write
records, where, now = sys.argv[1:]
with open_to_write(where, now=now) as store:
    print("open", flush=True)
    for stored in ingest(replay(records), store, jobs=1, now=lambda: now):
        print(stored, flush=True)
"""

Rows = dict[str, Sequence[Any]]


def run(records: Path, where: str, *, kill: random.Random | None) -> bool:
    """Put the records in, in a process of its own; True when it was not killed before its end."""
    command = [sys.executable, "-c", RUN, str(records), where, NOW]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        if kill is not None and process.stdout is not None:
            left = kill.randint(0, MOST_ARTICLES)
            for line in process.stdout:
                left -= "known" not in line
                if left < 0:
                    break
            time.sleep(kill.uniform(0, MOST_SECONDS))
            process.send_signal(signal.SIGKILL)
        process.communicate()
    if process.returncode not in (0, -signal.SIGKILL):
        raise SystemExit(f"the run ended with {process.returncode}")
    return process.returncode == 0


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


def kill_often(records: Path, where: str, kills: int, *, seed: int = 1) -> int:
    """How often a record was finished while runs were killed so many times; each like an uninterrupted one.

    Raises RecordError when a check fails, SystemExit when a record differs from one that nobody interrupted.
    """
    chance, killed, finished = random.Random(seed), 0, 0
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
            print(f"kill {killed}: {check(where)} articles", end="\r", flush=True)
    run(records, where, kill=None)
    return finished + _compare(rows(where), wanted)


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
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        few = Path(folder) / "few.jsonl"
        lines = options.records.read_text(encoding="utf-8").splitlines(keepends=True)
        few.write_text("".join(lines[: options.articles]), encoding="utf-8")
        finished = kill_often(few, options.record or str(Path(folder) / "news.db"), options.kills)
    print(f"{options.kills} kills, every check passed; {finished} records finished, each like the uninterrupted one")


if __name__ == "__main__":
    main()
