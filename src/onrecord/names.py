"""Compares names of people and organizations within one article: normal form, short forms, acronyms, titles."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

Gender = Literal["female", "male"]

_ARTICLES = frozenset({"the", "a", "an"})
# Forms of address and ranks that stand before a name and are no part of it.
_ADDRESSES = frozenset(
    "taoiseach tánaiste tanaiste sheikha daw haji hajj hadji mullah maulana mufti ustaz pandit "
    "mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness count hon rev reverend fr father sister "
    "brother "
    "imam sheikh sheik ayatollah hojatoleslam rabbi pope cardinal archbishop bishop king queen prince princess emperor "
    "sultan emir tsar president vice-president premier chancellor minister secretary senator sen congressman "
    "congresswoman "
    "rep representative governor gov mayor ambassador judge justice chief general gen lieutenant lt colonel col "
    "major maj "
    "captain capt commander cmdr admiral adm marshal sergeant sgt brigadier comrade herr frau monsieur madame señor "
    "señora "
    "doña hrh hm he she former ex then incumbent late acting amb atty engr barr alhaji alhaja hajia shri smt "
    "datuk dato datin tun seri maître retd rtd ret otunba oloye mzee mwalimu ratu afioga thiru hojatoleslam "
    "hojjatoleslam honourable honorable cdre".split()
)
_STYLES = frozenset(
    "mr mrs ms dr prof sen rep gov gen lt col maj capt adm sgt hon amb atty engr barr retd rtd datuk seri thiru "
    "hujjat".split()
)
_NO_NAMES = _ADDRESSES | _ARTICLES
_FEMALE = frozenset(
    "sheikha daw hajia alhaja mrs ms miss dame lady baroness sister queen princess empress duchess countess "
    "congresswoman chairwoman spokeswoman "
    "councilwoman businesswoman frau madame señora doña madam".split()
)
_MALE = frozenset(
    "mr sir lord baron count father king prince emperor duke sultan emir tsar pope cardinal archbishop congressman "
    "chairman "
    "spokesman councilman businessman herr monsieur señor imam ayatollah rabbi".split()
)
# Written before a surname and part of it: "de Mirella", "bin Said", "al-Tamimi".
_PARTICLES = frozenset(
    "al el bin ben ibn bint abu da das de del della dela den der di do dos du la le les los mac van vom von zu ten "
    "ter y e "
    "st san santa af av".split()
)
_SUFFIXES = frozenset(
    {"jr", "sr", "ii", "iii", "iv", "junior", "senior", "phd", "md", "mp", "mep", "qc", "kc", "obe", "cbe"}
    | {"kbe", "mbe", "dbe", "gbe", "cmg", "kcmg", "dcmg", "gcmg"}
)
_NUMBERS = frozenset({"ii", "iii", "iv"})
# Small words that an acronym leaves out.
_SMALL = frozenset(
    {"of", "the", "and", "for", "on", "in", "to", "a", "an", "at", "by", "de", "des", "du", "la", "le", "&"}
)
# Words that say what kind of body an organization is; one alone does not name it.
_BODIES = frozenset(
    "party group council committee court ministry department agency service commission union organization organisation "
    "government police army forces company corporation bank university movement front alliance coalition "
    "federation".split()
)


@lru_cache(maxsize=32768)
def normalise(name: str) -> str:
    """The name as it is compared: no case, accents, possessive, leading article or punctuation; words one blank
    apart."""
    plain = name.replace("`", "'").casefold() if name.isascii() else _without_accents(name)
    if "'" in plain:
        plain = _POSSESSIVE.sub("", plain)
    if "." in plain:
        plain = _AFTER_INITIAL.sub("", plain)
    words = _WORD.findall(plain.replace("'", ""))
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return " ".join(words)


def _without_accents(name: str) -> str:
    straight = name.replace("’", "'").replace("ʼ", "'").replace("`", "'")
    folded = unicodedata.normalize("NFKD", straight).casefold()
    return "".join(_PLAIN.get(char, char) for char in folded if not unicodedata.combining(char))


_POSSESSIVE = re.compile(r"(?<=\w)'s?(?=\s|$)")
_AFTER_INITIAL = re.compile(r"(?<=\b\w)\.(?=\w\b)|(?<=\b\w)\.(?=\W|$)")
_WORD = re.compile(r"[^\W_]+")
# Letters that Unicode does not take apart.
_PLAIN = {"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}


def without_address(name: str) -> str:
    """The name without the titles, ranks and forms of address before it and the letters after it ("Jr.", "MP").

    A name that is nothing but titles stays as it is.
    """
    words = name.split()
    start, end = 0, len(words)
    while start < end and (_word(words[start]) in _NO_NAMES or _is_honour(words, start)):
        start += 1
    while end > start + 1 and _word(words[end - 1]) in _SUFFIXES and not is_monarch(words[start:end]):
        end -= 1
    return " ".join(words[start:end]).rstrip(",") if start < end else name


def _is_honour(words: Sequence[str], place: int) -> bool:
    """True for the "Tan" of "Tan Sri" and for the "Sri" behind it or another title; alone they are names."""
    if place and _word(words[place]) == "sri":
        return True
    return [_word(word) for word in words[place : place + 2]] == ["tan", "sri"]


def is_styled(name: str) -> bool:
    """True for words that stand before a name or behind one and are nobody's: "Amb.", "H.E.", "retd"."""
    words = [_word(word) for word in name.split()]
    excellency = name.replace(" ", "") in ("H.E.", "H.E")
    return (
        excellency
        or all(word in _STYLES for word in words)
        or (len(words) > 1 and all(word in _ADDRESSES for word in words))
    )


