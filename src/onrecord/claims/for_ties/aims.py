"""Ties told by what one side means to do for or against another: "Norway's support for B", "committed to defeat B"."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.claims.draft import Draft
from onrecord.claims.for_ties.sides import FAIR, Sides
from onrecord.claims.status import find_status
from onrecord.claims.tree import Tree
from onrecord.lexicon.ties import TieWord
from onrecord.lexicon.word_lists import word_list

SWORN = ("allegiance", "loyalty")
WAGING = ("fight", "wage", "lead", "pursue", "continue", "intensify")
SWEARING = ("pledge", "swear", "vow", "declare", "owe")


def find_aims(reader: Sides) -> Iterator[Draft]:
    """ "Norway's support for Sweden", "Norway's efforts to defeat B": whose it is, and whom it is for or against."""
    tree = reader.tree
    for token in tree.tokens:
        noun = token.index
        before = tree.children(noun, "compound", "amod", "acl")  # "a majority stake"
        names = (token.lemma.lower(), *(f"{tree.text_at(kid).lower()} {tree.lemma(noun)}" for kid in before))
        word = next(filter(None, map(reader.ties.toward.get, names)), None)
        if word is None or token.upos != "NOUN":
            continue
        verbs = tree.children(noun, "acl", "advcl", "nmod") if word.aims else ()
        held = [b for verb in _holding(reader, word, noun) for b in tree.obliques(verb, *word.cases)]
        aimed = [(word, b) for b in (*tree.obliques(noun, *word.cases), *held)]
        aimed.extend(pair for verb in verbs for pair in _aims(reader, verb))
        head = tree.head(noun)
        if word.relation == "supporter" and head is not None and tree.is_a(noun, "obj"):
            for pair in _lent(tree, noun, head):
                yield from reader.draft(word, pair, noun, FAIR)
        for a in (*_whose(reader, word, noun), *tree.obliques(noun, "by", "from")):
            for told, b in aimed:
                yield from (replace(draft, status="asserted") for draft in reader.draft(told, (a, b), noun, FAIR))


def _lent(tree: Tree, noun: int, verb: int) -> Iterator[tuple[int, int]]:
    """Who backs whom in "Norway provides support to Torvald" and "Torvald enjoys the backing of Norway"."""
    if tree.lemma(verb) in ("provide", "give", "offer", "lend") and tree.tokens[verb].feats.get("Tense") == "Pres":
        yield from ((a, b) for a in tree.subjects(verb) for b in tree.obliques(verb, "to", "for"))
    if tree.lemma(verb) in ("have", "enjoy", "retain"):
        yield from ((a, b) for a in tree.obliques(noun, "of", "from") for b in tree.subjects(verb))


def _whose(reader: Sides, word: TieWord, noun: int) -> tuple[int, ...]:
    """Whose support it is: possessives and names before the noun, and who has sworn allegiance."""
    tree, head = reader.tree, reader.tree.head(noun)
    sworn = word.word in SWORN and head is not None and tree.is_a(noun, "obj") and tree.lemma(head) in SWEARING
    waging = word.aims and head is not None and tree.is_a(noun, "obj") and tree.lemma(head) in WAGING
    acting = tree.subjects(head) if head is not None and (sworn or waging) else ()
    holding = (a for verb in _holding(reader, word, noun) for a in tree.subjects(verb))
    return (*tree.children(noun, "nmod:poss", "compound", "amod"), *acting, *holding)


def _holding(reader: Sides, word: TieWord, noun: int) -> tuple[int, ...]:
    """The verb of "Torvald took a position with the World Bank", where it tells what was done."""
    tree, verb = reader.tree, reader.tree.head(noun)
    if verb is None or word.relation not in ("owner", "employee") or not tree.is_a(noun, "obj"):
        return ()
    return (verb,) if tree.lemma(verb) in word_list("holding_shares") and find_status(tree, verb) == "asserted" else ()


def find_resolves(reader: Sides) -> Iterator[Draft]:
    """ "Norway is committed to supporting Sweden"."""
    tree = reader.tree
    for token in tree.tokens:
        if token.lemma.lower() not in word_list("resolved") or token.upos not in ("ADJ", "VERB"):
            continue
        adjective = token.index
        for verb in tree.children(adjective, "advcl", "xcomp", "obl", "ccomp", "acl"):
            sides = ((word, (a, b)) for word, b in _aims(reader, verb) for a in tree.subjects(adjective))
            for word, pair in sides:
                yield from reader.draft(word, pair, adjective, FAIR)


def _aims(reader: Sides, verb: int) -> Iterator[tuple[TieWord, int]]:
    """Whom the "efforts to defeat" and the "commitment to supporting" are about, and for or against."""
    for number in reader.tree.after(verb):
        word = reader.ties.aims.get(reader.tree.lemma(number))
        for b in _whom(reader, number) if word is not None else ():
            if word is not None:
                yield word, b


def _whom(reader: Sides, verb: int) -> tuple[int, ...]:
    """The objects of a verb, or those of the verb that it is joined to: "degrade and defeat B"."""
    own = reader.tree.objects(verb)
    later = (b for other in reader.tree.after(verb) if other > verb for b in reader.tree.objects(other))
    return own or tuple(dict.fromkeys(later))
