"""Words that no verb reports: behind "The minister said:" without marks, or a quotation alone behind a sentence."""

import re
from collections.abc import Iterator, Sequence

from onrecord.claims.for_statements.cues import Cue
from onrecord.claims.for_statements.quotes import before_mark
from onrecord.claims.grammar import MARKS
from onrecord.claims.tree import Tree
from onrecord.lexicon.cues import load_cues
from onrecord.lexicon.nouns import load_nouns
from onrecord.model import Sentence, Span

CLOSING_HEADING = re.compile(
    r"\n\s*(?:notes? (?:to|for) editors|further information|media enquiries|background|contact|ends|sources?)\b",
    re.IGNORECASE,
)
BYLINE = re.compile(r"\n[ \t]*[–—][ \t]*[^\W\d_]")
"""What closes a block of words with the name of who says them: "– Ana Torvald"."""
FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y)\b")
LEAST_WORDS = 6
TURN = re.compile(r"[A-Z][A-Z .]+:")
"""What opens a turn of a transcript in marks: "ORTEN: …"."""


def find_given(tree: Tree, cues: Sequence[Cue]) -> Iterator[tuple[Cue, Span]]:
    """The cues whose sentence ends with a colon or opens a paragraph with one, and the words behind it."""
    text = tree.text
    for cue in cues:
        if not load_cues().reports(tree.lemma(cue.word), "say"):
            continue
        sentence = tree.sentence_of(cue.word).span
        start = _after_colon(tree, cue, sentence)
        if start is None:
            continue
        end = _end_of_words(tree, cue, start, [tree.sentence_of(c.word).span for c in cues if c.word > cue.word])
        if end > start and (start > sentence.end or end > sentence.end and FIRST_PERSON.search(text, start, end)):
            yield cue, Span(start, end)


def _after_colon(tree: Tree, cue: Cue, sentence: Span) -> int | None:
    """Where the words begin: in the next paragraph, or in the sentence itself where that opens its paragraph."""
    text = tree.text
    if text[sentence.end - 1] == ":":
        found = re.compile(r"\s*\n\s*(?=[^\s“\"‘«])").match(text, sentence.end)
        return found.end() if found else None
    opens = not text[: sentence.start].rstrip(" ") or text[: sentence.start].rstrip(" ").endswith("\n")
    colon = re.compile(r":[ ](?=[A-Z])").match(text, tree.tokens[cue.last].span.end)
    return colon.end() if opens and colon else None


def _end_of_words(tree: Tree, cue: Cue, start: int, reporting: Sequence[Span]) -> int:
    """Where words without marks end: before a heading, a byline, another "…:" or a paragraph on the speaker."""
    text = tree.text
    ends = [found.start() for pattern in (CLOSING_HEADING, BYLINE) if (found := pattern.search(text, start))]
    end = min([len(text), *ends])
    for span in reporting:
        if start < span.start < end and text[span.end - 1] == ":":
            end = text.rfind("\n", start, span.start) + 1 or span.start
            break
    speakers = [tree.words(*tree.phrase(source, without=("det", "appos", "acl", "nmod"))) for source in cue.sources]
    for paragraph in re.compile(r"\n[^\n]+").finditer(text, start, end):
        if any(re.search(rf"\b{re.escape(words)}\b", paragraph.group()) for words in speakers if words[:1].isupper()):
            return paragraph.start()
    return end


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
    """The verb of who acts before a colon: the main one, or that of a clause with its own subject."""
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
