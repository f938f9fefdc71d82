"""How far the names of two bodies say that they are the same: acronyms, spellings, countries, names that many bear."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.lexicon.bodies import load_body_words
from onrecord.names import is_acronym_of, normalise
from onrecord.places import begins_country, country_of_adjective, country_of_name
from onrecord.resolve.evidence import Evidence
from onrecord.spellings import NUMBER, consonants, fold, is_likely, name_words

SAME_NAME, COMMON_NAME, ACRONYM, SPELLED, SHORTER = 0.8, 0.72, 0.6, 0.76, 0.55
UNPLACED = 0.4
"""Points of a name that many bear (Supreme Court, Labour Party), where the country of one or both is unknown."""
LEAST_RESPELLED = 4
"""Letters of the shortest word that may be spelled otherwise: an acronym with another letter is another body."""
NEARLY = 0.93
"""The likeness from which on two names are one name in two spellings."""


@dataclass(frozen=True, slots=True)
class _Body:
    """A body's name taken apart: its words but for the country, the country, and whether others are called so too."""

    name: str
    words: tuple[str, ...]
    country: str | None
    common: bool


def is_common_name(name: str) -> bool:
    """True for a name that only says what kind of body it is, such as Supreme Court: every country may have one."""
    return _body(name).common


def country_of_body(name: str) -> str | None:
    """The country that the name itself tells ("US Senate", "Ministry of Justice of Poland"), as an ISO code."""
    return _body(name).country


def is_other_form(name: str, other: str) -> bool:
    """True when a name that an article has for a body is a form of its main one: acronym, kind more, end left out."""
    one, two = _body(name), _body(other)
    beginning = one.words[: len(two.words)] == two.words and not two.common
    return beginning or _compare(one, two).points > 0


def body_keys(names: Sequence[str]) -> Iterator[str]:
    """The words that name a body, in any spelling and order, without its country; and its acronym."""
    for name in names:
        body = _body(name)
        yield _sounds(body.words)
        if shorter := _shorter(body):
            yield _sounds(shorter)
        yield from _acronyms(name)


def compare_bodies(names: Sequence[str], country: str | None, others: Sequence[str], other: str | None) -> Evidence:
    """The points of the two names that fit best; names that many bear need the same country.

    An acronym tells nothing where both have a name in full: AP is the Associated Press, and an Alliance Party, too.
    """
    told, heard = ({body.country for name in each if (body := _body(name)).country} for each in (names, others))
    if told and heard and not told & heard:
        return Evidence(0.0, "bodies of different countries")
    one, two = _in_full(names, others)
    known, met = ([_placed(_body(name), here) for name in each] for each, here in ((one, country), (two, other)))
    alike = _best(_compare(body, opposite) for body in known for opposite in met if body.words == opposite.words)
    if alike.points == SAME_NAME:
        return alike  # no other pair of names tells more
    return _best(_compare(body, opposite) for body in known for opposite in met)


def _best(found: Iterable[Evidence]) -> Evidence:
    return max(found, key=lambda evidence: (evidence.points, evidence.reason), default=Evidence(0.0, "no names"))


