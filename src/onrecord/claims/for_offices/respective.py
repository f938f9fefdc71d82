"""Respective holders: "the presidents of Norway and Peru, A and B", "the mayors of Oslo and Lima, A and B"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.claims.for_offices.holding import SURE, Holding, persons_at
from onrecord.claims.for_offices.lists import list_of_names
from onrecord.claims.for_offices.title_phrase import TitlePhrase
from onrecord.claims.for_offices.titles import Reader
from onrecord.claims.for_who.named import country_code

JOINTS = (",", "and")
OPENERS = (",", "—", "–", "--", ":")


def with_own_countries(reader: Reader, phrases: Sequence[TitlePhrase], held: Sequence[Holding]) -> tuple[Holding, ...]:
    """The holdings; where as many countries or bodies as names share a plural title, each has that in its place."""
    own = {phrase.head: tuple(_of_each(reader, phrase)) for phrase in phrases if phrase.plural}
    kept = [one for one in held if not own.get(one.phrase.head)]
    return (*kept, *(one for several in own.values() for one in several))


def _of_each(reader: Reader, phrase: TitlePhrase) -> Iterator[Holding]:
    bare = replace(phrase, body=None, country=None)
    own, opener = [replace(bare, country=code) for code in _before(reader, phrase)], phrase.last + 1
    if len(own) < 2:
        own, opener = _behind(reader, bare)
    opens = len(own) > 1 and reader.lower(opener) in OPENERS
    name = reader.names.person_from(opener + 1) if opens else None
    names = tuple(list_of_names(reader, name)) if name is not None else ()
    for other, told in zip(names, own, strict=True) if len(names) == len(own) else ():
        for person in persons_at(reader, (other.first,)):
            yield Holding(person, told, phrase.head, phrase.first, other.last, SURE)


def _before(reader: Reader, phrase: TitlePhrase) -> list[str]:
    """The countries of "Greek, Turkish and Cypriot" before the title."""
    codes: list[str] = []
    token = phrase.title_first - 1
    while token >= 0 and (found := country_code(reader.tree.tokens[token].text)) is not None:
        codes.insert(0, found)
        token -= 1
        while token > 0 and reader.lower(token) in JOINTS:
            token -= 1
    return codes


def _behind(reader: Reader, phrase: TitlePhrase) -> tuple[list[TitlePhrase], int]:
    """The title of each of "of Norway, Sweden and Peru" behind it, and the token behind them."""
    own: list[TitlePhrase] = []
    after, token = phrase.title_last + 1, phrase.title_last + 2
    token += reader.lower(token) == "the"
    while (name := reader.names.at.get(token)) is not None:
        told = reader.belonging(name, phrase)
        if name.first != token or name.kind == "person" or (told.country is None and told.body is None):
            break
        own.append(told)
        after, token = name.last + 1, name.last + 1
        while reader.lower(token) in (*JOINTS, "the"):
            token += 1
    return own, after
