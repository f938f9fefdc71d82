"""Many different articles out of a few records: names, years and most words swapped for others of the same length."""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from onrecord.documents import document_id
from onrecord.model import Claim, Entity, Record, Time

WORLDS = 200
"""In so many worlds people bear other names; after them the same people come up again, in other articles."""
SWAPPED = 0.7
"""The share of other words that are swapped, so that articles made of one record are no copies of each other."""
WORD = re.compile(r"[^\W\d_]{3,}")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnprstvz"


def invent(records: Sequence[Record], count: int) -> Iterator[Record]:
    """So many records, each with the entities and claims of one of those given, in other words."""
    words = vocabulary(records)
    for number in range(count):
        yield swap(records[number % len(records)], number, words, world=number // len(records) % WORLDS)


def vocabulary(records: Sequence[Record]) -> dict[int, list[str]]:
    """The words of the texts that begin with a small letter, by their length, each as often as it stands there."""
    words: dict[int, list[str]] = defaultdict(list)
    for record in records:
        for word in WORD.findall(record.document.text):
            if word.islower():
                words[len(word)].append(word)
    return words


def swap(record: Record, number: int, words: dict[int, list[str]], *, world: int) -> Record:
    """The record in other words; every span stays, since no word changes its length."""
    if number < 1:
        return record
    chance = random.Random(number)
    shift = 1 + number % 20

    def other_word(found: re.Match[str]) -> str:
        word = found[0]
        if word.islower():
            return chance.choice(words[len(word)]) if chance.random() < SWAPPED else word
        return invented_name(word, world)

    def other_words(text: str) -> str:
        return YEAR.sub(lambda found: str(int(found[0]) + shift), WORD.sub(other_word, text))

    def other_name(name: str) -> str:
        return WORD.sub(lambda found: found[0] if found[0].islower() else invented_name(found[0], world), name)

    document = record.document
    text, url = other_words(document.text), f"https://example.org/{number}"
    published = document.published and YEAR.sub(lambda found: str(int(found[0]) + shift), document.published)
    return Record(
        replace(document, id=document_id(text, url), text=text, url=url, published=published),
        tuple(_named(entity, other_name) for entity in record.entities),
        tuple(_timed(claim, text, shift) for claim in record.claims),
    )


@lru_cache(maxsize=65536)
def invented_name(word: str, world: int) -> str:
    """Another name of the same length for a word of a name, always the same one in one world."""
    chance = random.Random(f"{word} {world}")
    letters = (chance.choice(VOWELS if letter.lower() in VOWELS else CONSONANTS) for letter in word)
    return "".join(new.upper() if old.isupper() else new for new, old in zip(letters, word, strict=True))


def _named(entity: Entity, other_name: Callable[[str], str]) -> Entity:
    return replace(entity, name=other_name(entity.name), aliases=tuple(map(other_name, entity.aliases)))


def _timed(claim: Claim, text: str, shift: int) -> Claim:
    if claim.time is None:
        return claim
    time = claim.time
    value = time.value and YEAR.sub(lambda found: str(int(found[0]) + shift), time.value)
    return replace(claim, time=Time(time.span.of(text), time.span, value, time.anchor))
