"""Where: the place of a claim, from the phrases of place in the clause of its predicate."""

from collections.abc import Iterator

from onrecord.claims.for_offices.home import OPENING
from onrecord.claims.sharing import (
    APART,
    UNDERGOING,
    edge_of_shared,
    governors_sharing,
    happenings,
    is_joined,
    is_of_what_is_judged,
    says_where,
    settings,
)
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast
from onrecord.lexicon.word_lists import word_list
from onrecord.model import EntityKind, EventType

# What is done with bodies and so where those are who do or suffer it.
_BODILY: frozenset[EventType] = frozenset({"ASSAULT", "COERCE", "PROTEST", "AID", "COOPERATE", "RETREAT"})
_AT = frozenset("in at near outside inside across throughout around within off on over through".split())
# What is told of those who take part, or of whence and to whom.
_BESIDE_THEM = frozenset({None, "of", "by", "to", "from", "for", "among", "with"})
_SITED = frozenset({"in", "at", "near", "outside", "inside"})
# Kinds of common nouns, by the language model, that are no site.
_IDEAS = frozenset({"abstract", "event", "time"})
_INTO = frozenset({"to", "into", "towards", "toward"})
_TRAVELS = word_list("travels")
_LEAVES_FOR = frozenset({"leave", "depart", "head", "set"})
_SEALS = word_list("seals")
# And of speaking: "told a crowd in Velmark", "speaking from exile in Velmark".
_SPEAKS = frozenset({"speak", "talk", "tell", "address"})
_TRIPS = frozenset({"visit", "trip", "journey", "tour"})
_OCCASIONS = word_list("occasions") | _TRIPS
_DISCUSSIONS = frozenset({"talk", "discussion", "meeting", "negotiation", "debate"})
_DISCUSSING = frozenset({"discuss", "debate", "review"})
_SITUATIONS = word_list("situations")
_STREETS = frozenset({"street", "square", "road", "avenue", "highway", "centre", "center"})
_KINDS = word_list("kinds_of_places")
_REGIONS = frozenset({"region", "province", "district", "territory", "peninsula", "area", "county"})
_DEPTH = 4


def find_place(tree: Tree, cast: Cast, predicate: int, event: EventType) -> str | None:
    """The entity where what hangs on `predicate` happens, or None: a place or state, a building or body with "at".

    The nearest phrase of place of the predicate itself, else of a verb that shares its clause, else, for what is done
    by force or in the street, of those who do it and those who suffer it; nothing for a verb that reports a clause.
    """
    if tree.children(predicate, "ccomp"):
        return None
    nodes = (predicate, *happenings(tree, predicate), *governors_sharing(tree, predicate))
    nodes = (*nodes, *(clause for node in nodes for clause in settings(tree, node)))
    if event in _BODILY:
        nodes = (*nodes, *(kid for kid in tree.children(predicate, "advcl") if _is_at_once(tree, kid)))
    ways = (_places, _among, _stationed) if event in _BODILY else (_places, _stationed)
    elsewhere = any(_kind(cast, _named(tree, kid)) in ("place", "state") for kid in tree.children(predicate, "obl"))
    for way, node in ((way, node) for way in ways for node in nodes):
        if way is _among and elsewhere and node != predicate and is_joined(tree, predicate, node):
            continue  # "freed the towns in Norland and drove the rebels out of Velmark"
        below = edge_of_shared(tree, predicate, node)
        found = [token for token in way(tree, cast, node) if below is None or token < below]
        if found:
            by_rank = {(_kind(cast, token) == "organization", abs(token - predicate), token) for token in found}
            return cast.entity_at(min(by_rank)[2])
    said = [tree.lemma(kid) for node in nodes for kid in tree.children(node, "advmod")]
    if "here" in said:
        return _dateline(tree, cast)
    return _named_before(tree, cast, predicate) if "there" in said else None


def _named_before(tree: Tree, cast: Cast, predicate: int) -> str | None:
    """The place that "there" means: the last one before it in the sentence."""
    sentence = tree.sentence_of(predicate)
    before = (token for token in range(predicate - 1, sentence.first - 1, -1) if tree.case(token) in (*_SITED, "to"))
    return next((cast.entity_at(token) for token in before if _kind(cast, token) in ("place", "state")), None)


