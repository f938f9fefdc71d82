"""Clauses that are told though no verb governs them: the further sentences of a quotation, what "I think" opens."""

from collections.abc import Mapping, Sequence

from onrecord.claims.for_statements.acts import Act
from onrecord.claims.tree import Tree

OPINING = frozenset({"think", "believe", "know", "feel", "reckon", "guess", "say", "suppose"})
"""What stands behind these is what "I" and "we" say ourselves."""
PLAIN = frozenset({"clear", "obvious", "evident", "true", "apparent", "plain", "fact"})
SPEAKERS = frozenset({"i", "we"})


def find_carried_on(tree: Tree, acts: Sequence[Act]) -> Mapping[int, tuple[int, ...]]:
    """The heads of the sentences that a verb of saying has among its words but does not govern: “A,” she said. “B.”"""
    found: dict[int, list[int]] = {}
    for act in acts:
        verb = act.cue.word if act.cue is not None else None
        if act.kind != "said" or act.form == "indirect" or verb is None or tree.tokens[verb].upos != "VERB":
            continue
        for span in act.content:
            roots = [token for token in tree.tokens_in(span) if tree.head(token) is None and token != verb]
            found.setdefault(verb, []).extend(roots)
    return {verb: tuple(heads) for verb, heads in found.items() if heads}


def what_is_told(tree: Tree, clause: int) -> int:
    """The clause that says what is meant: for "I think that she lied" and "it is clear that she lied" the inner one."""
    inner = next(iter(tree.children(clause, "ccomp", "csubj")), None)
    if inner is None:
        return clause
    subjects = {tree.lemma(kid) for kid in tree.children(clause, "nsubj", "expl")}
    now = tree.tokens[clause].feats.get("Tense") != "Past"  # not "I thought that"
    opens = now and tree.lemma(clause) in OPINING and subjects <= SPEAKERS and bool(subjects)
    plain = tree.lemma(clause) in PLAIN and subjects <= {"it", "that"}
    return what_is_told(tree, inner) if opens or plain else clause
