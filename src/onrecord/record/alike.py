"""Who is called nearly so: names that are written, sounded or transliterated like one that is typed."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import Literal

from sqlalchemy import Connection, select

from onrecord.answers import Alike, Identity
from onrecord.record.queries import select_identities
from onrecord.record.schema import identities, identity_names, name_words
from onrecord.spellings import LIGHT, consonants, fold, likeness, word_edits
from onrecord.spellings import name_words as words_of

LEAST_ALIKE, LEAST_OF_ONE_WORD, SUGGESTED = 0.75, 0.8, 3
"""How alike, from 0 to 1, a name must be to be told beside the one that is typed, and how many are told of each."""
SHORTEST = 3
"""Consonants that tell a word by their sound alone."""
LOOKED_AT = 5_000
"""So many identities at most are looked at that have a word in their names."""
AT_ONCE = 500
TOLD = ("person", "organization", "state", "place")
"""Kinds that are one across articles."""
Near = Mapping[str, Collection[str]]


def find_alike(
    connection: Connection, names: Sequence[str], *, but_not: Sequence[Collection[int]] | None = None
) -> list[tuple[Alike, ...]]:
    """For each of the names, those who are called nearly so, the most alike first; none of those told in `but_not`.

    All words of the record's names are gone through once, however many names are asked for.
    """
    typed = [_words(name) for name in names]
    near = _near_words(connection, set(chain.from_iterable(typed)))
    known = but_not or [()] * len(names)
    return [
        _best(connection, name, _sharing(connection, words, near), apart)
        for name, words, apart in zip(names, typed, known, strict=True)
    ]


def _words(name: str) -> frozenset[str]:
    """The words of a name that tell somebody, in Latin letters, whether a person or a body is meant."""
    found = {*words_of(name, "person"), *words_of(name, "organization")}
    return frozenset(word for word in found if len(word) > 1 and word not in LIGHT)


def _near_words(connection: Connection, words: Collection[str]) -> Near:
    """For each of the words those of the record that are spelled nearly so."""
    sounds: dict[str, set[str]] = defaultdict(set)
    for word in words:
        for sound in _sounds(word):
            sounds[sound].add(word)
    near: dict[str, set[str]] = {word: set() for word in words}
    known = connection.execute(select(name_words.c.word).distinct()) if words else ()
    for (word,) in known:
        for like in {like for sound in _sounds(word) for like in sounds.get(sound, ())}:
            if word_edits(word, like) is not None:
                near[like].add(word)
    return near


def _sounds(word: str) -> Iterator[str]:
    """What words share that differ by a letter, or by letters that other transliterations write otherwise."""
    folded = fold(word)
    yield folded
    for place in range(len(folded)):
        yield folded[:place] + folded[place + 1 :]
    bones = consonants(word)
    if len(bones) >= SHORTEST:
        yield f"-{bones}"


def _sharing(connection: Connection, words: Collection[str], near: Near) -> list[int]:
    """Identities, as they were joined, with two words near to the given ones, with one where only one is given."""
    counts: Counter[int] = Counter()
    for word in words:
        near_it = sorted(near[word])[:AT_ONCE]
        rows = select(name_words.c.joined_id).where(name_words.c.word.in_(near_it)).distinct().limit(LOOKED_AT)
        counts.update(connection.scalars(rows))
    return sorted(number for number, count in counts.items() if count >= min(2, len(words)))


def _best(connection: Connection, name: str, joined: Sequence[int], apart: Collection[int]) -> tuple[Alike, ...]:
    """Those of the identities whose names are most alike."""
    least = LEAST_ALIKE if len(_words(name)) > 1 else LEAST_OF_ONE_WORD
    best: dict[int, tuple[float, str]] = {}
    columns = select(identity_names.c.identity_id, identity_names.c.name, identities.c.kind)
    named_so = columns.join(identities, identities.c.id == identity_names.c.identity_id)
    for start in range(0, len(joined), AT_ONCE):
        some = identity_names.c.joined_id.in_(joined[start : start + AT_ONCE])
        for number, called, kind in connection.execute(named_so.where(some, identities.c.kind.in_(TOLD))):
            named: Literal["person", "organization"] = "person" if kind == "person" else "organization"
            how = round(likeness(name, called, named), 2)
            if how >= least and number not in apart:
                best[number] = max(best.get(number, (0.0, "")), (how, called))
    first = sorted(best, key=lambda number: (-best[number][0], number))[:AT_ONCE]
    told = connection.execute(select_identities([identities.c.id.in_(first)], limit=AT_ONCE)) if first else ()
    ranked = sorted(told, key=lambda row: (-best[row.id][0], -row.articles, row.id))[:SUGGESTED]
    return tuple(
        Alike(Identity(row.id, row.kind, row.name, row.country, (), row.articles), best[row.id][1], best[row.id][0])
        for row in ranked
    )
