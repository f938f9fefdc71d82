"""Listings: who is under sanctions or on a list of them, and by whose authority."""

from collections.abc import Iterator

from onrecord.claims.draft import Draft
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast
from onrecord.lexicon.listings import Listings, ListingWord, load_listings
from onrecord.model import Listing, Span

SURE, FAIR = 0.8, 0.6
ON_CASES = ("on", "to", "in", "into", "under", "from", "off", "onto")
TARGET_CASES = ("on", "against", "upon", "from", "for", "of")
REASON_CASES = ("for", "over", "due to", "because of")


def find_listings(tree: Tree, cast: Cast) -> Iterator[Draft]:
    """One draft for each target and authority that the document tells to be on, or off, a sanctions list."""
    lexicon = load_listings()
    seen: set[tuple[str, str]] = set()
    for token in tree.tokens:
        number, lemma = token.index, token.lemma.lower()
        if token.upos in ("VERB", "ADJ") and lemma in lexicon.verbs:
            found = list(_by_verb(tree, cast, lexicon, number))
        elif token.upos in ("NOUN", "PROPN") and lemma in lexicon.nouns:
            found = list(_by_state(tree, cast, lexicon, number))
        else:
            continue
        for draft in found:
            listing = draft.what
            if isinstance(listing, Listing) and (listing.target, listing.authority) not in seen:
                seen.add((listing.target, listing.authority))
                yield draft


def _by_verb(tree: Tree, cast: Cast, lexicon: Listings, verb: int) -> Iterator[Draft]:
    """ "Norway sanctioned X", "X was added to the list by Norway", "Norway imposed sanctions on X"."""
    word = lexicon.verbs[tree.lemma(verb)]
    if word.needs_list:
        noun = _list_noun(tree, lexicon, verb, word)
        if noun is None:
            return
    else:
        noun = None
    if word.named_as and not _named_as(tree, verb, word):
        return
    targets = tree.objects(verb)
    if word.against and noun is not None:
        targets = (*tree.obliques(noun, *TARGET_CASES), *tree.obliques(verb, *TARGET_CASES))
    authorities = tree.doers(verb) or (_owners(tree, noun) if noun is not None else ())
    yield from _drafts(tree, cast, (targets, authorities), verb)


def _list_noun(tree: Tree, lexicon: Listings, verb: int, word: ListingWord) -> int | None:
    """The sanctions or the list that the verb needs: its object, or where its object is put."""
    if word.against:
        places: tuple[int, ...] = (*tree.children(verb, "obj"), *tree.children(verb, "nsubj:pass"))
    else:
        places = tuple(kid for kid in tree.children(verb, "obl", "nmod") if tree.case(kid) in ON_CASES)
    return next((place for place in places if _is_sanctions(tree, lexicon, place)), None)


def _is_sanctions(tree: Tree, lexicon: Listings, noun: int) -> bool:
    lemma = tree.lemma(noun)
    if lemma not in lexicon.nouns:
        return False
    if lemma != "list":
        return True
    first, last = tree.phrase(noun)
    inside = {tree.lemma(token) for token in range(first, last + 1)}
    return bool(inside & {"sanction", "terrorist", "terror", "terrorism", "black", "watch", "entity"})


def _named_as(tree: Tree, verb: int, word: ListingWord) -> bool:
    """True for "designated (as) a terrorist organization"."""
    for kid in (*tree.children(verb, "xcomp", "obj"), *tree.obliques(verb, "as")):
        first, last = tree.phrase(kid)
        inside = {tree.lemma(token) for token in range(first, last + 1)}
        if inside & {"terrorist", "terror"} and inside & word.named_as:
            return True
    return False


def _by_state(tree: Tree, cast: Cast, lexicon: Listings, noun: int) -> Iterator[Draft]:
    """ "X is under US sanctions", "X, who is on the sanctions list of Norway"."""
    if tree.case(noun) not in ("under", "on") or not _is_sanctions(tree, lexicon, noun):
        return
    head = tree.head(noun)
    if tree.children(noun, "cop"):
        targets = tree.subjects(noun)
    elif tree.is_a(noun, "acl", "nmod") and head is not None:
        targets = (head,)
    else:
        return
    yield from _drafts(tree, cast, (targets, _owners(tree, noun)), noun)


def _owners(tree: Tree, noun: int) -> tuple[int, ...]:
    """Tokens of whose sanctions or list it is: adjectives, names and possessives before it, "by", "of", "from"."""
    own = (kid for kid in tree.children(noun, "amod", "compound", "nmod:poss"))
    return (*own, *tree.obliques(noun, "by", "of", "from"))


def _drafts(tree: Tree, cast: Cast, sides: tuple[tuple[int, ...], tuple[int, ...]], predicate: int) -> Iterator[Draft]:
    for target in sides[0]:
        for authority in sides[1]:
            one, other = cast.entity_at(target), cast.entity_at(authority)
            if one is None or other is None or one == other or cast.kind(other) not in ("state", "organization"):
                continue
            reasons = tuple(_reasons(tree, predicate))
            numbers = (target, authority, predicate)
            yield Draft(Listing(one, other, reasons), predicate, (tree.span(min(numbers), max(numbers)),), SURE)


def _reasons(tree: Tree, predicate: int) -> Iterator[Span]:
    """The words after "for" and "over": why somebody was listed."""
    for kid in tree.children(predicate, "obl", "advcl"):
        marks = [tree.lemma(mark) for mark in tree.children(kid, "mark")]
        if tree.case(kid) in REASON_CASES or marks == ["for"] or marks == ["because"]:
            first, last = tree.subtree(kid)
            while first < kid and tree.is_a(first, "case", "mark"):
                first += 1
            yield tree.span(first, last)
