"""Many names in short, for people at a terminal and as rows: the offices and listings of each, and how much is told."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from onrecord.answers import Answer, Answers, Screened, counted
from onrecord.export.answers import close_console, open_console
from onrecord.export.wording import clean

FIELDS = (
    "name", "found", "id", "called", "kind", "country", "articles", "others", "offices", "listings", "claims",
)  # fmt: skip


def screened_rows(screened: Sequence[Screened]) -> list[dict[str, Any]]:
    """A row for each name, with the fields of FIELDS; those who are not found have nothing but the name."""
    rows = []
    for each in screened:
        who = each.identity
        told = (
            each.name, who is not None, who and who.id, who and who.name, who and who.kind, who and who.country,
            who and who.articles, len(each.others), tuple(_offices(each.offices)), tuple(_listings(each.listings)),
            each.claims,
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
        who = _who(each) if each.identity else Text("nobody in the record", "dim")
        count = counted(each.claims) if each.identity else ""
        table.add_row(Text(clean(each.name), "bold"), who, Text(offices), Text(listings, "red"), count)
    console.print(table)
    found = sum(each.identity is not None for each in screened)
    listed = sum(bool(each.listings) for each in screened)
    console.print(Text(f"{found:,} of {len(screened):,} names are in the record, {listed:,} with a listing.", "dim"))
    return close_console(out)


def _who(each: Screened) -> Text:
    identity = each.identity
    if identity is None:
        return Text()
    country = f", {identity.country.upper()}" if identity.country else ""
    others = f", {len(each.others)} other{'' if len(each.others) == 1 else 's'} called so" if each.others else ""
    return Text.assemble(clean(identity.name), (f" ({identity.kind}{country}) #{identity.id}{others}", "dim"))


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
    country = f" ({answer.country.upper()})" if answer.country else ""
    status = answer.status if answer.kind == "listing" or answer.status != "asserted" else None
    tenure = answer.detail if answer.kind == "office" else None
    return f"{words}{country}: {', '.join(filter(None, (tenure, status, answer.day)))}"
