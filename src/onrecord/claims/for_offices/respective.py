"""Respective countries: "the presidents of Norway and Peru, A and B", "the Greek and Cypriot presidents, A and B"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.claims.for_offices.holding import SURE, Holding, persons_at
from onrecord.claims.for_offices.lists import list_of_names
from onrecord.claims.for_offices.title_phrase import TitlePhrase
from onrecord.claims.for_offices.titles import Reader
from onrecord.claims.for_who.named import country_code

JOINTS = (",", "and")


def with_own_countries(reader: Reader, phrases: Sequence[TitlePhrase], held: Sequence[Holding]) -> tuple[Holding, ...]:
    """The holdings; where as many countries as names share a plural title, each name has the country in its place."""
    own = {phrase.head: tuple(_of_each(reader, phrase)) for phrase in phrases if phrase.plural}
    kept = [one for one in held if not own.get(one.phrase.head)]
    return (*kept, *(one for several in own.values() for one in several))


def _of_each(reader: Reader, phrase: TitlePhrase) -> Iterator[Holding]:
    if phrase.word.kind not in ("state", "portfolio"):
        return
    codes, comma = _before(reader, phrase), phrase.last + 1
    if len(codes) < 2:
        codes, comma = _behind(reader, phrase)
    name = reader.names.person_from(comma + 1) if len(codes) > 1 and reader.lower(comma) == "," else None
    names = tuple(list_of_names(reader, name)) if name is not None else ()
    for other, code in zip(names, codes, strict=True) if len(names) == len(codes) else ():
        for person in persons_at(reader, (other.first,)):
            own = replace(phrase, country=code, body=None)
            yield Holding(person, own, phrase.head, phrase.first, other.last, SURE)


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


def _behind(reader: Reader, phrase: TitlePhrase) -> tuple[list[str], int]:
    """The countries of "of Norway, Sweden and Peru" behind the title, and the token behind them."""
    codes: list[str] = []
    after, token = phrase.title_last + 1, phrase.title_last + 2
    while after < len(reader.tree.tokens) and (name := reader.names.at.get(token)) is not None:
        found = country_code(reader.tree.words(name.first, name.last))
        if name.first != token or found is None:
            break
        codes.append(found)
        after, token = name.last + 1, name.last + 1
        while token < len(reader.tree.tokens) and reader.lower(token) in (*JOINTS, "the"):
            token += 1
    return codes, min(after, len(reader.tree.tokens) - 1)
