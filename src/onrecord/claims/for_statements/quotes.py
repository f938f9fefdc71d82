"""Find quotations: stretches of text between quotation marks, also over several paragraphs."""

import re
from collections.abc import Iterator
from functools import lru_cache

from onrecord.model import Span

LONGEST_QUOTE = 3000
PAIRS = {"“": "”", "«": "»", "„": "“”", "‘": "’"}
MARK = re.compile(r"[“”«»„\"‘’]")


@lru_cache(maxsize=4)  # many ask of one article
def find_quotes(text: str) -> tuple[Span, ...]:
    """The insides of all quotations in text order, without their marks, none of them inside another.

    A paragraph that opens with a mark while a quotation is still open carries it on (each paragraph one span).
    """
    found: list[Span] = []
    for span in sorted(_curly(text) + _straight(text), key=lambda s: (s.start, -s.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return tuple(found)


def _curly(text: str) -> list[Span]:
    found: list[Span] = []
    for match in re.finditer(r"[“«„]", text):
        if found and match.start() < found[-1].end:
            continue
        end = _closing(text, match.end(), PAIRS[match.group()])
        if end is not None and end > match.end():
            found.append(Span(match.end(), end))
    for match in re.finditer(r"(?<![\w’‘])‘(?=\w)", text):
        inside = any(span.start <= match.start() < span.end for span in found)
        end = _single_end(text, match.end())
        if not inside and end is not None:
            found.append(Span(match.end(), end))
    return found


def _closing(text: str, start: int, closers: str) -> int | None:
    """Where the quotation ends: at its closing mark, or at the end of a paragraph after which it is reopened."""
    limit = min(len(text), start + LONGEST_QUOTE)
    depth = 0
    for place in range(start, limit):
        ch = text[place]
        if ch == "\n" and re.match(r"\s*\n?\s*[“«„]", text[place : place + 6]):
            return place
        if ch == "\n" and text[place : place + 2] == "\n\n":
            return None
        if ch in "“«" and ch not in closers:
            depth += 1
        elif ch in closers:
            if not depth:
                return place
            depth -= 1
    return None


def _single_end(text: str, start: int) -> int | None:
    """The closing ’ of a quotation in single marks: one that no letter follows, in the same paragraph."""
    match = re.compile(r"’(?!\w)").search(text, start, min(len(text), start + 600))
    if match is None or "\n" in text[start : match.start()] or match.start() == start:
        return None
    return match.start() if " " in text[start : match.start()] else None


def _straight(text: str) -> list[Span]:
    """Straight double marks, or two single ones, paired in their paragraph: no letter stands before an opening one."""
    found: list[Span] = []
    for first, last in _paragraphs(text):
        opened: int | None = None
        for match in re.finditer('"' if '"' in text[first:last] else "''", text[first:last]):
            start, end = first + match.start(), first + match.end()
            if opened is None:
                if start == first or not text[start - 1].isalnum():
                    opened = end
            elif start > opened:
                after_space = text[start - 1].isspace() and end < last and text[end].isalnum()
                if after_space:  # an opening mark: the one before was never closed
                    opened = end
                else:
                    found.append(Span(opened, start))
                    opened = None
            else:
                opened = None
        if opened is not None and opened < last and re.match(r"\s*(?:\"|'')", text[last : last + 6]):
            found.append(Span(opened, last))
    return found


def before_mark(text: str, quote: Span) -> int:
    """Where the opening mark of a quotation begins, one sign or two wide."""
    return quote.start - (2 if text[max(0, quote.start - 2) : quote.start] == "''" else 1)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in re.finditer(r"\n+", text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
