"""Measure the served record: `python -m benchmarks.serve RECORDS.jsonl --articles 2000`.

Fills a record with so many invented articles, or takes a copy of one that is there (--record), starts `onrecord serve`,
weighs its pages, and lets many readers ask for pages and questions while articles go on coming into the same record.
Nothing is read by the model.
"""

import argparse
import asyncio
import json
import multiprocessing
import os
import platform
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import islice
from multiprocessing.synchronize import Event
from pathlib import Path
from urllib.parse import quote

from benchmarks.invented import invent
from onrecord.errors import SourceError
from onrecord.ingest import ingest
from onrecord.ingest.replay import replay
from onrecord.model import Record
from onrecord.record import open_to_write

RESULTS = Path(__file__).parent / "results" / "serve.json"
NOW = "2031-01-02T03:04:05+00:00"
FIXED = (
    "/", "/articles", "/timeline", "/meetings", "/statements", "/offices", "/listings", "/sources", "/review",
    "/api/meetings", "/api/statements?text=government", "/api/offices", "/api/listings", "/search?q=government",
    "/api/search?q=%22prime+minister%22", "/api/on?day=2024-05-01",
)  # fmt: skip
STATIC = re.compile(r'(?:href|src)="(/static/[^"]+)"')
MOST_SECONDS = 60
TIMES = 5
WEIGHED = ("bytes", "alone_milliseconds", "processor_milliseconds")

Figures = dict[str, float]


@dataclass(slots=True)
class Seen:
    """What readers saw until a moment: the seconds of each request by its kind of page, and what went wrong."""

    until: float = 0.0
    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)


def fill(records: Iterator[Record], count: int, where: str) -> float:
    """The seconds that it takes to put so many records into a record."""
    started = time.perf_counter()
    with open_to_write(where, now=NOW) as store:
        for stored in ingest(islice(records, count), store, jobs=1, now=lambda: NOW):
            if isinstance(stored, SourceError):
                raise SystemExit(f"an article was not added: {stored}")
    return time.perf_counter() - started


def go_on(path: str, where: str, skipped: int, stop: Event, added: "multiprocessing.Queue[int]") -> None:
    """Put articles into a record until told to stop; then tell how many."""
    given = [record for record in replay(path) if isinstance(record, Record)]
    count = 0
    with open_to_write(where, now=NOW) as store:
        for _stored in ingest(invent(given, 10**6, first=skipped), store, jobs=1, now=lambda: NOW):
            count += 1
            if stop.is_set():
                break
    added.put(count)


