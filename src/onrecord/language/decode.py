"""Turn the scores of the model into parts of speech, trees, names and the rest, one sentence at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from onrecord.language.session import Arrays, Labels
from onrecord.language.trees import best_tree, is_tree
from onrecord.language.whole_names import TIES, Context, Found, make_whole
from onrecord.language.windows import Stretch, Window
from onrecord.model import NameKind

_UNLIKELY = -1e4
_FALLBACK = "dep"


@dataclass(slots=True)
class Parse:
    """What the model says of one sentence, word by word; heads count words of the sentence from 1, 0 is the root.

    `doubts` are what the head of each word lacks to being sure: its negative log-probability among the best three.
    `pairing` `[words, 2, size]` is what coreference compares: each word as an anaphor and as an antecedent.
    """

    upos: list[str]
    feats: list[Mapping[str, str]]
    heads: list[int]
    doubts: list[float]
    deprels: list[str]
    kinds: list[str]
    factuality: list[float]
    names: list[Found]
    pairing: NDArray[np.float32]

    def extend(self, other: "Parse") -> None:
        """Append the parse of the words that follow; their root hangs on this one's as a parataxis."""
        offset = len(self.upos)
        root = self.heads.index(0) + 1 if self.heads else 0
        self.heads += [head + offset if head else root for head in other.heads]
        self.doubts += other.doubts
        self.deprels += [
            "parataxis" if root and not head else rel for head, rel in zip(other.heads, other.deprels, strict=True)
        ]
        self.upos += other.upos
        self.feats += other.feats
        self.kinds += other.kinds
        self.factuality += other.factuality
        self.names += [(first + offset, last + offset, kind, score) for first, last, kind, score in other.names]
        self.pairing = np.concatenate([self.pairing, other.pairing])


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The arrays of a batch as lists, by window and word: numbers of labels, and what there is of the best head.

    `heads` are columns of `arc`. `relation_names` are the relations of words that are not a root.
    """

    upos: list[list[int]]
    feats: list[list[int]]
    kinds: list[list[int]]
    names: list[list[int]]
    factuality: list[list[float]]
    heads: list[list[int]]
    relations: list[list[int]]
    doubts: list[list[float]]
    relation_names: tuple[str, ...]


def _read_sheet(scores: Arrays, sure: NDArray[np.float32], labels: Labels) -> _Sheet:
    first = np.take_along_axis(scores["arc"], scores["top"][..., :1], axis=-1)[..., 0]
    return _Sheet(
        upos=scores["upos"].tolist(),
        feats=scores["feats"].tolist(),
        kinds=scores["kinds"].argmax(axis=-1).tolist(),
        names=scores["names"].argmax(axis=-1).tolist(),
        factuality=np.clip(np.nan_to_num(scores["factuality"]), -3.0, 3.0).tolist(),
        heads=scores["top"][..., 0].tolist(),
        relations=scores["rel"][..., 0].tolist(),
        doubts=(sure - first).tolist(),
        relation_names=tuple(_FALLBACK if label == "root" else label for label in labels.deprel),
    )


def decode(
    batch: Sequence[Window], words: Sequence[Sequence[str]], scores: Arrays, labels: Labels
) -> list[tuple[Stretch, Parse]]:
    """The parse of the own words of each stretch of a batch, given the document's words and the model's arrays."""
    pairing = np.stack([scores["anaphor"], scores["antecedent"]], axis=-2)
    sure = weigh_heads(scores["arc"], scores["top"])
    sheet = _read_sheet(scores, sure, labels)
    found = []
    for row, window in enumerate(batch):
        offset = 0
        for stretch in window.stretches:
            low, high = offset + stretch.own_start - stretch.start, offset + stretch.own_end - stretch.start
            heads, doubts, relations = _first_tree(sheet, row, (low, high)) or _best_tree(
                scores, sheet, sure, row, (low, high)
            )
            parse = Parse(
                upos=list(map(labels.upos.__getitem__, sheet.upos[row][low:high])),
                feats=list(map(labels.feats.__getitem__, sheet.feats[row][low:high])),
                heads=heads,
                doubts=doubts,
                deprels=relations,
                kinds=list(map(labels.kinds.__getitem__, sheet.kinds[row][low:high])),
                factuality=sheet.factuality[row][low:high],
                names=[],
                pairing=pairing[row, low:high],
            )
            if any(sheet.names[row][low:high]):
                own = words[stretch.sentence][stretch.own_start : stretch.own_end]
                parse.names = read_names(own, parse, scores["names"][row, low:high], labels.names)
            found.append((stretch, parse))
            offset += stretch.end - stretch.start
    return found


def read_names(words: Sequence[str], parse: Parse, scores: NDArray[np.float32], tags: Sequence[str]) -> list[Found]:
    """The names of a sentence, made whole by its tree; `scores` are log-probabilities `[words, tags]`."""
    found = find_names(scores, tags)
    return make_whole(found, _context(words, parse, found, scores), tags) if found else found


def _context(words: Sequence[str], parse: Parse, names: Sequence[Found], scores: NDArray[np.float32]) -> Context:
    named = {word for first, last, kind, _ in names if kind == "person" for word in range(first, last + 1)}
    return Context(
        words=words,
        heads=[head - 1 for head in parse.heads],
        tied=[rel in TIES and word[:1].isupper() for rel, word in zip(parse.deprels, words, strict=True)],
        persons=[kind == "person" or word in named for word, kind in enumerate(parse.kinds)],
        upos=parse.upos,
        scores=scores,
    )


Tree = tuple[list[int], list[float], list[str]]
"""Heads of the words of a sentence, the doubts about them, and their relations."""


def _first_tree(sheet: _Sheet, row: int, own: tuple[int, int]) -> Tree | None:
    """The best head of each of the words `[low, high)` of a window; None where that is no tree."""
    low, high = own
    heads = [column - low if column > low else -1 if column else 0 for column in sheet.heads[row][low:high]]
    if min(heads) < 0 or max(heads) > high - low or not is_tree(heads):
        return None
    relations = list(map(sheet.relation_names.__getitem__, sheet.relations[row][low:high]))
    relations[heads.index(0)] = "root"
    return heads, sheet.doubts[row][low:high], relations


def _best_tree(scores: Arrays, sheet: _Sheet, sure: NDArray[np.float32], row: int, own: tuple[int, int]) -> Tree:
    """The best tree over the words `[low, high)` of a window."""
    low, high = own
    arc = scores["arc"][row, low:high]
    heads = best_tree(np.concatenate([arc[:, :1], arc[:, low + 1 : high + 1]], axis=1))
    columns = [head + low if head else 0 for head in heads]
    relations = []
    top, rel = (scores[name][row, low:high].tolist() for name in ("top", "rel"))
    for column, best, names in zip(columns, top, rel, strict=True):
        known = sheet.relation_names[names[best.index(column)]] if column in best else _FALLBACK
        relations.append(known if column else "root")
    doubts: list[float] = (sure[row, low:high] - arc[range(high - low), columns]).tolist()
    return heads, doubts, relations


def weigh_heads(arcs: NDArray[np.float32], top: NDArray[np.int64]) -> NDArray[np.float32]:
    """What a sure head would score `[batch, words]`: the log of the summed exponentials of the best heads of each word.

    A head's score falls short of that by its negative log-probability. `arcs` `[batch, words, heads]` are the scores of
    heads, `top` the columns of the best.
    """
    best = np.take_along_axis(arcs, top, axis=-1)
    most = best.max(axis=-1, keepdims=True)
    return np.asarray(most[..., 0] + np.log(np.exp(best - most).sum(axis=-1)))


def find_names(scores: NDArray[np.float32], tags: Sequence[str]) -> list[Found]:
    """First and last word, kind and mean probability of each name; `scores` are log-probabilities `[words, tags]`."""
    path: list[int] = scores.argmax(axis=-1).tolist()
    if not any(path):
        return []
    rules = _read_rules(tuple(tags))
    if not rules.apart.isdisjoint(zip([0, *path], path, strict=False)):
        path = _best_path(scores, rules)
    likely = np.exp(scores[np.arange(len(path)), path].astype(np.float64)).tolist()
    found: list[Found] = []
    word = 0
    while word < len(path):
        if not path[word]:
            word += 1
            continue
        first = word
        inside = rules.inside[path[word]]
        word += 1
        while word < len(path) and path[word] == inside:
            word += 1
        found.append((first, word - 1, cast(NameKind, tags[inside][2:]), sum(likely[first:word]) / (word - first)))
    return found


@dataclass(frozen=True, slots=True)
class _Rules:
    """Which tags of names go together, all by their numbers.

    No pair of `apart` stands side by side; `names` are the first and the inner tag of each kind; `inside` gives for
    each tag that of the words that go on its name.
    """

    apart: frozenset[tuple[int, int]]
    names: tuple[tuple[int, int], ...]
    inside: tuple[int, ...]


@cache
def _read_rules(tags: tuple[str, ...]) -> _Rules:
    inside = tuple(tags.index("I" + tag[1:]) if tag != "O" else 0 for tag in tags)
    names = tuple((first, inner) for first, inner in enumerate(inside) if tags[first][0] == "B")
    pairs = ((before, inner) for before in range(len(tags)) for _, inner in names if inside[before] != inner)
    return _Rules(frozenset(pairs), names, inside)


def _best_path(scores: NDArray[Any], rules: _Rules) -> list[int]:
    """The likeliest sequence of tags in which no name begins with an inner tag (Viterbi)."""
    rows = scores.astype(np.float64).tolist()
    total = rows[0]
    for _, inner in rules.names:
        total[inner] += _UNLIKELY
    back = []
    for row in rows[1:]:
        most = max(total)
        came = [total.index(most)] * len(row)
        sums = [most + score for score in row]
        for first, inner in rules.names:  # an inner tag follows its own kind only
            before = first if total[first] >= total[inner] else inner
            came[inner], sums[inner] = before, total[before] + row[inner]
        back.append(came)
        total = sums
    path = [total.index(max(total))]
    for pointers in reversed(back):
        path.append(pointers[path[-1]])
    return path[::-1]
