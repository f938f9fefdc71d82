"""Cuts an article at the edges of its claims, so that each stretch of it can be marked with those that it carries."""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.model import Claim, Event, Record, Span, Statement

BLANK_LINES, NEWLINES = re.compile(r"\n[^\S\n]*\n\s*"), re.compile(r"\n")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of an article between two edges, in the order of the text; all of them together are the text.

    Claims are told by their places in the record, from 1: `claims` are those that cover the words, `closest` the
    narrowest of them, `ends` those whose last words these are. `is_key` words are what an event hangs on; what
    `is_break` parts two paragraphs.
    """

    words: str
    claims: tuple[int, ...]
    closest: int | None
    ends: tuple[int, ...]
    is_key: bool
    is_break: bool


def marked_spans(claim: Claim) -> tuple[Span, ...]:
    """The stretches of the article that are marked for a claim: its evidence, and what was said."""
    what = claim.what
    return (*claim.evidence, *what.content) if isinstance(what, Statement) else claim.evidence


def cut_article(record: Record) -> Iterator[Stretch]:
    """The article's text cut at each edge of a claim and of a paragraph."""
    text = record.document.text
    waiting = sorted(
        ((span, n) for n, claim in enumerate(record.claims, 1) for span in marked_spans(claim)), reverse=True
    )
    keys = [claim.what.trigger for claim in record.claims if isinstance(claim.what, Event)]
    breaks = (BLANK_LINES if BLANK_LINES.search(text) else NEWLINES).finditer(text)
    paragraph_ends = {found.start(): found.end() for found in breaks}
    ends = {n: max(span.end for span in marked_spans(claim)) for n, claim in enumerate(record.claims, 1)}
    opened: list[tuple[Span, int]] = []
    cuts = _cuts(len(text), [*(span for span, _ in waiting), *keys], paragraph_ends.items())
    for start, end in itertools.pairwise(cuts):
        while waiting and waiting[-1][0].start <= start:
            opened.append(waiting.pop())
        opened = [(span, number) for span, number in opened if span.end > start]
        closest = min(opened, key=lambda pair: (pair[0].end - pair[0].start, pair[1]))[1] if opened else None
        yield Stretch(
            text[start:end],
            tuple(sorted({number for _span, number in opened})),
            closest,
            tuple(number for number, last in ends.items() if start < last <= end),
            is_key=any(span.start <= start and end <= span.end for span in keys),
            is_break=start in paragraph_ends,
        )


def _cuts(length: int, spans: Iterable[Span], breaks: Iterable[tuple[int, int]]) -> list[int]:
    """Where the text is cut: at the edges of spans and of breaks, with no cut within a break."""
    inside = {place for start, end in breaks for place in range(start + 1, end)}
    edges = {0, length} | {edge for start, end in breaks for edge in (start, end)}
    return sorted((edges | {edge for span in spans for edge in (span.start, span.end)}) - inside)
