"""How alike two names are written, from 0 to 1: across scripts and transliterations, with words in any order.

The method is that of name screening: romanise, pair the words of both names, allow each pair an edit distance that
grows with its length, let words that are left over on both sides count against the names, and words left over on one
side less (Christen, "A Comparison of Personal Name Matching", 2006; logic-v2 of nomenklatura, which does so with parts
of names and weighs extra ones). Here it is told what pairs, so that a comparison can be explained.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from anyascii import anyascii
from rapidfuzz.distance import OSA

from onrecord.lexicon.bodies import load_body_words
from onrecord.lexicon.short_names import full_names
from onrecord.names import normalise, without_address
from onrecord.places import country_of_adjective, country_of_name

NamedKind = Literal["person", "organization"]

INITIAL, SHORT_FORM, SPELLING = 0.3, 0.5, 0.4
"""Edits that an initial, a short form ("Joe", "Joseph") and another transliteration count as."""
BOTH_LEFT, ONE_LEFT = 1.2, {"person": 0.2, "organization": 0.5}
"""How much the share of letters counts that is left over on both sides, and that is left over on one side alone.

These and the numbers above are fitted on the half of the labelled pairs that `python -m benchmarks.names` calls read.
"""
LONE_WORD = 0.15
"""Less for a single word that pairs, when there are others that do not."""
CONTRADICTED = 0.6
"""The most that two names with a word of their own each can be alike."""
ROUNDING = 1e-9
# Parts of names that many share and that are spelled, joined and left out at will.
LIGHT = frozenset("al el bin ibn ben bint abu abou de del da dos la van von der den".split())
LIGHT_WEIGHT = 0.3
_VOWELS = frozenset("aeiouy")
NUMBER = re.compile(r"\d+|[ivx]+$")


@dataclass(frozen=True, slots=True)
class Pair:
    """A word of each name that can be the same word, and the edits between them (0 for the very same)."""

    one: str
    other: str
    edits: float


@dataclass(frozen=True, slots=True)
class Pairing:
    """Which words of two names pair, and which are left over on either side."""

    pairs: tuple[Pair, ...]
    left_one: tuple[str, ...]
    left_other: tuple[str, ...]


def likeness(one: str, other: str, kind: NamedKind) -> float:
    """How alike two names are, from 0 to 1; the same either way. 1 for the same words in any order."""
    words, others = name_words(one, kind), name_words(other, kind)
    if not words or not others:
        return 0.0
    if words > others:
        words, others = others, words
    return max(_paired(words, others, kind), _joined(words, others))


def is_likely(one: str, other: str, kind: NamedKind, *, least: float) -> bool:
    """True where two names are at least so alike: found sooner than how alike they are, since most are not."""
    words, others = name_words(one, kind), name_words(other, kind)
    room = 1 - least + ROUNDING
    if len(words) == len(others) and _least_cost(words, others, kind, enough=room) > room:
        return False
    return likeness(one, other, kind) >= least


def _least_cost(words: Sequence[str], others: Sequence[str], kind: NamedKind, *, enough: float) -> float:
    """What names of as many words each lose at least by their words that are not the same; no more once it is enough.

    Each word has its cheapest partner, even where several have the same one, or is left over.
    """
    small, large = sorted((_weight(words), _weight(others)))
    cost = 0.0
    for word in words:
        if word not in others and cost <= enough:
            edits = [found for each in others if (found := word_edits(word, each)) is not None]
            cost += min([*edits, ONE_LEFT[kind] * _weight([word]) * small / large]) / small
    return cost


def pair_words(words: Sequence[str], others: Sequence[str]) -> Pairing:
    """Pair the words of two names, the most alike first, each with at most one word of the other."""
    costs = [
        (edits, abs(place - opposite), place, opposite)
        for place, word in enumerate(words)
        for opposite, other in enumerate(others)
        if (edits := word_edits(word, other)) is not None
    ]
    taken: dict[int, tuple[int, float]] = {}
    for edits, _, place, opposite in sorted(costs):
        if place not in taken and opposite not in {there for there, _ in taken.values()}:
            taken[place] = (opposite, edits)
    met = {opposite for opposite, _ in taken.values()}
    return Pairing(
        tuple(Pair(words[place], others[opposite], edits) for place, (opposite, edits) in sorted(taken.items())),
        tuple(word for place, word in enumerate(words) if place not in taken),
        tuple(word for place, word in enumerate(others) if place not in met),
    )


@lru_cache(maxsize=16384)
def name_words(name: str, kind: NamedKind) -> tuple[str, ...]:
    """The words of a name in Latin letters, lower case; without titles, or without legal forms and small words."""
    latin = name if name.isascii() else anyascii(name)
    if kind == "person":
        return tuple(normalise(without_address(latin)).split())
    words = normalise(latin).split()
    known = load_body_words()
    for form in known.long_forms:
        for start in range(len(words) - len(form), -1, -1):
            if tuple(words[start : start + len(form)]) == form:
                del words[start : start + len(form)]
    kept = tuple(word for word in words if word not in known.legal_forms and word not in known.small)
    return kept or tuple(words)


@lru_cache(maxsize=16384)
def word_edits(one: str, other: str) -> float | None:
    """How many edits lie between two words of names, less where spelling alone differs; None when they are too many."""
    if one == other:
        return 0.0
    if one > other:
        one, other = other, one
    if min(len(one), len(other)) == 1:
        return INITIAL if one[0] == other[0] else None
    if full_names(one) & full_names(other):
        return SHORT_FORM
    folded, opposite = fold(one), fold(other)
    edits = min(OSA.distance(one, other), OSA.distance(folded, opposite) + SPELLING)
    if not _VOWELS & set(one) or not _VOWELS & set(other):
        # Some scripts write no vowels.
        bones, others = consonants(one), consonants(other)
        if min(len(bones), len(others)) > 1:
            edits = min(edits, OSA.distance(bones, others) + SHORT_FORM)
    length = max(len(one), len(other))
    allowed = 1.0 if length <= 4 else 2.0 if length <= 8 else 3.0
    return edits if edits <= allowed else None


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """The word with letters that transliterations exchange made one ("Zelenskyy", "Selenskij" → "silinski")."""
    kept = word.replace("sch", "sh").replace("ch", "\x01").replace("sh", "\x02")
    kept = kept.replace("ck", "k").replace("q", "k").replace("c", "k")
    for written, sound in _SOUNDS:
        kept = kept.replace(written, sound)
    kept = _DOUBLE.sub(r"\1", kept.translate(_VOWEL_SOUNDS))
    return _SILENT.sub("", kept) if "h" in kept else kept


_VOWEL_SOUNDS = str.maketrans("ejyo", "iiiu")
_DOUBLE = re.compile(r"(.)\1+")
_SILENT = re.compile(r"(?<=[aiu])h(?![aiu])")
_SOUNDS = (
    ("ph", "f"), ("kh", "h"), ("gh", "g"), ("zh", "j"), ("dj", "j"), ("th", "t"), ("w", "v"), ("x", "ks"), ("z", "s"),
)  # fmt: skip


@lru_cache(maxsize=16384)
def consonants(word: str) -> str:
    """The folded word without its vowels, a first one included."""
    return fold(word).translate(_UNHEARD)


_UNHEARD = str.maketrans("", "", "aiuh")


def _paired(words: tuple[str, ...], others: tuple[str, ...], kind: NamedKind) -> float:
    pairing = pair_words(words, others)
    if not pairing.pairs:
        return 0.0
    sizes = sorted((_weight(words), _weight(others)))
    left = sorted((_weight(pairing.left_one), _weight(pairing.left_other)))
    score = 1 - sum(pair.edits for pair in pairing.pairs) / sizes[0]
    score -= BOTH_LEFT * left[0] / sizes[0] + ONE_LEFT[kind] * (left[1] - left[0]) / sizes[1]
    if _has_word(pairing.left_one) and _has_word(pairing.left_other):
        score = min(score, CONTRADICTED)
    telling = [pair for pair in pairing.pairs if min(len(pair.one), len(pair.other)) > 1 and pair.one not in LIGHT]
    if not telling:
        score = min(score, INITIAL)
    if kind == "person" and len(telling) == 1 and (pairing.left_one or pairing.left_other):
        score -= LONE_WORD
    if kind == "organization" and any(map(_sets_apart, (*pairing.left_one, *pairing.left_other))):
        score = min(score, CONTRADICTED)
    return max(0.0, score)


def _joined(words: tuple[str, ...], others: tuple[str, ...]) -> float:
    """How alike the names are written in one word, when one has more words ("Goodwill", "Good Will")."""
    if len(words) == len(others):
        return 0.0
    one, other = "".join(words), "".join(others)
    length = max(len(one), len(other))
    score = 1 - OSA.distance(one, other) / length
    return score if score > 0.85 and length > 4 else 0.0


def _weight(words: Sequence[str]) -> float:
    return sum(len(word) * (LIGHT_WEIGHT if word in LIGHT else 1.0) for word in words)


def _has_word(words: Sequence[str]) -> bool:
    return any(len(word) > 1 and word not in LIGHT for word in words)


@lru_cache(maxsize=8192)
def _sets_apart(word: str) -> bool:
    """A number or a country tells one body of a series from another ("Fund II", "Bank of Chile")."""
    title = word.title()
    return bool(NUMBER.fullmatch(word) or country_of_name(title) or country_of_adjective(title))
