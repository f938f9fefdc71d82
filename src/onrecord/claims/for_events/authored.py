"""Nouns for what somebody wrote, ordered or sent, which speaks and acts in the name of its author."""

from onrecord.claims.tree import Tree
from onrecord.lexicon.word_lists import word_list

TEXTS = word_list("texts")
OPPOSING = word_list("opposing")
# What says or does in the name of its author: "an order by Orten directing …", "Norland's troops attacked".
DEEDS = TEXTS | word_list("acting_for_others")
GETTING = word_list("getting_word")
ENACTING = word_list("enacting")


def is_law_of(tree: Tree, clause: int) -> bool:
    """True for what a law does that somebody makes: "passed a law banning rallies", "a law that bans rallies"."""
    noun = tree.tokens[clause].head
    verb = tree.head(noun)
    made = verb is not None and tree.is_a(noun, "obj") and tree.lemma(verb) in ENACTING
    return made and tree.lemma(noun) in word_list("laws")


def is_word_of_others(tree: Tree, noun: int) -> bool:
    """True for what somebody else is to keep: "won a promise to end the strike"."""
    return tree.lemma(noun) in word_list("word_given") and tree.lemma(tree.tokens[noun].head) in GETTING


def writes_to(tree: Tree, verb: int) -> int | None:
    """The verb that writes what is taken for what its reader does: "sent a letter to Orten urging him to resign"."""
    reader = tree.tokens[verb].head
    above = tree.head(reader) if tree.is_a(verb, "acl") and tree.tokens[verb].text.lower().endswith("ing") else None
    if above is None or tree.case(reader) != "to" or not tree.is_a(reader, "obl", "nmod"):
        return None
    writing = tree.head(above) if tree.lemma(above) in TEXTS else above
    if writing is None or tree.tokens[writing].upos != "VERB":
        return None
    return writing if any(tree.lemma(kid) in TEXTS for kid in tree.children(writing, "obj")) else None
