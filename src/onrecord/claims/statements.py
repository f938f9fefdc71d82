"""Find statements: who said or wrote what to whom, in quotation marks or without."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.claims.cues import Cue, before_or_after, find_cues
from onrecord.claims.draft import Draft
from onrecord.claims.quotes import find_quotes
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast
from onrecord.lexicon.cues import load_cues
from onrecord.model import Span, Statement, StatementForm

CLOSING_HEADING = re.compile(
    r"\n\s*(?:notes? (?:to|for) editors|further information|media enquiries|background|contact|ends|sources?)\b",
    re.IGNORECASE,
)
EDGES = ' \t\n\r,;:–—-“”"‘’«»'
SHORT_QUOTE_WORDS = 4
ISSUING = ("issue", "release", "publish", "make", "give", "send", "write", "post", "deliver")
SPEAKER_KINDS = ("person", "organization", "state", "group")


@dataclass(frozen=True, slots=True)
class Report:
    """One act of reporting, before it is split among its speakers."""

    cue: Cue | None
    verb: int
    speakers: tuple[str, ...]
    addressees: tuple[str, ...]
    content: tuple[Span, ...]
    form: StatementForm
    score: float


def find_statements(tree: Tree, cast: Cast) -> tuple[Draft, ...]:
    """The statements of a document in text order, one for each speaker."""
    quotes = find_quotes(tree.text)
    cues = tuple(find_cues(tree))
    reports = list(_from_cues(tree, cast, cues, quotes))
    reports.extend(_from_quotes(tree, cast, cues, reports, quotes))
    reports.extend(_from_colons(tree, cast, cues, reports))
    reports = _carry_on(tree, reports, quotes)
    return tuple(draft for report in sorted(reports, key=lambda r: r.content[0]) for draft in _drafts(tree, report))


def _from_cues(tree: Tree, cast: Cast, cues: Sequence[Cue], quotes: Sequence[Span]) -> Iterator[Report]:
    """Statements whose content the tree gives: a clause, an infinitive, a noun phrase."""
    for cue in cues:
        if not cue.content:
            continue
        speakers = _speakers(tree, cast, cue.speakers)
        spans, form = shape(tree, _before_next_cue(tree, cue, cues, quotes), quotes)
        if speakers and spans:
            yield Report(cue, cue.verb, speakers, _entities(cast, cue.addressees), spans, form, 0.8)


def _speakers(tree: Tree, cast: Cast, tokens: Sequence[int]) -> tuple[str, ...]:
    """Who speaks: those named, and for a text ("the statement", "the ruling") its author where the article tells."""
    found: list[int] = []
    for token in tokens:
        found.extend(_authors(tree, token) if load_cues().reports(tree.lemma(token), "text") else (token,))
    return _entities(cast, found)


def _authors(tree: Tree, text: int) -> Sequence[int]:
    """Head tokens of the author of a text: "X's statement", "a statement by X", "X issued a statement that reads"."""
    owners = [*tree.children(text, "nmod:poss", "compound"), *tree.obliques(text, "by", "from", "of")]
    head = tree.head(text)
    if not owners and head is not None and tree.is_a(text, "obj") and tree.lemma(head) in ISSUING:
        return tree.subjects(head)
    return owners or (text,)


def _entities(cast: Cast, tokens: Sequence[int]) -> tuple[str, ...]:
    found = (cast.entity_at(token) for token in tokens)
    return tuple(dict.fromkeys(e for e in found if e is not None and cast.kind(e) in SPEAKER_KINDS))


def _before_next_cue(tree: Tree, cue: Cue, cues: Sequence[Cue], quotes: Sequence[Span]) -> Cue:
    """The cue with its content ended where the same sentence goes on to report anew (“…”, calling it “…”)."""
    touched = [q for q in quotes if any(q.overlaps(c) for c in cue.content)]
    for other in cues if touched else ():
        place = tree.tokens[other.verb].span
        if other.verb <= cue.verb or not any(c.covers(place) for c in cue.content):
            continue
        start = tree.span(*tree.subtree(other.verb)).start
        quoted_before = any(q.end <= place.start for q in touched)
        held = any(c.covers(place) and c.start < start for c in cue.content)
        if held and quoted_before and not any(q.covers(place) for q in quotes):
            kept = tuple(Span(c.start, min(c.end, start)) for c in cue.content if c.start < start)
            return replace(cue, content=kept)
    return cue


def shape(tree: Tree, cue: Cue, quotes: Sequence[Span]) -> tuple[tuple[Span, ...], StatementForm]:
    """Content spans trimmed of marks, and their form; a content within quotation marks takes their whole inside."""
    parts = [part for span in cue.content if (part := trim(tree.text, span))]
    if any(q.covers(tree.tokens[cue.verb].span) and all(q.covers(p) for p in parts) for q in quotes):
        return tuple(parts), "direct"
    touching = [q for q in quotes if any(q.overlaps(p) for p in parts) and not q.covers(tree.tokens[cue.verb].span)]
    if not touching:
        return tuple(parts), "indirect"
    inside = sum(min(p.end, q.end) - max(p.start, q.start) for p in parts for q in touching if p.overlaps(q))
    total = sum(p.end - p.start for p in parts)
    if inside >= 0.85 * total:
        return tuple(s for q in touching if (s := trim(tree.text, q))), "direct"
    touching += [q for q in quotes if q.start > parts[-1].end and _goes_on(tree.text[parts[-1].end : q.start])][:1]
    # a quotation that runs past its clause carries the clause on to the quotation's end
    last = touching[-1]
    if last.end > parts[-1].end:
        parts[-1] = Span(parts[-1].start, last.end)
    return tuple(parts), "mixed"


def _goes_on(gap: str) -> bool:
    """True when nothing but a conjunction and marks stand between what was said and the next quotation."""
    return gap.strip(EDGES + ".").lower() in ("", "and", "but", "and that") and "\n" not in gap and ". " not in gap


def trim(text: str, span: Span) -> Span | None:
    """The span without quotation marks, commas and blanks at its ends; None when nothing is left."""
    start, end = span.start, span.end
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and (text[end - 1] in EDGES or text[end - 1] == "."):
        end -= 1
    return Span(start, end) if start < end else None


def _from_quotes(
    tree: Tree, cast: Cast, cues: Sequence[Cue], reports: Sequence[Report], quotes: Sequence[Span]
) -> Iterator[Report]:
    """Statements for quotations that no clause has claimed, from the reporting word beside them."""
    grouped: dict[int, list[Span]] = {}
    for quote in quotes:
        if any(_claims(tree, report, quote) for report in reports):
            continue
        cue = before_or_after(tree, cues, quote)
        if cue is None or any(report.cue is cue for report in reports):
            continue
        grouped.setdefault(cue.verb, []).append(quote)
    by_verb = {cue.verb: cue for cue in cues}
    for verb, spans in grouped.items():
        cue = by_verb[verb]
        speakers = _speakers(tree, cast, cue.speakers)
        content = tuple(s for q in spans if (s := trim(tree.text, q)))
        if speakers and content:
            yield Report(cue, verb, speakers, _entities(cast, cue.addressees), content, "direct", 0.75)


def _from_colons(tree: Tree, cast: Cast, cues: Sequence[Cue], reports: Sequence[Report]) -> Iterator[Report]:
    """Statements without quotation marks that fill the paragraphs after "The minister said:"."""
    text = tree.text
    for cue in cues:
        sentence = tree.sentence_of(cue.verb)
        rest = text[sentence.span.end :]
        if text[sentence.span.end - 1] != ":" or not re.match(r"\s*\n\s*[^\s“\"‘«]", rest):
            continue
        start = sentence.span.end + len(rest) - len(rest.lstrip())
        end = _end_of_words(text, start, [tree.sentence_of(c.verb).span for c in cues if c.verb > cue.verb])
        speakers = _speakers(tree, cast, cue.speakers)
        content = trim(text, Span(start, end)) if end > start else None
        if (
            speakers
            and content
            and not any(content.overlaps(span) for r in reports for span in r.content if r.form == "direct")
        ):
            yield Report(cue, cue.verb, speakers, _entities(cast, cue.addressees), (content,), "indirect", 0.7)


def _end_of_words(text: str, start: int, reporting: Sequence[Span]) -> int:
    """Where words given without marks end: before a heading of the page's own, or another "…:" that opens words."""
    end = len(text)
    heading = CLOSING_HEADING.search(text, start)
    if heading:
        end = heading.start()
    for span in reporting:
        if start < span.start < end and text[span.end - 1] == ":":
            end = text.rfind("\n", start, span.start) + 1 or span.start
            break
    return end