def is_monarch(words: Sequence[str]) -> bool:
    """True for one name with a Roman number, which belongs to it: Abdullah II is not his father."""
    return len(words) == 2 and _word(words[1]) in _NUMBERS


def address_gender(name: str) -> Gender | None:
    """The gender that the form of address before the name tells ("Mrs", "Sir"), or None."""
    for word in map(_word, name.split()):
        if word in _FEMALE:
            return "female"
        if word in _MALE:
            return "male"
        if word not in _NO_NAMES:
            return None
    return None


def surname(name: str) -> str:
    """The last name with its particles, in normal form ("Anton de Mirella" → "de mirella")."""
    words = normalise(without_address(name)).split()
    start = len(words) - 1
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    return " ".join(words[max(start, 0) :])


def is_dotted(word: str) -> bool:
    """True for an acronym with points, which is nobody's surname: "U.N." is not Kim Jong Un."""
    return re.fullmatch(r"(?:[A-Z]\.){2,}", word) is not None


def is_same_person(one: str, other: str) -> bool:
    """True when two names of one article can stand for the same person.

    The same words; a surname or first name alone of the other; initials or middle names more or less. Two full
    names with
    different first names, or with the same first and another last name, are two people.
    """
    first, second = (normalise(without_address(name)).split() for name in (one, other))
    if not first or not second:
        return False
    short, long = sorted((first, second), key=len)
    if short == long:
        return True
    if len(short) == 1:
        return short[0] in _alone(long)
    if _bare(short) == _bare(long) or tuple(short) in {tuple(long[-len(short) :]), tuple(long[: len(short)])}:
        return True
    return _agree(short[0], long[0]) and _words_in_order(short[1:], long[1:])


