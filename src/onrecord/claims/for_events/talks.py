"""Talks of equals, visits and meetings: who takes part, how many they are, and on how many occasions."""

from collections.abc import Sequence
from itertools import pairwise

from onrecord.claims.for_events.meant import acting
from onrecord.claims.for_events.parts import Parts
from onrecord.claims.for_events.worth import Found
from onrecord.claims.for_who.named import Named
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast
from onrecord.lexicon.event_words import EventWord
from onrecord.lexicon.word_lists import word_list
from onrecord.model import EntityKind, EventMode, Span
from onrecord.places import country_of_adjective

# What a body of states or parties does by itself is a meeting of those; a parliament or a cabinet only sits.
GATHERINGS = frozenset({"meet", "meeting", "convene", "gather", "assemble", "summit"})
# Meetings with each of several: "held separate meetings with Orten and Vesely".
SINGLY = frozenset({"separate", "bilateral", "individual", "one-on-one", "one-to-one", "successive"})
EACH = frozenset({"meeting", "call", "conversation"})
SEVERAL = 3
SHARED = word_list("shared")
TOPICAL = ("on", "about", "over", "regarding", "concerning")
FORCES = word_list("forces")
CALLS = frozenset({"call", "telephone", "phone", "videoconference", "teleconference"})
PHONES = frozenset({"phone", "telephone", "telephonic", "video"})
STATES: frozenset[EntityKind] = frozenset({"state", "place"})


def find_talks(
    named: Named, token: int, sense: EventWord, sides: tuple[str, ...], hosts: tuple[int, ...]
) -> Found | None:
    """An event whose sides are equal; one side alone is enough only where it stands for many."""
    cast = named.cast
    sides = of_kind(cast, sides, sense.actor_kinds)
    told = [_number(named, side, token) for side in sides]
    alone = len(sides) == 1 and cast.kind(sides[0]) in ("organization", "group")
    joined = alone and (sense.event == "COOPERATE" or " and " in cast.entities[sides[0]].name)  # not "the two leaders"
    alone = alone and (sense.needs != "both" or joined and told[0] > 1)
    if len(sides) < 2 and not alone and not (sides and sense.needs == "actor"):
        return None
    sits = len(sides) == 1 and sense.words[0] in GATHERINGS
    if sits and word_list("sitting") & set(cast.entities[sides[0]].name.lower().split()):
        return None
    union = sits and cast.entities[sides[0]].country is None  # of states
    unknown = SEVERAL if len(sides) == 1 and (union or cast.kind(sides[0]) == "group") else 1
    many = sum(number or unknown for number in told) >= SEVERAL
    mode: EventMode | None = "multilateral" if sense.mode == "meet" and many else sense.mode
    return Found(token, sense, sense.event, mode, sides, (), hosts, token, False)


def without_topics(
    parts: Parts, word: int, sense: EventWord, hosts: Sequence[int], sides: tuple[str, ...]
) -> tuple[str, ...]:
    """The sides but for those of what is talked of, where two are left: "A and B discussed relations with C"."""
    tree = parts.tree
    above = (tree.tokens[word].head,) if tree.is_a(word, "obj") else ()
    pending = [
        kid for host in (word, *hosts, *above) for kid in (*tree.children(host, "obj"), *tree.obliques(host, *TOPICAL))
    ]
    topics: list[int] = []
    while pending:
        members = [kid for kid in tree.after(pending.pop()) if kid not in topics]
        topics += members
        pending += [kid for one in members for kid in tree.obliques(one, "of", *TOPICAL)]
    shared = [
        topic for topic in topics if topic != word and tree.lemma(topic) in SHARED - set(sense.words) - sense.objects
    ]
    about = parts.who((kid for topic in shared for kid in tree.obliques(topic, "with")), owners=False)
    left = tuple(side for side in sides if side not in about)
    return left if len(left) > 1 or any(_number(parts.named, side, word) > 1 for side in left) else sides


def _number(named: Named, side: str, token: int) -> int:
    """How many a group in the sentence of the token stands for, 0 where its words do not tell: "the two presidents",
    "Norlandic and Ostlandic police", "his counterparts from Norland, Ostland and Westland".
    """
    tree, here = named.tree, named.tree.tokens[token].sentence
    for at in named.cast.heads(side):
        if tree.tokens[at].sentence != here or tree.tokens[at].upos != "NOUN":
            continue
        if tree.lemmas_under(at, "nummod", "det") & {"two", "both"}:
            return 2
        many = tree.tokens[at].feats.get("Number") != "Sing" or tree.lemma(at) in FORCES
        return _states(named, at) if many else 0
    return 0


