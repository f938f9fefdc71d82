"""Orders: the phrase that says only before or after what else something happened ("before resigning")."""

from onrecord.claims.grammar import ORDERING
from onrecord.claims.tree import Tree
from onrecord.model import Time

_LONGEST_ORDER = 12
_EDGES = frozenset({"eve", "run-up", "aftermath", "wake", "lead-up"})


def order_of_events(tree: Tree, predicate: int) -> Time | None:
    """ "before resigning", "after the funeral": the phrase that puts the claim before or after something else."""
    for kid in (*tree.children(predicate, "advcl"), *tree.children(predicate, "obl")):
        opening = tree.case(kid) if tree.is_a(kid, "obl") else mark_of(tree, kid)
        if tree.lemma(kid) in _EDGES and opening in ("on", "in", "at"):
            opening = "ahead of"  # "on the eve of the summit"
        if opening not in ORDERING or (tree.is_a(kid, "obl") and not _is_happening(tree, kid, opening)):
            continue
        if tree.is_a(kid, "advcl") and (opening == "since" or (opening == "after" and kid > predicate)):
            # Told to explain rather than to date: "was jailed after he tried to sell it".
            continue
        first, last = tree.subtree(kid)
        while last > first and tree.tokens[last].upos == "PUNCT":
            last -= 1
        while first < last and tree.tokens[first].upos == "PUNCT":
            first += 1
        if not first <= predicate <= last and last - first < _LONGEST_ORDER:
            span = tree.span(first, last)
            return Time(span.of(tree.text), span, None, "order")
    return None


def _is_happening(tree: Tree, noun: int, opening: str) -> bool:
    """True for what can come before or after: common nouns, and names behind "prior to" or "ahead of"."""
    named = tree.tokens[noun].upos == "PROPN" and opening in ("prior to", "ahead of", "in the wake of")
    return named or tree.tokens[noun].upos == "NOUN"


def mark_of(tree: Tree, clause: int) -> str | None:
    """The lemma of the word that opens a clause."""
    kid = tree.child(clause, "mark")
    return None if kid is None else tree.lemma(kid)
