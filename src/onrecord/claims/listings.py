"""Listings: who is under sanctions or on a list of them, and by whose authority."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.claims.draft import Draft
from onrecord.claims.for_listings.roll_calls import ITEM, NAMING, called_by, designating, names_below, names_called
from onrecord.claims.for_listings.topic import is_listed, is_near_sanctions, is_noticed, is_on_topic
from onrecord.claims.for_who.named import Named, country_code, state_of
from onrecord.claims.grammar import EXAMPLES
from onrecord.claims.status import find_status
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast
from onrecord.lexicon.listings import Listings, ListingWord, load_listings
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Listing, Span, Status

SURE = 0.8
ENTRIES = ("entry", "name", "listing", "designation")
"""What is put on a list and taken off it for somebody: "the entry of B was removed"."""
ON_CASES = ("on", "to", "in", "into", "under", "from", "off", "onto")
TARGET_CASES = ("on", "against", "upon", "from", "for", "of")
HITTING = ("hit", "slap", "target", "affect", "cover", "name", "include", "contain")
# Who does these under sanctions is under them.
STAYING = ("remain", "stay", "be", "live", "labour")
ENDING = word_list("ending_sanctions")
CALLED = frozenset({"terrorist", "terror", "extremist"})


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
            telling = _in_notice(tree, lexicon, number) or _by_verb(tree, lexicon, number) or _barred(tree, number)
            telling = telling or _by_roll_call(names, lexicon, number)
        elif token.upos in ("NOUN", "PROPN") and _noun(lexicon, lemma) is not None:
            telling = _by_noun(tree, lexicon, number)
        elif lemma in NAMING:
            telling = _by_roll_call(names, lexicon, number)
        else:
            continue
        if telling is not None and not telling.authorities and is_noticed(tree, number):
            telling = replace(telling, authorities=designating(names, lexicon))
        for draft in _drafts(names, telling) if telling is not None else ():
            listing = draft.what
            if isinstance(listing, Listing) and (listing.target, listing.authority) not in seen:
                seen.add((listing.target, listing.authority))
                yield draft


def _by_verb(tree: Tree, lexicon: Listings, verb: int) -> Telling | None:
    """ "Norway sanctioned X", "X was added to the list by Norway", "Norway imposed sanctions on X"."""
    word = lexicon.verbs[tree.lemma(verb)]
    noun = _list_noun(tree, lexicon, verb, word) if word.needs_list else None
    topical = word.topic and (is_listed(tree, verb) if word.named_as else is_near_sanctions(tree, verb))
    called = not (word.named_as or word.topic) or _named_as(tree, verb, word) or topical
    if (word.needs_list and noun is None) or not called:
        return None
    targets, authorities = _objects(tree, word, verb), tree.doers(verb)
    if word.held:
        targets = _whose(tree, verb, word)
    elif noun is not None and word.faced:
        targets, authorities = tree.subjects(verb), _owners(tree, noun)
    elif noun is not None and word.against:
        behind = (target for one in tree.after(noun) for target in tree.obliques(one, *TARGET_CASES))
        targets = (*behind, *tree.obliques(verb, *TARGET_CASES))
    elif noun is None and not authorities and tree.tokens[verb - 1].text == "-":
        targets, authorities = (tree.tokens[verb].head,), (verb - 2,)  # "the US-sanctioned minister"
    if noun is not None and _is_topical(lexicon, tree, noun):
        targets = tree.obliques(noun, "of")
        authorities = authorities or tree.children(noun, "amod", "compound", "nmod:poss") or _issuer(tree, verb)
    authorities = authorities or (_owners(tree, noun) if noun is not None else ())
    if not authorities and word.named_as and not tree.is_a(verb, "acl:relcl"):
        named = (*tree.children(verb, "obj", "xcomp"), *tree.obliques(verb, "as"))
        authorities = tuple(kid for one in named for kid in tree.obliques(one, "by"))
    if not authorities and tree.is_passive(verb):
        authorities = _by_whom(tree, verb) or (_banned_in(tree, verb) if word.banning else ())
    entered = (owner for target in targets if tree.lemma(target) in ENTRIES
               for owner in (*tree.children(target, "nmod:poss"), *tree.obliques(target, "of", "for")))  # fmt: skip
    ended = noun is not None and tree.is_a(noun, "obj", "nsubj:pass") and tree.lemma_above(noun) in ENDING
    off = word.status == "off" or ended and tree.is_a(verb, "acl:relcl")  # "annulled the sanctions that A had imposed"
    return Telling(_meant(tree, (*targets, *entered)), authorities, verb, noun, off)


def _by_roll_call(names: Named, lexicon: Listings, verb: int) -> Telling | None:
    """ "Those designated today include A and B"."""
    tree = names.tree
    word = called_by(tree, lexicon, verb)
    if word is None or not is_on_topic(tree):
        return None
    owners = tuple(one for one in (*tree.agents(word), *_owners(tree, word)) if _authority(names, one) is not None)
    called = tuple(names_called(tree, verb)) or tuple(names_below(tree, verb))
    return Telling(called, owners or designating(names, lexicon), verb, word)


def _by_whom(tree: Tree, verb: int) -> tuple[int, ...]:
    """The "by Norway" that parsers now and then hang on the noun before it."""
    _, last = tree.subtree(verb)
    return tuple(token for token in range(verb, last + 1) if tree.case(token) == "by")[:1]


def _banned_in(tree: Tree, verb: int) -> tuple[int, ...]:
    """Where somebody is banned: "banned in Norway", "banned as a terrorist in Norway", "a banned group in Norway"."""
    named = (*tree.obliques(verb, "as"), *((tree.tokens[verb].head,) if tree.is_a(verb, "amod") else ()))
    return tuple(place for one in (verb, *named) for place in tree.obliques(one, "in"))


def _meant(tree: Tree, targets: tuple[int, ...]) -> tuple[int, ...]:
    """The targets; of whom it is said for "among those sanctioned", "one of the banks sanctioned", "a listed group"."""
    found: list[int] = []
    for target in targets:
        found.append(target)
        head = tree.head(target)
        if head is not None and tree.lemma(head) == "one" and tree.case(target) == "of":
            target, head = head, tree.head(head)
        if tree.children(target, "cop"):
            found.extend(tree.subjects(target))
        elif head is not None and tree.is_a(target, "appos"):
            found.append(head)
    return tuple(found)


def _barred(tree: Tree, verb: int) -> Telling | None:
    """ "Norway banned X from entering Sweden", "X is banned from entering Norway"."""
    clauses = tree.children(verb, "advcl", "obl", "xcomp")
    entered = next((kid for kid in clauses if tree.lemma(kid) in ("enter", "travel", "visit")), None)
    if entered is None or tree.lemma(verb) not in ("ban", "bar"):
        return None
    owners = tree.doers(verb) or tree.objects(entered) or tree.obliques(entered, "to")
    return Telling(tree.objects(verb), owners, verb, entered)


def _objects(tree: Tree, word: ListingWord, verb: int) -> tuple[int, ...]:
    """Whom the verb is done to; what "considers B a terrorist group" calls B is none of them."""
    if tree.is_a(verb, "amod"):
        return (tree.tokens[verb].head,)  # "a proscribed organisation"
    if tree.is_a(verb, "acl") and tree.children(verb, "nsubj") and not word.named_as & tree.lemmas_under(verb, "obj"):
        return tree.after(*tree.children(verb, "obj")) or tree.objects(verb)  # "the Union, which listed B in May"
    if not word.named_as or not tree.is_a(verb, "acl"):
        return tree.objects(verb)
    return tuple(other for other in tree.after(tree.tokens[verb].head) if other < verb)  # "B, which A considers …"


def _whose(tree: Tree, verb: int, word: ListingWord) -> tuple[int, ...]:
    """Whose assets are frozen: "froze the assets of B", "B's assets were frozen"."""
    things = (thing for thing in (*tree.objects(verb),) if tree.lemma(thing) in word.held)
    whose = ((*tree.children(thing, "nmod:poss"), *tree.obliques(thing, "of")) for thing in things)
    return tuple(owner for owners in whose for owner in owners)


def _list_noun(tree: Tree, lexicon: Listings, verb: int, word: ListingWord) -> int | None:
    """The sanctions or the list that the verb needs: its object, or where its object is put."""
    if word.against or word.faced:
        places: tuple[int, ...] = (*tree.objects(verb), *tree.children(verb, "obj", "nsubj:pass"))
    else:
        places = tuple(kid for kid in tree.children(verb, "obl", "nmod") if tree.case(kid) in ON_CASES)
    return next((place for place in places if _is_sanctions(tree, lexicon, place)), None)


def _is_sanctions(tree: Tree, lexicon: Listings, noun: int) -> bool:
    word = _noun(lexicon, tree.lemma(noun))
    if word is not None and word.topic:
        return is_on_topic(tree)
    if word is None or not word.beside:
        return word is not None
    first, last = tree.phrase(noun)
    inside = {tree.lemma(token) for token in range(first, last + 1)}
    named = (kid for of in tree.obliques(noun, "of") for kid in (of, *tree.children(of, "amod")))
    return bool((inside | set(map(tree.lemma, named))) & word.beside) or _is_that_list(tree, noun)


def _is_that_list(tree: Tree, noun: int) -> bool:
    """True for "its list" and "the list" in an article that speaks of sanctions."""
    own = [kid for kid in tree.children(noun) if not tree.is_a(kid, "case", "det", "punct")]
    ours = all(tree.is_a(kid, "nmod:poss") and tree.tokens[kid].upos == "PRON" for kid in own)
    return tree.lemma(noun) == "list" and ours and bool(tree.children(noun, "det", "nmod:poss")) and is_on_topic(tree)


def _is_topical(lexicon: Listings, tree: Tree, noun: int) -> bool:
    word = _noun(lexicon, tree.lemma(noun))
    return word is not None and word.topic


def _in_notice(tree: Tree, lexicon: Listings, verb: int) -> Telling | None:
    """ "The persons named below are designated", "imposed a travel ban on the following persons", with whom the
    numbered lines after it open."""
    word = lexicon.verbs[tree.lemma(verb)]
    noun = _list_noun(tree, lexicon, verb, word) if word.needs_list else None
    plain = tree.lemma(verb) in ("designate", "list", "sanction") and tree.is_passive(verb) and is_on_topic(tree)
    behind = [kid for host in (verb, noun) if host is not None for kid in tree.obliques(host, *TARGET_CASES)]
    whom = behind if word.against else tree.objects(verb)
    if not (plain or noun is not None) or not any(_are_below(tree, one) for one in whom):
        return None
    items = (match.end() for match in ITEM.finditer(tree.text, tree.tokens[verb].span.end))
    openings = (tree.tokens_in(Span(start, start + 1)) for start in items)
    targets = tuple(tokens[0] for tokens in openings if tokens)
    owners = _owners(tree, noun) if noun is not None else ()
    return Telling(targets, tree.doers(verb) or owners or _issuer(tree, verb), verb, noun, word.status == "off")


def _are_below(tree: Tree, noun: int) -> bool:
    """True for "the following persons" and "the persons named below"."""
    first, last = tree.subtree(noun)
    inside = {tree.lemma(token) for token in range(first, last + 1)}
    return bool(inside & {"below", "follow", "following"})


def _issuer(tree: Tree, verb: int) -> tuple[int, ...]:
    """The first body that is named in what comes up to the last line above that speaks of a notice."""
    notices = re.finditer(r"\bnotice\b.*", tree.text[: tree.tokens[verb].span.start], re.IGNORECASE)
    end = max((notice.end() for notice in notices), default=0)
    return tuple(name.last for name in tree.analysis.names if name.kind == "organization" and name.span.end <= end)[:1]


def _noun(lexicon: Listings, lemma: str) -> ListingWord | None:
    """The noun's entry, where the model leaves "sanctions" in the plural too."""
    return lexicon.nouns.get(lemma) or lexicon.nouns.get(lemma.removesuffix("s"))


