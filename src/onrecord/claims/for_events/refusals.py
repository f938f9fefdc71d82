"""Tell where what is not done is refused: what one will not do, has no intention of doing, and duties not done."""

from onrecord.claims.for_status.own_status import is_negated
from onrecord.claims.grammar import NEGATIONS
from onrecord.claims.tree import Tree
from onrecord.lexicon.event_words import EventWord

# Saying that one will not do these is a refusal (record format, cases settled).
COMMITMENTS = frozenset({"SUPPORT", "AGREE", "CONCEDE", "AID", "COOPERATE", "RETREAT"})
# Not to have done these is to have refused, though nobody says "will not": "did not comply".
DUTIES = frozenset({"comply", "cooperate", "budge", "relent", "yield", "bow", "recognise"})
FUTURE = frozenset({"will", "wo", "would", "'ll", "shall"})
# Who does not mean to do it will not: "has no intention of resigning", "is not going to resign".
MEANING_TO = frozenset({"intend", "plan", "go", "intention"})


def refusal(tree: Tree, verb: int, sense: EventWord) -> int | None:
    """The negation on which a refusal hangs: "will not approve", "did not recognise", "has no intention of
    approving"; None where there is none."""
    hosts = (verb, *tree.children(verb, "aux"))  # "and never will, accept it"
    beside = (kid for host in hosts for kid in tree.children(host, "advmod", "neg"))
    negations = [kid for kid in beside if tree.lemma(kid) in NEGATIONS]
    if not negations and is_negated(tree, verb):  # "neither side accepted it"
        subjects = tree.children(verb, "nsubj")
        negations = [mark for kid in subjects for mark in tree.children(kid, "det", "cc:preconj") if mark < verb]
    future = any(tree.tokens[kid].text.lower() in FUTURE for kid in tree.children(verb, "aux"))
    meant = tree.head(verb) if tree.is_a(verb, "xcomp", "acl") else None
    if meant is not None and tree.lemma(meant) in MEANING_TO and not negations:
        unmeant = [kid for kid in tree.children(meant, "advmod", "neg", "det") if tree.lemma(kid) in (*NEGATIONS, "no")]
        negations, future = unmeant, sense.event in COMMITMENTS
    if tree.lemmas_under(verb, "aux") & {"can", "could", "ca"}:
        return None
    refuses = sense.negated == "REJECT" != sense.event or future and (sense.event in COMMITMENTS or sense.refused)
    refuses = refuses or sense.refused and tree.lemma(verb) in DUTIES
    return negations[0] if refuses and negations else None
