"""Fit the confidence of claims to gold articles: `python -m training.confidence --gold GOLD --scorer SCORE.py`."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import numpy as np

from benchmarks.gold import load_scorer
from onrecord.claims import features_of, find_claims, gather
from onrecord.claims.confidence import FILE, Features
from onrecord.export.jsonl import to_dict
from onrecord.language import analyse
from onrecord.model import Document, Record

PACKAGE = Path(__file__).parent.parent / "src" / "onrecord" / "claims" / FILE
LEAST_SEEN = 3
PENALTY = 6.0
SHARED_PENALTY = 1.0
"""Of what all kinds of claims share: a kind without weights of its own is then judged by what holds of all of them."""
TYPED_PENALTY = 20.0
"""Of what holds of single types and words of events: on articles that no rule was written with, it misleads else."""
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Example:
    """One claim of a gold article: what was seen of it, and whether the gold record holds it."""

    article: int
    features: Features
    right: bool


def read_examples(folder: Path, scorer: ModuleType) -> list[Example]:
    """All claims that are found in the gold articles of a folder; those in the gold record are right."""
    out: list[Example] = []
    for number, path in enumerate(sorted(folder.glob("*.json"))):
        gold = json.loads(path.read_text(encoding="utf-8"))
        raw = gold["document"]
        document = Document(id=raw["id"], text=raw["text"], published=raw.get("published"))
        analysis = analyse(document)
        entities, claims = find_claims(analysis)
        gathered = gather(analysis)
        _, _, _, matched = scorer.compare(gold, to_dict(Record(document, entities, claims)))
        for place, draft in enumerate(gathered.drafts):
            out.append(Example(number, features_of(gathered, draft), place in matched))
    return out


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Weights of a logistic regression with an L2 penalty, by Newton's method; rare features are left out."""
    counts: dict[str, int] = {}
    for example in examples:
        for name in example.features:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= LEAST_SEEN)
    place = {name: number for number, name in enumerate(names)}
    x = np.zeros((len(examples), len(names)))
    y = np.array([example.right for example in examples], dtype=float)
    for row, example in enumerate(examples):
        for name, value in example.features.items():
            if name in place:
                x[row, place[name]] = value
    weights = np.zeros(len(names))
    penalty = np.array([penalty_of(name) for name in names])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - y) + penalty * weights
        curvature = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}


def penalty_of(name: str) -> float:
    """How much a weight of this feature costs: least for what all kinds share, most for a single type of event."""
    first, _, rest = name.partition(" ")
    if first == "all":
        return SHARED_PENALTY
    return TYPED_PENALTY if first == "event" and rest.partition(" ")[0].isupper() else PENALTY


def predict(examples: Sequence[Example], weights: dict[str, float]) -> np.ndarray:
    """The confidence of each example, from 0 to 1."""
    totals = [sum(weights.get(name, 0.0) * value for name, value in e.features.items()) for e in examples]
    return np.asarray(1 / (1 + np.exp(-np.array(totals))))


def calibration_error(confidence: np.ndarray, right: np.ndarray, *, bins: int = 10) -> float:
    """Expected calibration error over bins of equal width (Guo et al. 2017)."""
    error = 0.0
    for low in np.linspace(0, 1, bins, endpoint=False):
        inside = (confidence >= low) & (confidence < low + 1 / bins)
        if inside.any():
            error += inside.mean() * abs(confidence[inside].mean() - right[inside].mean())
    return float(error)


def cross_validate(examples: Sequence[Example]) -> tuple[np.ndarray, np.ndarray]:
    """Confidence and truth of each example, fitted on the other articles only."""
    confidence = np.zeros(len(examples))
    right = np.array([example.right for example in examples])
    for fold in range(FOLDS):
        weights = fit([e for e in examples if e.article % FOLDS != fold])
        held = [number for number, e in enumerate(examples) if e.article % FOLDS == fold]
        confidence[held] = predict([examples[number] for number in held], weights)
    return confidence, right


def main() -> None:
    """Command line: prints the cross-validated calibration and writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=PACKAGE)
    options = parser.parse_args()
    examples = read_examples(options.gold, load_scorer(options.scorer))
    confidence, right = cross_validate(examples)
    print(
        f"{len(examples)} claims, {right.mean():.3f} right, "
        f"expected calibration error {calibration_error(confidence, right):.3f}"
    )
    for least in (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        kept = confidence >= least
        print(f"confidence >= {least:.1f}: {kept.sum()} claims, {right[kept].mean():.3f} right")
    card = {"fitted_on": options.gold.name, "claims": len(examples), "weights": fit(examples)}
    options.out.write_text(json.dumps(card, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
