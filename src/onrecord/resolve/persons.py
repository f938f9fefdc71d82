"""How far names say that two people are the same: word order, initials, short forms, spellings, bare surnames."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from onrecord.lexicon.first_names import load_first_names
from onrecord.lexicon.short_names import full_names, load_short_names
from onrecord.names import is_monarch, normalise, without_address
from onrecord.resolve.evidence import Evidence
from onrecord.spellings import INITIAL, LIGHT, SHORT_FORM, SPELLING, Pairing, consonants, fold, name_words, pair_words

FULL, FULLER = 0.78, 0.82
"""Points of the same first name and surname, and of three words or more."""
NEARLY, VARIED, LOOSE, INITIALS, BARE, FIRST_ONLY = 0.76, 0.74, 0.58, 0.5, 0.42, 0.3
LEAST_EDITED = 5
"""Letters of the shortest word in which an edit may be another spelling and not another name."""
_YOUNGER = re.compile(r"[\s,](jr|junior|sr|senior|i{2,3}|iv|v)\.?$", re.IGNORECASE)
APART = Evidence(0.0, "different names")


def person_keys(names: Iterable[str]) -> Iterator[str]:
    """The sounds of each surname, and of each first word that is no known first name (a surname in another order).

    Of a monarch, who has no surname, that of the name.
    """
    for name in names:
        words = _core(name)
        if not words:
            continue
        if is_monarch(words):
            # "Elizabeth II" is called Elizabeth, too.
            words = words[:1]
        yield _sound(words[-1])
        if len(words) > 1:
            # Both together find names whose surname comes first and may be a first name ("Warren Elizabeth").
            yield " ".join(sorted((_sound(words[0]), _sound(words[-1]))))
        if len(words) > 1 and not _is_first_name(words[0]):
            yield _sound(words[0])
        if len(words) > 2:
            # "Ricardo Orel Karad" is called Orel; "van der Orel" is sorted under Orel anyway.
            yield _sound(words[-2])


def compare_persons(names: Sequence[str], others: Sequence[str]) -> Evidence:
    """The points of the two names that fit best; full names are compared with full ones where both sides have them."""
    one, other = _fullest(names), _fullest(others)
    found = [_compare(name, opposite) for name in one for opposite in other]
    return max(found, key=lambda evidence: (evidence.points, evidence.reason), default=APART)


@lru_cache(maxsize=16384)
def _core(name: str) -> tuple[str, ...]:
    """The words of a name without particles, except where nothing else is left."""
    words = name_words(name, "person")
    return tuple(word for word in words if word not in LIGHT) or words


@lru_cache(maxsize=16384)
def _younger(name: str) -> str:
    found = _YOUNGER.search(name.strip())
    return normalise(found[1])[:2] if found else ""


def _fullest(names: Sequence[str]) -> list[str]:
    return [name for name in names if not _is_bare(name)] or list(names)


@lru_cache(maxsize=16384)
def _is_bare(name: str) -> bool:
    """True for a surname or first name alone, a double one included ("Orel-Karad")."""
    return len(_core(name)) < 2 or len(without_address(name).split()) < 2


@lru_cache(maxsize=16384)
def _compare(one: str, other: str) -> Evidence:
    if (len(_core(one)), _core(one), one) > (len(_core(other)), _core(other), other):
        one, other = other, one
    short, long = _core(one), _core(other)
    if not short:
        return APART
    if _is_bare(one) or _is_bare(other):
        return _bare(short, long, both=_is_bare(one) and _is_bare(other))
    if _younger(one) != _younger(other):
        return Evidence(0.0, "one is called junior, senior or by a number, the other is not")
    pairing = pair_words(short, long)
    if pairing.left_one or _is_misread(pairing):
        return APART
    if _differs_in_the_middle(short, long, pairing):
        return Evidence(0.0, "different middle names")
    return _full(short, long, pairing)


def _bare(short: tuple[str, ...], long: tuple[str, ...], *, both: bool) -> Evidence:
    """A surname or first name alone against a full name or another one alone."""
    told = " ".join(short).title()
    if both:
        return Evidence(BARE, f"both called {told}") if short == long else APART
    if short == long[-len(short) :] or (len(long) > 2 and short == long[-2:-1]):
        return Evidence(BARE, f"same surname: {told}")
    if short != long[: len(short)]:
        return APART
    surname_first = not any(map(_is_first_name, short))
    return (
        Evidence(BARE, f"same surname: {told}") if surname_first else Evidence(FIRST_ONLY, f"same first name: {told}")
    )


def _is_misread(pairing: Pairing) -> bool:
    """An edit in a short word, of a first letter, or between first names of a woman and a man, makes another name."""
    genders = load_first_names()
    for pair in pairing.pairs:
        short, begins_alike = (
            min(len(pair.one), len(pair.other)) < LEAST_EDITED,
            fold(pair.one)[:1] == fold(pair.other)[:1],
        )
        if pair.edits >= 1.0 and (short or not begins_alike):
            return True
        if pair.edits and len({genders[word] for word in (pair.one, pair.other) if word in genders}) > 1:
            return True
    return False


def _differs_in_the_middle(short: Sequence[str], long: Sequence[str], pairing: Pairing) -> bool:
    """Both have middle names and one has another one beside: George W. and George H. W. are two people."""
    return len(short) > 2 and any(len(word) == 1 for word in pairing.left_other) and len(long) > len(short)


def _full(short: Sequence[str], long: Sequence[str], pairing: Pairing) -> Evidence:
    """Two full names of which every word of the shorter one pairs."""
    told = " ".join(long).title()
    edits = [pair.edits for pair in pairing.pairs]
    telling = [pair for pair in pairing.pairs if pair.edits != INITIAL]
    if len(telling) < 2:
        return Evidence(INITIALS, f"same surname and initial: {told}")
    if short[0] not in {pair.one for pair in telling}:
        return Evidence(INITIALS, f"same name but for an initial: {told}")
    if max(edits) > SHORT_FORM:
        return Evidence(LOOSE, f"nearly the same spelling: {' '.join(short).title()}, {told}")
    if any(edit == SPELLING for edit in edits):
        return Evidence(VARIED, f"another spelling: {' '.join(short).title()}, {told}")
    if SHORT_FORM in edits:
        return Evidence(VARIED, f"short form of the name: {' '.join(short).title()}, {told}")
    if pairing.left_other:
        return _shortened(short, long)
    if list(short) != list(long):
        return _turned(short, long)
    return Evidence(FULLER if len(short) > 2 else FULL, f"same name: {told}")


def _shortened(short: Sequence[str], long: Sequence[str]) -> Evidence:
    told = f"{' '.join(short).title()}, {' '.join(long).title()}"
    if short[0] == long[0] and short[-1] in (long[-1], long[-2]):
        return Evidence(NEARLY, f"same name, one longer: {told}")
    return Evidence(LOOSE, f"part of the longer name: {told}")


def _turned(short: Sequence[str], long: Sequence[str]) -> Evidence:
    """The same words in another order: a surname first, unless each word may be a first name."""
    told = f"{' '.join(short).title()}, {' '.join(long).title()}"
    if all(map(_is_first_name, short)):
        return Evidence(LOOSE, f"same words in another order: {told}")
    return Evidence(VARIED, f"same name, surname first: {told}")


def _is_first_name(word: str) -> bool:
    return word in load_first_names() or word in load_short_names() or len(full_names(word)) > 1


def _sound(word: str) -> str:
    return consonants(word) or word
