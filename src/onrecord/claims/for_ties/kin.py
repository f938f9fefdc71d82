"""Kin: whose relative somebody is where no possessive says so or "his" is doubtful, and words that only sound so."""

from collections.abc import Iterator

from onrecord.claims.for_ties.sides import Sides
from onrecord.lexicon.first_names import load_first_names
from onrecord.lexicon.nouns import load_nouns
from onrecord.lexicon.ties import TieWord
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


def find_kin_of(reader: Sides, noun: int) -> Iterator[int]:
    """Whose relative it is in "she had a son, Lars Edmond" and "Torvald is survived by wife Ana"."""
    tree, head = reader.tree, reader.tree.head(noun)
    if tree.is_a(noun, "obj") and head is not None and tree.lemma(head) in ("have", "leave"):
        yield from tree.subjects(head)
    elif tree.is_a(noun, "conj") and all(tree.lemma(kid) == "a" for kid in tree.children(noun, "det")):
        yield from _kin_beside(reader, noun)
    elif head is not None and tree.is_a(noun, "obl") and tree.case(noun) in ("by", "with") and _is_bare(reader, noun):
        yield from tree.subjects(head)


def find_parents(reader: Sides, noun: int) -> Iterator[int]:
    """Whose "their son" is behind "Torvald, his wife Ana and": those of the kin before it."""
    tree = reader.tree
    for before in reversed([one for one in tree.conjuncts(noun) if one < noun]):
        word = reader.ties.noun(tree.lemma(before))
        if word is not None and word.relation == "relative":
            yield from tree.children(before, "nmod:poss")
            yield before
            return


def _kin_beside(reader: Sides, noun: int) -> tuple[int, ...]:
    """Whose relative the nearest before it is, or that person: "by his wife, Ana, and two sons"."""
    tree = reader.tree
    for before in reversed([one for one in tree.conjuncts(noun) if one < noun]):
        first = reader.ties.nouns.get(tree.lemma(before))
        if first is not None and first.relation == "relative":
            return tree.children(before, "nmod:poss")
        kin = reader.ties.noun(tree.lemma(before - 1)) if before else None
        if kin is not None and kin.relation == "relative":
            return tree.children(before - 1, "nmod:poss")  # "including his wife Ana and daughter Vera"
        if reader.names.person_at(before) is not None and not tree.children(noun, "det"):
            return (before,)
    return ()


def _is_bare(reader: Sides, noun: int) -> bool:
    """True for the wife of "by wife Ana", with nothing before it and the name right behind."""
    kids = reader.tree.children(noun)
    return noun + 1 in reader.names.at and not any(reader.tree.is_a(kid, "det", "nmod:poss", "nummod") for kid in kids)


def behind_whole(reader: Sides, noun: int) -> tuple[int, ...]:
    """The Yuri and Anton of "the sons of Torvald, Yuri and Anton, …", taken for more of whose sons they are; the Ana of
    "a lawyer for Torvald, Ana Orel, …"."""
    tree, several = reader.tree, reader.tree.tokens[noun].feats.get("Number") == "Plur"
    every = tree.obliques(noun, "of", "for", "to")
    if len(every) < 2 or (not several and (len(every) > 2 or reader.names.person_at(every[-1]) is None)):
        return ()
    if not several and tree.text_at(reader.extent((every[-1],))[0] - 1) != ",":
        return ()  # "a friend of Torvald and Orel, …"
    first, last = reader.extent((every[0],))[1], reader.extent((every[-1],))[1]
    enclosed = [tree.text_at(end + 1) == "," for end in (first, last)]
    return every[1:] if all(enclosed) and not tree.is_a(every[1], "nmod:desc") else ()


def is_figure(reader: Sides, word: TieWord, noun: int) -> bool:
    """True for the "father" of "a father figure" and the "sister" of "a sister company"."""
    after = reader.tree.tokens[min(noun + 1, len(reader.tree.tokens) - 1)]
    person = load_nouns().denotes(after.lemma.lower(), "person") and after.lemma.lower() != "figure"
    thing = after.upos == "NOUN" and not person
    beside = after.head == noun or reader.tree.tokens[noun].head == after.index
    known = after.index in reader.names.at or after.lemma.lower() in reader.ties.nouns.keys() - {"figure"}
    return word.relation == "relative" and thing and beside and not known


def is_game(reader: Sides, predicate: int) -> bool:
    """True where the sentence tells of a match and of no election: "Norway's opponent in the semi-final"."""
    sentence = reader.tree.tokens[predicate].sentence
    inside = [token for token in reader.tree.tokens if token.sentence == sentence and token.upos in ("NOUN", "PROPN")]
    words = {token.lemma.lower() for token in inside}
    return bool(words & reader.ties.games) and not words & reader.ties.contests
