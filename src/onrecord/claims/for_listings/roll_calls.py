"""Roll calls: "Those designated include A, B and C", by the authority that the text tells to have designated."""

import re
from collections.abc import Iterator

from onrecord.claims.for_who.named import Named
from onrecord.claims.tree import Tree
from onrecord.lexicon.listings import Listings
from onrecord.model import Span

ITEM = re.compile(r"^[ \t]*(?:\d+[.)]|[-–•*])[ \t]+(?=\S)", re.MULTILINE)
NAMING = ("include", "comprise", "be")
BRINGING = frozenset({"adopt", "announce", "introduce", "approve", "unveil", "expand"})
WAYS = frozenset({"obj", "conj", "appos", "flat", "nmod:desc", "compound"})
"""Relations by which a name stands in a list; a person's may stand beside a title that is of something ("nmod")."""


def called_by(tree: Tree, lexicon: Listings, verb: int) -> int | None:
    """The word of listing in "Those designated include" and "Among those listed are", or None."""
    if tree.lemma(verb) not in NAMING:
        return None
    among = _named_among(tree, verb)
    group = among[:1] if among is not None else tree.subjects(verb)
    above = tree.head(verb)
    if not group and above is not None and tree.is_a(verb, "fixed"):
        group = (above,)  # "those sanctioned are:", taken for one word
    for subject in group:
        words = [one for one in tree.children(subject, "acl", "amod") if _lists(tree, lexicon, one)]
        if words:
            return words[0]
        if tree.lemma(subject) in ("listing", "designation"):
            return subject
        of = map(tree.lemma, tree.obliques(subject, "of"))
        if tree.lemma(subject) == "target" and "sanction" in of:
            return subject
    return None


def _lists(tree: Tree, lexicon: Listings, participle: int) -> bool:
    word = lexicon.verbs.get(tree.lemma(participle))
    return tree.tokens[participle].upos == "VERB" and word is not None and not word.needs_list


def _named_among(tree: Tree, verb: int) -> tuple[int, int] | None:
    """The "those" of "among those listed are A and B", with the word below which A and B stand, however parsed."""
    head = tree.head(verb) if tree.is_a(verb, "cop") else None
    if head is None:
        return None
    groups = (head, *tree.children(head, "nmod", "obl"))
    return next(((one, head) for one in groups if one < verb and tree.case(one) == "among"), None)


def names_called(tree: Tree, verb: int) -> Iterator[int]:
    """The last tokens of the names of persons and bodies that stand in the list after the verb."""
    among = _named_among(tree, verb)
    top, allowed = (verb, WAYS) if among is None else (among[1], WAYS | {"nsubj"})
    for name in tree.analysis.names:
        if name.kind not in ("person", "organization") or not verb < name.first <= tree.subtree(top)[1]:
            continue
        ways = set(_ways(tree, name.first, top))
        if name.first == top or ways and ways <= (allowed | {"nmod"} if name.kind == "person" else allowed):
            yield name.first


def names_below(tree: Tree, verb: int) -> Iterator[int]:
    """The words that open the items of the list below "Those sanctioned today are:", up to the first other line."""
    line, _, below = tree.text[tree.tokens[verb].span.end :].partition("\n")
    start = tree.tokens[verb].span.end + len(line) + 1
    for item in below.splitlines(keepends=True) if line.rstrip().endswith(":") else ():
        opened = ITEM.match(item)
        if opened is None and item.strip():
            return
        if opened is not None:
            yield from tree.tokens_in(Span(start + opened.end(), start + len(item)))[:1]
        start += len(item)


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
        if token.upos != "VERB" or not (_puts_on(lexicon, token.lemma.lower()) or _tells_of_new(tree, token.index)):
            continue
        for doer in tree.doers(token.index):
            entity = names.entity_at(doer)
            if entity is not None and names.cast.kind(entity) in ("state", "organization") and names.has_name(entity):
                return (doer,)
    return _whose_measures(names)


def _puts_on(lexicon: Listings, lemma: str) -> bool:
    word = lexicon.verbs.get(lemma)
    return word is not None and word.status == "on"


def _tells_of_new(tree: Tree, verb: int) -> bool:
    """True for "adopted new sanctions" and "announced sanctions against five traders"."""
    things = tree.lemmas_under(verb, "obj")
    return tree.lemma(verb) in BRINGING and not things.isdisjoint(("sanction", "sanctions"))


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
