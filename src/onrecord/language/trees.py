"""Find the best dependency tree for a table of head scores (Chu and Liu 1965, Edmonds 1967), with exactly one root."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
_NEVER = -1e12


def is_tree(heads: Sequence[int]) -> bool:
    """Whether heads (words count from 1, 0 is the root) form one tree in which one word hangs on the root."""
    if sum(head == 0 for head in heads) != 1:
        return False
    seen = [0] * (len(heads) + 1)
    seen[0] = -1
    for word in range(1, len(heads) + 1):
        probe = word
        while not seen[probe]:
            seen[probe] = word
            probe = heads[probe - 1]
        if seen[probe] == word:
            return False
        probe = word
        while seen[probe] == word:
            seen[probe] = -1
            probe = heads[probe - 1]
    return True


def best_tree(scores: NDArray[np.float32]) -> list[int]:
    """The heads of the tree with the highest sum of `scores` `[words, 1 + words]`, whose column 0 is the root.

    Words are tried as the root's one dependent in the order of what a tree with each can reach at most, until that is
    less than the best tree found.
    """
    count = scores.shape[0]
    table = np.full((count + 1, count + 1), _NEVER, dtype=np.float64)
    table[1:] = np.nan_to_num(scores.astype(np.float64), nan=-1e4)
    np.fill_diagonal(table, _NEVER)
    root = table[:, 0].copy()
    table[:, 0] = _NEVER
    most = table[1:].max(axis=1) if count > 1 else np.zeros(1)
    bounds = root[1:] + most.sum() - most
    found, reached = np.zeros(count, dtype=np.int64), -np.inf
    for word in (1 + np.argsort(-bounds, kind="stable")).tolist():
        if bounds[word - 1] <= reached:
            break
        own = table.copy()
        own[word], own[word, 0] = _NEVER, root[word]
        heads = _best_heads(own)[1:]
        total = float(own[np.arange(1, count + 1), heads].sum())
        if total > reached:
            found, reached = heads, total
    return [int(head) for head in found]


@dataclass(frozen=True, slots=True)
class _Level:
    """One contraction: the nodes of the circle and the others, and by which of them the arcs in and out go."""

    circle: NDArray[np.int64]
    others: NDArray[np.int64]
    heads: NDArray[np.int64]
    entries: NDArray[np.int64]
    exits: NDArray[np.int64]


def _best_heads(table: Scores) -> NDArray[np.int64]:
    levels: list[_Level] = []
    while True:
        heads: NDArray[np.int64] = table.argmax(axis=1)
        heads[0] = 0
        circle = _find_circle(heads)
        if circle is None:
            break
        apart = np.ones(len(heads), dtype=bool)
        apart[circle] = False
        others = apart.nonzero()[0]
        entering, rest = table[circle], table[others]
        gain = entering[:, others] - table[circle, heads[circle]][:, None]
        leaving = rest[:, circle]
        smaller = np.full((len(others) + 1, len(others) + 1), _NEVER)
        smaller[:-1, :-1] = rest[:, others]
        smaller[-1, :-1], smaller[:-1, -1] = gain.max(axis=0), leaving.max(axis=1)
        levels.append(_Level(circle, others, heads, gain.argmax(axis=0), leaving.argmax(axis=1)))
        table = smaller
    for level in reversed(levels):
        heads = _expand(level, heads)
    return heads


def _expand(level: _Level, small: NDArray[np.int64]) -> NDArray[np.int64]:
    heads = level.heads.copy()
    knot = len(level.others)
    own = small[:knot]
    direct = level.others[np.minimum(own, knot - 1)]
    heads[level.others] = np.where(own == knot, level.circle[level.exits], direct)
    entry = small[knot]
    heads[level.circle[level.entries[entry]]] = level.others[entry]
    heads[0] = 0
    return heads


def _find_circle(heads: NDArray[np.int64]) -> NDArray[np.int64] | None:
    """The nodes of one circle of heads, or None; node 0 is the root."""
    seen = [-1] * len(heads)
    follow = heads.tolist()
    seen[0] = 0
    for start in range(1, len(heads)):
        node = start
        while seen[node] < 0:
            seen[node] = start
            node = follow[node]
        if node and seen[node] == start:
            circle = [node]
            while follow[circle[-1]] != node:
                circle.append(follow[circle[-1]])
            return np.array(sorted(circle), dtype=np.int64)
    return None
