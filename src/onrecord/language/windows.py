"""Pack sentences into windows of word pieces, and windows of like length into batches, for the model to read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

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


Pieces = Sequence[tuple[int, ...]]


def cut_pieces(words: Sequence[str], pieces: WordPiece) -> list[tuple[int, ...]]:
    """The pieces of each word; of a monster of a word, the first and the last of them only."""
    cut = []
    for word in words:
        own = pieces.pieces_of(word if len(word) <= LONGEST_FORM else word[:LONGEST_FORM])
        half = PIECES_OF_WORD // 2
        cut.append(own if len(own) <= PIECES_OF_WORD else own[:half] + own[-half:])
    return cut


def pack(sentences: Sequence[Pieces]) -> list[Window]:
    """Windows of consecutive sentences that hold each word of each sentence once as their own."""
    windows: list[Window] = []
    pending: list[Stretch] = []
    size = 0
    for number, pieces in enumerate(sentences):
        length = sum(len(own) for own in pieces)
        if pending and size + length > WINDOW_PIECES:
            windows.append(Window(tuple(pending), size))
            pending, size = [], 0
        if length > LONGEST_WINDOW:
            windows.extend(_cut_long(number, pieces))
            continue
        pending.append(Stretch(number, 0, len(pieces), 0, len(pieces)))
        size += length
    if pending:
        windows.append(Window(tuple(pending), size))
    return windows


def _cut_long(number: int, pieces: Pieces) -> Iterator[Window]:
    """Overlapping windows over a sentence that is longer than the model can read at once."""
    ranges: list[tuple[int, int, int]] = []
    start = 0
    while True:
        end, size = start, 0
        while end < len(pieces) and size + len(pieces[end]) <= LONGEST_WINDOW:
            size += len(pieces[end])
            end += 1
        ranges.append((start, end, size))
        if end == len(pieces):
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


def make_inputs(
    batch: Sequence[Window], words: Sequence[Sequence[str]], cut: Sequence[Pieces], pieces: WordPiece
) -> Inputs:
    """The five arrays that the model reads, `[windows, pieces]` or `[windows, words]`, padded with 0."""
    rows = [_make_row(window, words, cut, pieces) for window in batch]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    arrays = [np.zeros((len(rows), width), dtype=np.int64) for width in widths]
    for number, row in enumerate(rows):
        for array, values in zip(arrays, row, strict=True):
            array[number, : len(values)] = values
    return dict(zip(("pieces", "shapes", "first", "last", "sentence"), arrays, strict=True))


def _shape_of(word: str) -> int:
    return _known_shape(word if len(word) <= LONGEST_FORM else word[:LONGEST_FORM])


def _make_row(
    window: Window, words: Sequence[Sequence[str]], cut: Sequence[Pieces], pieces: WordPiece
) -> tuple[list[int], ...]:
    ids, shapes = [pieces.cls], [0]
    first: list[int] = []
    last: list[int] = []
    sentence: list[int] = []
    for number, stretch in enumerate(window.stretches, 1):
        for place in range(stretch.start, stretch.end):
            own = cut[stretch.sentence][place]
            first.append(len(ids))
            ids.extend(own)
            shapes.extend([_shape_of(words[stretch.sentence][place])] * len(own))
            last.append(len(ids) - 1)
        sentence.extend([number] * (stretch.end - stretch.start))
    ids.append(pieces.sep)
    shapes.append(0)
    return ids, shapes, first, last, sentence
