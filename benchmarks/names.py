"""Measure how well names are compared: `python -m benchmarks.names CASES.csv` (schema, name1, name2, is_match)."""

import argparse
import csv
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from anyascii import anyascii
from rapidfuzz import fuzz

from onrecord.names import normalise
from onrecord.spellings import NamedKind, likeness

RESULTS = Path(__file__).parent / "results" / "names.json"
PERSONS = frozenset({"Person", "LegalEntity"})
Score = Callable[["Case"], float]


@dataclass(frozen=True, slots=True)
class Case:
    """Two names, the FollowTheMoney schema of who bears them, and whether they are judged to match."""

    schema: str
    one: str
    other: str
    match: bool

    @property
    def kind(self) -> NamedKind:
        """A person or a body."""
        return "person" if self.schema in PERSONS else "organization"

    @property
    def read(self) -> bool:
        """True for the half that may be looked at when numbers are chosen; the other half only checks them."""
        return hashlib.sha256(f"{self.one}|{self.other}".encode()).digest()[-1] % 2 == 0


def read_cases(path: Path) -> list[Case]:
    """The cases of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Case(row["schema"], row["name1"], row["name2"], row["is_match"] == "true") for row in csv.DictReader(file)
        ]


def own(case: Case) -> float:
    """Onrecord's likeness."""
    return likeness(case.one, case.other, case.kind)


def exact(case: Case) -> float:
    """1 for names of the same normal form."""
    return float(normalise(case.one) == normalise(case.other))


def sorted_words(case: Case) -> float:
    """rapidfuzz's token_sort_ratio of the romanised names."""
    return fuzz.token_sort_ratio(normalise(anyascii(case.one)), normalise(anyascii(case.other))) / 100


def logic_v2() -> Score:
    """nomenklatura's logic-v2 on entities that have nothing but a name."""
    from followthemoney import model
    from nomenklatura.matching.logic_v2.model import LogicV2

    config = LogicV2.default_config()

    def score(case: Case) -> float:
        entities = []
        for side, name in enumerate((case.one, case.other)):
            entity = model.make_entity(case.schema)
            # Scores are cached by id.
            entity.id = hashlib.sha256(f"{side}{case.schema}{name}".encode()).hexdigest()
            entity.add("name", name)
            entities.append(entity)
        return float(LogicV2.compare(*entities, config).score)

    return score


def figures(cases: Iterable[tuple[float, bool]], threshold: float) -> dict[str, float]:
    """Accuracy, precision, recall and F1 of calling a match whatever has at least this score."""
    called = [(score >= threshold, match) for score, match in cases]
    right = sum(one and match for one, match in called)
    found, matches = sum(one for one, _ in called), sum(match for _, match in called)
    return {
        "accuracy": round(sum(one == match for one, match in called) / len(called), 4),
        "precision": round(right / max(found, 1), 4),
        "recall": round(right / matches, 4),
        "f1": round(2 * right / (found + matches), 4),
    }


def best_threshold(cases: Sequence[tuple[float, bool]]) -> float:
    """The score from which on a match is called best, by F1."""
    return max({score for score, _ in cases}, key=lambda threshold: (figures(cases, threshold)["f1"], threshold))


def measure(cases: Sequence[Case], score: Score) -> dict[str, object]:
    """Figures on both halves, at the threshold that is best on the half that may be read."""
    halves = {
        name: [(score(case), case.match) for case in cases if case.read is read]
        for name, read in (("read half", True), ("unread half", False))
    }
    threshold = best_threshold(halves["read half"])
    return {"threshold": round(threshold, 3)} | {name: figures(half, threshold) for name, half in halves.items()}


def main() -> None:
    """Measure, print and keep the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path)
    cases = read_cases(parser.parse_args().cases)
    scores: dict[str, Score] = {"onrecord": own, "exact": exact, "rapidfuzz token_sort_ratio": sorted_words}
    if find_spec("nomenklatura"):
        scores["nomenklatura logic-v2"] = logic_v2()
    results: Mapping[str, object] = {
        "cases": len(cases), "read": sum(case.read for case in cases),
        "scores": {name: measure(cases, score) for name, score in scores.items()},
    }  # fmt: skip
    text = json.dumps(results, indent=2)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