def _dateline(tree: Tree, cast: Cast) -> str | None:
    """The place at the head of an agency's story, which "here" means: "VELMARK, May 3 – Orten arrived here"."""
    opening = OPENING.match(tree.text)
    heads = range(len(tree.tokens)) if opening is not None else ()
    inside = (token for token in heads if opening is not None and tree.tokens[token].span.end <= opening.end("place"))
    return next((cast.entity_at(token) for token in inside if _kind(cast, token) in ("place", "state")), None)


def _is_at_once(tree: Tree, clause: int) -> bool:
    """True for what happened at once: "was killed when a bomb went off in Velmark", "used gas to disperse a crowd"."""
    marks = tree.lemmas_under(clause, "mark", "advmod")
    return "when" in marks or marks <= {"to"} and not tree.children(clause, "nsubj")


def _places(tree: Tree, cast: Cast, node: int) -> Iterator[int]:
    """Heads of the phrases of place under the node, of what it enters, and of the clause's antecedent ("where")."""
    for kid in tree.children(node, "obl", "nmod"):
        if is_of_what_is_judged(tree, kid, node) or _is_of_topic(tree, kid, node):
            continue
        found = tuple(_place(tree, cast, node, _named(tree, kid), kid))
        yield from found or _site(tree, cast, kid)
        if tree.tokens[kid].noun_kind == "time":  # "on the last day of May in Velmark"
            for deeper in _within(tree, kid):
                yield from _place(tree, cast, node, _named(tree, deeper), deeper)
    for kid in tree.children(node, "obl", "nmod", "obj", "iobj"):
        meets = tree.lemma(node) in word_list("meets") | _SEALS | _SPEAKS and not tree.is_a(kid, "nmod")
        taken_up = not meets and tree.case(kid) in ("for", "over") and bool(tree.children(kid, "nmod:poss"))
        ahead = any(tree.lemma(word) == "ahead" for word in tree.children(node, "advmod") if word < kid)
        apart = ahead or tree.case(kid) in APART - {"after", "following"}
        topic = tree.lemma(node) in _DISCUSSING and tree.is_a(kid, "obj")  # "discussed the war in Velmark"
        if taken_up or topic or (tree.is_a(kid, "obl") and apart):
            continue  # "thanked him for his visit to Velmark", "resigned ahead of a summit in Velmark"
        if meets or _OCCASIONS & {tree.lemma(kid), tree.lemma(node)}:
            for deeper in _within(tree, kid):
                if tree.case(deeper) in _SITED or (tree.case(deeper) == "to" and tree.lemma(kid) in _TRIPS):
                    gone_to = tree.case(deeper) == "to" and _kind(cast, deeper) == "state"
                    yield from (deeper,) if gone_to else _place(tree, cast, kid, _named(tree, deeper), deeper)
    if tree.lemma(node) in word_list("entered"):
        kinds = ("place", "state") if tree.lemma(node) in ("visit", "tour") else ("place",)
        entered = (_named(tree, kid) for kid in tree.objects(node))
        for site in (token for token in entered if _kind(cast, token) in kinds):
            inner = [kid for kid in tree.obliques(site, "in") if _kind(cast, kid) == "place"]
            yield from inner or (site,)
    head = tree.head(node)
    if head is not None and tree.case(node) == "of" and tree.lemma(head) in UNDERGOING and tree.children(head, "cop"):
        # "Velmark was the scene of a raid"
        yield from (kid for kid in tree.subjects(head) if _kind(cast, kid) == "place")
    if head is not None and says_where(tree, node):
        named = _named(tree, head)
        if tree.tokens[head].noun_kind == "event":
            for deeper in _within(tree, head):
                yield from _place(tree, cast, head, _named(tree, deeper), deeper)
        elif _kind(cast, named) in ("place", "state", "organization"):
            yield named
    if head is not None and tree.is_a(node, "obl", "nmod") and tree.case(node) == "for" and tree.children(head, "cop"):
        yield from _place(tree, cast, node, head, head)  # "was in Velmark for talks"


def _is_of_topic(tree: Tree, place: int, verb: int) -> bool:
    """True for the Velmark of "discussed the situation in Velmark", hung on the verb."""
    topics = [kid for kid in tree.children(verb, "obj") if tree.lemma(kid) in _SITUATIONS]
    return tree.lemma(verb) in _DISCUSSING and any(tree.subtree(place)[0] == topic + 1 for topic in topics)


