"""Deaths: which persons a document tells to be dead, who therefore hold their offices no longer."""

from collections.abc import Iterator, Sequence

from onrecord.claims.for_offices.careers import person_at
from onrecord.claims.for_offices.holding import Holding, persons_at
from onrecord.claims.for_offices.titles import Reader
from onrecord.claims.status import find_status

PASSING = {"pass": ("away", "on"), "succumb": (), "lose": ("life",)}
"""Verbs that tell of a death by the word beside them: "passed away", "lost his life", "succumbed to his wounds"."""
ILLS = ("wound", "injury", "illness", "disease", "cancer", "complication", "virus")


def find_dead(reader: Reader, held: Sequence[Holding]) -> Iterator[str]:
    """Persons whom the document tells to be dead; who dies by a title ("the chairman, Orten, died") is its holder."""
    tree, dead = reader.tree, reader.titles.dead
    for token in tree.tokens:
        lemma, number = token.lemma.lower(), token.index
        told: tuple[int, ...] = ()
        if token.upos == "VERB" and (lemma in dead.verbs or (lemma in dead.passive and tree.is_passive(number))):
            told = (*tree.subjects(number), *_counted(reader, number))
        elif token.upos == "VERB" and lemma in PASSING and _passes(reader, number):
            told = tree.subjects(number)
        elif token.upos == "VERB" and lemma in dead.passive and _is_done(reader, number):
            told = tree.objects(number)
        elif token.upos == "ADJ" and lemma in dead.words:
            told = (token.head,) if tree.is_a(number, "amod") else tree.subjects(number)
            told = (*told, *_named_with(reader, number))
        elif token.upos == "NOUN" and lemma in dead.nouns and find_status(tree, number) == "asserted":
            told = (*tree.children(number, "nmod:poss"), *tree.obliques(number, "of"))
        yield from persons_at(reader, told)
        yield from (person for each in told if (person := person_at(reader, held, each)) is not None)


def _is_done(reader: Reader, verb: int) -> bool:
    """True for a killing that is told as done, not for "to kill" as an aim or an order."""
    feats = reader.tree.tokens[verb].feats
    ordered = feats.get("VerbForm") == "Inf" or feats.get("Mood") == "Imp"
    return not ordered and find_status(reader.tree, verb) == "asserted"


def _passes(reader: Reader, verb: int) -> bool:
    tree, words = reader.tree, PASSING[reader.tree.lemma(verb)]
    if find_status(tree, verb) != "asserted":
        return False
    beside = {tree.lemma(kid) for kid in tree.children(verb, "advmod", "compound:prt", "obj")}
    return bool(beside & set(words)) or (not words and any(tree.lemma(to) in ILLS for to in tree.obliques(verb, "to")))


def _counted(reader: Reader, verb: int) -> tuple[int, ...]:
    """The named of "those killed included Lars Edmond" and "Lars Edmond was among those killed"."""
    tree, those = reader.tree, reader.tree.head(verb)
    return _named_with(reader, verb) if those is not None and tree.is_a(verb, "acl") else ()


def _named_with(reader: Reader, word: int) -> tuple[int, ...]:
    """Who is told to be one of "those killed" or "the dead", which the word is or describes."""
    tree = reader.tree
    group = tree.tokens[word].head if tree.is_a(word, "acl") else word
    if tree.case(group) in ("among", "amongst"):
        above = tree.head(group)
        if tree.children(group, "cop"):
            return tree.subjects(group) or (() if above is None else tree.after(above))
        return tree.after(above) if above is not None and above in reader.names.at else ()
    verb = tree.head(group)
    counted = verb is not None and tree.is_a(group, "nsubj") and tree.lemma(verb) in ("include", "be")
    return tree.objects(verb) if verb is not None and counted else ()
