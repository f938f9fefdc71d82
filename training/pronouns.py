"""Fit what pronouns are resolved by: `python -m training.pronouns --data DATA` (GUM train, MEANTIME, GAP development).

It prints how the fit does on GUM dev and GAP validation, which it has not seen.
"""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.antecedents import read
from onrecord.claims.for_who.mentions import FIRST_PERSON
from onrecord.claims.for_who.prominence import FILE, Features, Group, group_of, load_weights
from onrecord.claims.for_who.pronouns import LEAST_SURE, Choice, weigh
from onrecord.claims.tree import Tree
from onrecord.claims.who import find_named, walk
from onrecord.language import analyse
from onrecord.model import Analysis, Document
from training.corpora import Doc
from training.gum import read_gum
from training.newswire import read_meantime

PACKAGE = Path(__file__).parent.parent / "src" / "onrecord" / "claims" / FILE
GROUPS: tuple[Group, ...] = ("he", "it", "they")
LEAST_SEEN = 10
PENALTY, FIRM_PENALTY = 2.0, 40.0
"""Of features that are drawn to nothing, and of those of `PRIOR`."""
GAP_WEIGHT = 0.1
"""What an example of GAP counts: its pronouns are chosen for being hard, those of news are mostly plain."""
STEPS, RATE = 600, 0.05
ROUNDS = 2
"""What a pronoun can stand for hangs on what those before it were given to, by the weights of the round before."""
PRIOR: Features = {
    "stands beside": 6.0, "judged": 6.0, "does also": 6.0, "speaks on": 3.0, "goes on": 3.0, "spoken of": -3.0,
    "teller": 3.0, "pronoun, doer 0": 2.0,
}  # fmt: skip
"""What rare features are drawn to, which the corpora show too seldom; all others are drawn to nothing."""
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One pronoun with what it can stand for; `right` are the keys of what it does stand for, none where nothing."""

    group: Group
    choices: tuple[Choice, ...]
    right: frozenset[int]
    weight: float = 1.0


def read_annotated(docs: Sequence[Doc], *, all_marked: bool) -> Iterator[Example]:
    """The pronouns of documents with chains; where not all mentions are marked, those that stand for something."""
    for analysis, known in map(read, docs):
        chains = {head: chain for head, (chain, _) in known.items()}
        for head, group, choices in _pronouns(analysis):
            chain = chains.get(head)
            if chain is not None or all_marked:
                right = (c.key for c in choices if chain is not None and chain in _chains_of(c, head, chains))
                yield Example(group, choices, frozenset(right))


def _chains_of(choice: Choice, pronoun: int, chains: Mapping[int, str]) -> set[str]:
    """The chains of what is chosen, by its names and nouns before the pronoun: earlier pronouns may be wrong."""
    profile, own = choice.referent.profile, choice.referent.candidate
    mentions = [own] if profile is None else [m for m in profile.mentions if m.head < pronoun or m is own]
    return {chains[m.head] for m in mentions if m.form != "pronoun" and m.head in chains}


def read_gap(path: Path) -> Iterator[Example]:
    """GAP's pronouns that mean one of the two names that the corpus gives, and that are read as two."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["A-coref"] == row["B-coref"]:
                continue
            analysis = analyse(Document(id="gap", text=row["Text"]))
            starts = {token.index: token.span.start for token in analysis.tokens}
            for head, group, choices in _pronouns(analysis):
                if starts[head] != int(row["Pronoun-offset"]):
                    continue
                one, other = (_keys(choices, starts, int(row[f"{n}-offset"]), row[n]) for n in ("A", "B"))
                right, wrong = (one, other) if row["A-coref"] == "TRUE" else (other, one)
                if right - wrong:
                    yield Example(group, choices, right - wrong, GAP_WEIGHT)


def _pronouns(analysis: Analysis) -> Iterator[tuple[int, Group, tuple[Choice, ...]]]:
    for pronoun, choices in walk(*find_named(Tree(analysis))):
        if pronoun.text not in FIRST_PERSON and choices:
            yield pronoun.head, group_of(pronoun), tuple(choices)


