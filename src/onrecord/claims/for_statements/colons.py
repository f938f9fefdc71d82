"""Words that are given without quotation marks behind a colon: "The minister said:", and how far they go."""

import re
from collections.abc import Iterator, Sequence

from onrecord.claims.for_statements.cues import Cue
from onrecord.claims.tree import Tree
from onrecord.lexicon.cues import load_cues
from onrecord.model import Span

CLOSING_HEADING = re.compile(
    r"\n\s*(?:notes? (?:to|for) editors|further information|media enquiries|background|contact|ends|sources?)\b",
    re.IGNORECASE,
)
BYLINE = re.compile(r"\n[ \t]*[–—][ \t]*[^\W\d_]")
"""What closes a block of words with the name of who says them: "– Ana Torvald"."""
FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y)\b")


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
    """Where words given without marks end: before a heading of the page's own, a byline, another "…:" that opens
    words, or a paragraph that speaks of the speaker."""
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
