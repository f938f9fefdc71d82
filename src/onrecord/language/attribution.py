"""Read acts of reporting off the model's arrays for one window: the words of the cue, of its source, of its content."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
OUTSIDE, BEGIN, INSIDE = range(3)
CUE_BONUS = 0.0
SOURCE_SWITCH, CONTENT_SWITCH = 2.0, 1.5
FAR = -1e4


@dataclass(frozen=True, slots=True)
class Act:
    """One act of reporting: words of a window, each in text order; `content` may be in several stretches."""

    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Links:
    """The model's arrays for one window: tags of cues `[words, 3]`, and projections `[words, size]` by role."""

    cues: Floats
    source_cue: Floats
    source_word: Floats
    content_cue: Floats
    content_word: Floats
    bias: tuple[float, float]


def find_acts(links: Links, *, bonus: float = CUE_BONUS) -> list[Act]:
    """The acts whose cue stands in the window; `bonus` is added to the score of there being a cue."""
    acts = []
    size = links.source_cue.shape[-1] ** 0.5
    for first, last in find_cues(links.cues, bonus=bonus):
        inside = slice(first, last + 1)
        source = links.source_word @ links.source_cue[inside].mean(0) / size + links.bias[0]
        content = links.content_word @ links.content_cue[inside].mean(0) / size + links.bias[1]
        source[inside] = content[inside] = FAR
        words = best_words(content, CONTENT_SWITCH)
        source[list(words)] = FAR
        sure = float(np.exp(links.cues[first].astype(np.float64))[[BEGIN, INSIDE]].sum())
        acts.append(Act(tuple(range(first, last + 1)), best_stretch(source), words, sure))
    return acts


def find_cues(tags: Floats, *, bonus: float) -> Iterator[tuple[int, int]]:
    """First and last word of each cue."""
    scores = tags.copy()
    scores[:, [BEGIN, INSIDE]] += bonus
    path: list[int] = scores.argmax(-1).tolist()
    word = 0
    while word < len(path):
        first = word
        word += 1
        if path[first] == OUTSIDE:
            continue
        while word < len(path) and path[word] == INSIDE:
            word += 1
        yield first, word - 1


def best_words(scores: Floats, switch: float) -> tuple[int, ...]:
    """The words that together score highest, where each new stretch of them costs `switch`."""
    outside, inside = 0.0, -switch
    came: list[tuple[bool, bool]] = []
    for score in scores.tolist():
        stay = inside >= outside - switch
        close = inside > outside
        came.append((stay, close))
        outside, inside = max(outside, inside), (inside if stay else outside - switch) + score
    state = inside > outside
    words = []
    for word in range(len(came) - 1, -1, -1):
        stay, close = came[word]
        if state:
            words.append(word)
            state = stay
        else:
            state = close
    return tuple(reversed(words))


def best_stretch(scores: Floats) -> tuple[int, ...]:
    """The one stretch of words that scores highest, or none when no word scores above zero (Kadane)."""
    best, found, total, start = 0.0, (0, 0), 0.0, 0
    for word, score in enumerate(scores.tolist()):
        if total <= 0:
            total, start = 0.0, word
        total += score
        if total > best:
            best, found = total, (start, word + 1)
    return tuple(range(*found))


def stretches(words: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of neighbouring words."""
    for place, word in enumerate(words):
        if place == 0 or words[place - 1] != word - 1:
            first = word
        if place + 1 == len(words) or words[place + 1] != word + 1:
            yield first, word


def snap(words: Sequence[int], heads: Sequence[int], cue: Sequence[int], *, alike: float = 0.5) -> tuple[int, ...]:
    """Words of one sentence widened or cut to the clause or phrase that they are nearly the same as.

    `heads` count words of the sentence from 1, 0 is the root; what hangs on the cue is left out, and words stay as
    they are where no phrase shares at least `alike` of them.
    """
    chosen = set(words)
    kids: dict[int, list[int]] = {}
    for word, head in enumerate(heads):
        kids.setdefault(head - 1, []).append(word)
    best, found = alike, tuple(words)
    for top in words:
        if heads[top] - 1 in chosen:
            continue
        phrase = _under(top, kids, frozenset(cue))
        share = len(phrase & chosen) / len(phrase | chosen)
        if share > best:
            best, found = share, tuple(sorted(phrase))
    return found


def _under(top: int, kids: dict[int, list[int]], without: frozenset[int]) -> set[int]:
    """A word and all that hangs under it, but for the branches of some words."""
    inside, pending = set[int](), [top]
    while pending:
        word = pending.pop()
        if word not in without:
            inside.add(word)
            pending.extend(kids.get(word, ()))
    return inside
