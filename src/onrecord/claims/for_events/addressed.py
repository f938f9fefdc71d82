"""Tell whom words address or an event is aimed at: who is to do what is asked, who the letter is to."""

from collections.abc import Mapping, Sequence

from onrecord.claims.for_events.attached import asked_to, far_below
from onrecord.claims.for_events.authored import TEXTS
from onrecord.claims.for_events.fates import without_sufferers
from onrecord.claims.for_events.parts import Parts
from onrecord.claims.for_status.own_status import is_negated
from onrecord.claims.grammar import CONDITIONS
from onrecord.claims.tree import Tree
from onrecord.lexicon.event_words import EventWord
from onrecord.lexicon.word_lists import word_list
from onrecord.model import EventType

AIMS: Mapping[EventType, tuple[str, ...]] = {
    "ACCUSE": ("obl:against", "ccomp"),
    "AGREE": ("iobj", "obl:to", "xcomp"),
    "AID": ("obl:to", "xcomp"),
    "COERCE": ("iobj", "obl:against"),
    "CONCEDE": ("iobj", "obl:to", "obl:on", "obl:against", "obj"),
    "PROTEST": ("obl:against",),
    "REJECT": ("iobj", "obl:with", "obl:to", "obj"),
    "REQUEST": ("obl:from", "obl:of"),
    "SANCTION": ("obl:on", "obl:against"),
}
"""Relations in which who is meant may stand, by the type of the event, the surest first."""
FAR = ("obl:against", "obl:on")
"""Those that the tree may hang on another phrase of the clause."""
CASES = TEXTS | {"case", "complaint", "lawsuit", "suit", "petition", "appeal", "request", "matter", "issue", "dispute"}

AWAY = word_list("away")


def led_to(parts: Parts, verb: int, sense: EventWord) -> tuple[str, ...]:
    """Those that stand in a relation that words of this type may aim with, but unnamed people."""
    for relation in AIMS.get(sense.event, ()):
        if relation == "obj" and sense.recipient:
            continue
        found = parts.of_verb(verb, (relation,), owners=True)
        if not found and relation in FAR:
            found = parts.who(far_below(parts.tree, verb, relation.partition(":")[2]), owners=True)
        if named := tuple(entity for entity in found if _is_known(parts, sense, entity)):
            return without_sufferers(parts, verb, sense, named, parts.objects(verb))
    return ()


def _is_known(parts: Parts, sense: EventWord, entity: str) -> bool:
    body = parts.named.cast.kind(entity) == "organization" and sense.event != "AGREE"
    known = body or parts.named.has_name(entity)
    return known and parts.named.cast.kind(entity) != "place"


def threatened(parts: Parts, verb: int) -> tuple[str, ...]:
    """Who would have to do, or not to do, what the condition of the threat says."""
    tree = parts.tree
    hosts = (verb, *parts.clauses(verb))
    clauses = [kid for host in hosts for kid in tree.children(host, "advcl")]
    bound = [kid for kid in clauses if tree.lemmas_under(kid, "mark") & CONDITIONS]
    return parts.who((token for kid in bound for token in tree.children(kid, "nsubj")), owners=False)


def is_promised(tree: Tree, verb: int, event: EventType) -> bool:
    """True for help that is still to come: "pledged $5m to the miners"."""
    return event == "AID" and tree.lemma(verb) in ("pledge", "promise") and not is_negated(tree, verb)


def who_is_to_act(parts: Parts, word: int, hosts: Sequence[int] = ()) -> tuple[str, ...]:
    """Who is to do what a verb or noun asks for: "called for restraint by Norland", "an appeal for Norland to act"."""
    tree = parts.tree
    found = [token for host in (word, *hosts) for token in asked_to(tree, host)]
    things = [thing for host in (word, *hosts) for thing in tree.obliques(host, "for", "on")]
    if tree.tokens[word].upos == "VERB":
        things += parts.objects(word)
    if things and not found and not tree.is_passive(word):
        known = tree.tokens[word].upos == "VERB" or tree.children(word, "nmod:poss")
        found += tree.obliques(word, "by") if known else ()  # "his call for restraint by Norland"
    for thing in things if not found else ():
        if tree.tokens[thing].upos != "NOUN" or parts.named.entity_at(thing) is not None:
            continue
        found += tree.obliques(thing, "by", *(() if tree.lemma(thing) in AWAY else ("from",)))
        found += tree.obliques(thing, *(() if tree.lemma(thing) in word_list("towards") else ("to",)))
    return parts.who(found, owners=False)


