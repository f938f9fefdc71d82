"""Find the sides that the tree took for something else: a particle's noun, a late object, a subject of the clause."""

from onrecord.claims.tree import Tree

# Marks of a gerund that says what the object of the verb above does: "accused the rebels of killing".
BLAMING = ("of", "from", "for", "against", "into")

GIVING = frozenset({"give", "offer", "grant", "lend"})


def after_particle(tree: Tree, verb: int, case: str) -> tuple[int, ...]:
    """What follows a preposition that was taken for a particle of the verb: "called on all ministers to act"."""
    if not any(tree.lemma(kid) == case for kid in tree.children(verb, "compound")):
        return ()
    return tree.after(*tree.children(verb, "obj"))


def lifted(tree: Tree, verb: int) -> tuple[int, ...]:
    """Nouns before the mark of a governed clause, or before its bare verb, that were taken for its subject or object:
    "accused Orten of lying", "demanded Orten make a pledge".
    """
    found: list[int] = []
    for kid in tree.children(verb, "advcl", "xcomp", "ccomp"):
        marks = [mark for mark in tree.children(kid, "mark") if tree.lemma(mark) in (*BLAMING, "to")]
        nouns = tree.children(kid, "nsubj", "obj", "iobj")
        found += [noun for noun in nouns if any(verb < noun < mark < kid for mark in marks)]
        if not tree.children(kid, "mark", "aux"):
            found += [noun for noun in tree.children(kid, "obj") if verb < noun < kid]
    return tree.after(*found)


def late(tree: Tree, verb: int) -> tuple[int, ...]:
    """A name that was taken for a complement: "appointed Lars Orten as minister"; no event word is a copula."""
    names = [kid for kid in tree.children(verb, "xcomp") if tree.tokens[kid].upos == "PROPN" and kid > verb]
    alone = (kid for kid in names if not tree.children(kid, "case", "mark", "cop"))
    return tree.after(*alone)


def asked_to(tree: Tree, word: int) -> tuple[int, ...]:
    """Who is to do it in "the call for Norland to spend more", whichever word it was taken to belong to."""
    found: list[int] = []
    for kid in tree.children(word, "acl", "xcomp", "advcl", "ccomp"):
        marks = {tree.lemma(mark): mark for mark in tree.children(kid, "mark")}
        last = marks.get("to", word) - 1
        for token in range(word + 1, last + 1):
            taken = marks.get("for", last) < token and tree.is_a(token, "nsubj", "nmod", "obl")
            if tree.subtree(token)[1] == last and (taken or tree.case(token) == "for"):
                found.append(token)
    return tree.after(*found)


def given_to(tree: Tree, verb: int) -> tuple[int, ...]:
    """The name that was taken for a part of what is given: "Norland gave Velmark military backing"."""
    if tree.lemma(verb) not in GIVING or tree.obliques(verb, "to"):
        return ()
    things = tree.children(verb, "obj")
    described = [thing for thing in things if len(tree.children(thing, "amod", "compound")) > 1]
    names = (kid for thing in described for kid in tree.children(thing, "compound"))
    return tuple(kid for kid in names if tree.tokens[kid].upos == "PROPN" and tree.subtree(kid)[0] == verb + 1)
