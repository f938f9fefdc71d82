"""Whether it is doubtful whose a possessive pronoun makes somebody: "Orten met Vesely. His rival Ana Torvald …"."""

from collections.abc import Iterator

from onrecord.claims.for_ties.sides import Sides
from onrecord.lexicon.first_names import load_first_names
from onrecord.names import normalise

GENDERS = {"his": "male", "her": "female"}


def is_doubtful(reader: Sides, owner: int) -> bool:
    """True for "his" and "her" where the nearest sentence that names anybody before names several who may be meant."""
    tree, gender = reader.tree, GENDERS.get(reader.tree.tokens[owner].text.lower())
    if gender is None:
        return False
    last = owner - 1
    while last >= 0:
        first = tree.sentence_of(last).first
        persons = set(_persons(reader, range(first, last + 1), gender))
        if persons:
            return len(persons) > 1
        last = first - 1
    return False


def _persons(reader: Sides, tokens: range, gender: str) -> Iterator[str]:
    """The named persons at these tokens whose first names do not tell the other gender."""
    for token in tokens:
        entity = reader.names.person_at(token)
        if entity is not None and reader.names.has_name(entity):
            first, *behind = normalise(reader.cast.entities[entity].name).split() or ("",)
            if not behind or load_first_names().get(first, gender) == gender:  # a word alone may be a surname
                yield entity
