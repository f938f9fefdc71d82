"""Measure PLOVER's root types between two marked sides: `python -m benchmarks.plover PLV.tsv` (prints macro-F1)."""

import argparse
import csv
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from onrecord.claims.events import Found, find_candidates, find_events
from onrecord.claims.for_events.parts import Parts
from onrecord.claims.for_events.senses import event_senses
from onrecord.claims.for_who.named import Named
from onrecord.claims.status import find_status
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast, find_cast
from onrecord.language import analyse
from onrecord.model import Document, Entity, EntityKind, Event, Mention, Span

RESULTS = Path(__file__).parent / "results" / "plover.json"
MARKS = re.compile(r"</?[st]>")
SIDES = ("source", "target")
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
"""The set's older name for two of today's types."""
PROMISED = frozenset({"AID", "CONSULT", "COOPERATE", "YIELD"})
"""Cooperation that is only planned is AGREE in PLOVER, as its export would write it; the record keeps the type. To
promise support is support."""
MENACED = frozenset({"PROTEST", "SANCTION", "COERCE", "MOBILIZE", "ASSAULT"})
"""Conflict that is only planned is THREATEN in PLOVER."""
HABITS = {
    ("COERCE", "convict"): "ACCUSE",
    ("COERCE", "conviction"): "ACCUSE",
    ("COERCE", "guilty"): "ACCUSE",
    ("COERCE", "blockade"): "ASSAULT",
    ("SANCTION", "sanction"): "COERCE",
    ("SANCTION", "embargo"): "COERCE",
    ("RETREAT", "peacekeeper"): "SANCTION",
}
"""What the codebook behind the set types otherwise than the record does (CAMEO 116, 191, 172, 166): convictions,
blockades, sanctions imposed, peacekeepers withdrawn; keyed by the record's type and a word of the trigger."""
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence with the characters of its source and its target, and the root type that people gave it."""

    text: str
    sides: Mapping[str, Span]
    root: str


@dataclass(frozen=True, slots=True)
class Scores:
    """Precision, recall and F1 of one type, and how many sentences bear it."""

    precision: float
    recall: float
    f1: float
    sentences: int


def read_rows(path: Path) -> list[Row]:
    """The sentences of a table with the columns `marked_sentence` and `root`."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [_row(row["marked_sentence"], row["root"]) for row in rows]


def _row(marked: str, root: str) -> Row:
    text, last = "", 0
    starts: dict[str, int] = {}
    sides: dict[str, Span] = {}
    for mark in MARKS.finditer(marked):
        text, last = text + marked[last : mark.start()], mark.end()
        side = "source" if "s" in mark.group() else "target"
        if "/" in mark.group():
            sides[side] = Span(starts[side], len(text))
        else:
            starts[side] = len(text)
    return Row(text + marked[last:], sides, root)


def cast_of(tree: Tree, row: Row) -> Cast:
    """The cast of the sentence with the marked sides in it, each with all that the reading takes for the same."""
    cast = find_cast(tree)
    at, entities = dict(cast.at), dict(cast.entities)
    for side, span in row.sides.items():
        inside = [token.index for token in tree.tokens if token.span.overlaps(span)]
        heads = [token for token in inside if tree.head(token) not in inside]
        known = [cast.at[token] for token in heads if token in cast.at]
        owners = [cast.at[token] for token in inside if token in cast.at]
        kind: EntityKind = cast.kind((known or owners)[0]) if known or owners else "group"
        entities[side] = Entity(side, kind, span.of(tree.text), (), (Mention(span, "name"),))
        at.update({token: side for token, entity in cast.at.items() if known and entity == known[0]})
        at.update(dict.fromkeys(inside, side))
    return Cast(entities, at)


@dataclass(frozen=True, slots=True)
class Reading:
    """The type that the reading gives a sentence, its status, and the words that tell it."""

    event: str
    status: str
    words: frozenset[str]

    def root(self, *, habits: bool) -> str:
        """The root type: what is planned as PLOVER has it, and with `habits` the codebook's own types."""
        event = HABITS.get(self._habit, self.event) if habits and self._habit else self.event
        root = YIELD.get(event, event)
        if self.status == "planned":
            return "AGREE" if root in PROMISED else "THREATEN" if root in MENACED else root
        return root

    @property
    def _habit(self) -> tuple[str, str] | None:
        return next((key for key in HABITS if key[0] == self.event and key[1] in self.words), None)


