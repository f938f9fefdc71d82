"""Near-duplicates: a short sketch of each text; two sketches tell how much of the shorter text stands in the other.

MinHash (Broder 1997, "On the resemblance and containment of documents") over runs of three words, with keys for
locality-sensitive hashing in bands (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3): texts that
share a key are worth comparing, so that finding copies takes time that grows with the number of texts, not its square.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import ResolveError

VERSION = 1
"""Of the whole recipe: sketches and band keys of different versions mean nothing to each other."""
BANDS, ROWS = 42, 3
"""Texts that share half of their runs of words share a band with probability 1 - (1 - 0.5³)⁴² = 0.996."""
ALIKE = 0.65
"""From this likeness on two texts tell the same in the same words; measured by `python -m benchmarks.duplicates`."""
LONGEST = 3
"""How many times as long as its copy an original may be."""
RUN = 3
_WORD = re.compile(r"\w+")
_SEED = 20_260_101


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text to find its copies: `minima` holds a little-endian 32-bit minimum for each hash function.

    `size` counts the different runs of words; a text without words has none and is like nothing.
    """

    version: int
    size: int
    minima: bytes


def sketch(text: str) -> Sketch:
    """The sketch of a text: the same words in the same order give the same sketch, whatever case and punctuation."""
    runs = np.unique(_runs(text))
    if not len(runs):
        return Sketch(VERSION, 0, b"")
    factors, shifts = _functions()
    minima = np.full(BANDS * ROWS, np.iinfo(np.uint64).max, dtype=np.uint64)
    for start in range(0, len(runs), 4096):  # a long text takes no more memory than a short one
        hashed = runs[start : start + 4096, None] * factors + shifts
        minima = np.minimum(minima, hashed.min(axis=0))
    return Sketch(VERSION, len(runs), (minima >> np.uint64(32)).astype("<u4").tobytes())


def bands(sketch: Sketch) -> tuple[int, ...]:
    """The keys under which to look for copies, each a signed 64-bit integer; two texts that share one may be copies."""
    return tuple(_band_keys(sketch)) if sketch.size else ()


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


def _band_keys(sketch: Sketch) -> Iterator[int]:
    width = 4 * ROWS
    for band in range(BANDS):
        rows = sketch.minima[band * width : (band + 1) * width]
        salt = sketch.version.to_bytes(8, "little") + band.to_bytes(8, "little")
        yield int.from_bytes(hashlib.blake2b(rows, digest_size=8, salt=salt).digest(), "little", signed=True)


def _runs(text: str) -> NDArray[np.uint64]:
    """A hash for each run of three words; a text shorter than that is one run."""
    words = np.fromiter((_hash(word) for word in _WORD.findall(text.casefold())), dtype=np.uint64)
    length = min(RUN, len(words))
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
    counts = np.arange(1, 2 * BANDS * ROWS + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(_SEED)
    drawn = _mix(counts)
    return drawn[: BANDS * ROWS] | np.uint64(1), drawn[BANDS * ROWS :]