def _named_as(tree: Tree, verb: int, word: ListingWord) -> bool:
    """True for "designated (as) a terrorist organization"."""
    for kid in (*tree.children(verb, "xcomp", "obj"), *tree.obliques(verb, "as")):
        first, last = tree.phrase(kid)
        inside = {tree.lemma(token) for token in range(first, last + 1)}
        if inside & CALLED and inside & word.named_as:
            return True
    if not tree.is_a(verb, "amod") or tree.lemma_above(verb) not in word.named_as:
        return False
    kinds = tree.lemmas_under(tree.tokens[verb].head, "amod", "compound")
    return bool(kinds & CALLED)  # "a US-designated terror group"


def _by_noun(tree: Tree, lexicon: Listings, noun: int) -> Telling | None:
    """ "X is under US sanctions", "X, who is on the sanctions list of Norway", "US sanctions against X"."""
    if not _is_sanctions(tree, lexicon, noun):
        return None
    head, above, case, targets = tree.tokens[noun].head, tree.lemma_above(noun), tree.case(noun), tuple[int, ...]()
    if case in ("under", "on"):
        if tree.children(noun, "cop"):
            targets = tree.subjects(noun)
        elif tree.is_a(noun, "acl", "nmod"):
            targets = (head,)
        elif tree.is_a(noun, "obl") and above in STAYING:
            targets = tree.subjects(head)  # "remains under US sanctions"
    elif above == "subject" and case == "to" or above in HITTING and case == "with" and tree.is_passive(head):
        targets = tree.subjects(head)  # "is subject to US sanctions", "was hit with US sanctions"
    else:
        verbs = tree.children(noun, "acl")
        targets = tree.obliques(noun, "against", "on")
        targets += tuple(one for verb in verbs for one in tree.obliques(verb, "against", "on", "upon"))
        hitting = [verb for verb in verbs if tree.lemma(verb) in HITTING]
        targets += tuple(one for verb in hitting for one in tree.objects(verb) if one > verb)
        if above in HITTING and tree.is_a(noun, "nsubj"):
            targets += tree.objects(head)  # "US sanctions target B"
    owners = (*_owners(tree, noun), *(one for other in tree.children(noun, "conj") for one in _owners(tree, other)))
    if tree.is_a(noun, "nsubj:pass") and above in ("impose", "announce", "introduce"):
        owners = (*owners, *tree.agents(head))  # "the sanctions, which target B, were imposed by A"
    if above in word_list("telling_of_sanctions") and tree.is_a(noun, "obj", "nsubj:pass"):
        owners = (*owners, *tree.doers(head))
        clauses = (kid for kid in tree.children(head, "advcl", "xcomp") if tree.lemma(kid) in ("include", "cover"))
        targets = targets or tree.obliques(head, "against", "on")
        # "expanded its sanctions to include B"
        targets = targets or tuple(one for kid in clauses for one in tree.objects(kid))
    if targets:
        targets = (*targets, *tree.obliques(noun, *EXAMPLES))
    return Telling(targets, owners, noun, noun) if targets else None