def _claims(tree: Tree, report: Report, quote: Span) -> bool:
    """True when a report has the quotation as its content; one told inside the quotation itself does not count."""
    inside = report.cue is not None and quote.covers(tree.tokens[report.verb].span)
    return not inside and any(quote.overlaps(span) for span in report.content)


def _full_sentence(tree: Tree, quote: Span) -> bool:
    words = quote.of(tree.text)
    return words[:1].isupper() and len(words.split()) > SHORT_QUOTE_WORDS


def _carry_on(tree: Tree, reports: list[Report], quotes: Sequence[Span]) -> list[Report]:
    """Give quotations without a reporting word to the speaker whose quotation stands right before them.

    In the same paragraph both are one statement (“A,” she said. “B.”); a new paragraph is a statement of its own.
    """
    out = list(reports)
    for quote in quotes:
        if any(_claims(tree, report, quote) for report in out) or not _full_sentence(tree, quote):
            continue
        place = _statement_before(tree, out, quote)
        content = trim(tree.text, quote)
        if place is None or content is None:
            continue
        before = out[place]
        gap = tree.text[before.content[-1].end : quote.start]
        if "\n" not in gap and before.form != "indirect":
            out[place] = replace(before, content=(*before.content, content))
        elif before.form != "indirect":
            verb = _first_token(tree, content)
            out.append(
                replace(before, cue=None, verb=verb, addressees=(), content=(content,), form="direct", score=0.6)
            )
    return out


