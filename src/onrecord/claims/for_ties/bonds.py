"""Bonds: ties that sides share: "cooperation between A and B", "A has close ties with B", "A and B are allies"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.claims.draft import Draft
from onrecord.claims.for_ties.sides import FAIR, LIKELY, Sides
from onrecord.claims.status import find_status
from onrecord.claims.tree import Tree
from onrecord.lexicon.ties import TieWord
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Relation

SYMMETRIC: tuple[Relation, ...] = ("ally", "partner", "opponent", "relative")
SIBLINGS = ("brother", "sister", "sibling", "cousin", "twin")
HAVING = ("have", "enjoy", "maintain", "share", "keep", "retain")
WEDDING = ("marry", "wed", "divorce")
SPOUSES = TieWord("marry", "relative", "", "", "")
ENDING = ("end", "settle", "resolve", "cut", "sever", "break")
LOCKED = ("lock", "embroil", "engage", "involve", "entangle")
FORMED = ("alliance", "partnership", "friendship", "pact")
FORMING = word_list("forming")
COALITION = TieWord("coalition", "partner", "", "", "")
MUTUAL = {word: TieWord(word, "opponent", "", "", "") for word in ("rival", "warring", "war", "feuding", "feud")}
"""Words before the noun of two who are so to each other: "the rival factions Karsk and Velm"."""
REMAINING = ("remain", "become", "stay")
OWN_CASES = (None, "'s", "’s", "with", "of", "to")


def find_bonds(reader: Sides) -> Iterator[Draft]:
    """Ties told by a noun that joins two sides, named beside it or as the subject of "have" and "enjoy"."""
    tree = reader.tree
    for token in tree.tokens:
        word, noun = reader.ties.bonds.get(token.lemma.lower()), token.index
        if word is not None and word.close:
            word = _told_of(reader, word, noun)
        if word is None or token.upos != "NOUN":
            continue
        if noun in reader.names.at and reader.names.at[noun].last > reader.names.at[noun].first:
            continue  # the "alliance" of a name
        sides = _sides(reader, noun)
        others = {b for kid in tree.obliques(noun, "with", "to") for b in tree.after(kid)}
        own = [side for side in sides if side not in others]
        if own and others & set(sides):  # "Norway's ties with Sweden and Denmark", who may have none with each other
            pairs = ((a, b) for a in own for b in sides if b in others)
            yield from (draft for pair in pairs for draft in reader.draft(word, pair, noun, LIKELY))
        elif len(own) > 1 or (own and own[0] in reader.pairs):
            yield from _each_two(reader, word, own, noun)
        else:
            yield from _had(reader, word, noun)


def find_mutual(reader: Sides) -> Iterator[Draft]:
    """Ties told of several at once: "Norway and Sweden are allies"."""
    tree = reader.tree
    for token in tree.tokens:
        word = reader.ties.noun(token.lemma.lower())
        if token.lemma.lower() in MUTUAL and token.upos in ("ADJ", "VERB") and tree.is_a(token.index, "amod"):
            yield from _before_names(reader, MUTUAL[token.lemma.lower()], token.head)  # "rival factions A and B"
            continue
        if word is None or word.relation not in SYMMETRIC or token.feats.get("Number") != "Plur":
            continue
        if token.index in reader.names.at and reader.names.at[token.index].kind == "organization":
            continue  # "American Friends of Karsk"
        yield from _before_names(reader, word, token.index)
        if token.index in reader.pairs:  # "the two rivals met"
            yield from (replace(one, status="asserted") for one in _each_two(reader, word, (token.index,), token.index))
        alone = not tree.children(token.index, "nmod:poss") and not tree.obliques(token.index, "of", "to", "with")
        if alone and (said_of := _said_of(tree, token.index)):
            yield from _each_two(reader, word, said_of, token.index)
        elif alone and not _owners_before(reader, token.index):
            yield from _each_two(reader, word, _beside(tree, token.index), token.index)


def _said_of(tree: Tree, noun: int) -> tuple[int, ...]:
    """Who "are" or "remain" what the noun says."""
    head = tree.head(noun)
    if head is not None and tree.is_a(noun, "xcomp") and tree.lemma(head) in REMAINING:
        return tree.subjects(head)
    return tree.subjects(noun) if tree.children(noun, "cop") else ()


def _owners_before(reader: Sides, noun: int) -> bool:
    """True where somebody is named before the noun whose allies they may be: "both US allies", not "NATO allies"."""
    named = (reader.named(kid) for kid in reader.tree.children(noun, "compound", "amod"))
    return any(entity is not None and reader.cast.kind(entity) != "organization" for entity in named)


def _beside(tree: Tree, noun: int) -> tuple[int, ...]:
    """The two of "Norway and Sweden, historic rivals, met", by apposition or taken for more of them."""
    first, comma = tree.conjuncts(noun)[0], tree.subtree(noun)[0]
    comma = comma if tree.tokens[comma].text == "," else comma - 1
    if tree.is_a(first, "appos", "parataxis"):
        first = tree.conjuncts(tree.tokens[first].head)[0]
    if first >= comma or tree.tokens[comma].text != ",":
        return ()
    before = tuple(kid for kid in tree.after(first) if kid < comma)
    return before if len(before) == 2 else ()


def _before_names(reader: Sides, word: TieWord, noun: int) -> Iterator[Draft]:
    """ "Brothers Lars and Erik Edmond", "Allies Norway and Sweden": with nobody whose brothers or allies they are."""
    tree, head = reader.tree, reader.tree.head(noun)
    surname = {kid for kid in tree.children(noun, "compound") if reader.names.person_at(kid) is not None}
    siblings = word.word in SIBLINGS
    det = () if siblings or word.relation == "opponent" else ("det",)
    before = tree.children(noun, "nmod:poss", "compound", *det)
    plain = {kid for kid in tree.children(noun, "compound") if kid not in reader.names.at}  # "twin", "coalition"
    plain = {kid for kid in plain if siblings or tree.lemma(kid) in ("coalition", "alliance", "treaty")}
    plain |= {kid for kid in before if not siblings and reader.kind_at(kid) == "organization"}  # "NATO allies"
    owned = [kid for kid in before if kid not in plain | surname]
    owned.extend(tree.obliques(noun, "of", "to", "with"))
    near = noun + 1 + (tree.text_at(noun + 1) in (":", ","))
    called = reader.names.at.get(near + (near > noun + 1 and tree.text_at(near).lower() == "the"))
    near = next(iter(reader.names.heads_of(called)), near) if called is not None else near  # ", the Karsk Front and"
    two = any(tree.lemma(kid) in ("two", "both") for kid in tree.children(noun, "nummod", "det"))
    starts = (noun + 1, near) if siblings or (two and word.relation != "relative") else (noun + 1,)
    behind = (kid for kid in tree.children(noun, "appos", "flat", "nmod") if tree.case(kid) is None)
    first = next((kid for kid in behind if kid in starts), None)
    if first is None and head == noun + 1 and tree.is_a(noun, "nmod:desc", "compound", "amod"):
        first = head
    if first is None and tree.is_a(noun, "nsubj") and tree.head(noun + 1) == head and tree.is_a(noun + 1, "nsubj"):
        first = noun + 1  # "Rivals Norway and Sweden fought", taken for two subjects
    members = tree.after(first) if first is not None and first in reader.names.at and not owned else ()
    if len(members) == 2 or (members and siblings):
        yield from _each_two(reader, word, members, noun)


def find_couples(reader: Sides) -> Iterator[Draft]:
    """Two persons who are told to be married to each other: "A and B married in 1998", "the couple, A and B"."""
    tree = reader.tree
    for token in tree.tokens:
        lemma, number = token.lemma.lower(), token.index
        sides: tuple[int, ...] = ()
        if token.upos == "VERB" and lemma in WEDDING and not tree.children(number, "obj", "iobj", "obl:agent"):
            beside = tree.obliques(number, "to", "by", "with", "for")
            own = tree.children(number, "nsubj", "nsubj:pass")
            sides = () if beside else tuple(map(tree.antecedent, own))  # "A and B, who divorced in 2009"
        elif token.upos == "NOUN" and lemma in ("couple", "spouse", "newlywed"):
            sides = tree.children(number, "appos")
        sides = tuple(member for kid in sides for member in tree.after(kid))
        if len(sides) == 2 and all(reader.names.person_at(side) is not None for side in sides):
            yield from reader.draft(SPOUSES, (sides[0], sides[1]), number, LIKELY)


def find_coalitions(reader: Sides) -> Iterator[Draft]:
    """Parties that govern together: "A formed a coalition with B", "the coalition of A and B"."""
    tree = reader.tree
    for token in tree.tokens:
        noun, verb = token.index, tree.head(token.index)
        if token.lemma.lower() != "coalition" or token.upos != "NOUN":
            continue
        if verb is not None and tree.is_a(noun, "compound") and tree.lemma(verb) == "government":
            noun, verb = verb, tree.head(verb)  # "the coalition government of A and B"
        others = [b for b in tree.obliques(noun, "with") if reader.kind_at(b) == "organization"]
        if verb is not None and tree.lemma(verb) in FORMING and tree.is_a(noun, "obj", "obl"):
            others.extend(b for b in tree.obliques(verb, "with") if reader.kind_at(b) == "organization")
            own = tree.subjects(verb) if find_status(tree, verb) == "asserted" else ()
        else:  # "is in a coalition with the Greens", "won as the junior partner in a coalition with the Greens"
            own = _in_coalition(tree, noun) if tree.case(noun) == "in" else ()
        for a in own:
            for b in dict.fromkeys(others) if reader.kind_at(a) == "organization" else ():
                yield from reader.draft(COALITION, (a, b), noun, LIKELY)
        members = [b for b in tree.obliques(noun, "of", "between") if reader.kind_at(b) == "organization"]
        if 1 < len(members) < 5:
            yield from _each_two(reader, COALITION, members, noun)


def _in_coalition(tree: Tree, noun: int) -> tuple[int, ...]:
    """Who is or does something in the coalition."""
    if tree.children(noun, "cop"):
        return tree.subjects(noun)
    return next((found for above in tree.ancestors(noun) if (found := tree.subjects(above))), ())


def _sides(reader: Sides, noun: int) -> tuple[int, ...]:
    """Tokens of the sides that stand beside the noun, as far as they are named."""
    tree = reader.tree
    head = tree.head(noun)
    above = tree.children(head, "obl") if head is not None and tree.is_a(noun, "nsubj") else ()
    between = [kid for kid in (*tree.children(noun, "nmod"), *above) if tree.case(kid) == "between"]
    sides = tuple(member for kid in between for member in tree.after(kid))
    if not sides:
        own = (
            *_paired(reader, noun),
            *tree.children(noun, "nmod:poss", "amod", "compound"),
            *tree.children(noun, "nmod"),
        )
        own = tuple(dict.fromkeys(own))
        sides = tuple(side for kid in own if tree.case(kid) in OWN_CASES for side in tree.after(kid))
    return tuple(side for side in sides if reader.named(side) is not None or side in reader.pairs)


def _paired(reader: Sides, noun: int) -> tuple[int, ...]:
    """The first of "Norway-Sweden cooperation", wherever the tree hangs it."""
    second = reader.names.at.get(noun - 1)
    if second is None or second.first < 2 or reader.tree.tokens[second.first - 1].text not in ("-", "–"):
        return ()
    first = reader.names.at.get(second.first - 2)
    return reader.names.heads_of(first) if first is not None else ()


def _had(reader: Sides, word: TieWord, noun: int) -> Iterator[Draft]:
    """Ties that subjects have with others or with each other: "A maintains close ties with B", "A is at war with B"."""
    tree, head, holder = reader.tree, reader.tree.head(noun), _holder(reader, word, noun)
    if holder is None:
        return
    above = tree.head(holder)
    described = holder == head and tree.is_a(noun, "nmod")
    subjects = (
        tree.subjects(holder) if not described else (above,) if above and tree.is_a(holder, "appos") else (holder,)
    )
    others = (*tree.obliques(noun, "with", "to"), *tree.obliques(holder, "with"))
    if not others:
        yield from _each_two(reader, word, subjects, noun)
    for a in subjects:
        for b in dict.fromkeys(b for kid in others for b in tree.after(kid)):
            yield from reader.draft(word, (a, b), noun, LIKELY)


def _holder(reader: Sides, word: TieWord, noun: int) -> int | None:
    """The verb whose subject has the tie, or the noun itself where that is said of somebody."""
    tree, head, case = reader.tree, reader.tree.head(noun), reader.tree.case(noun)
    has = "have" in tree.lemmas_under(noun, "aux")  # as parsers read "has close ties"
    if has or (tree.children(noun, "cop") and case in ("at", "in")):
        return noun
    if head is None:
        return None
    lemma = tree.lemma(head)
    formed = word.word in FORMED and lemma in (*FORMING, "forge") and find_status(tree, head) == "asserted"
    # "Norway and Sweden deepened their partnership"
    shared = "their" in (tree.tokens[kid].text.lower() for kid in tree.children(noun, "nmod:poss"))
    had = tree.is_a(noun, "obj") and (lemma in HAVING or (shared and lemma not in ENDING) or formed)
    within = word.word == "alliance" and case == "in" and find_status(tree, head) == "asserted"
    locked = tree.is_a(noun, "obl") and case in ("in", "into") and (lemma in LOCKED or formed or within)
    # "Torvald, a tycoon with close ties to Edmond"
    described = tree.is_a(noun, "nmod") and case == "with" and word.close
    return head if had or locked or described else None


def _each_two(reader: Sides, word: TieWord, sides: Sequence[int], noun: int) -> Iterator[Draft]:
    if len(sides) == 1 and sides[0] in reader.pairs:  # "the two countries are enemies"
        sides = (sides[0], sides[0])
    for number, a in enumerate(sides):
        for b in sides[number + 1 :]:
            yield from reader.draft(word, (a, b), noun, LIKELY if len(sides) == 2 else FAIR)


def _told_of(reader: Sides, word: TieWord, noun: int) -> TieWord | None:
    """What "close ties" and "their ties are close" tell, or "strained ties" and "their ties are strained"."""
    tree, head = reader.tree, reader.tree.head(noun)
    above = (head,) if head is not None and tree.is_a(noun, "nsubj", "nsubj:pass") else ()
    told = {tree.lemma(kid) for kid in (*tree.children(noun, "amod"), *above)}
    if told & reader.ties.strained:
        return replace(word, relation="opponent")
    return word if told & reader.ties.close else None