def _among(tree: Tree, cast: Cast, node: int) -> Iterator[int]:
    """Places beside those who take part: "killed by the army in Velmark", "the Velmark bombing"."""
    if tree.lemma(node) == "claim":
        return  # who claims an attack may be anywhere
    if tree.tokens[node].upos == "NOUN":
        yield from (kid for kid in tree.children(node, "compound", "nmod:poss") if _kind(cast, kid) == "place")
    for kid in tree.children(node, "obj", "obl", "nmod"):
        attack = tree.case(kid) == "in" and (tree.tokens[kid].noun_kind == "event")
        if tree.case(kid) in _BESIDE_THEM or attack:  # "killed in an attack on a post near Velmark"
            for deeper in _within(tree, kid):
                if tree.case(deeper) in _SITED | {"off"}:
                    yield from _place(tree, cast, kid, _named(tree, deeper), deeper)
    if tree.lemma(node) in ("evacuate", "rescue", "airlift", "free"):
        yield from (token for token in tree.obliques(node, "from") if _kind(cast, token) in ("place", "state"))


def _site(tree: Tree, cast: Cast, noun: int) -> Iterator[int]:
    """The town or country of a site that is no place of the article: "in the Norlandic consulate in Velmark", "in the
    streets of Velmark", "near a Velmark school", "in the capital, Velmark"."""
    case, word = tree.case(noun), tree.tokens[noun]
    taken = case == "to" and tree.lemma_above(noun) == "take" and tree.lemma(noun) in _STREETS
    along = case == "through" and tree.lemma(noun) in _STREETS
    if not (taken or along or case in _SITED | {"on"}) or word.upos != "NOUN" or word.noun_kind in _IDEAS:
        return
    if case in _SITED:
        for kid in tree.children(noun, "nmod"):
            yield from _place(tree, cast, noun, _named(tree, kid), kid)
    whose = tree.children(noun, "nmod:poss", "compound")
    streets = tree.obliques(noun, "of") if tree.lemma(noun) in _STREETS else ()
    called = tree.children(noun, "appos") if tree.lemma(noun) in _KINDS else ()
    yield from (kid for kid in (*called, *whose, *streets) if _kind(cast, kid) == "place")


def _stationed(tree: Tree, cast: Cast, node: int) -> Iterator[int]:
    """The town where those who do it are: "a court in Velmark sentenced him"."""
    for kid in tree.doers(node) if tree.lemma(node) != "claim" else ():
        for deeper in tree.children(kid, "nmod"):
            if tree.case(deeper) in _SITED and _kind(cast, _named(tree, deeper)) == "place":
                yield _named(tree, deeper)


def _within(tree: Tree, noun: int, depth: int = _DEPTH) -> Iterator[int]:
    """Modifiers of the noun, at any depth ("his counterparts from Norland and Ostland in Velmark")."""
    for kid in (kid for member in tree.after(noun) for kid in tree.children(member, "nmod")):
        yield kid
        topic = tree.case(kid) in ("on", "about", "over") and tree.lemma(noun) in _DISCUSSIONS
        if depth and not topic:  # "talks on the situation in Velmark"
            yield from _within(tree, kid, depth - 1)


def _named(tree: Tree, noun: int) -> int:
    """The name behind "the town of", else the noun itself."""
    if tree.lemma(noun) in _KINDS:
        return next((kid for kid in tree.children(noun, "nmod") if tree.case(kid) == "of"), noun)
    return noun


def _place(tree: Tree, cast: Cast, node: int, named: int, kid: int) -> Iterator[int]:
    """The place that the phrase of `kid` names, when its preposition says that it is where it happens."""
    case = (tree.case(kid) or "").split(" ")[-1]
    verb = tree.tokens[node].upos == "VERB"
    goes = case in _INTO and tree.lemma(node) in _TRAVELS or case == "for" and tree.lemma(node) in _LEAVES_FOR
    travels = verb and goes
    fitting: dict[EntityKind | None, bool] = {
        "place": case in _AT or travels or (case in _INTO and tree.lemma(node) in _TRIPS),
        "state": case in ("in", "throughout", "across") or travels,
        "organization": case in ("at", "outside", "inside"),
    }
    word = tree.tokens[named]
    if _kind(cast, named) is None and fitting["place"] and tree.lemma(named) in _KINDS:
        kinds = ("place", "state") if tree.lemma(named) in _REGIONS else ("place",)
        yield from (name for name in tree.children(named, "compound") if _kind(cast, name) in kinds)
    if fitting.get(_kind(cast, named), False) and not (word.upos == "NOUN" and word.noun_kind in _IDEAS):
        yield named


def _kind(cast: Cast, token: int) -> EntityKind | None:
    entity = cast.entity_at(token)
    return None if entity is None else cast.kind(entity)