def find_addressed(parts: Parts, verb: int, sense: EventWord, told: tuple[str, ...]) -> tuple[str, ...]:
    """Those told without whom others are only asked to do something to; where nobody is left, whom the text is to."""
    if sense.event != "REQUEST":
        return told or _written_to(parts, verb)
    patients = _patients(parts, verb)
    told = tuple(entity for entity in told if entity not in patients)
    return told or _written_to(parts, verb) or tuple(e for e in who_is_to_act(parts, verb) if e not in patients)


def _patients(parts: Parts, verb: int) -> tuple[str, ...]:
    """Who is meant in "called for Orten to be released" and "demanded that Orten be released"."""
    tree = parts.tree
    passive = [kid for kid in parts.clauses(verb) if tree.is_passive(kid)]
    found = [token for kid in passive for own in tree.children(kid, "nsubj") for token in tree.after(own)]
    ends = {mark - 1 for kid in passive for mark in tree.children(kid, "mark") if tree.lemma(mark) == "to"}
    for kid in tree.children(verb, "obl", "obj"):
        if tree.case(kid) == "for" and tree.subtree(kid)[1] in ends:
            found.extend(tree.after(kid))
        if tree.lemma(kid) in AWAY:
            found.extend(token for noun in (kid, *tree.obliques(kid, "of")) for token in tree.obliques(noun, "from"))
    return parts.who(found, owners=True)


def _written_to(parts: Parts, verb: int) -> tuple[str, ...]:
    """To whom the text is in which it is said: "in a letter to Orten, she asked", "wrote to Orten, asking"."""
    tree, head = parts.tree, parts.tree.tokens[verb].head
    hosts = [noun for noun in tree.obliques(verb, "in") if tree.lemma(noun) in TEXTS]
    if tree.is_a(verb, "acl", "advcl"):
        text = tree.lemma(head) in TEXTS
        sender = tree.head(head) if text else head
        if sender is not None and tree.lemmas_under(sender, "obj") & TEXTS:
            hosts += [head, sender]
        if sender is not None and text:  # "sent a letter asking for help to Orten"
            hosts += [verb, *tree.children(verb, "obj")]
        elif tree.lemma(head) == "write":
            hosts.append(head)
    tokens = [token for host in hosts for token in (*tree.obliques(host, "to"), *tree.children(host, "iobj"))]
    return parts.who(tokens, owners=False) or _brought_before(parts, verb)


def _brought_before(parts: Parts, verb: int) -> tuple[str, ...]:
    """Before whom a case is brought that asks for something: "filed a complaint with the council, demanding"."""
    tree, head = parts.tree, parts.tree.tokens[verb].head
    if not tree.is_a(verb, "advcl") or tree.lemma(head) not in word_list("bringing") or tree.children(verb, "nsubj"):
        return ()
    things = tree.children(head, "obj")
    if things and tree.lemma(head) != "petition" and not any(tree.lemma(thing) in CASES for thing in things):
        return ()
    hosts = (head, *things)
    told = parts.who([token for host in hosts for token in tree.obliques(host, "before", "with", "to")], owners=False)
    return told or parts.who(tree.children(head, "obj"), owners=False)


def is_own_country(parts: Parts, verb: int, actors: Sequence[str], state: str) -> bool:
    """True for the country of those who say what it must do, called by its name and not as its government."""
    cast, words = parts.named.cast, parts.tree.tokens
    if cast.kind(state) != "state" or any(words[token].upos != "PROPN" for token in parts.verb_tokens(verb, "ccomp")):
        return False
    country = cast.country(state)
    return country is not None and country in {cast.country(actor) for actor in actors}


def is_of_things(parts: Parts, verb: int, sense: EventWord) -> bool:
    """True where a thing must do what is asked: "said that Orten's speech should help" asks nothing of Orten."""
    if sense.event != "REQUEST" or not sense.aux:
        return False
    doers = [parts.tree.tokens[token] for token in parts.verb_tokens(verb, "ccomp")]
    return any(word.upos == "NOUN" and word.noun_kind not in ("person", "organization", "group") for word in doers)
