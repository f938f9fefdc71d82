"""Many names in short, for people at a terminal and as rows: the offices and listings of each, and how much is told."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from onrecord.answers import Answer, Answers, Identity, Screened, counted
from onrecord.export.answers import close_console, open_console
from onrecord.export.wording import CHAIN, clean

FIELDS = (
    "name", "found", "id", "called", "match", "kind", "country", "articles", "others", "alike", "offices", "listings",
    "claims",
)  # fmt: skip
WHOLE, PART = "name", "part of the name"
"""How a name is found: as it is called in full, or as some words of what it is called."""


def screened_rows(screened: Sequence[Screened]) -> list[dict[str, Any]]:
    """A row for each name, with the fields of FIELDS: of those who are not found, only who is called nearly so."""
    rows = []
    for each in screened:
        who = each.identity
        told = (
            each.name, who is not None, who and who.id, who and who.name, who and _match(each), who and who.kind,
            who and who.country, who and who.articles, tuple(map(_numbered, each.others)), tuple(_alike(each)),
            tuple(_offices(each.offices)), tuple(_listings(each.listings)), each.claims,
        )  # fmt: skip
        rows.append(dict(zip(FIELDS, told, strict=True)))
    return rows


def write_screened(screened: Sequence[Screened], *, width: int = 80, colour: bool = False) -> str:
    """A table with a row for each name, and how many were found and are on a list."""
    out, console = open_console(width, colour)
    table = Table(box=None, padding=(0, 2, 1, 0), header_style="dim")
    for heading in ("name", "who", "offices", "listings"):
        table.add_column(heading, overflow="fold")
    table.add_column("claims", justify="right", no_wrap=True)
    for each in screened:
        offices, listings = (
            "\n".join(of(answers)) for of, answers in ((_offices, each.offices), (_listings, each.listings))
        )
        count = counted(each.claims) if each.identity else ""
        table.add_row(Text(clean(each.name), "bold"), _who(each), Text(offices), Text(listings, "red"), count)
    console.print(table)
    console.print(Text(_sum(screened), "dim"))
    return close_console(out)


def _sum(screened: Sequence[Screened]) -> str:
    found = sum(each.identity is not None for each in screened)
    listed = sum(bool(each.listings) for each in screened)
    alike = sum(bool(each.alike) for each in screened if each.identity is None)
    others = f" {alike:,} of the others {'is' if alike == 1 else 'are'} nearly called as somebody is." if alike else ""
    return f"{found:,} of {len(screened):,} names are in the record, {listed:,} with a listing.{others}"


def _who(each: Screened) -> Text:
    identity = each.identity
    lines = [Text("nobody in the record", "dim")]
    if identity is not None:
        country = f", {identity.country.upper()}" if identity.country else ""
        match = f" – {PART}" if each.in_part else ""
        lines = [Text.assemble(clean(identity.name), (f" ({identity.kind}{country}) #{identity.id}{match}", "dim"))]
    if each.others:
        lines.append(Text(f"also called so: {', '.join(map(_numbered, each.others))}", "dim"))
    if each.alike:
        lines.append(Text(f"nearly so: {', '.join(_alike(each))}", "yellow"))
    return Text("\n").join(lines)


def _match(each: Screened) -> str:
    return PART if each.in_part else WHOLE


def _numbered(identity: Identity) -> str:
    return f"#{identity.id} {clean(identity.name)}"


def _alike(each: Screened) -> Iterator[str]:
    """Each of those who are nearly called so, by the name that is like it."""
    for near in each.alike:
        yield f"#{near.identity.id} {clean(near.name)} ({near.likeness:.2f})"


def _offices(answers: Answers) -> Iterator[str]:
    """Each office once, with how it is told last."""
    return _once(answers, lambda answer: ", ".join(map(clean, filter(None, (answer.title, *answer.whom)))))


def _listings(answers: Answers) -> Iterator[str]:
    """Each list once, by whose it is."""
    return _once(answers, lambda answer: ", ".join(map(clean, answer.whom)))


def _once(answers: Answers, name: Callable[[Answer], str]) -> Iterator[str]:
    seen: set[tuple[str, str | None]] = set()
    for answer in answers:
        key = (name(answer).casefold(), answer.country)
        if key not in seen:
            seen.add(key)
            yield _told(answer, name(answer))


def _told(answer: Answer, words: str) -> str:
    """With how firmly it is told, on whose word, and of when: its own time, else the day on which it was told."""
    country = f" ({answer.country.upper()})" if answer.country else ""
    status = answer.status if answer.kind == "listing" or answer.status != "asserted" else None
    tenure = answer.detail if answer.kind == "office" else None
    said_by = f"said by {CHAIN.join(map(clean, answer.said_by))}" if answer.said_by else None
    when = answer.time or (answer.published and f"told {answer.published[:10]}")
    return f"{words}{country}: {', '.join(filter(None, (tenure, status, when, said_by)))}"
