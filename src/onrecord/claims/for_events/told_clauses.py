"""Clauses that are told though no verb governs them: the further sentences of a quotation, what "I think" opens."""

from collections.abc import Iterator, Mapping, Sequence

from onrecord.claims.for_statements.acts import Act
from onrecord.claims.grammar import SPEAKERS
from onrecord.claims.tree import Tree

OPINING = frozenset({"think", "believe", "know", "feel", "reckon", "guess", "say", "suppose"})
"""What stands behind these is what "I" and "we" say ourselves."""
PLAIN = frozenset({"clear", "obvious", "evident", "true", "apparent", "plain", "fact"})
NEEDED = frozenset({"essential", "imperative", "vital", "crucial", "urgent", "necessary", "critical"})
CONVINCED = frozenset({"believe", "think", "feel", "convinced", "convince", "certain", "sure", "confident"})
TOLD_OF = frozenset({"he", "she", "they", "it"})
"""Those who say in reported speech what "I" would say."""


def find_carried_on(tree: Tree, acts: Sequence[Act]) -> Mapping[int, tuple[int, ...]]:
    """The heads of the clauses that a verb of saying has among its words but does not govern: “A,” she said. “B.”, and
    of those joined by "and" with subjects of their own; and the clause that is told "according to" somebody."""
    found: dict[int, dict[int, None]] = {}
    for act in acts:
        verb = act.cue.word if act.cue is not None else None
        if act.kind != "said" or verb is None:
            continue
        if _cites(tree, verb):
            hosts = [head for head in map(tree.head, act.sources[:1]) if head is not None]
            own = [head for head in hosts if any(span.covers(tree.tokens[head].span) for span in act.content)]
            found.setdefault(verb, {}).update(dict.fromkeys(own))
        elif tree.tokens[verb].upos == "VERB":
            spans = act.content if act.form != "indirect" else ()
            inside = (token for span in spans for token in tree.tokens_in(span))
            roots = [token for token in inside if tree.head(token) is None and token != verb]
            joined = tree.after(*roots, *tree.children(verb, "ccomp"))
            own = [kid for kid in joined if tree.is_a(kid, "conj") and tree.children(kid, "nsubj")]
            found.setdefault(verb, {}).update(dict.fromkeys([*roots, *own]))
    return {verb: tuple(heads) for verb, heads in found.items() if heads}


def find_cited(tree: Tree, acts: Sequence[Act]) -> Mapping[int, tuple[int, ...]]:
    """Who tells a clause by the word that cites them: "according to Orten"."""
    cues = [act.cue for act in acts if act.kind == "said" and act.cue is not None]
    return {cue.word: cue.sources for cue in cues if _cites(tree, cue.word)}


def _cites(tree: Tree, word: int) -> bool:
    return tree.tokens[word].text.lower() == "according"


def told_together(tree: Tree, clause: int) -> list[int]:
    """The heads of a clause: its own, and those joined to it that have no subject of their own."""
    return [kid for kid in tree.after(clause) if kid == clause or not tree.children(kid, "nsubj")]


def told_subjects(tree: Tree, clause: int) -> Iterator[int]:
    """Whom a clause is about: its subjects, or those of what "it" announces: "it is a shame that she left"."""
    own = [kid for kid in tree.children(clause, "nsubj") if tree.lemma(kid) != "it"]
    announced = () if own else tree.children(clause, "csubj", "ccomp")
    acting = [inner for inner in announced if not tree.is_passive(inner)]  # not who has not been let in
    for kid in own or [kid for inner in acting for kid in tree.children(inner, "nsubj")]:
        yield from tree.after(kid)
    if not own and not announced:
        yield from tree.children(clause, "nsubj")


def what_is_told(tree: Tree, clause: int) -> int:
    """The clause that says what is meant: for "I think that she lied" and "it is clear that she lied" the inner one."""
    inner = next(iter(tree.children(clause, "ccomp", "csubj")), None)
    if inner is None:
        return clause
    subjects = tree.lemmas_under(clause, "nsubj", "expl")
    now = tree.tokens[clause].feats.get("Tense") != "Past"  # not "I thought that"
    opens = now and tree.lemma(clause) in OPINING | CONVINCED and subjects <= SPEAKERS and bool(subjects)
    opens = opens or tree.lemma(clause) in CONVINCED and subjects <= TOLD_OF and bool(subjects)
    plain = tree.lemma(clause) in PLAIN | NEEDED and subjects <= {"it", "that"}
    return what_is_told(tree, inner) if opens or plain else clause


def is_due(tree: Tree, clause: int) -> bool:
    """True for what must be done, without a "must": "needs to pay", "has a duty to pay", "it is vital that"."""
    if tree.is_a(clause, "ccomp", "csubj") and tree.lemma_above(clause) in NEEDED:
        return True
    infinitive = any("to" in tree.lemmas_under(kid, "mark") for kid in tree.children(clause, "xcomp"))
    if tree.lemma(clause) in ("need", "ought", "have") and infinitive:
        return tree.tokens[clause].feats.get("Tense") != "Past"  # not "had to leave"
    owed = (kid for kid in tree.children(clause, "obj") if tree.lemma(kid) in ("duty", "obligation", "responsibility"))
    return tree.lemma(clause) == "have" and any(tree.children(kid, "acl") for kid in owed)


def what_is_due(tree: Tree, clause: int) -> tuple[int, ...]:
    """The words for what must be done by the clause, with the clause: "needs to pay", "has a duty to pay"."""
    told = what_is_told(tree, clause)
    if not is_due(tree, told):
        return (clause, told) if told != clause else (clause,)
    owed = (kid for thing in tree.children(told, "obj") for kid in tree.children(thing, "acl"))
    return (clause, told, *tree.children(told, "xcomp"), *owed)