def _in_full(names: Sequence[str], others: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The names to compare: those in full where both sides have one, else all."""
    one, two = ([name for name in each if not _is_acronym(name)] for each in (names, others))
    return (one, two) if one and two else (names, others)


def _placed(body: _Body, country: str | None) -> _Body:
    return body if body.country or not country else _Body(body.name, body.words, country, body.common)


@lru_cache(maxsize=16384)
def _compare(one: _Body, other: _Body) -> Evidence:
    many = one.common or other.common or _is_acronym(one.name) or _is_acronym(other.name)
    if many and one.country and other.country and one.country != other.country:
        return Evidence(0.0, "bodies of different countries")
    if one.words == other.words:
        return _same_words(one, other)
    first, second = sorted((one.name, other.name))
    told = f"{first}, {second}"
    if is_acronym_of(one.name, other.name) or is_acronym_of(other.name, one.name):
        return Evidence(ACRONYM, f"acronym: {told}")
    if _numbers(one) != _numbers(other):
        return Evidence(0.0, "different numbers")
    if not (one.common and other.common) and _is_respelled(one, other):
        return Evidence(SPELLED, f"another spelling: {told}")
    shorter = _shorter(one)
    if shorter == _shorter(other) and _kinds_agree(one, other) and not load_body_words().unnamed.issuperset(shorter):
        at_home = one.country is not None and one.country == other.country
        points = COMMON_NAME if at_home else SHORTER if not (one.common or other.common) else UNPLACED
        return Evidence(points, f"the same but for what kind of body it is: {told}")
    return Evidence(0.0, "different names")


def _kinds_agree(one: _Body, other: _Body) -> bool:
    """False where each is called by a kind that the other is not: a party and a movement of one name are two."""
    kinds = load_body_words().kinds
    first, second = kinds & set(one.words), kinds & set(other.words)
    return first <= second or second <= first


def _is_respelled(one: _Body, other: _Body) -> bool:
    if len(one.words) != len(other.words):
        return False
    pairs = zip(one.words, other.words, strict=True)
    if any(word != opposite and min(len(word), len(opposite)) < LEAST_RESPELLED for word, opposite in pairs):
        return False
    if tuple(map(fold, one.words)) == tuple(map(fold, other.words)):
        return True
    return is_likely(one.name, other.name, "organization", least=NEARLY)


def _shorter(body: _Body) -> tuple[str, ...]:
    """The words without those for a kind of body, a party's members as the party ("Greens" and "the Green Party")."""
    known = load_body_words()
    kept = [known.members.get(word, word) for word in body.words if word not in known.kinds]
    return tuple(sorted(kept))


def _is_acronym(name: str) -> bool:
    return len(name) <= 4 and name.isupper()


def _numbers(body: _Body) -> list[str]:
    """Fund II is not Fund III."""
    return sorted(word for word in body.words if NUMBER.fullmatch(word))


def _same_words(one: _Body, other: _Body) -> Evidence:
    told = min(one.name, other.name, key=lambda name: (len(name), name))
    if not one.common:
        return Evidence(SAME_NAME, f"same name: {told}")
    if one.country and one.country == other.country and not load_body_words().unnamed.issuperset(one.words):
        return Evidence(COMMON_NAME, f"same name in the same country: {told}")
    return Evidence(UNPLACED, f"same name, which many bear: {told}")


@lru_cache(maxsize=16384)
def _body(name: str) -> _Body:
    words, country = list(_spelled_out(name)), None
    for size in (3, 2, 1):
        for start in (0, len(words) - size):
            if start >= 0 and size < len(words) and (found := _country(words[start : start + size])):
                country = country or found
                del words[start : start + size]
                break
    kept = tuple(words)
    return _Body(name, kept, country, load_body_words().common.issuperset(kept))


def _spelled_out(name: str) -> tuple[str, ...]:
    return name_words(re.sub(r"\bU\.\s?S\.?(?=\W|$)", "United States", name), "organization")


def _country(words: Sequence[str]) -> str | None:
    if not begins_country(words[0]):
        return None
    told = " ".join(words)
    written = told.upper() if len(told) <= 3 else told.title()
    known = country_of_name(written) or country_of_adjective(written)
    return known.code if known and len(told) > 1 else None


def _acronyms(name: str) -> Iterator[str]:
    letters = re.sub(r"[.\s]", "", name)
    if 2 <= len(letters) <= 8 and sum(map(str.isupper, letters)) > 1 and letters.isalnum():
        yield letters.casefold()
    words = [word for word in normalise(name).split() if word not in load_body_words().small]
    if len(words) > 1:
        yield "".join(word[0] for word in words)


def _sounds(words: Sequence[str]) -> str:
    return " ".join(sorted(consonants(word) or word for word in words))
