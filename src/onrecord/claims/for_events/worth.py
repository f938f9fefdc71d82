"""What the words may tell of before it is known whether it is told, and which of it is worth telling."""

from dataclasses import dataclass

from onrecord.claims.draft import Draft
from onrecord.claims.for_events.filters import (
    POLLS,
    is_back_reference,
    is_bidden,
    is_broken_off,
    is_capacity,
    is_condition,
    is_counterfactual,
    is_description,
    is_favoured,
    is_intended_good,
    is_interview,
    is_lacked,
    is_mimed,
    is_needless,
    is_of_force,
    is_only_called,
    is_paper,
    is_setting,
    is_supposed,
    is_tasked,
    is_wished,
    regrets_others,
)
from onrecord.claims.for_events.generality import is_general, is_standing, is_vague
from onrecord.claims.for_events.meant import REPORTS
from onrecord.claims.for_events.private_life import is_private
from onrecord.claims.for_who.named import Named
from onrecord.claims.status import find_status
from onrecord.claims.tree import Tree
from onrecord.lexicon.event_words import EventWord
from onrecord.model import Event, EventMode, EventType, Status

UNTRUE = (
    is_counterfactual, is_wished, is_capacity, is_needless, is_tasked, is_setting, is_favoured, is_condition, is_bidden,
    is_mimed, is_broken_off,
)  # fmt: skip


# What is done on the ground of an older agreement, or against it, is not agreed again.
GROUNDS = frozenset(
    {"under", "per", "in line with", "in accordance with", "in violation of", "despite", "in breach of", "according to"}
)
# Where nobody is told to hold them, a phrase with these only comes back to them.
INQUIRIES = frozenset({"investigation", "inquiry", "probe", "trial"})
# What a participle before a noun says by these is who is meant: "supporting evidence".
LENT = frozenset({"AGREE", "SUPPORT", "COOPERATE", "AID", "CONCEDE"})


@dataclass(frozen=True, slots=True)
class Found:
    """An event at a token, before it is known whether a refusal or a request swallows it."""

    token: int
    sense: EventWord
    event: EventType
    mode: EventMode | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    hosts: tuple[int, ...]
    predicate: int
    own_actor: bool
    assumed: bool = False
    apart: tuple[str, ...] = ()
    led_to: tuple[str, ...] = ()
    """Recipients that the words only lead to, where nobody stands in the relations of the sense."""
    status: Status | None = None
    clause: int | None = None
    """The head of the sentence that tells of it, where that is not the token's own."""


def is_told(named: Named, event: Found) -> bool:
    """False for descriptions, conditions, private matters and generalities."""
    tree, both, sides = named.tree, (event.actors, event.recipients), event.actors + event.recipients
    if is_description(named, event.token, *both) and not is_of_force(named, event.event, sides):
        return False
    if is_vague(named, event.token, event.event, *both):
        return False
    if is_interview(named, event.token, event.event, sides) or is_private(named, event.token, event.event, sides):
        return False
    if event.event == "SANCTION" and is_only_called(tree, event.token):
        return False
    if regrets_others(named, event.token, event.event, event.actors):
        return False
    if event.event in ("SUPPORT", "REJECT") and is_standing(tree, event.token, event.recipients):
        return False
    if event.event in ("SUPPORT", "AID") and event.sense.kind == "noun" and is_lacked(tree, event.token):
        return False
    if event.sense.kind == "noun" and is_supposed(tree, event.token) and find_status(tree, event.token) != "denied":
        return False
    if event.event == "AGREE" and event.sense.kind == "noun" and tree.case(event.token) in GROUNDS:
        return False  # "under the 1994 treaty between Norland and Ostland"
    if tree.is_a(event.token, "amod") and (event.event in LENT or tree.lemma(event.token) == "investigate"):
        return False  # "two consenting adults"
    if event.event == "SUPPORT" and any(is_paper(named, actor, POLLS | REPORTS) for actor in event.actors):
        return False  # "polls showed support for Orten", "reports named him as the mayor"
    if tree.lemma(event.token) in INQUIRIES and not event.actors + event.hosts and is_back_reference(tree, event.token):
        return False  # "in connection with the investigation into Orten", "as in the trial of Orten"
    if any(untrue(tree, event.token) for untrue in UNTRUE) or is_intended_good(tree, event.token, event.sense):
        return False
    return not is_general(named, event.token, event.event, sides)


def is_given(tree: Tree, draft: Draft) -> bool:
    """False for support that may, will or will not be given, and nobody is told to whom: "could not pass the bill"."""
    what = draft.what
    if not isinstance(what, Event) or what.event != "SUPPORT" or what.recipients:
        return True
    return (draft.status or find_status(tree, draft.predicate)) == "asserted"
