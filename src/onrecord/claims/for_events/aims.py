"""Tell whom an event is aimed at where its sense names nobody: "filed suit in a court in Velmark against Norland"."""

from collections.abc import Mapping

from onrecord.claims.for_events.attached import far_below
from onrecord.claims.for_events.fates import without_sufferers
from onrecord.claims.for_events.parts import Parts
from onrecord.claims.for_status.own_status import is_negated
from onrecord.claims.grammar import CONDITIONS
from onrecord.claims.tree import Tree
from onrecord.lexicon.event_words import EventWord
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