def is_same_organization(one: str, other: str) -> bool:
    """True when two names of one article can stand for the same organization.

    The same words in any order but for small ones, a country in front or behind, one's acronym the other, or the
    shorter one the beginning or end of the longer ("Civil Water Rights Front", "the Front" is left to the article),
    unless the longer is a part of the shorter ("Senate Judiciary Committee").
    """
    first, second = normalise(one), normalise(other)
    if not first or not second:
        return False
    if first == second or is_acronym_of(one, other) or is_acronym_of(other, one):
        return True
    short, long = sorted((_content(first), _content(second)), key=len)
    if sorted(short) == sorted(long):
        return True
    if not short or all(word in _BODIES for word in short):
        return False
    proper = len(short) > 1 or (short[0] not in _ADJECTIVE_LIKE and not _is_of_land(short[0], (first, second)))
    part = long[-1] in _PARTS and short[-1] not in _PARTS
    return proper and ((long[: len(short)] == short and not part) or long[-len(short) :] == short)


def _is_of_land(word: str, names: Sequence[str]) -> bool:
    """True for the "Velmark" of "Bank of Velmark", though not for the "Orvel" of "University of Orvel"."""
    whole = max(names, key=len).split()
    return whole[-2:] == ["of", word] and not {"university", "college", "school", "institute"} & set(whole)


_PARTS = frozenset(
    "committee subcommittee council commission caucus panel court tribunal mission delegation secretariat office "
    "department directorate assembly".split()
)
"""What parts of a body are called: the Security Council is not the United Nations."""


# A first or last word that many names of organizations share.
_ADJECTIVE_LIKE = frozenset(
    "national united international federal central european american new democratic social people peoples state "
    "foreign "
    "general supreme high world free liberal republican security".split()
)


def is_acronym_of(short: str, name: str) -> bool:
    """True when the capitals of `short` are the first letters of the words of `name`, small words in or out.

    "FSB" and "Federal Security Bureau", "U.N." and "United Nations", "WRNMMC" and "Walter Reed National Military
    Medical
    Center"; an acronym from another language ("BIA" of "Security Information Agency") is none.
    """
    if re.search(r"['’]s? \w", name) and is_acronym_of(short, re.split(r"['’]s? ", name)[-1]):
        return True  # "the Treasury's Office of Trade (OT)", beside "the Workers' Party (WP)"
    letters = re.sub(r"[.\s]|['’]s$", "", short.strip())
    if not 2 <= len(letters) <= 10 or not letters[0].isupper() or sum(map(str.isupper, letters)) < 2:
        return False
    wanted = [char.casefold() for char in letters if char.isalnum()]
    spelled = re.sub(r"['’]s?(?=\s|$)", "", name)
    words = [word.casefold() for word in re.findall(r"[^\W_]+", spelled)]
    while words and words[0] in _ARTICLES:
        words = words[1:]
    if len(words) < 2:
        return False
    return _spells(tuple(wanted), tuple(words))


def _spells(letters: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Every letter begins a word, in order; only small words may be passed over."""
    if not letters:
        return all(word in _SMALL for word in words)
    if not words:
        return False
    takes = words[0].startswith(letters[0]) and _spells(letters[1:], words[1:])
    return takes or (words[0] in _SMALL and _spells(letters, words[1:]))


def _word(word: str) -> str:
    return word.strip(".,;:()\"“”'’").casefold().removeprefix("then-").removeprefix("ex-")


def _alone(words: list[str]) -> set[str]:
    """The words of a full name that name the person alone: the first, the last, and each of a double surname."""
    return {words[0], *(word for word in words[1:] if word not in _PARTICLES and len(word) > 1)}


def _bare(words: list[str]) -> list[str]:
    return [word for word in words if word not in _PARTICLES and len(word) > 1]


def _agree(one: str, other: str) -> bool:
    """Two first names agree when they are the same or one is the other's initial."""
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _words_in_order(short: list[str], long: list[str]) -> bool:
    """The words of the shorter name stand in the longer one in the same order, its first surname among them."""
    rest = iter(long)
    return bool(short) and all(any(_agree(word, other) for other in rest) for word in short if len(word) > 1)


def _content(name: str) -> list[str]:
    return [word for word in name.split() if word not in _SMALL]
