"""Measure PLOVER's root types between two marked sides: `python -m benchmarks.plover PLV.tsv` (prints macro-F1)."""

import argparse
import csv
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.claims.events import Found, find_candidates, find_events
from onrecord.claims.named import Named
from onrecord.claims.parts import Parts
from onrecord.claims.senses import event_senses
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
PROMISED = frozenset({"AID", "CONSULT", "COOPERATE", "YIELD", "SUPPORT"})
"""Cooperation that is only planned is AGREE in PLOVER, as its export would write it; the record keeps the type."""
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


def type_between(row: Row) -> str:
    """The root type that the reading gives to what the source does to the target; `unknown` where it knows no word."""
    tree = Tree(analyse(Document(id="sentence", text=row.text)))
    cast = cast_of(tree, row)
    told = {draft.what.trigger.start for draft in find_events(tree, cast) if isinstance(draft.what, Event)}
    candidates = list(find_candidates(Parts(Named(tree, cast))))
    if candidates:
        best = max(candidates, key=lambda event: _rank(tree, event, told))
        return _root(tree, best.event, best.predicate)
    return next(_words(tree, cast), UNKNOWN)


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


def _words(tree: Tree, cast: Cast) -> Iterator[str]:
    """The types of the words that tell of events though nobody is found to do them, the nearest to the root first."""
    parts = Parts(Named(tree, cast))
    for token in sorted(tree.tokens, key=lambda token: sum(1 for _ in tree.ancestors(token.index))):
        if token.upos in ("NOUN", "VERB", "ADJ"):
            for sense in event_senses(parts, token.index, "noun" if token.upos == "NOUN" else "verb"):
                if not sense.refused:
                    yield _root(tree, sense.event, token.index)


def _root(tree: Tree, event: str, predicate: int) -> str:
    root = YIELD.get(event, event)
    return "AGREE" if root in PROMISED and find_status(tree, predicate) == "planned" else root


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
