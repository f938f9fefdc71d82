"""When: which time expression of the text belongs to a claim, found in the clause of its predicate."""

from collections.abc import Iterator, Sequence

from onrecord.claims.status import find_status
from onrecord.claims.tree import Tree
from onrecord.dates import resolve
from onrecord.lexicon.status import status_words
from onrecord.model import Span, Time

# Relations that lead from a time expression up to the verb it belongs to without leaving the clause.
_WITHIN = ("obl", "nmod", "obj", "appos", "advmod", "case", "nummod", "flat", "fixed", "dep", "list", "compound", "det")
_BOUND = ("nmod:poss", "compound", "amod", "nummod", "det", "appos")
_STEPS = 6


def find_time(tree: Tree, predicate: int, evidence: Sequence[Span], times: Sequence[Time]) -> Time | None:
    """The time expression that says when what hangs on `predicate` happened or will happen, or None.

    Its own adverbial first; then one attached deeper in its clause; then that of the verb it shares a clause with
    (coordinated after a fronted adverbial, governed by "plan to", "hold"). A date is preferred to a word of order.
    """
    sentence = tree.sentence_of(predicate)
    near = [time for time in times if time.span.overlaps(sentence.span)]
    if not near:
        return None
    heads = [(head, time) for time in near if (head := _head_of(tree, time, sentence.first, sentence.last)) is not None]
    for level in _levels(tree, predicate, heads):
        found = sorted(level, key=lambda pair: (pair[1].anchor == "order", abs(pair[0] - predicate)))
        if found:
            return _in_tense(tree, predicate, found[0][1])
    return None


def _levels(tree: Tree, predicate: int, heads: Sequence[tuple[int, Time]]) -> Iterator[list[tuple[int, Time]]]:
    """The time expressions that may belong to the predicate, the surest first."""
    yield [(head, time) for head, time in heads if tree.tokens[head].head == predicate and head != predicate]
    yield [(head, time) for head, time in heads if _is_deep(tree, head, predicate)]
    for above in governors_sharing(tree, predicate):
        first, _ = tree.subtree(above)
        direct = [
            (head, time) for head, time in heads if tree.tokens[head].head == above or _is_deep(tree, head, above)
        ]
        if tree.is_a(predicate, "conj") and above == tree.tokens[predicate].head:
            # Only an adverbial in front of both is common to both.
            direct = [(head, time) for head, time in direct if first <= head < above]
        yield direct


def _head_of(tree: Tree, time: Time, first: int, last: int) -> int | None:
    """The token of the expression whose governor lies outside it."""
    inside = [index for index in range(first, last + 1) if tree.tokens[index].span.overlaps(time.span)]
    outer = [index for index in inside if tree.tokens[index].head not in inside or tree.tokens[index].head == index]
    content = [index for index in outer if not tree.is_a(index, "case", "mark", "punct", "cc")]
    return next(iter(content or outer), None)


def _is_deep(tree: Tree, head: int, predicate: int) -> bool:
    """True when the expression hangs on an object or oblique of the predicate, no other clause between.

    "last week's attack" and "the 2015 deal" date the noun, not the verb.
    """
    if tree.is_a(head, *_BOUND):
        return False
    current = head
    for _ in range(_STEPS):
        if not tree.is_a(current, *_WITHIN):
            return False
        above = tree.head(current)
        if above is None:
            return False
        if above == predicate:
            return current != head
        current = above
    return False


def governors_sharing(tree: Tree, predicate: int) -> Iterator[int]:
    """Governors that share their time and place with the predicate, from the nearest."""
    current = predicate
    for _ in range(_STEPS):
        above = tree.head(current)
        if above is None or not _shares(tree, current, above):
            return
        yield above
        current = above


def _shares(tree: Tree, node: int, above: int) -> bool:
    if tree.is_a(node, "xcomp", "conj"):
        return True
    marks = {tree.lemma(kid) for kid in tree.children(node, "mark")}
    if tree.is_a(node, "advcl"):
        return not marks or marks == {"to"}
    if tree.is_a(node, "obj", "nsubj", "nsubj:pass"):
        return _is_light(tree, above)
    return False


def _is_light(tree: Tree, verb: int) -> bool:
    """Verbs whose noun is the event: "hold talks", "cancelled the visit", "the meeting took place"."""
    governors = status_words().governors
    entry = governors.get((tree.lemma(verb), "verb"))
    return entry is not None and entry.effect in ("pass", "plan", "deny", "possible")


def _in_tense(tree: Tree, predicate: int, time: Time) -> Time:
    """The time read again where the tense tells whether it lies ahead or behind."""
    published = tree.analysis.document.published
    if time.anchor != "relative" or published is None:
        return time
    tense = _tense(tree, predicate)
    if tense == "Fut" or (tense == "Pres" and find_status(tree, predicate) == "planned"):
        return resolve(time, published=published, future=True)
    if tense == "Past" and find_status(tree, predicate) == "asserted":
        return resolve(time, published=published, future=False)
    return time


def _tense(tree: Tree, predicate: int) -> str | None:
    """Tense of the clause: that of its first auxiliary, else of the verb; of what governs it for an infinitive."""
    current = predicate
    for _ in range(_STEPS):
        token = tree.tokens[current]
        chain = [*tree.children(current, "aux", "cop"), current]
        for kid in chain:
            if tree.lemma(kid) in ("will", "shall", "wo", "'ll", "’ll"):
                return "Fut"
            feats = tree.tokens[kid].feats
            if "Tense" in feats and (feats.get("VerbForm") == "Fin" or kid == current):
                return feats["Tense"]
        above = tree.head(current)
        if above is None or token.upos not in ("VERB", "AUX", "NOUN", "PROPN") or not _shares(tree, current, above):
            return None
        current = above
    return None
