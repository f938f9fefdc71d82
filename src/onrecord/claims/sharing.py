"""Which governors share their time and place with a predicate: verbs of plans, light verbs, verbs joined by "and"."""

from collections.abc import Iterator
from itertools import takewhile

from onrecord.claims.for_events.authored import TEXTS
from onrecord.claims.for_events.senses import governs, light_entries
from onrecord.claims.for_statements.cues import SPEAKING
from onrecord.claims.grammar import CIRCUMSTANCES, DEFINITE
from onrecord.claims.status import find_status, is_bundle
from onrecord.claims.tree import Tree
from onrecord.lexicon.status import status_words
from onrecord.lexicon.word_lists import word_list

APART = CIRCUMSTANCES | {"per", "over", "about", "against", "than"}
"""Before a noun they tell of what was at another time than what the verb tells."""
_SPEAKING = frozenset({*SPEAKING, "address", "appear", "attend", "tweet", "preach"})
_HARM = word_list("harm")
_VISITING = frozenset({"visit", "tour"})
UNDERGOING = frozenset({"target", "scene", "site", "victim", "object", "subject"})
"""Who or what is said to be this of something had it done to it, or there."""
# What says of a noun when and where that happened: "the attack, which took place in Velmark".
_HAPPENS = frozenset({"take", "occur", "happen", "break", "hold"})
# Who has come somewhere does there what is still to come.
_COMES = frozenset({"arrive", "come", "travel", "fly", "go", "land", "visit", "return", "head"})
# Kinds of names of those who act at other times too: "Norland, which hosted talks in May, has offered".
_THOSE_WHO_ACT = frozenset({"place", "organization"})
_AT_WHICH = ("at", "in", "during")
_STEPS = 6


def governors_sharing(tree: Tree, predicate: int) -> Iterator[int]:
    """Governors that share their time and place with the predicate, from the nearest."""
    current = predicate
    for _ in range(_STEPS):
        above = tree.head(current)
        if above is None or not shares(tree, current, above):
            return
        yield above
        current = above


def edge_of_shared(tree: Tree, predicate: int, above: int) -> int | None:
    """The first word of the clause of a governor before which a phrase must stand to be told of the predicate too, or
    None where all its phrases are: of two that "and" joins, with a doer or a day each or one of them still to come,
    only what stands in front is common to both."""
    if above == predicate:
        return None
    steps = _steps_to(tree, predicate, above)
    joined = [node for node in steps if tree.is_a(node, "conj")]
    own = any(tree.children(node, "nsubj", "csubj") for node in joined)
    own = own or bool(joined) and _is_dated(tree, above) and _is_dated(tree, predicate)
    later = bool(joined) or any(tree.is_a(node, "xcomp") for node in steps)
    ahead = later and find_status(tree, predicate) == "planned" and find_status(tree, above) == "asserted"
    if not own and (not ahead or tree.lemma(above) in _COMES):  # "arrived in Velmark and is due to meet Orten"
        return None
    return min((above, *tree.children(above, "nsubj")))


def _is_dated(tree: Tree, verb: int) -> bool:
    kids = tree.children(verb, "obl", "advmod")
    return any(tree.tokens[kid].noun_kind == "time" or tree.lemma(kid) == "ago" for kid in kids)


def is_joined(tree: Tree, predicate: int, above: int) -> bool:
    """True where "and" joins the predicate, or what it shares a clause with, to the governor above."""
    return any(tree.is_a(node, "conj") for node in _steps_to(tree, predicate, above))


def _steps_to(tree: Tree, predicate: int, above: int) -> list[int]:
    return [predicate, *takewhile(lambda node: node != above, tree.ancestors(predicate))]


def settings(tree: Tree, verb: int) -> Iterator[int]:
    """Clauses that tell on what occasion it is done: "speaking on Monday, she thanked them", "in a letter sent on"."""
    for kid in tree.children(verb, "advcl"):
        visiting = tree.lemma(kid) in _VISITING and tree.tokens[kid].feats.get("VerbForm") in ("Ger", "Part")
        if (visiting or tree.lemma(kid) in _SPEAKING) and not tree.children(kid, "nsubj", "mark", "aux"):
            yield kid
    for text in tree.obliques(verb, "in"):
        yield from (kid for kid in tree.children(text, "acl") if tree.lemma(text) in TEXTS)
    for noun in tree.children(verb, "nsubj"):
        for kid in tree.children(noun, "acl"):
            if tree.lemma(kid) in _SPEAKING | _VISITING and tree.tokens[kid].feats.get("VerbForm") != "Fin":
                yield kid