def _keys(choices: Sequence[Choice], starts: Mapping[int, int], offset: int, name: str) -> frozenset[int]:
    inside = range(offset, offset + len(name))
    return frozenset(choice.key for choice in choices if starts[choice.referent.candidate.head] in inside)


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Weights that make what is right likeliest, all its mentions together, with an L2 penalty (Adam, all at once)."""
    counts = Counter(name for example in examples for choice in example.choices for name in choice.features)
    names = ["all", *sorted({name for name, count in counts.items() if count >= LEAST_SEEN}.union(PRIOR))]
    place = {name: number for number, name in enumerate(names)}
    sizes = np.array([len(example.choices) for example in examples])
    seen = np.zeros((int(sizes.sum()), len(names)))
    seen[:, 0] = 1.0
    right = np.zeros(len(seen))
    for row, (example, choice) in enumerate((e, c) for e in examples for c in e.choices):
        right[row] = choice.key in example.right
        for name, value in choice.features.items():
            if name in place:
                seen[row, place[name]] = value
    prior = np.array([PRIOR.get(name, 0.0) for name in names])
    penalty = np.array([0.0, *(FIRM_PENALTY if name in PRIOR else PENALTY for name in names[1:])])
    weight = np.array([example.weight for example in examples])
    nothing = np.array([not example.right for example in examples], dtype=float)
    weights, mean, square = prior.copy(), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        pull = _pull(seen @ weights, right, nothing, sizes) * np.repeat(weight, sizes)
        slope = seen.T @ pull + penalty * (weights - prior)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        pace = RATE * (1 - step / STEPS)
        weights -= pace * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return {name: round(float(own), 3) for name, own in zip(names, weights, strict=True)}


def _pull(scores: Floats, right: Floats, nothing: Floats, sizes: NDArray[np.int64]) -> Floats:
    """How far each choice is likelier than it should be, given what is right of its pronoun."""
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    most = np.maximum(np.maximum.reduceat(scores, starts), 0.0)
    shares = np.exp(scores - np.repeat(most, sizes))
    total = np.add.reduceat(shares, starts) + np.exp(-most)
    good = np.add.reduceat(shares * right, starts) + nothing * np.exp(-most)
    pull: Floats = shares / np.repeat(total, sizes) - shares * right / np.repeat(good, sizes)
    return pull


def write_table(examples: Sequence[Example], weights: Mapping[str, Features]) -> str:
    """For each group, how many pronouns are given to the right one, to a wrong one, or to none though they mean one."""
    lines = ["| | right | wrong | missed |", "| --- | --- | --- | --- |"]
    for group in GROUPS:
        verdicts = Counter(_judge(example, weights[group]) for example in examples if example.group == group)
        lines.append(f"| {group} | {verdicts['right']} | {verdicts['wrong']} | {verdicts['missed']} |")
    return "\n".join(lines) + "\n"


def _judge(example: Example, weights: Features) -> str:
    shares = weigh(example.choices, weights)
    best = max(shares, key=lambda key: shares[key])
    if best >= 0 and shares[best] >= LEAST_SURE:
        return "right" if best in example.right else "wrong"
    return "missed" if any(key >= 0 for key in example.right) else "none"


def main() -> None:
    """Command line of the fit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    data: Path = options.data
    weights: dict[str, dict[str, float]] = {}
    for _ in range(ROUNDS):
        examples = [
            *read_annotated(read_gum(data, "train"), all_marked=True),
            *read_annotated(read_meantime(data), all_marked=False),
            *read_gap(data / "gap" / "gap-development.tsv"),
        ]
        weights = {group: fit([example for example in examples if example.group == group]) for group in GROUPS}
        PACKAGE.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
        load_weights.cache_clear()
    for name, unseen in (
        ("GUM dev", read_annotated(read_gum(data, "dev"), all_marked=True)),
        ("GAP validation", read_gap(data / "gap" / "gap-validation.tsv")),
    ):
        print(f"{name}\n{write_table(list(unseen), weights)}")


if __name__ == "__main__":
    main()
