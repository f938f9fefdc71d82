"""Records for people at a terminal: each claim with its status, its parties, its words, its source and its time."""

from collections.abc import Iterable, Mapping
from io import StringIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.documents import headline_of
from onrecord.export.wording import SIGNS, Piece, clean, moment_in_words, word
from onrecord.model import Claim, Document, Record, Status

NARROWEST, WIDEST = 40, 100
"""Longer lines are hard to read: a wider terminal is not filled."""
STYLES: Mapping[Status, str] = {
    "asserted": "green",
    "planned": "cyan",
    "possible": "yellow",
    "alleged": "magenta",
    "denied": "red",
}
STATUS_WIDTH = max(len(f"{SIGNS[status]} {status}") for status in STYLES)


def write_text(record: Record, *, width: int = 80, colour: bool = False) -> str:
    """The record as lines of at most `width` columns, with a terminal's colours where `colour` is set."""
    out = StringIO()
    console = Console(
        file=out,
        width=max(NARROWEST, min(width, WIDEST)),
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        _environ={},  # what is written depends on nothing but the record and the two options
    )
    console.print(_heading(record.document, len(record.claims)))
    for claim in record.claims:
        console.print(_row(record, claim))
        console.print()
    console.print()
    return "\n".join(line.rstrip(" ") for line in out.getvalue().split("\n"))


def _heading(document: Document, claims: int) -> Text:
    published = moment_in_words(document.published) if document.published else "date unknown"
    count = f"{claims} claim{'' if claims == 1 else 's'}" if claims else "no claims found"
    about = (document.publisher, document.author, published, count, document.url)
    told = " · ".join(clean(part) for part in about if part)
    title = clean(headline_of(document.title, document.text)) or document.id
    return Text.assemble((title, "bold underline"), "\n", (told, "dim"), "\n")


def _row(record: Record, claim: Claim) -> Table:
    """The status on the left, so that the eye finds it; what is claimed on the right."""
    wording, style = word(record, claim), STYLES[claim.status]
    lines = [
        Text.assemble(*_styled(wording.parties, "bold"), "  ", (f"{claim.kind} · {wording.detail}", "dim")),
        Text.assemble("“", *_styled(wording.quotation, f"bold {style}"), "”"),
    ]
    facts = (("said by ", wording.chain), ("when ", wording.time), ("where ", wording.place))
    told = [((name, "dim"), value) for name, value in facts if value]
    if told:
        lines.append(Text("   ").join(Text.assemble(name, value) for name, value in told))
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=STATUS_WIDTH, no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(Text(f"{SIGNS[claim.status]} {claim.status}", style=f"bold {style}"), Text("\n").join(lines))
    return grid


def _styled(pieces: Iterable[Piece], style: str) -> Iterable[tuple[str, str]]:
    return ((piece.text, style if piece.strong else "") for piece in pieces)