def _states(named: Named, noun: int) -> int:
    """How many states the noun is said to be of, 0 for one or none."""
    tree = named.tree
    phrases = (kid for kid in tree.children(noun, "nmod") if tree.case(kid) in ("of", "from", "in"))
    joined = [tree.after(kid) for kid in (*tree.children(noun, "amod", "compound"), *phrases)]
    counts = [
        sum(bool(country_of_adjective(tree.tokens[kid].text) or acting(named, kid, STATES)) for kid in kids)
        for kids in joined
    ]
    return max((count for count in counts if count > 1), default=0)


def are_single(tree: Tree, noun: int) -> bool:
    """True for a noun of meetings with one at a time: "held separate talks with Orten and Vesely"; meetings and calls
    that nothing counts are as many as those met."""
    kinds = tree.lemmas_under(noun, "amod")
    each = tree.lemma(noun) in EACH and not tree.children(noun, "nummod")
    return tree.is_plural(noun) and (each or bool(kinds & SINGLY))


def is_one_sided(parts: Parts, verb: int, sense: EventWord, found: Found) -> bool:
    """True for what goes to several, untold from whom: "oil that is shipped to Norland and Ostland"."""
    ways = (side for side in sense.sides if side in ("obl:to", "obl:from", "obl:in"))
    return any(set(found.actors) <= set(parts.of_verb(verb, (way,), owners=True)) for way in ways)


def has_met_a_thing(parts: Parts, verb: int, sense: EventWord, found: Found) -> bool:
    """True for "the police met the train": who is alone on one side, with nobody on the other."""
    alone = "obj" in sense.sides and len(found.actors) == 1 and bool(parts.tree.children(verb, "obj"))
    return alone and found.actors[0] not in parts.of_verb(verb, ("obj",), owners=False)


def occasions(tree: Tree, cast: Cast, event: Found) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Actors and recipients of each single visit or meeting that the words tell of."""
    visitor, *others = event.actors or ("",)
    if event.mode == "visit" and event.recipients and _are(cast, event.recipients, "state", "place"):
        return [(event.actors, (host,)) for host in event.recipients]
    if event.mode in ("multilateral", "phone") and event.apart and len(others) > 1:
        first = tuple(entity for entity in event.actors if entity not in event.apart)
        single: list[tuple[tuple[str, ...], tuple[str, ...]]] = [((visitor, other), ()) for other in event.apart]
        return single if len(first) == 1 else [(first, ()), *single]
    if event.mode == "multilateral" and len(others) > 1 and _are_each_dated(tree, cast, event, others):
        return [((visitor, other), ()) for other in others]
    groups = len(others) > 1 and cast.kind(visitor) == "person" and _are(cast, others, "organization", "group")
    if event.mode == "multilateral" and groups:
        return [((visitor, other), ()) for other in others]
    return [(event.actors, event.recipients)]


def _are_each_dated(tree: Tree, cast: Cast, event: Found, others: Sequence[str]) -> bool:
    """True for "met Orten on Monday and Vesely on Friday"."""
    every = words_beside(tree, cast, event, others)
    inside = (tree.tokens_in(words) if words is not None else () for words in every)
    return all(any(tree.tokens[at].noun_kind == "time" for at in tokens) for tokens in inside)


def words_beside(tree: Tree, cast: Cast, event: Found, others: Sequence[str]) -> tuple[Span | None, ...]:
    """The words from each of those who are met or visited up to the next: "Norland on Monday", "Ostland on Friday"."""
    sentence = tree.sentence_of(event.token)
    here = range(event.token + 1, sentence.last + 1)
    heads = [next((at for at in sorted(cast.heads(one)) if at in here), None) for one in others]
    starts = sorted(at for at in heads if at is not None)
    after = {at: tree.subtree(then)[0] - 1 for at, then in pairwise(starts)}
    return tuple(None if at is None else tree.span(at, max(at, after.get(at, sentence.last))) for at in heads)


def of_kind(cast: Cast, entities: tuple[str, ...], kinds: frozenset[str]) -> tuple[str, ...]:
    """The entities that are of one of these kinds; all where none is named."""
    return tuple(entity for entity in entities if not kinds or cast.kind(entity) in kinds)


def _are(cast: Cast, entities: Sequence[str], *kinds: str) -> bool:
    return all(cast.kind(entity) in kinds for entity in entities)


def is_by_phone(tree: Tree, predicate: int) -> bool:
    """True for what was held "in a phone call" or "during a video conference", whatever else the verb tells."""
    calls = tree.obliques(predicate, "in", "during", "by", "over", "via")
    return any(tree.lemma(kid) in CALLS or tree.lemmas_under(kid, "compound", "amod") & PHONES for kid in calls)
