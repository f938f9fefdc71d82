"""Fit the confidence of claims to gold articles: `python -m training.confidence --gold GOLD --scorer SCORE.py`.

With `--check GOLD` it also prints how the fit does on gold articles that it has not seen.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

import numpy as np

from benchmarks.gold import load_scorer
from onrecord.claims import features_of, find_claims, gather
from onrecord.claims.confidence import FILE, Features
from onrecord.export.jsonl import to_dict
from onrecord.language import analyse
from onrecord.model import Document, Record
from onrecord.read import MIN_CONFIDENCE

PACKAGE = Path(__file__).parent.parent / "src" / "onrecord" / "claims" / FILE
LEAST_SEEN = 3
STRENGTH = 8.0
"""How much stronger all penalties are than those of the best log loss by cross-validation, which stays within half a
standard error of it: rules were worked on the articles of the fit, and flatter what they find in them."""
PENALTY = 6.0 * STRENGTH
SHARED_PENALTY = 1.0 * STRENGTH
"""Of what all kinds of claims share: a kind without weights of its own is then judged by what holds of all of them."""
TYPED_PENALTY = 25.0 * STRENGTH
"""Of what holds of single types and words of events: on articles that no rule was written with, it misleads else."""
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Example:
    """One claim of a gold article: what was seen of it, and whether the gold record holds it, as an optional claim."""

    article: int
    features: Features
    right: bool
    optional: bool = False
    kind: str = ""


def read_examples(folder: Path, scorer: ModuleType) -> tuple[list[Example], Counter[str]]:
    """All claims that are found in the gold articles of a folder; how many of each kind should be: gold's but for the
    optional ones.

    Those in the gold record are right.
    """
    out: list[Example] = []
    wanted: Counter[str] = Counter()
    for number, path in enumerate(sorted(folder.glob("*.json"))):
        gold = json.loads(path.read_text(encoding="utf-8"))
        raw = gold["document"]
        document = Document(id=raw["id"], text=raw["text"], published=raw.get("published"))
        analysis = analyse(document)
        entities, claims = find_claims(analysis)
        gathered = gather(analysis)
        read = to_dict(Record(document, entities, claims))
        golds, _, _, matched = scorer.compare(gold, read)
        wanted.update(claim["kind"] for claim in golds if not claim.get("optional"))
        for place, draft in enumerate(gathered.drafts):
            optional = place in matched and bool(golds[matched[place]].get("optional"))
            kind = read["claims"][place]["kind"]
            out.append(Example(number, features_of(gathered, draft), place in matched, optional, kind))
    return out, wanted


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


def log_loss(confidence: np.ndarray, right: np.ndarray) -> tuple[float, float]:
    """The mean negative logarithm of what was thought of the truth, and the standard error of that mean."""
    sure = np.clip(np.where(right, confidence, 1 - confidence), 1e-6, 1)
    losses = -np.log(sure)
    return float(losses.mean()), float(losses.std() / len(losses) ** 0.5)


def cross_validate(examples: Sequence[Example]) -> np.ndarray:
    """Confidence of each example, fitted on other articles only."""
    confidence = np.zeros(len(examples))
    for fold in range(FOLDS):
        weights = fit([e for e in examples if e.article % FOLDS != fold])
        held = [number for number, e in enumerate(examples) if e.article % FOLDS == fold]
        confidence[held] = predict([examples[number] for number in held], weights)
    return confidence


def join(examples: Sequence[Example], others: Sequence[Example]) -> list[Example]:
    """Both, with the articles of the second counted on from those of the first."""
    first = max((example.article for example in examples), default=-1) + 1
    return [*examples, *(replace(example, article=example.article + first) for example in others)]


def score_at(examples: Sequence[Example], confidence: np.ndarray, wanted: int, least: float) -> tuple[float, float]:
    """Precision and recall of the examples that are as sure as that; optional ones count for neither."""
    sure = [example for example, score in zip(examples, confidence, strict=True) if score >= least]
    found = sum(example.right and not example.optional for example in sure)
    invented = sum(not example.right for example in sure)
    return found / max(found + invented, 1), found / max(wanted, 1)


def score_in_mix(
    examples: Sequence[Example], confidence: np.ndarray, wanted: Counter[str], mix: Counter[str], least: float
) -> tuple[float, float]:
    """Precision and recall as they were if the kinds were as frequent as in `mix`, each read as well as it is here."""
    found = invented = 0.0
    for kind, count in mix.items():
        own = [number for number, example in enumerate(examples) if example.kind == kind]
        precision, recall = score_at([examples[n] for n in own], confidence[own], wanted[kind], least)
        found += count * recall
        invented += count * recall * (1 - precision) / precision if precision else 0.0
    return found / max(found + invented, 1e-9), found / max(mix.total(), 1)


def f1_of(precision: float, recall: float) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * precision * recall / max(precision + recall, 1e-9)


def report(examples: Sequence[Example], confidence: np.ndarray, wanted: int) -> str:
    """Precision, recall and F1 at some thresholds, the default among them, and the expected calibration error."""
    right = np.array([example.right for example in examples])
    error, (loss, sampling) = calibration_error(confidence, right), log_loss(confidence, right)
    lines = [
        f"{len(examples)} claims, {right.mean():.3f} right, expected calibration error {error:.3f}, "
        f"log loss {loss:.3f} (standard error {sampling:.3f})"
    ]
    for least in sorted({0.0, 0.3, 0.5, 0.6, 0.7, 0.9, MIN_CONFIDENCE}):
        precision, recall = score_at(examples, confidence, wanted, least)
        default = ", the default" if least == MIN_CONFIDENCE else ""
        f1 = f1_of(precision, recall)
        lines.append(f"confidence >= {least:.2f}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}{default}")
    return "\n".join(lines)


def main() -> None:
    """Command line: writes the weights and prints how well claims are accepted by fits that did not see them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--check", type=Path)
    parser.add_argument("--out", type=Path, default=PACKAGE)
    options = parser.parse_args()
    scorer = load_scorer(options.scorer)
    examples, wanted = read_examples(options.gold, scorer)
    judged = cross_validate(examples)
    print(f"{options.gold.name}, cross-validated: {report(examples, judged, wanted.total())}")
    weights = fit(examples)
    if options.check:
        unseen, more = read_examples(options.check, scorer)
        print(f"{options.check.name}, by the final fit: {report(unseen, predict(unseen, weights), more.total())}")
        precision, recall = score_in_mix(examples, judged, wanted, more, MIN_CONFIDENCE)
        print(
            f"{options.gold.name}, cross-validated, if its kinds were as frequent as in {options.check.name}: "
            f"P {precision:.3f} R {recall:.3f} F1 {f1_of(precision, recall):.3f} at the default"
        )
        both = join(examples, unseen)
        error = calibration_error(cross_validate(both), np.array([example.right for example in both]))
        print(f"both together, cross-validated: expected calibration error {error:.3f}")
    card = {"fitted_on": options.gold.name, "claims": len(examples), "weights": weights}
    options.out.write_text(json.dumps(card, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
