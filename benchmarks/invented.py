"""Many different articles out of a few records: names, years and most words swapped for others of the same length."""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from onrecord.documents import document_id
from onrecord.model import Claim, Entity, Record, Time

WORLDS = 400
"""In so many worlds people bear other names. Few worlds are told of often, so that old names come up too."""
FEW = 12
"""So many forms have those words of names that are shared by all worlds: namesakes, surnames that many bear."""
SWAPPED = 0.7
"""The share of other words that are swapped, so that articles made of one record are no copies of each other."""
WORD = re.compile(r"[^\W\d_]{3,}")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnprstvz"


def invent(records: Sequence[Record], count: int, *, first: int = 0) -> Iterator[Record]:
    """So many records from the first on, each with the entities and claims of one of those given, in other words."""
    words = vocabulary(records)
    for number in range(first, first + count):
        world = int(WORLDS * random.Random(f"world {number // len(records)}").random() ** 2)
        yield swap(records[number % len(records)], number, words, world=world)


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
    kept = _words_of_states(record)
    shift = 1 + number % 20

    def other_word(found: re.Match[str]) -> str:
        word = found[0]
        if word.islower():
            return chance.choice(words[len(word)]) if chance.random() < SWAPPED else word
        return word if word in kept else invented_name(word, world)

    def other_words(text: str) -> str:
        return YEAR.sub(lambda found: str(int(found[0]) + shift), WORD.sub(other_word, text))

    def other_name(name: str) -> str:
        return WORD.sub(other_word_of_name, name)

    def other_word_of_name(found: re.Match[str]) -> str:
        word = found[0]
        return word if word.islower() or word in kept else invented_name(word, world)

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
    common = random.Random(word).random() < 0.5
    chance = random.Random(f"{word} {world % FEW if common else world}")
    letters = (chance.choice(VOWELS if letter.lower() in VOWELS else CONSONANTS) for letter in word)
    return "".join(new.upper() if old.isupper() else new for new, old in zip(letters, word, strict=True))


def _words_of_states(record: Record) -> frozenset[str]:
    """The words of the names of states, which are the same in all worlds, as most articles speak of the same few."""
    states = (entity for entity in record.entities if entity.kind == "state")
    told = (name for entity in states for name in (entity.name, *entity.aliases))
    return frozenset(word for name in told for word in WORD.findall(name) if not word.islower())


def _named(entity: Entity, other_name: Callable[[str], str]) -> Entity:
    return replace(entity, name=other_name(entity.name), aliases=tuple(map(other_name, entity.aliases)))


def _timed(claim: Claim, text: str, shift: int) -> Claim:
    if claim.time is None:
        return claim
    time = claim.time
    value = time.value and YEAR.sub(lambda found: str(int(found[0]) + shift), time.value)
    return replace(claim, time=Time(time.span.of(text), time.span, value, time.anchor))
