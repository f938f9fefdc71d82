"""Measure the store: `python -m benchmarks.store RECORDS.jsonl`, the records that `onrecord read --format jsonl` wrote.

Puts many articles, made of those records, into a record: what each costs when few and when many are there, and how much
memory that takes. Nothing is read by the model. With `--beside RECORD` a large record and one of 1,000 articles get the
same articles in turns, so that a machine that grows slower meanwhile slows both alike; what goes in
first is not counted.
"""

import argparse
import gc
import json
import os
import platform
import resource
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlalchemy import select

from benchmarks.invented import invent
from onrecord.errors import SourceError
from onrecord.ingest import Stored, ingest
from onrecord.ingest.replay import replay
from onrecord.model import Record
from onrecord.record import Store, open_to_write
from onrecord.record.schema import articles

RESULTS = Path(__file__).parent / "results" / "store.json"
NOW = "2031-01-02T03:04:05+00:00"
SMALL = 1_000
"""So many articles are there where the cost of a large record is compared with that of a small one."""
FIRST, TURNS = 1, 3
"""In so many rounds both records come to what they need at hand, and so many are measured."""
AROUND, LAST, SHOWN = 3, 10, 20
"""So many rounds around the small record and at the end are averaged, and so many of all rounds are shown."""

Figures = dict[str, float]


@dataclass(slots=True)
class Made:
    """Hands on the records that are made and adds up the processor's seconds that making them takes."""

    records: Iterable[Record]
    seconds: float = 0.0

    def __iter__(self) -> Iterator[Record]:
        records = iter(self.records)
        while True:
            started = time.process_time()
            record = next(records, None)
            self.seconds += time.process_time() - started
            if record is None:
                return
            yield record


def measure(given: Sequence[Record], count: int, store: Store) -> Iterator[Figures]:
    """The cost of an article in each round, which makes one article of each of the records given."""
    made, rounds = Made(invent(given, count)), len(given)
    stored = ingest(made, store, jobs=1, now=lambda: NOW)
    for last in range(rounds, count + 1, rounds):
        before, walked, spent = time.process_time(), time.perf_counter(), made.seconds
        for each in islice(stored, rounds):
            check_added(each)
        making = made.seconds - spent
        yield {
            "articles": last,
            "milliseconds": (time.process_time() - before - making) * 1000 / rounds,
            "milliseconds_of_making": making * 1000 / rounds,
            "wall_milliseconds_with_making": (time.perf_counter() - walked) * 1000 / rounds,
            "megabytes_of_memory": resident_megabytes(),
            "peak_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }


def compare(given: Sequence[Record], small: Store, large: Store) -> Figures:
    """What an article costs the processor in a small record and in a large one: both get the same ones, in turns."""
    held, first, rounds = large.count().articles, _not_yet_made(large), len(given)
    made = invent(given, (FIRST + TURNS) * rounds, first=first)
    waiting: list[Record] = []
    stored = {
        name: ingest(iter(waiting.pop, None), store, jobs=1, now=lambda: NOW)
        for name, store in (("small", small), ("large", large))
    }
    spent = dict.fromkeys(stored, 0.0)
    for number, record in enumerate(made):
        for name in sorted(stored, reverse=bool(number % 2)):
            waiting.append(record)
            before = time.process_time()
            each = next(stored[name])
            spent[name] += (time.process_time() - before) * (number >= FIRST * rounds)
            check_added(each)
    in_small, in_large = (spent[name] * 1000 / (TURNS * rounds) for name in ("small", "large"))
    figures = {"milliseconds_in_the_small_one": in_small, "milliseconds_in_the_large_one": in_large}
    return {
        "articles": held,
        "articles_of_the_small_one": small.count().articles,
        **figures,
        "ratio": in_large / in_small,
    }


def check_added(stored: Stored | SourceError) -> None:
    """Nothing for an article that went in as a new one; the benchmark ends at any other."""
    if isinstance(stored, SourceError) or stored.outcome != "added":
        raise SystemExit(f"an article was not added: {stored}")


def _not_yet_made(store: Store) -> int:
    """The first number of which, and of all behind it, the record holds no article."""
    with store.reading() as connection:
        told = [url.rpartition("/")[2] for url in connection.scalars(select(articles.c.url)) if url]
    return max((int(number) for number in told if number.isdecimal()), default=-1) + 1


def resident_megabytes() -> float:
    """The memory that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def summary(rounds: Sequence[Figures], size: float) -> Figures:
    """How the cost and the memory at the end compare with those where 1,000 articles are there.

    Making an article costs the same all the while: in units of it, a machine that grows slower counts for nothing.
    """
    near = sorted(rounds, key=lambda each: abs(each["articles"] - SMALL - rounds[0]["articles"] / 2))[:AROUND]
    few, many = _mean(near), _mean(rounds[-LAST:])
    return {
        "articles": rounds[-1]["articles"],
        "milliseconds_at_1000": few["milliseconds"],
        "milliseconds_at_the_end": many["milliseconds"],
        "ratio": many["milliseconds"] / few["milliseconds"],
        "ratio_in_units_of_making": many["milliseconds"]
        * few["milliseconds_of_making"]
        / (few["milliseconds"] * many["milliseconds_of_making"]),
        "megabytes_at_1000": few["megabytes_of_memory"],
        "megabytes_at_the_end": many["megabytes_of_memory"],
        "megabytes_of_the_record": size,
    }


def _mean(rounds: Sequence[Figures]) -> Figures:
    return {name: sum(each[name] for each in rounds) / len(rounds) for name in rounds[0]}


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line of the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--out", type=Path, default=RESULTS)
    parser.add_argument("--keep", type=Path, help="where to leave the record, for benchmarks.questions")
    parser.add_argument("--beside", help="a large record, such as one that was kept: one of 1,000 is compared with it")
    options = parser.parse_args(arguments)
    given = [record for record in replay(str(options.records)) if isinstance(record, Record)]
    gc.collect()
    gc.freeze()  # The collector would go through what is made of, and tell either record's articles what that costs.
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "news.db"
        rounds = []
        with open_to_write(str(path), now=NOW) as store:
            if options.beside:
                list(measure(given, SMALL, store))
                with open_to_write(options.beside, now=NOW) as large:
                    keep(options.out, {"beside": compare(given, store, large)})
                return
            for figures in measure(given, options.articles, store):
                rounds.append(figures)
                print({name: round(value, 2) for name, value in figures.items()}, flush=True)
                write(rounds, path.stat().st_size / 2**20, options.out)  # a run that is cut short leaves what it has


def write(rounds: Sequence[Figures], size: float, out: Path) -> None:
    """Write the summary, and some of the rounds from the first to the last."""
    machine = {"cores": os.cpu_count() or 1, "python": platform.python_version(), "machine": platform.machine()}
    shown = rounds[:: max(1, len(rounds) // SHOWN)]
    keep(out, {"machine": machine, "summary": summary(rounds, size), "rounds": shown})


def keep(out: Path, results: dict[str, object]) -> None:
    """Write the results beside those that are there."""
    out.parent.mkdir(parents=True, exist_ok=True)
    kept = json.loads(out.read_text(encoding="utf-8")) if out.exists() else {}
    out.write_text(json.dumps(kept | results, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
