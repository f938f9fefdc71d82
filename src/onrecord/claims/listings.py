"""Listings: who is under sanctions or on a list of them, and by whose authority."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.claims.draft import Draft
from onrecord.claims.named import Named
from onrecord.claims.status import find_status
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast
from onrecord.lexicon.listings import Listings, ListingWord, load_listings
from onrecord.model import Listing, Span, Status

SURE = 0.8
ON_CASES = ("on", "to", "in", "into", "under", "from", "off", "onto")
TARGET_CASES = ("on", "against", "upon", "from", "for", "of")
TELLING_OF = ("announce", "extend", "renew", "prolong", "expand", "introduce", "adopt", "approve", "maintain", "unveil")
REASON_CASES = ("for", "over", "due to", "because of")


@dataclass(frozen=True, slots=True)
class Telling:
    """Tokens of a listing before they are resolved: who may be listed, by whom, and the words that tell it."""

    targets: tuple[int, ...]
    authorities: tuple[int, ...]
    predicate: int
    noun: int | None
    off: bool = False


def find_listings(tree: Tree, cast: Cast) -> Iterator[Draft]:
    """One draft for each target and authority that the document tells to be on, or off, a sanctions list."""
    lexicon, names = load_listings(), Named(tree, cast)
    seen: set[tuple[str, str]] = set()
    for token in tree.tokens:
        number, lemma = token.index, token.lemma.lower()
        if token.upos in ("VERB", "ADJ") and lemma in lexicon.verbs:
            telling = _by_verb(tree, lexicon, number)
        elif token.upos in ("NOUN", "PROPN") and lemma in lexicon.nouns:
            telling = _by_noun(tree, lexicon, number)
        else:
            continue
        for draft in _drafts(names, telling) if telling is not None else ():
            listing = draft.what
            if isinstance(listing, Listing) and (listing.target, listing.authority) not in seen:
                seen.add((listing.target, listing.authority))
                yield draft


def _by_verb(tree: Tree, lexicon: Listings, verb: int) -> Telling | None:
    """ "Norway sanctioned X", "X was added to the list by Norway", "Norway imposed sanctions on X"."""
    word = lexicon.verbs[tree.lemma(verb)]
    noun = _list_noun(tree, lexicon, verb, word) if word.needs_list else None
    if (word.needs_list and noun is None) or (word.named_as and not _named_as(tree, verb, word)):
        return None
    targets, authorities = tree.objects(verb), tree.doers(verb)
    if noun is not None and word.faced:
        targets, authorities = tree.subjects(verb), _owners(tree, noun)
    elif noun is not None and word.against:
        targets = (*tree.obliques(noun, *TARGET_CASES), *tree.obliques(verb, *TARGET_CASES))
    elif noun is None and not authorities and tree.tokens[verb - 1].text == "-":
        targets, authorities = (tree.tokens[verb].head,), (verb - 2,)  # "the US-sanctioned minister"
    authorities = authorities or (_owners(tree, noun) if noun is not None else ())
    if not authorities and tree.is_passive(verb):
        _, last = tree.subtree(verb)  # parsers now and then hang "by Norway" on the noun before it
        authorities = tuple(token for token in range(verb, last + 1) if tree.case(token) == "by")[:1]
    return Telling(targets, authorities, verb, noun, word.status == "off")


def _list_noun(tree: Tree, lexicon: Listings, verb: int, word: ListingWord) -> int | None:
    """The sanctions or the list that the verb needs: its object, or where its object is put."""
    if word.against or word.faced:
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


def _by_noun(tree: Tree, lexicon: Listings, noun: int) -> Telling | None:
    """ "X is under US sanctions", "X, who is on the sanctions list of Norway", "US sanctions against X"."""
    if not _is_sanctions(tree, lexicon, noun):
        return None
    head, targets = tree.head(noun), tuple[int, ...]()
    if tree.case(noun) in ("under", "on"):
        if tree.children(noun, "cop"):
            targets = tree.subjects(noun)
        elif tree.is_a(noun, "acl", "nmod") and head is not None:
            targets = (head,)
    elif head is not None and tree.lemma(head) == "subject" and tree.case(noun) == "to":
        targets = tree.subjects(head)
    else:
        targets = tree.obliques(noun, "against", "on")
    owners = _owners(tree, noun)
    if head is not None and tree.lemma(head) in TELLING_OF and tree.is_a(noun, "obj", "nsubj:pass"):
        owners = (*owners, *tree.doers(head))
    return Telling(targets, owners, noun, noun) if targets else None


def _owners(tree: Tree, noun: int) -> tuple[int, ...]:
    """Tokens of whose sanctions or list it is: adjectives, names, possessives, "by", "of", "from", "imposed by"."""
    own = list(tree.children(noun, "amod", "compound", "nmod:poss"))
    own.extend(inner for kid in tree.children(noun, "compound") for inner in tree.children(kid, "amod", "compound"))
    imposing = (agent for kid in tree.children(noun, "acl") for agent in tree.agents(kid))
    return (*own, *tree.obliques(noun, "by", "of", "from"), *imposing)


def _drafts(names: Named, telling: Telling) -> Iterator[Draft]:
    tree, cast = names.tree, names.cast
    reasons = tuple(_reasons(tree, telling.predicate))
    status: Status | None = None
    if telling.off:
        status = "denied" if find_status(tree, telling.predicate) == "asserted" else "asserted"
    for target in telling.targets:
        for authority in telling.authorities:
            one, other = names.entity_at(target), names.entity_at(authority)
            if (
                one is None
                or other is None
                or one == other
                or not names.has_name(one)
                or cast.kind(other) not in ("state", "organization")
            ):
                continue
            numbers = [target, authority, telling.predicate, *([telling.noun] if telling.noun is not None else [])]
            firsts = [names.at[number].first if number in names.at else number for number in numbers]
            lasts = [names.at[number].last if number in names.at else number for number in numbers]
            evidence = (tree.span(min(firsts), max(lasts)),)
            yield Draft(Listing(one, other, reasons), telling.predicate, evidence, SURE, status)


def _reasons(tree: Tree, predicate: int) -> Iterator[Span]:
    """The words after "for" and "over": why somebody was listed."""
    for kid in tree.children(predicate, "obl", "advcl"):
        marks = [tree.lemma(mark) for mark in tree.children(kid, "mark")]
        if tree.case(kid) in REASON_CASES or marks == ["for"] or marks == ["because"]:
            first, last = tree.subtree(kid)
            while first < kid and tree.is_a(first, "case", "mark", "fixed"):
                first += 1
            yield tree.span(first, last)
