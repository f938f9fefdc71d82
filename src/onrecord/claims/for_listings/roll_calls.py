"""Roll calls: "Those designated include A, B and C", by the authority that the text tells to have designated."""

from collections.abc import Iterator

from onrecord.claims.for_who.named import Named
from onrecord.claims.tree import Tree
from onrecord.lexicon.listings import Listings

NAMING = ("include", "comprise", "be")
WAYS = frozenset({"obj", "conj", "appos", "flat", "nmod:desc", "compound"})
"""Relations by which a name stands in a list; a person's may stand beside a title that is of something ("nmod")."""


def called_by(tree: Tree, lexicon: Listings, verb: int) -> int | None:
    """The word of listing in the subject of "Those designated include" and "The new listings are", or None."""
    if tree.lemma(verb) not in NAMING:
        return None
    for subject in tree.subjects(verb):
        participles = tree.children(subject, "acl")
        words = [
            one
            for one in participles
            if tree.lemma(one) in lexicon.verbs and not lexicon.verbs[tree.lemma(one)].needs_list
        ]
        if words:
            return words[0]
        if tree.lemma(subject) in ("listing", "designation"):
            return subject
    return None


def names_called(tree: Tree, verb: int) -> Iterator[int]:
    """The last tokens of the names of persons and bodies that stand in the list after the verb."""
    for name in tree.analysis.names:
        if name.kind not in ("person", "organization") or not verb < name.first <= tree.subtree(verb)[1]:
            continue
        ways = set(_ways(tree, name.first, verb))
        if ways and ways <= (WAYS | {"nmod"} if name.kind == "person" else WAYS):
            yield name.first


def _ways(tree: Tree, token: int, verb: int) -> Iterator[str]:
    """The relations from the token up to the verb; nothing that it would need where it is not below the verb."""
    found: list[str] = []
    at: int | None = token
    while at is not None and at != verb:
        found.append(tree.tokens[at].deprel)
        at = tree.head(at)
    yield from found if at == verb else ()


def designating(names: Named, lexicon: Listings) -> tuple[int, ...]:
    """Who the text first tells to have listed anybody."""
    tree = names.tree
    for token in tree.tokens:
        word = lexicon.verbs.get(token.lemma.lower()) if token.upos == "VERB" else None
        if word is None or word.status != "on":
            continue
        for doer in tree.doers(token.index):
            entity = names.entity_at(doer)
            if entity is not None and names.cast.kind(entity) in ("state", "organization") and names.has_name(entity):
                return (doer,)
    return _whose_measures(names)


def _whose_measures(names: Named) -> tuple[int, ...]:
    """Whose measures the text speaks of first: "the EU's restrictive measures"."""
    tree = names.tree
    for token in tree.tokens:
        if token.lemma.lower().removesuffix("s") not in ("sanction", "measure") or token.upos == "VERB":
            continue
        for owner in tree.children(token.index, "nmod:poss", "compound", "amod"):
            entity = names.entity_at(owner)
            if entity is not None and names.cast.kind(entity) in ("state", "organization"):
                return (owner,)
    return ()
