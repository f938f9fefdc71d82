"""Measure who is meant in found claims: `python -m benchmarks.who GOLD --scorer SCORE.py`."""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.gold import Claim, load_scorer, read_gold

SIDES: Mapping[str, tuple[str, ...]] = {
    "event": ("actors", "recipients"),
    "statement": ("speaker",),
    "office": ("person",),
    "listing": ("target", "authority"),
    "tie": ("a", "b"),
}
VERDICTS = ("right", "another", "unknown")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a claim that was read: how the words name it, and whether gold has it ("right").

    Else it is "another" entity of gold, or "unknown" to gold: no entity of gold bears one of its names.
    """

    article: str
    kind: str
    form: str
    verdict: str
    words: str


def find_sides(scorer: ModuleType, gold: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[Side]:
    """The sides of all claims of one reading that tell what a gold claim tells, whoever is meant in it."""
    known = {entity["id"]: entity for entity in found["entities"]}
    ids = scorer.entity_map(gold, found)
    golds = [
        scorer.rename(claim, {entity["id"]: entity["id"] for entity in gold["entities"]}) for claim in gold["claims"]
    ]
    text, article = gold["document"]["text"], gold["document"]["id"]
    for wanted, claim in _pairs(scorer, golds, found["claims"]):
        meant = {entity for name in SIDES[claim["kind"]] for entity in _listed(wanted[name])}
        for entity in (entity for name in SIDES[claim["kind"]] for entity in _listed(claim[name])):
            mention = _nearest(known[entity], claim)
            right = ids[entity] in meant
            verdict = "right" if right else "unknown" if ids[entity].startswith("?") else "another"
            words = f"{text[mention['start'] : mention['end']]} = {known[entity]['name']}, not " + ", ".join(
                next(e["name"] for e in gold["entities"] if e["id"] == one) for one in sorted(meant)
            )
            yield Side(article, claim["kind"], mention["form"], verdict, words)


def _listed(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, (list, tuple)) else [] if value is None else [str(value)]


def _pairs(scorer: ModuleType, golds: Sequence[Claim], founds: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Gold claims with what was read of the same words, the best pairs first; each at most once."""
    scored = [
        (_likeness(scorer, wanted, claim), place, number)
        for place, wanted in enumerate(golds)
        for number, claim in enumerate(founds)
    ]
    used: set[tuple[str, int]] = set()
    for likeness, place, number in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
        if likeness > 0 and not {("gold", place), ("found", number)} & used:
            used |= {("gold", place), ("found", number)}
            yield golds[place], founds[number]


def _likeness(scorer: ModuleType, wanted: Claim, claim: Claim) -> float:
    """How far two claims tell the same, whoever is meant: their type, words, title or relation."""
    kind = wanted["kind"]
    if kind != claim["kind"] or not scorer.overlap(wanted["evidence"], claim["evidence"]):
        return 0.0
    nearness = float(scorer.jaccard(scorer.chars(wanted["evidence"]), scorer.chars(claim["evidence"])))
    if kind == "statement":
        said = float(scorer.jaccard(scorer.chars(wanted["content"]), scorer.chars(claim["content"])))
        return said if said >= 0.5 else 0.0
    if kind == "office":
        return nearness if scorer.jaccard(scorer.words(wanted["title"]), scorer.words(claim["title"])) >= 0.5 else 0.0
    same = {"event": "event", "tie": "relation"}.get(kind)
    return nearness if same is None or wanted[same] == claim[same] else 0.0


def _nearest(entity: Mapping[str, Any], claim: Claim) -> Mapping[str, Any]:
    """The mention of an entity that stands nearest to what the claim hangs on."""
    hook = claim.get("trigger") or claim.get("cue") or claim["evidence"][0]
    return min(entity["mentions"], key=lambda m: max(m["start"] - hook["end"], hook["start"] - m["end"], 0))


def write_table(sides: Sequence[Side]) -> str:
    """How many sides of each form are right, another entity of gold, or unknown to it."""
    lines = ["| form | right | another | unknown | accuracy |", "| --- | --- | --- | --- | --- |"]
    counts = Counter((side.form, side.verdict) for side in sides)
    for form in (*sorted({side.form for side in sides}), "all"):
        own = [counts[form, v] if form != "all" else sum(counts[f, v] for f, w in counts if w == v) for v in VERDICTS]
        lines.append(f"| {form} | {' | '.join(map(str, own))} | {own[0] / max(1, sum(own)):.3f} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Command line of the measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--words", action="store_true", help="also list the sides that are wrong")
    options = parser.parse_args()
    scorer = load_scorer(options.scorer)
    sides = [side for gold, found in read_gold(options.gold) for side in find_sides(scorer, gold, found)]
    print(write_table(sides))
    if options.words:
        for side in sorted(sides, key=lambda s: (s.verdict, s.form, s.article)):
            if side.verdict != "right":
                print(f"{side.verdict:8} {side.form:8} {side.kind:10} {side.article}: {side.words}")


if __name__ == "__main__":
    main()