@contextmanager
def served(where: str) -> Iterator[tuple[int, int, float]]:
    """The port of a server that runs, its process, and the seconds from its start to its first page."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = int(found.getsockname()[1])
    started = time.perf_counter()
    command = [sys.executable, "-m", "onrecord", "serve", "--record", where, "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        while time.perf_counter() - started < MOST_SECONDS:
            try:
                fetch(port, "/")
                break
            except OSError:
                time.sleep(0.02)
        yield port, server.pid, time.perf_counter() - started
    finally:
        server.terminate()
        server.wait()


def cpu_seconds(process: int) -> float:
    """How long a process has had a core, 0 where the system does not tell in /proc."""
    told = Path(f"/proc/{process}/stat")
    if not told.exists():
        return 0.0
    fields = told.read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def fetch(port: int, path: str) -> tuple[int, bytes, int]:
    """Status, content and transferred bytes of an address, as a browser asks for it."""
    connection = HTTPConnection("127.0.0.1", port, timeout=MOST_SECONDS)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, content, len(content)


def addresses(port: int) -> list[str]:
    """The mix that readers ask for: pages and questions, of those whom most is told of."""
    start = json.loads(fetch(port, "/start.json")[1])
    told = [each for each in start["told"] if each["id"]]
    ids, names = [each["id"] for each in told], [each["name"] for each in told]
    mix = [*FIXED, *(f"/articles/{each['id']}" for each in start["articles"])]
    for one, other, name in zip(ids, ids[1:] + ids[:1], names, strict=True):
        mix += [f"/who/{one}", f"/between/{one}/{other}", f"/api/who?name={quote(f'#{one}')}"]
        mix += [f"/api/between?one=%23{one}&other=%23{other}", f"/suggest.json?q={quote(name[:3])}"]
    return mix


def kind_of(path: str) -> str:
    """The page without numbers and what is asked."""
    return re.sub(r"\d+", "N", path.partition("?")[0])


def weigh(port: int, process: int, mix: Sequence[str]) -> dict[str, Figures]:
    """Of each kind of page its bytes with style sheets and scripts, but no fonts, and its milliseconds alone.

    A page is asked for a few times: the milliseconds are of the quickest, those of the server's processor on average.
    """
    weights: dict[str, Figures] = {}
    for path in mix:
        seconds, busy = [], cpu_seconds(process)
        for _ in range(TIMES):
            started = time.perf_counter()
            status, content, size = fetch(port, path)
            seconds.append(time.perf_counter() - started)
            if status != 200:
                raise SystemExit(f"{path} was answered with {status}")
        busy = (cpu_seconds(process) - busy) / TIMES
        loaded = sum(fetch(port, each)[2] for each in set(STATIC.findall(content.decode())))
        known = weights.setdefault(kind_of(path), dict.fromkeys(WEIGHED, 0.0))
        for name, value in zip(WEIGHED, (size + loaded, min(seconds) * 1000, busy * 1000), strict=True):
            known[name] = max(known[name], value)
    return weights


async def read_on(port: int, mix: Sequence[str], seen: Seen, *, number: int, pause: float) -> None:
    """One reader, with a number: asks for one address after the other, and looks at each for a while."""
    chance = random.Random(number)
    await asyncio.sleep(chance.random() * pause)
    while time.perf_counter() < seen.until:
        path = chance.choice(mix)
        started = time.perf_counter()
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
            answer = await asyncio.wait_for(reader.read(-1), MOST_SECONDS)
            writer.close()
            if not answer.startswith(b"HTTP/1.1 200"):
                seen.errors.append(f"{path}: {answer[:40]!r}")
        except (OSError, TimeoutError) as error:
            seen.errors.append(f"{path}: {error!r}")
        seen.seconds[kind_of(path)].append(time.perf_counter() - started)
        await asyncio.sleep(chance.random() * 2 * pause)


async def crowd(port: int, mix: Sequence[str], readers: int, pause: float, seconds: float) -> Seen:
    """What so many readers see in so many seconds."""
    seen = Seen(time.perf_counter() + seconds)
    everybody = (read_on(port, mix, seen, number=number, pause=pause) for number in range(readers))
    await asyncio.gather(*everybody)
    return seen


def at(share: float, values: Sequence[float]) -> float:
    """The value under which that share of the values lies, in milliseconds."""
    return 1000 * sorted(values)[min(len(values) - 1, int(share * len(values)))]


def summary(seen: Seen) -> Figures:
    """How many requests there were, how many went wrong, and how long they took."""
    every = [each for values in seen.seconds.values() for each in values]
    return {
        "requests": len(every),
        "errors": len(seen.errors),
        "median_milliseconds": 1000 * statistics.median(every),
        "p95_milliseconds": at(0.95, every),
    }


def measure(options: argparse.Namespace, where: str) -> dict[str, object]:
    """All figures for a record of one size."""
    given = [record for record in replay(str(options.records)) if isinstance(record, Record)]
    if options.record:
        shutil.copy(options.record, where)
    else:
        fill(iter(invent(given, options.articles)), options.articles, where)
    with open_to_write(where, now=NOW) as store:  # which brings an older one up to the present version
        articles = store.count().articles
    stop = multiprocessing.Event()
    added: multiprocessing.Queue[int] = multiprocessing.Queue()
    with served(where) as (port, process, cold):
        time.sleep(options.settle)
        mix = addresses(port)
        weights = weigh(port, process, mix)
        crowds: dict[str, object] = {}
        writing = multiprocessing.Process(target=go_on, args=(str(options.records), where, articles, stop, added))
        if options.readers:
            writing.start()
        for pause in options.pause if options.readers else ():
            busy = cpu_seconds(process)
            seen = asyncio.run(crowd(port, mix, options.readers, pause, options.seconds))
            busy = 1000 * (cpu_seconds(process) - busy)
            slow: Mapping[str, float] = {path: at(0.95, values) for path, values in sorted(seen.seconds.items())}
            told = summary(seen) | {"processor_milliseconds_each": busy / sum(map(len, seen.seconds.values()))}
            crowds[f"pause of {pause:g} s"] = told | {"p95_milliseconds_of": slow}
            print(json.dumps(told), *seen.errors[:5], sep="\n", flush=True)
        stop.set()
        while_asked = added.get(timeout=MOST_SECONDS) if options.readers else 0
        if options.readers:
            writing.join()
    return {
        "articles": articles, "cold_start_seconds": cold,
        "heaviest_bytes": max(each["bytes"] for each in weights.values()),
        "added_meanwhile": while_asked, "readers": options.readers, "crowds": crowds, "pages": weights,
    }  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line of the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=Path)
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--record", type=Path, help="a record of so many articles that is there already: it is copied")
    parser.add_argument("--settle", type=float, default=2.0, help="seconds in which what is counted beside pages is")
    parser.add_argument("--readers", type=int, default=200, help="0 only weighs the pages")
    parser.add_argument(
        "--pause", type=float, nargs="+", default=[20.0, 0.0], help="mean seconds a reader looks at a page"
    )
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--out", type=Path, default=RESULTS)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(options, str(Path(folder) / "news.db"))
    known = json.loads(options.out.read_text(encoding="utf-8")) if options.out.exists() else {}
    known["machine"] = {
        "cores": os.cpu_count() or 1, "load": round(os.getloadavg()[0], 1), "python": platform.python_version(),
        "machine": platform.machine(),
    }  # fmt: skip
    known[f"{figures['articles']} articles"] = figures
    options.out.write_text(json.dumps(known, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
