"""Tell what is done by saying it: "I would like to thank Norland", "we must condemn this" thank and condemn."""

from onrecord.claims.grammar import CONDITIONS, NEGATIONS, SPEAKERS
from onrecord.claims.tree import Tree
from onrecord.lexicon.word_lists import word_list

_POLITE = frozenset({"would", "must", "should", "can"})


def is_uttered(tree: Tree, verb: int) -> bool:
    """True where who speaks does it with these words, however politely put: no condition, no negation."""
    if tree.lemma(verb) not in word_list("uttered") or tree.tokens[verb].upos != "VERB":
        return False
    wished = tree.is_a(verb, "xcomp") and tree.lemma_above(verb) in ("like", "want", "wish", "have", "need")
    asked = tree.is_a(verb, "xcomp", "ccomp") and tree.lemma_above(verb) == "let"
    top = tree.tokens[verb].head if wished or asked else verb
    if asked:
        return any(tree.tokens[kid].text.lower() in ("me", "us") for kid in tree.children(top, "obj"))
    speaks = bool(tree.lemmas_under(top, "nsubj") & SPEAKERS)
    return speaks and _is_polite(tree, top, wished=wished)


def _is_polite(tree: Tree, verb: int, *, wished: bool) -> bool:
    auxiliaries = tree.lemmas_under(verb, "aux")
    put = auxiliaries <= _POLITE if wished else bool(auxiliaries & _POLITE)
    now = tree.tokens[verb].feats.get("Tense") != "Past"
    marks = {tree.lemma(mark) for kid in tree.children(verb, "advcl") for mark in tree.children(kid, "mark")}
    negated = bool(tree.lemmas_under(verb, "advmod") & NEGATIONS)
    return put and now and not negated and not marks & CONDITIONS and not tree.is_a(verb, "advcl", "acl")
