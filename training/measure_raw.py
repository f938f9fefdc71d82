"""Measure words and sentences on raw text: `python -m training.measure_raw --data DATA` (F1 as in the CoNLL tasks)."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.language.sentences import split
from training.corpora import read_rows
from training.gum import gum_split

Place = tuple[int, int]
Splitter = Callable[[str], Sequence[Sequence[Place]]]


@dataclass(frozen=True, slots=True)
class Raw:
    """A document of a treebank as raw text, with the places of its words, sentence by sentence."""

    name: str
    text: str
    sentences: tuple[tuple[Place, ...], ...]


def read_raw(path: Path) -> Iterator[Raw]:
    """The documents of a CoNLL-U file as raw text: an empty line between paragraphs, a blank between sentences."""
    name, text, glued = path.stem, "", False
    sentences: list[tuple[Place, ...]] = []
    for comments, rows in read_rows(path):
        if "newdoc id" in comments:
            if sentences:
                yield Raw(name, text, tuple(sentences))
            name, text, sentences = comments["newdoc id"], "", []
        if text:
            text += "\n\n" if "newpar" in comments or "newpar id" in comments else "" if glued else " "
        base, line = len(text), comments["text"]
        sentences.append(tuple((base + start, base + end) for start, end in _places(line, [row[1] for row in rows])))
        text += line
        glued = "SpaceAfter=No" in rows[-1][9]
    if sentences:
        yield Raw(name, text, tuple(sentences))


def _places(line: str, words: Sequence[str]) -> Iterator[Place]:
    position = 0
    for word in words:
        start = line.index(word, position)
        if line[position:start].strip():
            raise ValueError(f"the words of a sentence do not make up its text: {line!r} at {word!r}")
        position = start + len(word)
        yield start, position


@dataclass(slots=True)
class Count:
    """Right, found and wanted; `f1` runs from 0 to 1."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, found: set[Place], wanted: set[Place]) -> None:
        """Count one document."""
        self.right += len(found & wanted)
        self.found += len(found)
        self.wanted += len(wanted)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 0.0


def measure(documents: Sequence[Raw], splitter: Splitter = split) -> dict[str, float]:
    """F1 of words and of sentences, each right when it begins and ends where the treebank's does."""
    words, sentences = Count(), Count()
    for raw in documents:
        found = splitter(raw.text)
        words.add({place for s in found for place in s}, {place for s in raw.sentences for place in s})
        sentences.add({(s[0][0], s[-1][1]) for s in found}, {(s[0][0], s[-1][1]) for s in raw.sentences})
    return {"words": words.f1, "sentences": sentences.f1}


def read_sets(data: Path, split_name: str) -> dict[str, list[Raw]]:
    """The documents measured on, by set: EWT, and GUM's news and interviews together and its other genres."""
    splits = gum_split(data)
    sets: dict[str, list[Raw]] = {
        "ewt": list(read_raw(data / "ud-ewt" / f"{split_name}.conllu")),
        "gum news": [],
        "gum other": [],
    }
    for path in sorted((data / "gum").glob("*.conllu")):
        if splits.get(path.stem) == split_name:
            sets["gum news" if path.stem.split("_")[1] in ("news", "interview") else "gum other"].extend(read_raw(path))
    return sets


def main() -> None:
    """Command line of the measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--split", choices=("train", "dev", "test"), default="dev")
    options = parser.parse_args()
    for name, documents in read_sets(options.data, options.split).items():
        scores = measure(documents)
        print(f"{name:10} words {100 * scores['words']:.2f} sentences {100 * scores['sentences']:.2f}")


if __name__ == "__main__":
    main()
