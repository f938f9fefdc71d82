"""Measure speed, start-up and memory: `python -m benchmarks.speed ARTICLES.jsonl` (a document with `text` per line)."""

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.documents import document_id
from onrecord.language.analysis import analyse_with
from onrecord.language.session import Arrays, Run, load_model
from onrecord.language.words import find_words
from onrecord.model import Document
from onrecord.read import read_documents

RESULTS = Path(__file__).parent / "results" / "speed.json"
STARTS = {
    "import onrecord": "import onrecord",
    "first analysis": "from onrecord.language import analyse; from onrecord.model import Document; "
    "analyse(Document(id='d', text='Talks begin.'))",
}

Figures = dict[str, float]


@dataclass(slots=True)
class Timed:
    """Runs the model and adds up the seconds that it takes."""

    run: Run
    seconds: float = 0.0

    def __call__(self, inputs: Mapping[str, NDArray[np.int64]]) -> Arrays:
        started = time.perf_counter()
        scores = self.run(inputs)
        self.seconds += time.perf_counter() - started
        return scores


def read_articles(path: Path) -> list[Document]:
    """The documents of a JSON Lines file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Document(id=document_id(row["text"], row.get("url")), text=row["text"], published=row.get("published"))
        for row in rows
    ]


def peak_megabytes() -> float:
    """The most memory that this process and its children, each for itself, have held."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(one).ru_maxrss for one in who) / 1024


def measure_analyse(path: Path, threads: int) -> Figures:
    """Words per second from raw text to analysis, the share of the encoder in the time, and peak memory."""
    documents = read_articles(path)
    model = load_model(threads=threads)
    timed = Timed(model.run)
    model = replace(model, run=timed)
    analyse_with(model, documents[0])
    timed.seconds, started = 0.0, time.perf_counter()
    words = sum(len(analyse_with(model, document).tokens) for document in documents)
    seconds = time.perf_counter() - started
    return {
        "words": words,
        "words_per_second": words / seconds,
        "encoder_share": timed.seconds / seconds,
        "peak_megabytes": peak_megabytes(),
    }


def measure_read(path: Path, jobs: int) -> Figures:
    """Words per second from raw text to record, and peak memory."""
    documents = read_articles(path)
    words = sum(len(find_words(document.text)) for document in documents)
    started = time.perf_counter()
    claims = sum(len(record.claims) for record in read_documents(documents, jobs=jobs))
    seconds = time.perf_counter() - started
    figures: Figures = {"words": words, "claims": claims, "words_per_second": words / seconds}
    return figures | {"peak_megabytes": peak_megabytes()}


def measure_start(code: str, *, times: int = 5) -> Figures:
    """The shortest time in which a fresh Python runs `code`."""
    seconds = []
    for _ in range(times):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        seconds.append(time.perf_counter() - started)
    return {"seconds": min(seconds)}


def in_fresh_process(measure: Callable[[Path, int], Figures], path: Path, number: int) -> Figures:
    """What `measure` finds in a process of its own, so that no memory is counted twice."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measure, path, number).result()


def print_table(results: Mapping[str, Figures]) -> None:
    """One line for each measurement."""
    for name, figures in results.items():
        cells = [f"{value:,.2f} {label.replace('_', ' ')}" for label, value in figures.items()]
        print(f"{name:22} {'  '.join(cells)}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line of the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    options = parser.parse_args(arguments)
    results: dict[str, Figures] = {name: measure_start(code) for name, code in STARTS.items()}
    cores = os.cpu_count() or 1
    for number in sorted({1, cores}):
        results[f"analyse, {number} threads"] = in_fresh_process(measure_analyse, options.articles, number)
    for number in sorted({1, cores}):
        results[f"read, {number} jobs"] = in_fresh_process(measure_read, options.articles, number)
    print_table(results)
    machine = {"cores": cores, "python": platform.python_version(), "machine": platform.machine()}
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps({"machine": machine, "results": results}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
