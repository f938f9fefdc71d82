"""Near-duplicates: a short sketch of each text; two sketches tell how much of the shorter text stands in the other.

MinHash (Broder 1997, "On the resemblance and containment of documents") over runs of three words. The keys under which
texts are looked for are the lowest hashes of their longer runs (Broder's sketch of fixed size): hardly two texts share
such a run by chance, and copies share as many of the keys as they share of their runs.
"""

import hashlib
import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import ResolveError

VERSION = 1
"""Of the recipe of the minima: those of different versions mean nothing to each other."""
FUNCTIONS = 126
KEYS, RUN_OF_KEY = 12, 6
"""So many keys does a text get, each of a run of so many words."""
LEAST_SHARED = 2
"""Texts that share fewer keys than this (all, where one has fewer) are not worth comparing."""
ALIKE = 0.66
"""From this likeness on two texts tell the same in the same words; measured by `python -m benchmarks.duplicates`."""
LONGEST = 3
"""How many times as long as its copy an original may be."""
RUN = 3
_WORD = re.compile(r"\w+")
_SEED = 20_260_101


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text to find its copies: `minima` holds a little-endian 32-bit minimum for each hash function.

    `size` counts the different runs of words; a text without words has none and is like nothing. `keys` are those under
    which to look for copies, each from 0 to 2⁶² - 1; a sketch that was kept comes without them.
    """

    version: int
    size: int
    minima: bytes
    keys: tuple[int, ...] = field(default=(), compare=False)


def sketch(text: str) -> Sketch:
    """The sketch of a text: the same words in the same order give the same sketch, whatever case and punctuation."""
    words = _hashes(text)
    runs = np.unique(_runs(words, RUN))
    if not len(runs):
        return Sketch(VERSION, 0, b"")
    factors, shifts = _functions()
    minima = np.full(FUNCTIONS, np.iinfo(np.uint64).max, dtype=np.uint64)
    for start in range(0, len(runs), 4096):  # a long text takes no more memory than a short one
        hashed = runs[start : start + 4096, None] * factors + shifts
        minima = np.minimum(minima, hashed.min(axis=0))
    return Sketch(VERSION, len(runs), (minima >> np.uint64(32)).astype("<u4").tobytes(), _keys(words))


def keys_of(text: str) -> tuple[int, ...]:
    """The keys of its sketch alone, which take less time."""
    return _keys(_hashes(text))


def likeness(one: Sketch, other: Sketch) -> float:
    """The share, from 0 to 1, of the shorter text's runs of words that stand in the other text too, estimated.

    A copy that was cut is wholly like its original. What is shorter than a third of the other counts as if it were a
    third, since an excerpt is no copy. For texts of one length the standard error is at most 0.06, for one three times
    as long 0.1. Raises ResolveError for sketches of different versions.
    """
    if one.version != other.version:
        raise ResolveError(
            f"a sketch of version {one.version} is compared with one of version {other.version}: sketch the texts anew"
        )
    if not one.size or not other.size:
        return 0.0
    shared = float(np.mean(np.frombuffer(one.minima, "<u4") == np.frombuffer(other.minima, "<u4")))
    short, long = sorted((one.size, other.size))
    # The minima agree as often as the union of both is shared (the Jaccard index); from it and both sizes follows how
    # many runs are shared, and which part of the shorter text they are.
    return min(1.0, shared / (1 + shared) * (short + long) / max(short, long / LONGEST))


def _keys(words: NDArray[np.uint64]) -> tuple[int, ...]:
    return tuple((np.unique(_runs(words, RUN_OF_KEY))[:KEYS] >> np.uint64(2)).tolist())


def _hashes(text: str) -> NDArray[np.uint64]:
    """A hash for each word."""
    return np.fromiter((_hash(word) for word in _WORD.findall(text.casefold())), dtype=np.uint64)


def _runs(words: NDArray[np.uint64], most: int) -> NDArray[np.uint64]:
    """A hash for each run of so many words; a text shorter than that is one run."""
    length = min(most, len(words))
    if not length:
        return words
    mixed = np.zeros(len(words) - length + 1, dtype=np.uint64)
    for place in range(length):
        mixed = _mix(mixed + words[place : len(words) - length + 1 + place])
    return mixed


@lru_cache(maxsize=16384)
def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _mix(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Spread 64-bit values (the finalizer of SplitMix64, Steele, Lea, Flood 2014), so that order counts."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


@cache
def _functions() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Odd factors and shifts of the hash functions: multiply, shift, keep high bits (Dietzfelbinger et al. 1997)."""
    counts = np.arange(1, 2 * FUNCTIONS + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(_SEED)
    drawn = _mix(counts)
    return drawn[:FUNCTIONS] | np.uint64(1), drawn[FUNCTIONS:]
