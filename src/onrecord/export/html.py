"""Records as one HTML page that opens without a server: each article with its claims marked and told beside it."""

from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from importlib import resources

from onrecord.documents import headline_of
from onrecord.export.marks import cut_article
from onrecord.export.wording import MEANINGS, SIGNS, Piece, clean, moment_in_words, showable, word
from onrecord.model import Document, Record

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
<h2 dir="auto">{_safe(clean(headline_of(document.title, document.text)) or document.id)}</h2>
<p class="about">{_about(document, len(record.claims))}</p>
<div class="columns">
<div><article class="text" dir="auto" lang="{_safe(document.language)}"><p>{"".join(_marked(record, key))}</p></article>
{_entities(record)}</div>
{listed}
</div>
</section>
"""


def _about(document: Document, claims: int) -> str:
    undated = "date unknown: relative times have no value"
    published = moment_in_words(document.published) if document.published else undated
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
    """The text escaped for HTML."""
    return escape(showable(text))


def _marked(record: Record, key: str) -> Iterator[str]:
    """The article's text, each stretch marked with the claims that it carries, in the manner of the closest one."""
    for stretch in cut_article(record):
        words = f"<b>{_safe(stretch.words)}</b>" if stretch.is_key else _safe(stretch.words)
        if stretch.is_break:
            yield "</p>\n<p>"
        elif stretch.closest is None:
            yield words
        else:
            ids = " ".join(f"{key}-c{number}" for number in stretch.claims)
            yield f'<mark class="{record.claims[stretch.closest - 1].status}" data-claims="{ids}">{words}</mark>'
        yield from (_number(record, number, key) for number in stretch.ends)


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
