"""Records as one HTML page that opens without a server: each article with its claims marked and told beside it."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import escape
from importlib import resources

from onrecord.export.wording import MEANINGS, SIGNS, Piece, clean, word
from onrecord.model import Claim, Document, Event, Record, Span, Statement

POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Onrecord: who says what happened</title>
<style>
{css}</style>
</head>
<body>
<header class="top"><h1>Onrecord</h1>
<ul class="legend">
{legend}
</ul></header>
<main>
"""
BLANK_LINES, NEWLINES = re.compile(r"\n[^\S\n]*\n\s*"), re.compile(r"\n")
TAIL = """</main>
<script>
{js}</script>
</body>
</html>
"""


def write_page(records: Iterable[Record]) -> Iterator[str]:
    """The pieces of one page, in order: its head, a section for each record, its end."""
    legend = "\n".join(
        f'<li><span class="{status}"><span class="status">{sign} {status}</span></span> {MEANINGS[status]}</li>'
        for status, sign in SIGNS.items()
    )
    yield HEAD.format(policy=POLICY, css=_part("page.css"), legend=legend)
    for number, record in enumerate(records, 1):
        yield _reading(record, f"r{number}")
    yield TAIL.format(js=_part("page.js"))


@cache
def _part(name: str) -> str:
    return resources.files("onrecord.export").joinpath("page", name).read_text(encoding="utf-8")


def _reading(record: Record, key: str) -> str:
    document = record.document
    claims = "\n".join(_card(record, number, key) for number in range(1, len(record.claims) + 1))
    listed = f'<ol class="claims">\n{claims}\n</ol>' if claims else '<p class="none">No claims were found.</p>'
    return f"""<section class="reading" id="{key}">
<h2 dir="auto">{_safe(clean(document.title or document.id))}</h2>
<p class="about">{_about(document, len(record.claims))}</p>
<div class="columns">
<div><article class="text" dir="auto" lang="{_safe(document.language)}"><p>{"".join(_marked(record, key))}</p></article>
{_entities(record)}</div>
{listed}
</div>
</section>
"""


def _about(document: Document, claims: int) -> str:
    published = document.published or "date unknown: relative times have no value"
    parts = [part for part in (document.publisher, document.author, published) if part]
    shown = [_safe(clean(part)) for part in parts]
    if document.url:
        shown.append(_link(clean(document.url)))
    shown.append(f"{claims} claim{'' if claims == 1 else 's'}")
    return " · ".join(shown)


def _link(url: str) -> str:
    """A link for web addresses; any other address is shown and cannot be followed."""
    web = url.lower().startswith(("http://", "https://"))
    return f'<a href="{_safe(url)}" rel="noreferrer">{_safe(url)}</a>' if web else _safe(url)


def _safe(text: str) -> str:
    """The text escaped for HTML; characters that no page may hold are shown as such."""
    return escape("".join(c if c in "\t\n\r" or c >= " " and not "\ud800" <= c <= "\udfff" else "\ufffd" for c in text))


def _spans(claim: Claim) -> tuple[Span, ...]:
    """The stretches of the article that are marked for a claim: its evidence, and what was said."""
    what = claim.what
    return (*claim.evidence, *what.content) if isinstance(what, Statement) else claim.evidence


def _marked(record: Record, key: str) -> Iterator[str]:
    """The article's text cut at each edge of a claim, each stretch marked with the claims that it carries."""
    text = record.document.text
    waiting = sorted(((span, n) for n, claim in enumerate(record.claims, 1) for span in _spans(claim)), reverse=True)
    triggers = [claim.what.trigger for claim in record.claims if isinstance(claim.what, Event)]
    breaks = (BLANK_LINES if BLANK_LINES.search(text) else NEWLINES).finditer(text)
    paragraph_ends = {found.start(): found.end() for found in breaks}
    ends = {n: max(span.end for span in _spans(claim)) for n, claim in enumerate(record.claims, 1)}
    opened: list[tuple[Span, int]] = []
    cuts = _cuts(len(text), [*(span for span, _ in waiting), *triggers], paragraph_ends.items())
    for start, end in itertools.pairwise(cuts):
        while waiting and waiting[-1][0].start <= start:
            opened.append(waiting.pop())
        opened = [(span, number) for span, number in opened if span.end > start]
        words = _safe(text[start:end])
        if any(span.start <= start and end <= span.end for span in triggers):
            words = f"<b>{words}</b>"
        if start in paragraph_ends:
            yield "</p>\n<p>"
        else:
            yield _mark(record, words, opened, key) if opened else words
        yield from (_number(record, number, key) for number, last in ends.items() if start < last <= end)


def _cuts(length: int, spans: Iterable[Span], breaks: Iterable[tuple[int, int]]) -> list[int]:
    """Where the text is cut: at the edges of spans and of breaks, with no cut within a break."""
    inside = {place for start, end in breaks for place in range(start + 1, end)}
    edges = {0, length} | {edge for start, end in breaks for edge in (start, end)}
    return sorted((edges | {edge for span in spans for edge in (span.start, span.end)}) - inside)


def _mark(record: Record, words: str, opened: Sequence[tuple[Span, int]], key: str) -> str:
    """Words with a line in the manner of the closest claim around them."""
    _span, closest = min(opened, key=lambda pair: (pair[0].end - pair[0].start, pair[1]))
    ids = " ".join(f"{key}-c{number}" for number in sorted({number for _span, number in opened}))
    return f'<mark class="{record.claims[closest - 1].status}" data-claims="{ids}">{words}</mark>'


def _number(record: Record, number: int, key: str) -> str:
    """The claim's number, behind its last words, as a link to the claim."""
    status = record.claims[number - 1].status
    return (
        f'<a class="number {status}" id="{key}-m{number}" href="#{key}-c{number}" '
        f'aria-label="claim {number}, {status}">{number}</a>'
    )


def _card(record: Record, number: int, key: str) -> str:
    claim = record.claims[number - 1]
    wording = word(record, claim)
    rows = (("said by", wording.chain), ("when", wording.time), ("where", wording.place))
    facts = "".join(f"<dt>{name}</dt><dd>{_safe(value)}</dd>" for name, value in rows if value)
    return (
        f'<li class="claim {claim.status}" id="{key}-c{number}">'
        f'<p class="head"><a href="#{key}-m{number}" aria-label="claim {number}, to its words">{number}</a>'
        f'<span class="status">{SIGNS[claim.status]} {claim.status}</span>'
        f"<span>{claim.kind} · {_safe(wording.detail)}</span>"
        f'<span title="how sure the reading is">{claim.confidence:.0%} sure</span></p>'
        f"<p>{_pieces(wording.parties)}</p>"
        f"<blockquote>“{_pieces(wording.quotation)}”</blockquote>"
        f"{f'<dl>{facts}</dl>' if facts else ''}</li>"
    )


def _pieces(pieces: Iterable[Piece]) -> str:
    return "".join(f"<b>{_safe(piece.text)}</b>" if piece.strong else _safe(piece.text) for piece in pieces)


def _entities(record: Record) -> str:
    if not record.entities:
        return ""
    rows = (
        f"<b>{_safe(clean(entity.name))}</b> ({entity.kind}{f', {_safe(entity.country)}' if entity.country else ''})"
        for entity in record.entities
    )
    return f'<details class="entities"><summary>Who and what is named</summary>{", ".join(rows)}</details>'