def _owners(tree: Tree, noun: int) -> tuple[int, ...]:
    """Tokens of whose sanctions or list it is: adjectives, names, possessives, "by", "of", "from", "imposed by"."""
    own = list(tree.children(noun, "amod", "compound", "nmod:poss"))
    own.extend(inner for kid in tree.children(noun, "compound") for inner in tree.children(kid, "amod", "compound"))
    imposing = (agent for kid in tree.children(noun, "acl") for agent in tree.agents(kid) or _by_whom(tree, kid))
    return (*own, *tree.obliques(noun, "by", "of", "from"), *imposing)


def _drafts(names: Named, telling: Telling) -> Iterator[Draft]:
    tree, cast = names.tree, names.cast
    reasons = tuple(_reasons(tree, telling.predicate))
    status: Status | None = None
    if telling.off:
        status = "denied" if find_status(tree, telling.predicate) == "asserted" else "asserted"
    named = ((*tree.obliques(one, *EXAMPLES), *_named_after(tree, one)) for one in telling.targets)
    for target in dict.fromkeys((*telling.targets, *(one for included in named for one in included))):
        for authority in telling.authorities:
            one, other = names.entity_at(target), _authority(names, authority)
            if one is None or other is None or one == other or not names.has_name(one):
                continue
            office = tree.lemma(authority) in ("treasury", "department", "ministry", "council", "union", "office")
            if cast.kind(other) not in ("state", "organization") and not office:
                continue
            numbers = [target, authority, telling.predicate, *([telling.noun] if telling.noun is not None else [])]
            evidence = tuple(_evidence(names, numbers))
            yield Draft(Listing(one, other, reasons), telling.predicate, evidence, SURE, status)


