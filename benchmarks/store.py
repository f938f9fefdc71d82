"""Measure the store: `python -m benchmarks.store RECORDS.jsonl`, the records that `onrecord read --format jsonl` wrote.

Puts many articles, made of those records, into a record: what each costs when few and when many are there, and how much
memory that takes. Nothing is read by the model.
"""

import argparse
import json
import os
import platform
import resource
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.invented import invent
from onrecord.errors import SourceError
from onrecord.ingest import ingest
from onrecord.ingest.replay import replay
from onrecord.model import Record
from onrecord.record import open_to_write

RESULTS = Path(__file__).parent / "results" / "store.json"
NOW = "2031-01-02T03:04:05+00:00"
WINDOW = 1_000
"""So many articles are timed together."""

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


def measure(given: Sequence[Record], count: int, where: str) -> Iterator[tuple[str, Figures]]:
    """The cost of an article in each window, with how many articles are there at its end."""
    made = Made(invent(given, count))
    with open_to_write(where, now=NOW) as store:
        before, walked, spent = time.process_time(), time.perf_counter(), 0.0
        for number, stored in enumerate(ingest(made, store, jobs=1, now=lambda: NOW), 1):
            if isinstance(stored, SourceError) or stored.outcome != "added":
                raise SystemExit(f"article {number} was not added: {stored}")
            if number % WINDOW == 0:
                now, wall = time.process_time(), time.perf_counter()
                figures = {
                    "milliseconds": (now - before - made.seconds + spent) * 1000 / WINDOW,
                    "wall_milliseconds_with_making": (wall - walked) * 1000 / WINDOW,
                    "megabytes_of_memory": resident_megabytes(),
                    "peak_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                }
                before, walked, spent = now, wall, made.seconds
                yield str(number), figures


def resident_megabytes() -> float:
    """The memory that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def summary(figures: dict[str, Figures], size: float) -> Figures:
    """How the cost and the memory at the end compare with those of the first thousands."""
    numbers = sorted(map(int, figures))
    first, last = figures[str(numbers[0])], figures[str(numbers[-1])]
    end = [figures[str(number)]["milliseconds"] for number in numbers[-5:]]
    return {
        "articles": numbers[-1],
        "milliseconds_at_1000": first["milliseconds"],
        "milliseconds_at_the_end": sum(end) / len(end),
        "ratio": sum(end) / len(end) / first["milliseconds"],
        "megabytes_at_1000": first["megabytes_of_memory"],
        "megabytes_at_the_end": last["megabytes_of_memory"],
        "megabytes_of_the_record": size,
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line of the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--out", type=Path, default=RESULTS)
    parser.add_argument("--keep", type=Path, help="where to leave the record, for benchmarks.questions")
    options = parser.parse_args(arguments)
    given = [record for record in replay(str(options.records)) if isinstance(record, Record)]
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "news.db"
        figures = {}
        for number, window in measure(given, options.articles, str(path)):
            figures[number] = window
            print(number, {name: round(value, 2) for name, value in window.items()}, flush=True)
            write(figures, path.stat().st_size / 2**20, options.out)  # a run that is cut short leaves what it has


def write(figures: dict[str, Figures], size: float, out: Path) -> None:
    """Write the summary, and each tenth window beside the first."""
    shown = {number: each for number, each in figures.items() if number == "1000" or int(number) % (10 * WINDOW) == 0}
    machine = {"cores": os.cpu_count() or 1, "python": platform.python_version(), "machine": platform.machine()}
    results = {"machine": machine, "summary": summary(figures, size), "windows": shown}
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