def read_row(row: Row) -> Reading:
    """What the source does to the target; `unknown` where the lexicon knows no word of the sentence."""
    tree = Tree(analyse(Document(id="sentence", text=row.text)))
    cast = cast_of(tree, row)
    told = {draft.what.trigger.start for draft in find_events(tree, cast) if isinstance(draft.what, Event)}
    candidates = list(find_candidates(Parts(Named(tree, cast))))
    if candidates:
        best = max(candidates, key=lambda event: _rank(tree, event, told))
        return _reading(tree, best.event, best.token, best.predicate)
    return next(_words(tree, cast), Reading(UNKNOWN, "asserted", frozenset()))


def _reading(tree: Tree, event: str, token: int, predicate: int) -> Reading:
    kids = tree.children(token, "obj", "nsubj:pass", "xcomp", "obl")
    words = {tree.lemma(word) for kid in kids for word in tree.after(kid)}
    return Reading(event, find_status(tree, predicate), frozenset({tree.lemma(token), *words}))


def _rank(tree: Tree, event: Found, told: set[int]) -> tuple[float, ...]:
    """How well an event fits the marks: between them, with one of them, told; then the nearest to the root."""
    ends = {("source", "actor"), ("target", "recipient")}
    parts = {(entity, "actor") for entity in event.actors} | {(entity, "recipient") for entity in event.recipients}
    right = len(parts & ends)
    if event.sense.sides:
        right = len({entity for entity, _ in parts} & set(SIDES))
    crossed = len(parts & {("target", "actor"), ("source", "recipient")}) if not event.sense.sides else 0
    depth = sum(1 for _ in tree.ancestors(event.token))
    return (right > 0, tree.tokens[event.token].span.start in told, right - crossed / 2, -depth)


def _words(tree: Tree, cast: Cast) -> Iterator[Reading]:
    """The readings of words that tell of events though nobody is found to do them, the nearest to the root first."""
    parts = Parts(Named(tree, cast))
    for token in sorted(tree.tokens, key=lambda token: sum(1 for _ in tree.ancestors(token.index))):
        if token.upos in ("NOUN", "VERB", "ADJ"):
            for sense in event_senses(parts, token.index, "noun" if token.upos == "NOUN" else "verb"):
                if not sense.refused:
                    yield _reading(tree, sense.event, token.index, token.index)


def score(gold: Sequence[str], found: Sequence[str]) -> dict[str, Scores]:
    """The scores of each type that people gave."""
    right = Counter(a for a, b in zip(gold, found, strict=True) if a == b)
    wanted, told = Counter(gold), Counter(found)
    scores = {}
    for root in sorted(wanted):
        precision = right[root] / told[root] if told[root] else 0.0
        recall = right[root] / wanted[root]
        f1 = 2 * precision * recall / (precision + recall) if right[root] else 0.0
        scores[root] = Scores(round(precision, 3), round(recall, 3), round(f1, 3), wanted[root])
    return scores


def macro_f1(scores: Mapping[str, Scores]) -> float:
    """The mean F1 of the types, each of which counts the same."""
    return round(sum(each.f1 for each in scores.values()) / len(scores), 3)


def measure(rows: Sequence[Row], readings: Sequence[Reading]) -> dict[str, Any]:
    """Macro-F1 and accuracy as read, the same with the codebook's habits, and then the scores of each type."""
    gold = [row.root for row in rows]
    plain = [reading.root(habits=False) for reading in readings]
    roots = [reading.root(habits=True) for reading in readings]
    return {
        "sentences": len(rows),
        "macro_f1": macro_f1(score(gold, roots)),
        "accuracy": round(sum(map(str.__eq__, gold, roots)) / len(rows), 3),
        "macro_f1_without_habits": macro_f1(score(gold, plain)),
        "types": {root: asdict(scores) for root, scores in score(gold, roots).items()},
    }


def main() -> None:
    """Command line: prints the scores and writes them to results/plover.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", type=Path, help="tab-separated, with the columns marked_sentence and root")
    rows = read_rows(parser.parse_args().table)
    readings = [read_row(row) for row in rows]
    results = {
        "all": measure(rows, readings),
        "worked_on": measure(rows[::2], readings[::2]),
        "unread": measure(rows[1::2], readings[1::2]),
    }
    RESULTS.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    for root, scores in results["all"]["types"].items():
        print("{:10} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  of {sentences}".format(root, **scores))
    for part, found in results.items():
        print(f"{part:10} macro-F1 {found['macro_f1']:.3f} ({found['macro_f1_without_habits']:.3f} without habits)")


if __name__ == "__main__":
    main()
