"""Fit how the kinds of names lean, on UNER's dev split: `python -m training.lean --weights FOLDER --data DATA`.

What stands in the text of a kind (persons, places, …) is not as frequent in what a network learned from as in what it
reads. One number for each kind is added to the log-odds of its tags, inside the network, where that reads dev better.
"""

import argparse
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.language.decode import Parse, read_names
from training.corpora import Doc, read_ewt, read_uner
from training.evaluate import UNER_KINDS
from training.reader import Reader, open_reader, read_words
from training.scores import Count, find_spans

Span = tuple[int, int, str]
Lean = dict[str, float]
OUTSIDE = "outside"
LEANING = (OUTSIDE, "organization", "place", "group", "occasion", "other")
"""Persons do not lean: to miss one costs a record more than a name too many."""
STEPS = (1.0, 0.5, 0.25)
ROUNDS = 2
UNSURE = -2e-3
"""Where every word is surer than this (log-probability) to be outside of names, no lean makes it one."""


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence: what the network reads of it, log-probabilities `[words, tags]`, and the names that it has."""

    words: Sequence[str]
    parse: Parse
    scores: NDArray[np.float32]
    wanted: frozenset[Span]


def read_cases(reader: Reader, docs: Sequence[Doc], path: Path) -> Iterator[Case]:
    """The sentences of UNER in which a name is, or might be read."""
    gold = {words: find_spans(tags) for words, tags in read_uner(path)}
    for doc in docs:
        reading = read_words(reader, [sentence.words for sentence in doc])
        rows = {word: row for own, arrays in reading.windows for word, row in zip(own, arrays["names"], strict=True)}
        for number, (sentence, parse) in enumerate(zip(doc, reading.parses, strict=True)):
            if sentence.words not in gold:
                continue
            scores = np.stack([rows[number, word] for word in range(len(sentence.words))])
            wanted = frozenset(span for span in gold[sentence.words] if span[2] in UNER_KINDS.values())
            if wanted or (scores[:, 0] < UNSURE).any():
                yield Case(sentence.words, parse, scores, wanted)


def count_names(cases: Sequence[Case], lean: Mapping[str, float], tags: Sequence[str]) -> Count:
    """Names found, wanted and right with this lean."""
    added, count = lean_of_tags(lean, tags), Count()
    for case in cases:
        leaning = case.scores + added
        scores = leaning - np.logaddexp.reduce(leaning, axis=-1, keepdims=True)
        names = read_names(case.words, case.parse, scores, tags)
        found = {(first, last, UNER_KINDS[kind]) for first, last, kind, _ in names if kind in UNER_KINDS}
        count.add(found, set(case.wanted))
    return count


def lean_of_tags(lean: Mapping[str, float], tags: Sequence[str]) -> NDArray[np.float32]:
    """What is added to the scores of each tag."""
    return np.array([lean.get(tag[2:] or OUTSIDE, 0.0) for tag in tags], np.float32)


def fit_lean(cases: Sequence[Case], tags: Sequence[str]) -> Lean:
    """The lean of each kind, found by ever smaller steps on one after another, as long as F1 rises."""
    lean = dict.fromkeys(LEANING, 0.0)
    best = count_names(cases, lean, tags).f1
    for step in STEPS:
        for _ in range(ROUNDS):
            before = best
            for kind in lean:
                for change in (step, -step):
                    tried = {**lean, kind: lean[kind] + change}
                    reached = count_names(cases, tried, tags).f1
                    if reached > best + 1e-9:
                        lean, best = tried, reached
                        break
            if best == before:
                break
    return lean


def write_lean(folder: Path, lean: Mapping[str, float], out: Path) -> str:
    """Put the lean into the network of a folder, in place of the one that it has; the digest of what was written."""
    import onnx  # the extra `training`

    card = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    model = onnx.load(str(folder / "model.onnx"))
    graph = model.graph
    value = onnx.numpy_helper.from_array(lean_of_tags(lean, card["names"]), "lean")
    old = next((initial for initial in graph.initializer if initial.name == "lean"), None)
    if old is not None:
        old.CopyFrom(value)
    else:
        place, node = next((n, node) for n, node in enumerate(graph.node) if list(node.output) == ["names"])
        graph.initializer.append(value)
        graph.node.insert(place, onnx.helper.make_node("Add", [node.input[0], "lean"], ["leaning_names"]))
        node.input[0] = "leaning_names"
    onnx.checker.check_model(model)
    out.mkdir(parents=True, exist_ok=True)
    onnx.save(model, str(out / "model.onnx"))
    card["model_sha256"] = hashlib.sha256((out / "model.onnx").read_bytes()).hexdigest()
    card["lean"] = dict(lean)
    (out / "labels.json").write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (out / "vocab.txt").write_bytes((folder / "vocab.txt").read_bytes())
    return str(card["model_sha256"])


def without_lean(cases: Sequence[Case], lean: Mapping[str, float], tags: Sequence[str]) -> list[Case]:
    """The cases as a network that does not lean reads them."""
    taken = lean_of_tags(lean, tags)
    return [Case(case.words, case.parse, case.scores - taken, case.wanted) for case in cases]


def cross_validate(cases: Sequence[Case], tags: Sequence[str], *, parts: int = 4) -> Count:
    """Names found in each part of the cases with the lean fitted on the other parts."""
    count = Count()
    for part in range(parts):
        lean = fit_lean([case for number, case in enumerate(cases) if number * parts // len(cases) != part], tags)
        own = count_names([c for number, c in enumerate(cases) if number * parts // len(cases) == part], lean, tags)
        count.add_parts(own.right, own.found, own.recalled, own.wanted)
    return count


def main() -> None:
    """Command line of the lean."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="folder that `training.export` wrote")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, help="where to write; the folder of the weights itself if not given")
    options = parser.parse_args()
    reader = open_reader(options.weights)
    tags = reader.card["names"]
    found = list(read_cases(reader, read_ewt(options.data, "dev"), options.data / "uner-ewt" / "dev.iob2"))
    cases = without_lean(found, reader.card.get("lean", {}), tags)
    lean = fit_lean(cases, tags)
    figures = {"without": count_names(cases, {}, tags), "with": count_names(cases, lean, tags)}
    figures["fitted on three quarters, read on the fourth"] = cross_validate(cases, tags)
    for name, count in figures.items():
        print(f"UNER dev {name}: P {count.precision:.4f} R {count.recall:.4f} F1 {count.f1:.4f}", flush=True)
    print(lean, write_lean(options.weights, lean, options.out or options.weights))


if __name__ == "__main__":
    main()