def _named_after(tree: Tree, target: int) -> tuple[int, ...]:
    """Those who are named behind their group: "twelve people, among them B"."""
    several = tree.is_plural(target)
    return tree.after(*tree.children(target, "appos")) if several else ()


def _evidence(names: Named, numbers: list[int]) -> Iterator[Span]:
    """In each sentence that tells of the listing, the stretch from the first of the tokens to the last."""
    tree = names.tree
    for sentence in sorted({tree.sentence_of(number).span for number in numbers}):
        inside = [number for number in numbers if sentence.covers(tree.tokens[number].span)]
        firsts = [names.at[number].first if number in names.at else number for number in inside]
        lasts = [names.at[number].last if number in names.at else number for number in inside]
        yield tree.span(min(firsts), max(lasts))


def _authority(names: Named, token: int) -> str | None:
    """Whose list it is; where the list has a name of its own, the state that the name opens with."""
    entity = names.entity_at(token)
    words = names.cast.entities[entity].name.split() if entity is not None else []
    if not words or words[-1].lower() not in ("list", "blacklist"):
        return entity
    return state_of(names.cast, country_code(words[0]))


def _reasons(tree: Tree, predicate: int) -> Iterator[Span]:
    """The words after "for" and "over": why somebody was listed."""
    for kid in tree.children(predicate, "obl", "advcl"):
        marks = [tree.lemma(mark) for mark in tree.children(kid, "mark")]
        if tree.case(kid) in ("for", "over", "due to", "because of") or marks in (["for"], ["because"]):
            first, last = tree.subtree(kid)
            while first < kid and tree.is_a(first, "case", "mark", "fixed"):
                first += 1
            yield tree.span(first, last)
