"""Pack sentences into windows of word pieces, and windows of like length into batches, for the model to read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.language.wordpiece import WordPiece, shape_of

WINDOW_PIECES = 126
LONGEST_WINDOW = 500
OVERLAP_WORDS = 40
PIECES_OF_WORD = 24
LONGEST_FORM = 80
BATCH_PIECES = 600

_known_shape = lru_cache(maxsize=1 << 15)(shape_of)

Inputs = dict[str, NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words `[start, end)` of a sentence in a window; of these, `[own_start, own_end)` are read off it.

    All are counted in the sentence. A stretch is a whole sentence, unless that is longer than a window can be.
    """

    sentence: int
    start: int
    end: int
    own_start: int
    own_end: int


@dataclass(frozen=True, slots=True)
class Window:
    """Stretches that the model reads together: never more than one that is not a whole sentence."""

    stretches: tuple[Stretch, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's words and pieces, one after another.

    `ids` and `shapes` are of the pieces; `ends` `[words + 1]` are how many pieces come before each word, and all;
    `sentences` is the number of each word's sentence; `starts` are the first words of the sentences. `sizes` are the
    numbers of pieces of the words of each sentence.
    """

    ids: NDArray[np.int64]
    shapes: NDArray[np.int64]
    ends: NDArray[np.int64]
    sentences: NDArray[np.int64]
    starts: Sequence[int]
    sizes: Sequence[Sequence[int]]


def lay_out(words: Sequence[Sequence[str]], pieces: WordPiece) -> Layout:
    """The pieces of the words of each sentence of a document, with the shapes of their words."""
    cut = [own for sentence in words for own in cut_pieces(sentence, pieces)]
    sizes = np.fromiter(map(len, cut), np.int64, len(cut))
    ends = np.concatenate([[0], sizes.cumsum()])
    shapes = [_known_shape(word) for sentence in words for word in _shortened(sentence)]
    starts = [0, *accumulate(map(len, words))]
    each = sizes.tolist()
    return Layout(
        ids=np.fromiter(chain.from_iterable(cut), np.int64, int(ends[-1])),
        shapes=np.repeat(np.array(shapes, np.int64), sizes),
        ends=ends,
        sentences=np.repeat(np.arange(len(words)), [len(sentence) for sentence in words]),
        starts=starts[:-1],
        sizes=[each[start:end] for start, end in pairwise(starts)],
    )


def cut_pieces(words: Sequence[str], pieces: WordPiece) -> list[tuple[int, ...]]:
    """The pieces of each word; of a monster of a word, the first and the last of them only."""
    cut = [pieces.pieces_of(word) for word in _shortened(words)]
    if max(map(len, cut), default=0) > PIECES_OF_WORD:
        half = PIECES_OF_WORD // 2
        return [own if len(own) <= PIECES_OF_WORD else own[:half] + own[-half:] for own in cut]
    return cut


def _shortened(words: Sequence[str]) -> Sequence[str]:
    return words if max(map(len, words), default=0) <= LONGEST_FORM else [word[:LONGEST_FORM] for word in words]


def pack(sentences: Sequence[Sequence[int]]) -> list[Window]:
    """Windows of consecutive sentences that hold each word of each sentence once as their own.

    Sentences are given as how many pieces each word has.
    """
    windows: list[Window] = []
    pending: list[Stretch] = []
    size = 0
    for number, sizes in enumerate(sentences):
        length = sum(sizes)
        if pending and size + length > WINDOW_PIECES:
            windows.append(Window(tuple(pending), size))
            pending, size = [], 0
        if length > LONGEST_WINDOW:
            windows.extend(_cut_long(number, sizes))
            continue
        pending.append(Stretch(number, 0, len(sizes), 0, len(sizes)))
        size += length
    if pending:
        windows.append(Window(tuple(pending), size))
    return windows


def _cut_long(number: int, sizes: Sequence[int]) -> Iterator[Window]:
    """Overlapping windows over a sentence that is longer than the model can read at once."""
    ranges: list[tuple[int, int, int]] = []
    start = 0
    while True:
        end, size = start, 0
        while end < len(sizes) and size + sizes[end] <= LONGEST_WINDOW:
            size += sizes[end]
            end += 1
        ranges.append((start, end, size))
        if end == len(sizes):
            break
        start = max(end - OVERLAP_WORDS, (start + end) // 2)
    for place, (start, end, size) in enumerate(ranges):
        own_start = (start + ranges[place - 1][1]) // 2 if place else start
        own_end = (ranges[place + 1][0] + end) // 2 if place + 1 < len(ranges) else end
        yield Window((Stretch(number, start, end, own_start, own_end),), size)


def make_batches(windows: Sequence[Window]) -> Iterator[list[Window]]:
    """The windows in batches of like length, longest first, each of about `BATCH_PIECES` pieces with its padding."""
    pending: list[Window] = []
    for window in sorted(windows, key=lambda window: -window.size):
        if pending and (pending[0].size + 2) * (len(pending) + 1) > BATCH_PIECES:
            yield pending
            pending = []
        pending.append(window)
    if pending:
        yield pending


def make_inputs(batch: Sequence[Window], layout: Layout, pieces: WordPiece) -> Inputs:
    """The five arrays that the model reads, `[windows, pieces]` or `[windows, words]`, padded with 0."""
    starts = [layout.starts[w.stretches[0].sentence] + w.stretches[0].start for w in batch]
    counts = [sum(stretch.end - stretch.start for stretch in window.stretches) for window in batch]
    ids, shapes = np.zeros((2, len(batch), max(window.size for window in batch) + 2), np.int64)
    first, last, sentence = np.zeros((3, len(batch), max(counts)), np.int64)
    ids[:, 0] = pieces.cls
    for row, (start, count) in enumerate(zip(starts, counts, strict=True)):
        ends = layout.ends[start : start + count + 1]
        low, high = int(ends[0]), int(ends[-1])
        size = high - low
        ids[row, 1 : size + 1], ids[row, size + 1] = layout.ids[low:high], pieces.sep
        shapes[row, 1 : size + 1] = layout.shapes[low:high]
        first[row, :count], last[row, :count] = ends[:-1] - (low - 1), ends[1:] - low
        numbers = layout.sentences[start : start + count]
        sentence[row, :count] = numbers - (numbers[0] - 1)
    return {"pieces": ids, "shapes": shapes, "first": first, "last": last, "sentence": sentence}