def _statement_before(tree: Tree, reports: Sequence[Report], quote: Span) -> int | None:
    """The latest report that ends before the quotation with nothing but its own cue in between."""
    best: int | None = None
    for number, report in enumerate(reports):
        end = max(report.content[-1].end, tree.tokens[report.verb].span.end)
        if end <= quote.start and (best is None or report.content[-1] > reports[best].content[-1]):
            best = number
    if best is None:
        return None
    report = reports[best]
    end = max(report.content[-1].end, tree.tokens[report.verb].span.end)
    gap = tree.text[end : quote.start]
    return best if len(gap) < 80 and gap.count(". ") <= 1 else None


def _first_token(tree: Tree, span: Span) -> int:
    return next((t.index for t in tree.tokens if span.covers(t.span)), 0)


def _drafts(tree: Tree, report: Report) -> Iterator[Draft]:
    cue = report.cue
    cue_span = tree.span(cue.first, cue.last) if cue else None
    evidence = _evidence(tree, report, cue_span)
    for speaker in report.speakers:
        addressees = tuple(a for a in report.addressees if a != speaker)
        yield Draft(
            Statement(speaker, addressees, report.form, report.content, cue_span), report.verb, evidence, report.score
        )


def _evidence(tree: Tree, report: Report, cue: Span | None) -> tuple[Span, ...]:
    """From the speaker or the cue to the end of the content, as one stretch where they adjoin."""
    spans = [*report.content]
    if cue:
        spans.append(cue)
        speakers = report.cue.speakers if report.cue else ()
        near = [tree.tokens[s].span for s in speakers if abs(s - report.verb) < 25]
        spans.extend(near)
    spans.sort()
    merged: list[Span] = []
    for span in spans:
        if merged and span.start - merged[-1].end < 60:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return tuple(merged)
