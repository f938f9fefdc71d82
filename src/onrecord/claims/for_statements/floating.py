"""Quotations that no word reports: whose they are where the sentence right before tells of one person alone."""

import re

from onrecord.claims.for_statements.quotes import before_mark
from onrecord.claims.grammar import MARKS
from onrecord.claims.tree import Tree
from onrecord.lexicon.nouns import load_nouns
from onrecord.model import Sentence, Span

LEAST_WORDS = 6
TURN = re.compile(r"[A-Z][A-Z .]+:")
"""What opens a turn of a transcript in marks: "ORTEN: …"."""


def whose_quotation(tree: Tree, quote: Span) -> int | None:
    """The head of the subject of the sentence before a quotation that stands alone: "Orten was blunt. “…”"

    None where the quotation is short or no whole sentences, where anything follows it in its paragraph but another
    quotation, or where the sentence before names somebody else, or nobody as its subject.
    """
    words = quote.of(tree.text)
    before = next((s for s in reversed(tree.sentences) if s.span.end <= before_mark(tree.text, quote)), None)
    whole = words[-1:] in (".", "!", "?") and not words[:1].islower() and len(words.split()) >= LEAST_WORDS
    if before is None or not whole or TURN.match(words):
        return None
    behind = tree.text[quote.end + 1 : quote.end + 4].lstrip(" ")
    gap = tree.text[before.span.end : before_mark(tree.text, quote)]
    if gap.strip() or gap.count("\n") > 2 or behind[:1] not in ("", "\n", "“", '"'):
        return None
    return _only_subject(tree, before)


def _only_subject(tree: Tree, sentence: Sentence) -> int | None:
    """The subject of a sentence that names one person and no other, and quotes nobody."""
    inside = range(sentence.first, sentence.last + 1)
    people = [n for n in tree.analysis.names if n.first in inside and n.kind == "person"]
    marked = any(tree.tokens[token].text in MARKS for token in inside)
    root = next((token for token in inside if tree.is_a(token, "root")), None)
    if marked or root is None or tree.tokens[sentence.last].text != "." or len(people) > 1:
        return None
    subjects = [kid for kid in tree.children(root, "nsubj") if tree.bases[kid] == "nsubj"]
    if len(subjects) != 1 or tree.children(subjects[0], "conj"):
        return None
    word = tree.tokens[subjects[0]]
    own = [n for n in people if n.first <= subjects[0] <= n.last or tree.head(n.first) == subjects[0]]
    named = bool(own) or any(tree.is_a(k, "appos") and any(k in range(n.first, n.last + 1) for n in people)
                             for k in tree.kids[subjects[0]])  # fmt: skip
    pronoun = word.text.lower() in ("he", "she") and not people
    title = word.upos == "NOUN" and not people and load_nouns().denotes(tree.lemma(subjects[0]), "person")
    return subjects[0] if named or pronoun or (title and bool(tree.children(subjects[0], "det"))) else None


def verb_before(tree: Tree, colon: int) -> int | None:
    """The verb of who acts in the words that a colon ends: the main one, or that of a clause with its own subject
    ("…, though Vesely disagrees: “…”")."""
    above = [up for up in (colon - 1, *tree.ancestors(colon - 1)) if up < colon and tree.tokens[up].upos == "VERB"]
    apart = (up for up in above if tree.is_a(up, "advcl", "conj", "parataxis") and tree.children(up, "nsubj"))
    return next(apart, above[-1] if above else None)


def only_named(tree: Tree, colon: int) -> int | None:
    """The head of the one person named before a colon where no verb stands: "Anton Orten, the mayor: “…”"."""
    before = range(tree.sentence_of(colon).first, colon)
    names = [n for n in tree.analysis.names if n.first in before and n.kind == "person"]
    if len(names) != 1 or any(tree.tokens[token].upos in ("VERB", "AUX") for token in before):
        return None
    return tree.top(names[0].first, names[0].last)
