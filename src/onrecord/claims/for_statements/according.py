"""Find those cited with "according to" and "in the words of", and the rest of the clause, which is what they say."""

from collections.abc import Iterator

from onrecord.claims.for_statements.cues import Cue
from onrecord.claims.for_statements.speakers import before_clause
from onrecord.claims.grammar import OPENING_MARKS
from onrecord.claims.tree import Tree
from onrecord.lexicon.cues import load_cues

JOINTS = ("which", "who", "that", "and", "but", "where", "while", "because", "as", "so")
"""Alone before ", according to X," they say nothing yet."""


def find_according(tree: Tree) -> Iterator[Cue]:
    """The cues "according to" and "in the words of" with whom they cite, in text order."""
    for token in tree.tokens[1:]:
        if token.text.lower() == "to" and tree.tokens[token.index - 1].text.lower() == "according":
            yield from _according(tree, token.index - 1)
        elif token.text == "words" and token.upos == "NOUN":
            yield from _in_words_of(tree, token.index)


def _according(tree: Tree, case: int) -> Iterator[Cue]:
    """ "According to X, …": the rest of the clause is X's. `case` is the word "according"."""
    above = [tree.head(token) for token in (case, case + 1)]
    source = next((head for head in above if head is not None), None)
    while source is not None and tree.is_a(source, "nmod", "compound", "flat") and tree.tokens[source].head > case:
        source = tree.tokens[source].head
    host = tree.head(source) if source is not None else None
    if source is None or host is None:
        return
    if tree.tokens[host].upos not in ("VERB", "AUX", "ADJ") and not tree.child(host, "cop"):
        verbs = [
            up for up in tree.ancestors(source) if tree.tokens[up].upos in ("VERB", "AUX") or tree.child(up, "cop")
        ]
        host = verbs[0] if verbs else host
    if tree.is_a(host, "conj") and host < source and "," not in before_clause(tree, host):
        host = tree.tokens[host].head
    if load_cues().reports(tree.lemma(host), "say") and host < case:
        # "said that, according to X, …"
        host = next((kid for kid in tree.children(host, "ccomp") if kid > source), host)
    edges = _source_edges(tree, source, host)
    first, last = tree.subtree(host)
    first = _behind_opening(tree, host, first, case)
    parts = []
    opening = [token for token in range(first, edges[0]) if tree.tokens[token].upos != "PUNCT"]
    joint = len(opening) == 1 and tree.tokens[opening[0]].text.lower() in JOINTS
    if first < edges[0] and not joint:
        parts.append(tree.span(first, edges[0] - 1))
    if edges[1] < last:
        parts.append(tree.span(edges[1] + 1, last))
    yield Cue("said", case, case + 1, case, tree.after(source), (), tuple(parts))


def _behind_opening(tree: Tree, host: int, first: int, case: int) -> int:
    """Where what is told begins: behind a "But" and, where the source follows, behind what the article sets before it
    with a comma, but for a date ("In the wake of the vote, the council fell, according to X")."""
    first += tree.tokens[first].upos == "CCONJ"
    subjects = [tree.subtree(kid)[0] for kid in tree.children(host, "nsubj", "expl") if first < kid < case]
    low = min(subjects, default=first)
    dates = [kid for kid in tree.children(host) if kid < low and tree.tokens[kid].noun_kind == "time"]
    return low if low > first and tree.tokens[low - 1].text == "," and not dates else first


def _source_edges(tree: Tree, source: int, host: int) -> tuple[int, int]:
    """First and last token of the source, with what was taken for a subject ("according to X, a firm, two …")."""
    first, last = tree.subtree(source)
    last = _before_subject(tree, source, last)
    cites = last + 2 if tree.text_at(last + 1) == "," else last + 1
    if tree.text_at(cites) in ("citing", "quoting"):
        closing = (token for token in range(cites, tree.sentence_of(source).last) if tree.tokens[token].text == ",")
        last = next(closing, last)  # "according to X, citing Y, …"
    subjects = tree.children(host, "nsubj")
    low, high = tree.subtree(subjects[0]) if len(subjects) > 1 else (0, -1)
    ends = (tree.tokens[high].text, tree.tokens[high + 1].text)
    if low in (last + 1, last + 2) and high < subjects[-1] and "," in ends:
        last = high
    return first, last


def _before_subject(tree: Tree, source: int, last: int) -> int:
    """The last token of a source that opens its sentence, up to the comma where the tree has drawn the subject of what
    is told into it: "According to X, the next vote is set for May"."""
    opens = tree.tokens[tree.sentence_of(source).first].text == "According"
    rest = [tree.tokens[token] for token in range(last + 1, tree.sentence_of(source).last + 1)]
    told = next((token for token in rest if token.upos not in ("ADV", "PUNCT")), None)
    if not opens or told is None or told.upos not in ("VERB", "AUX") or told.feats.get("VerbForm") != "Fin":
        return last
    commas = (token for token in range(source + 1, last) if tree.tokens[token].text == ",")
    return next(commas, last + 1) - 1


def _in_words_of(tree: Tree, noun: int) -> Iterator[Cue]:
    """ "In the words of Orten, it is over", "It is over, in the words of Orten"."""
    opening, sentence = noun - 2, tree.sentence_of(noun)
    owners = tree.obliques(noun, "of")[:1]
    if opening < 0 or not owners or tree.tokens[opening].text.lower() != "in" or tree.tokens[noun - 1].text != "the":
        return
    end = tree.subtree(owners[0])[1]
    quoted = [token for token in range(owners[0] + 1, end) if tree.tokens[token + 1].text in OPENING_MARKS]
    end = quoted[0] - 1 if quoted and tree.tokens[quoted[0]].text == "," else end  # of X, “impossible to brief”
    closing = all(tree.tokens[token].upos == "PUNCT" for token in range(end + 1, sentence.last + 1))
    behind = [tree.span(end + 2, sentence.last)] if tree.tokens[end + 1].text == "," else []
    inside = opening > sentence.first and tree.tokens[opening - 1].text == ","
    before = [tree.span(sentence.first, opening - 2)] if inside else []
    if (opening == sentence.first and behind) or (before and (closing or behind)):
        yield Cue("said", opening, noun + 1, noun, owners, (), (*before, *(() if closing else behind)))
