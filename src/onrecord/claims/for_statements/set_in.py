"""Reporting clauses that stand within what they report ("…, police said, …"), and the words around them."""

from onrecord.claims.grammar import MARKS
from onrecord.claims.tree import Tree
from onrecord.model import Span


def is_aside(tree: Tree, verb: int) -> bool:
    """True for a reporting clause taken for a relative one of the noun before it: "left for Velmark, she said"."""
    first, _ = tree.subtree(verb)
    own = [kid for kid in tree.children(verb, "nsubj") if tree.antecedent(kid) == kid]
    bare = own and not tree.children(verb, "mark", "obj", "xcomp", "obl", "aux:pass")
    comma = first > 0 and "," in (tree.tokens[first].text, tree.tokens[first - 1].text)
    relative = any(tree.lemma(token) in ("which", "who", "whom", "that") for token in range(first, verb))
    return bool(bare) and tree.is_a(verb, "acl:relcl") and comma and not relative


def is_inserted(tree: Tree, verb: int, host: int) -> bool:
    """True for a reporting clause set into what it reports: "…, police said, …", "…, stated the envoy, and …", "as the
    envoy put it"."""
    low, high = tree.subtree(verb)
    behind = tree.is_a(verb, "advcl") and not tree.children(verb, "mark", "advmod", "obl")
    inverted = behind and low in (verb, verb - 1) and bool(tree.children(verb, "nsubj"))
    if (inverted or tree.is_a(verb, "parataxis")) and not tree.children(verb, "obj", "xcomp"):
        if any(tree.text_at(tree.subtree(kid)[0] - 1) == ";" for kid in tree.children(verb, "nsubj")):
            return False  # "The rebels left; Norland answered with strikes"
        edges = (low, low - 1, high, high + 1)
        return any(0 <= edge < len(tree.tokens) and tree.tokens[edge].upos == "PUNCT" for edge in edges[:2])
    as_said = tree.is_a(verb, "advcl") and not tree.children(verb, "xcomp") and "as" in tree.lemmas_under(verb, "mark")
    aimed = tree.children(verb, "obj") and tree.obliques(verb, "of", "against", "about", "over")
    if aimed or tree.lemma(verb) == "accuse":
        return False  # "as Norland accused Ostland of lying", "as Norland warned Ostland against it"
    first, last = tree.subtree(host)
    return as_said and last - first > 2 + high - low


def spans_without(tree: Tree, stretch: tuple[int, int], verb: int, content: int) -> tuple[Span, ...]:
    """The stretch of a content clause, less the reporting clause where that interrupts it."""
    first, last = stretch
    if not first <= verb <= last:
        return (tree.span(first, last),)
    low, high = _own_clause(tree, verb, content)
    parts = []
    relative = first == low - 1 and tree.tokens[first].upos == "PRON"  # "a cost that Orten said would rise"
    if first < low and not relative:
        parts.append(tree.span(first, low - 1))
    if high < last:
        parts.append(tree.span(high + 1, last))
    return tuple(parts)


def _own_clause(tree: Tree, verb: int, content: int) -> tuple[int, int]:
    """First and last token of the reporting clause itself: the verb with all under it but the content."""
    low = high = verb
    for kid in tree.children(verb):
        beside = kid == content or tree.is_a(kid, "ccomp") or tree.tokens[kid].text == ";"
        if beside or _resumes(tree, verb, kid, content):
            continue
        first, last = tree.subtree(kid)
        if not first <= content <= last:
            low, high = min(low, first), max(high, last)
    return low, max(high, _end_of_inversion(tree, verb))


def _end_of_inversion(tree: Tree, verb: int) -> int:
    """The last token of who speaks right behind an inserted cue, whatever the tree hangs it on: "…, said Orel, …"."""
    before = tree.tokens[verb - 1].text if verb else ""
    if tree.text_at(verb + 2) == "," and tree.tokens[verb + 1].upos == "ADV":
        return verb + 1  # "The truth, Orten said then, was that …"
    if before not in (",", *MARKS) or any(kid < verb for kid in tree.children(verb, "nsubj")):
        return verb
    for token in tree.tokens[verb + 1 : verb + 10]:
        if token.text in (",", *MARKS):
            return token.index - 1
        if token.upos in ("VERB", "AUX", "PUNCT") and token.text != "-":
            break
    return verb


def _resumes(tree: Tree, verb: int, mark: int, content: int) -> bool:
    """True for the mark at the end of a content that goes on after the cue: "if it rains, she said, they stay." """
    if mark <= verb or not tree.is_a(mark, "punct") or content not in (mark - 1, *tree.ancestors(mark - 1)):
        return False
    quoted = any(tree.tokens[token].text in ("”", '"', "»") for token in range(tree.subtree(content)[0], verb))
    return not quoted and any(tree.tokens[token].text == "," for token in range(verb + 1, mark))
