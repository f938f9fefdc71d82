"""Shapes: the exact words of a statement, trimmed of marks, and whether they are quoted, told or both."""

from collections.abc import Sequence

from onrecord.claims.for_statements.cues import Cue
from onrecord.claims.tree import Tree
from onrecord.model import Span, StatementForm

EDGES = ' \t\n\r,;:–—-“”"‘’«»\u200b\u200e\u200f\ufeff'


def shape(tree: Tree, cue: Cue, quotes: Sequence[Span]) -> tuple[tuple[Span, ...], StatementForm]:
    """Content spans trimmed of marks, and their form; a content within quotation marks takes their whole inside."""
    parts = [part for span in cue.content if (part := trim(tree.text, span))]
    word = tree.tokens[cue.word].span
    touching = [q for q in quotes if any(q.overlaps(p) for p in parts) and not q.covers(word)]
    if not touching:  # also what is reported within a quotation: its own words are not given
        return tuple(parts), "indirect"
    first = touching[0]
    if first.start <= parts[0].start < first.end < parts[-1].end and first.of(tree.text)[-1:] in (".", "!", "?"):
        # the sentence ends within the marks: what the tree hangs on behind them is the article's
        return tuple(s for s in (trim(tree.text, first),) if s), "direct"
    before = tree.text[parts[0].start : first.start].rstrip(' “"‘«')
    parts = [_past_name(tree, part, touching) for part in parts]
    if parts[0].start < first.start and before.endswith(",") and not _has_subject(tree, cue, first):
        parts[0] = Span(first.start, max(parts[0].end, first.start + 1))
    inside = sum(min(p.end, q.end) - max(p.start, q.start) for p in parts for q in touching if p.overlaps(q))
    total = sum(p.end - p.start for p in parts)
    if inside >= 0.85 * total and not _is_opened(tree, parts[0], touching):
        return tuple(s for q in touching if (s := trim(tree.text, q))), "direct"
    touching += [q for q in quotes if q.start > parts[-1].end and _goes_on(tree.text[parts[-1].end : q.start])][:1]
    # a quotation that runs past its clause carries the clause on to the quotation's end
    last = touching[-1]
    if last.end > parts[-1].end:
        parts[-1] = Span(parts[-1].start, last.end)
    return tuple(parts), "mixed"


def _past_name(tree: Tree, part: Span, quotes: Sequence[Span]) -> Span:
    """The stretch without the name of who speaks before the quotation it goes on with: Anton Orten, “is closed”."""
    quote = next((q for q in quotes if part.start < q.start < part.end), None)
    before = tree.text[part.start : quote.start].rstrip(' “"‘«') if quote is not None else ""
    verbs = tree.tokens_in(Span(part.start, quote.start)) if quote is not None else range(0)
    if quote is not None and before.endswith(":") and all(tree.tokens[t].upos not in ("VERB", "AUX") for t in verbs):
        return Span(quote.start, part.end)  # told the Today programme: “…”
    named = any(n.kind == "person" and n.span.of(tree.text) == before.rstrip(", ") for n in tree.analysis.names)
    return Span(quote.start, part.end) if quote is not None and named and before.endswith(",") else part


def _has_subject(tree: Tree, cue: Cue, quote: Span) -> bool:
    """True where the subject of the clause told stands before the quotation, and not only an adverbial, or the clause
    begins behind it (that, “in the end”, they would leave)."""
    subjects = [kid for clause in tree.children(cue.word, "ccomp") for kid in tree.children(clause, "nsubj", "csubj")]
    starts = [tree.tokens[kid].span.start for kid in subjects]
    return not starts or any(start < quote.start for start in starts) or min(starts) > quote.end


def _is_opened(tree: Tree, words: Span, quotes: Sequence[Span]) -> bool:
    """True where the clause has begun before the first quotation: said she was “proud to serve the country”."""
    opening = [t for t in tree.tokens if words.start <= t.span.start and t.span.end < quotes[0].start]
    return any(t.upos in ("VERB", "AUX", "NOUN", "PROPN") or t.deprel == "nsubj" for t in opening)


def _goes_on(gap: str) -> bool:
    """True when nothing but a conjunction and marks stand between what was said and the next quotation."""
    return gap.strip(EDGES + ".").lower() in ("", "and", "but", "and that") and "\n" not in gap and ". " not in gap


def trim(text: str, span: Span) -> Span | None:
    """The span without marks and blanks at its ends, up to words in another language; None when nothing is left."""
    start, end = span.start, span.end
    other = text.find("((", start, end)  # a page's mark for the same words in another language: "((de))German: …"
    end = other if other > start else end
    while start < end and (text[start] in EDGES or text[start : start + 2] == "''"):
        start += 1 + (text[start] == "'")
    while end > start and (text[end - 1] in EDGES or text[end - 1] == "." or text[end - 2 : end] == "''"):
        end -= 1 + (text[end - 1] == "'")
    return Span(start, end) if start < end else None
