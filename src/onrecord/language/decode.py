"""Turn the scores of the model into parts of speech, trees, names and the rest, one sentence at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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


def decode(
    batch: Sequence[Window], words: Sequence[Sequence[str]], scores: Arrays, labels: Labels
) -> list[tuple[Stretch, Parse]]:
    """The parse of the own words of each stretch of a batch, given the document's words and the model's arrays."""
    kinds = scores["kinds"].argmax(axis=-1)
    pairing = np.stack([scores["anaphor"], scores["antecedent"]], axis=-2)
    sure = weigh_heads(scores["arc"], scores["top"])
    facts = np.clip(np.nan_to_num(scores["factuality"]), -3.0, 3.0)
    found = []
    for row, window in enumerate(batch):
        offset = 0
        for stretch in window.stretches:
            low, high = offset + stretch.own_start - stretch.start, offset + stretch.own_end - stretch.start
            heads, relations = _read_tree(scores, row, (low, high), labels.deprel)
            columns = [head + low if head else 0 for head in heads]
            parse = Parse(
                upos=[labels.upos[k] for k in scores["upos"][row, low:high].tolist()],
                feats=[labels.feats[k] for k in scores["feats"][row, low:high].tolist()],
                heads=heads,
                doubts=(sure[row, low:high] - scores["arc"][row, range(low, high), columns]).tolist(),
                deprels=relations,
                kinds=[labels.kinds[k] for k in kinds[row, low:high].tolist()],
                factuality=facts[row, low:high].tolist(),
                names=[],
                pairing=pairing[row, low:high],
            )
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


def _read_tree(scores: Arrays, row: int, own: tuple[int, int], labels: Sequence[str]) -> tuple[list[int], list[str]]:
    """Heads and relations of words `[low, high)` of a window: the best head of each, or else the best tree."""
    low, high = own
    columns = scores["top"][row, low:high]
    top = [
        [column - low if low < column <= high else 0 if column == 0 else -1 for column in best]
        for best in columns.tolist()
    ]
    rel = scores["rel"][row, low:high].tolist()
    heads = [best[0] for best in top]
    if min(heads) < 0 or not is_tree(heads):
        arc = scores["arc"][row, low:high]
        heads = best_tree(np.concatenate([arc[:, :1], arc[:, low + 1 : high + 1]], axis=1))
    relations = []
    for head, best, names in zip(heads, top, rel, strict=True):
        if head == 0:
            relations.append("root")
            continue
        relation = labels[names[best.index(head)]] if head in best else _FALLBACK
        relations.append(_FALLBACK if relation == "root" else relation)
    return heads, relations


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
    best = scores.argmax(axis=-1)
    if not best.any():
        return []
    path = best.tolist()
    if not _is_valid(path, tags):
        path = _best_path(scores, tags)
    found: list[Found] = []
    word = 0
    while word < len(path):
        if tags[path[word]] == "O":
            word += 1
            continue
        first = word
        inside = "I-" + tags[path[first]][2:]
        word += 1
        while word < len(path) and tags[path[word]] == inside:
            word += 1
        own = scores[np.arange(first, word), path[first:word]]
        kind = cast(NameKind, inside[2:])
        found.append((first, word - 1, kind, float(np.exp(own.astype(np.float64)).mean())))
    return found


def _is_valid(path: Sequence[int], tags: Sequence[str]) -> bool:
    before = "O"
    for number in path:
        tag = tags[number]
        if tag[0] == "I" and before[1:] != tag[1:]:
            return False
        before = tag
    return True


def _best_path(scores: NDArray[Any], tags: Sequence[str]) -> list[int]:
    """The likeliest sequence of tags in which no name begins with an inner tag (Viterbi)."""
    forbidden = np.array([[tag[0] == "I" and before[1:] != tag[1:] for tag in tags] for before in tags])
    first = np.array([tag[0] == "I" for tag in tags])
    total = scores[0] + np.where(first, _UNLIKELY, 0.0)
    links = np.where(forbidden, _UNLIKELY, 0.0)
    back = []
    for row in scores[1:]:
        paths = total[:, None] + links
        back.append(paths.argmax(axis=0))
        total = paths.max(axis=0) + row
    path = [int(total.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]
