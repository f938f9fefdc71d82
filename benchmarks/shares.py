"""Measure what sources and store cost beside the reading: `python -m benchmarks.shares ARTICLES.jsonl`.

Each article is read as a line and as a web page made of it, with the furniture that the pages of newspapers have. The
processor's time of each step is taken in one run, so that a busy machine slows all of them alike.
"""

import argparse
import html
import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from onrecord.cli.outside import open_outside
from onrecord.ingest import ingest
from onrecord.model import Document, Record
from onrecord.read import read_document
from onrecord.record import open_to_write
from onrecord.sources import Given, expand, read_sources

RESULTS = Path(__file__).parent / "results" / "shares.json"
NOW = "2031-01-02T03:04:05+00:00"
LINKS, SCRIPT = 150, "window.dataLayer=window.dataLayer||[];" * 400
"""Links around the text of a page, and a script in it: most of what a newspaper sends is not the article."""
Figures = dict[str, float]
Made = TypeVar("Made")


@dataclass(slots=True)
class Spent:
    """Adds up the processor's seconds of each step."""

    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    def on(self, step: str, work: Callable[[], Made]) -> Made:
        """What the work gives."""
        started = time.process_time()
        made = work()
        self.seconds[step] += time.process_time() - started
        return made


def measure(path: Path) -> Figures:
    """The milliseconds that each step takes for an article, and the share of sources and store against the reading."""
    spent, count = Spent(), 0
    found: Iterator[object] = read_sources(
        expand([str(path)]), given=Given(), outside=open_outside(allow_private=False)
    )
    waiting: list[Record] = []
    with tempfile.TemporaryDirectory() as folder, open_to_write(str(Path(folder) / "news.db"), now=NOW) as store:
        stored = ingest(iter(waiting.pop, None), store, jobs=1, now=lambda: NOW)
        while (document := spent.on("sources", lambda: next(found, None))) is not None:
            if not isinstance(document, Document):
                raise SystemExit(f"{path}: {document}")
            record = spent.on("reading", lambda read=document: read_document(read))  # type: ignore[misc]
            waiting.append(record)
            spent.on("store", lambda: next(stored))
            count += 1
    each = {step: seconds * 1000 / count for step, seconds in spent.seconds.items()}
    share = (each["sources"] + each["store"]) / each["reading"]
    return {"articles": count, **{f"milliseconds_of_{step}": value for step, value in each.items()}, "share": share}


def write_pages(articles: Path, folder: Path) -> Path:
    """A folder with a web page for each line of the articles."""
    around = "".join(f'<li><a href="/story/{n}">Another headline of the day, number {n}</a></li>' for n in range(LINKS))
    for number, line in enumerate(articles.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        told = {"@type": "NewsArticle", "headline": row.get("title"), "datePublished": row.get("published")}
        text = "".join(f"<p>{html.escape(part)}</p>" for part in row["text"].split("\n") if part.strip())
        page = (
            f'<!doctype html><html lang="en"><head><title>{html.escape(row.get("title") or "")}</title>'
            f'<script type="application/ld+json">{json.dumps(told)}</script><script>{SCRIPT}</script></head>'
            f"<body><nav><ul>{around}</ul></nav><article><h1>{html.escape(row.get('title') or '')}</h1>{text}</article>"
            f"<aside><ul>{around}</ul></aside><footer>All rights reserved</footer></body></html>"
        )
        (folder / f"{number:04}.html").write_text(page, encoding="utf-8")
    return folder


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line of the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--out", type=Path, default=RESULTS)
    options = parser.parse_args(arguments)
    read_document(Document(id="first", text="Talks begin."))  # loads the model
    with tempfile.TemporaryDirectory() as folder:
        pages = write_pages(options.articles, Path(folder))
        found = {"lines": measure(options.articles), "web pages": measure(pages)}
    options.out.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