def happenings(tree: Tree, predicate: int) -> Iterator[int]:
    """Clauses that tell when and where what a noun tells of was: "talks held in Velmark", "the attack, which took place
    in Velmark", "the raid that killed three people in Velmark"; of a verb, those of its noun ("the talks, which took
    place in Velmark, were attended by Orten", "fell in a raid staged in Velmark")."""
    noun = tree.tokens[predicate].upos == "NOUN"
    amid = [kid for kid in tree.children(predicate, "obl") if tree.case(kid) in ("in", "during") and not noun]
    amid = [kid for kid in amid if tree.tokens[kid].noun_kind == "event"]
    nouns = (predicate,) if noun else (*tree.subjects(predicate), *amid)
    for node in nouns:
        for kid in tree.children(node, "acl"):
            light = is_light(tree, kid) or tree.lemma(kid) in _HAPPENS
            kind = tree.tokens[node].noun_kind
            if not noun:
                acts = kind == "person" or kind in _THOSE_WHO_ACT and tree.tokens[node].upos == "PROPN"
                if not acts and (light or node in amid and tree.is_passive(kid)):
                    yield kid
            elif not tree.is_a(kid, "acl:relcl"):
                if light or tree.is_passive(kid):
                    yield kid
            elif kind != "person":
                who = tree.children(kid, "nsubj")
                itself = any(tree.tokens[token].feats.get("PronType") == "Rel" for token in who)
                if light or itself and (tree.is_passive(kid) or tree.lemma(kid) in _HARM):
                    yield kid


def says_where(tree: Tree, clause: int) -> bool:
    """True for a relative clause of what was done there: "in Velmark, where he met Orten", "a summit at which"."""
    if not tree.is_a(clause, "acl:relcl", "advcl:relcl"):
        return False
    which = (kid for kid in tree.children(clause, "obl") if tree.lemma(kid) == "which")
    return "where" in tree.lemmas_under(clause, "advmod") or any(tree.case(kid) in _AT_WHICH for kid in which)


def shares(tree: Tree, node: int, above: int) -> bool:
    """True where the governor above tells when and where the word's event is too."""
    if tree.is_a(node, "xcomp", "conj"):
        return True
    if tree.is_a(node, "advcl"):
        marks = tree.lemmas_under(node, "mark")
        gerund = marks <= {"by", "while"} and not tree.children(node, "nsubj", "aux")  # "protested by marching"
        return not marks or marks == {"to"} or gerund
    if tree.is_a(node, "acl") and not tree.is_a(node, "acl:relcl"):
        return tree.lemma(above) in TEXTS  # "issued a statement on Monday condemning it"
    if is_bundle(tree, node, above) or _is_said_of(tree, node, above):
        return True
    if tree.is_a(node, "obl") and tree.case(node) in APART:
        return False  # "suspended the session at once, after a request by Orten"
    if tree.is_a(node, "nsubj", "obj", "obl") and (is_light(tree, above) or _carries(tree, above, node)):
        return True
    harmed = tree.lemma(above) in _HARM and tree.tokens[node].noun_kind == "event"
    if tree.is_a(node, "nsubj"):
        return harmed or (tree.lemma(above) in _HARM and _is_new(tree, node))
    if harmed and tree.is_a(node, "obl") and tree.case(node) in ("in", "by", "during"):
        return True  # "were killed in the bombing of a market on Monday"
    return tree.is_a(node, "obj", "obl") and _is_new(tree, node)


def _is_said_of(tree: Tree, noun: int, above: int) -> bool:
    """ "was the target of an attack", "was the scene of a bombing"."""
    return tree.case(noun) == "of" and tree.lemma(above) in UNDERGOING and bool(tree.children(above, "cop"))


def is_of_what_is_judged(tree: Tree, phrase: int, verb: int) -> bool:
    """ "Norland condemns the attack on Monday": where and when that was which is condemned, welcomed or thanked for in
    the present, if the phrase stands behind it; and what is marked by who "congratulates them as they mark the day"."""
    feats, helped = tree.tokens[verb].feats, tree.lemmas_under(verb, "aux")
    present = feats.get("Tense") == "Pres" and feats.get("VerbForm") == "Fin" and not helped
    uttering = present or feats.get("VerbForm") == "Inf" and helped <= {"do", "must"}
    if not uttering or tree.lemma(verb) not in word_list("uttered") or phrase < verb:
        return False
    if any(tree.is_a(node, "advcl") and tree.head(node) == verb for node in tree.ancestors(phrase)):
        return True
    nouns = tree.after(*tree.children(verb, "obj", "obl", "nsubj"))
    nouns = (*nouns, *(kid for noun in nouns for kid in tree.children(noun, "nmod")))
    return any(verb < noun < phrase and tree.tokens[noun].noun_kind == "event" for noun in nouns)


def is_light(tree: Tree, verb: int) -> bool:
    """Verbs whose noun is the event: "hold talks", "cancelled the visit", "the meeting took place"."""
    governors = status_words().governors
    lemma = tree.lemma(verb)
    entry = governors.get((lemma, "light")) or governors.get((lemma, "verb"))
    return entry is not None and entry.nouns and entry.effect in ("pass", "plan", "deny", "possible")


def _carries(tree: Tree, verb: int, noun: int) -> bool:
    """True for a light verb of the noun: "Talks broke off"; not for another's deed ("demanded the resignation")."""
    if tree.lemma(verb) in word_list("of_another_time"):
        return False
    entries = (one for one in light_entries(tree, verb) if not one.nouns or tree.lemma(noun) in one.nouns)
    return any(governs(tree, verb, noun, entry) for entry in entries)


def _is_new(tree: Tree, noun: int) -> bool:
    """A noun that the clause brings up ("issued a ruling"), not one that it takes up ("condemned the attack")."""
    if tree.tokens[noun].upos != "NOUN" or tree.children(noun, "nmod:poss"):
        return False
    return not DEFINITE & tree.lemmas_under(noun, "det")
