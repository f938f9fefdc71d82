"""Answers for people at a terminal, as JSON Lines and as CSV: each claim with its words, status and source."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from io import StringIO
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.answers import QUADS, Answer, Between, Dossier, Found, Identity, Passage, counted
from onrecord.excerpts import shorten
from onrecord.export.text import NARROWEST, STATUS_WIDTH, STYLES, WIDEST
from onrecord.export.wording import CHAIN, NOBODY, RELATIONS, SIGNS, clean

Section = tuple[str, Sequence[Answer], int]
"""A heading (empty for none), the answers under it, and how many there are without the limit."""
LIST_MARK = "; "
NUMBER_WIDTH = 5
STANDING = frozenset({"office", "tie", "listing"})
"""Kinds of claims that tell a state, which many articles repeat; events and statements are told one by one."""


def write_answers(sections: Iterable[Section], *, width: int = 80, colour: bool = False, searched: str = "") -> str:
    """The sections as lines of at most `width` columns, the answers numbered through.

    What several articles tell in the same way of an office, a tie or a listing is shown once, with the others' numbers.
    Long words are cut, around those that were searched.
    """
    out, console = open_console(width, colour)
    number = 0
    for heading, answers, total in sections:
        if heading and not answers:
            continue
        if heading:
            console.print(Text(heading[:1].upper() + heading[1:], "bold underline"), end="\n\n")
        for numbered in _folded(answers, number):
            console.print(_row(numbered, searched))
            console.print()
        number += len(answers)
        if total > len(answers):
            console.print(Text(f"{len(answers):,} of {counted(total)}: ask for more with --limit\n", "dim"))
    if not number:
        console.print(Text("Nothing of that is in the record.", "dim"))
    return close_console(out)


def write_dossier(dossier: Dossier, *, width: int = 80, colour: bool = False) -> str:
    """Who is meant, what else bears the name, and all sections that hold something."""
    out, console = open_console(width, colour)
    console.print(_who(dossier.identity))
    names = [clean(name) for name in dossier.identity.names if name != dossier.identity.name]
    if names:
        console.print(Text("also called " + ", ".join(names), "dim"))
    if dossier.others:
        told = ", ".join(f"#{each.id} {clean(each.name)} ({each.articles:,})" for each in dossier.others)
        console.print(Text(f"not to be mistaken for {told}", "dim"))
    console.print()
    sections = [(name, answers, answers.total) for name, answers in dossier.sections.items()]
    return close_console(out) + write_answers(sections, width=width, colour=colour)


def write_between(between: Between, *, width: int = 80, colour: bool = False) -> str:
    """The two sides, the balance of each month as a table, and the claims on one line of time."""
    out, console = open_console(width, colour)
    answers = between.answers
    console.print(_who(between.one))
    console.print(_who(between.other))
    console.print()
    if between.months:
        table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
        for name in ("month", *QUADS, "balance"):
            table.add_column(name, justify="left" if name == "month" else "right")
        for month in between.months:
            counts = [str(month.counts[quad] or "·") for quad in QUADS]
            table.add_row(month.month, *counts, f"{month.balance:+d}", style="red" if month.balance < 0 else "")
        console.print(table)
        if answers.total > len(answers):
            reach = f"counted in the latest {len(answers):,} of {counted(answers.total)} claims: --limit counts more"
            console.print(Text(reach, "dim"))
        console.print()
    return close_console(out) + write_answers([("", answers, answers.total)], width=width, colour=colour)


def write_found(found: Found, *, width: int = 80, colour: bool = False) -> str:
    """The statements that a search found, then the passages of articles."""
    out, console = open_console(width, colour)
    if found.passages:
        console.print(Text("Articles", "bold underline"), end="\n\n")
    for passage in found.passages:
        about = (
            passage.publisher,
            passage.published and passage.published[:10],
            passage.url,
            f"article {passage.article}",
        )
        console.print(Text(clean(passage.headline), "bold"))
        console.print(Text(clean(passage.words)))
        console.print(Text(" · ".join(clean(part) for part in about if part), "dim"), end="\n\n")
    sections = [("statements", found.statements, found.statements.total)]
    said = write_answers(sections, width=width, colour=colour, searched=found.words)
    return (said if found.statements or not found.passages else "") + close_console(out)


COMPUTED = ("=", "+", "-", "@", "\t", "\r")
"""What a cell starts with that a table would compute."""


def write_rows(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Each row as one line of JSON."""
    for row in rows:
        yield json.dumps(row, ensure_ascii=False) + "\n"


def write_csv(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """A head and a line for each row; lists are joined with semicolons. Cells that a table would compute are quoted."""
    names = list(rows[0]) if rows else [field.name for field in fields(Answer)]
    yield _csv_line(names)
    for row in rows:
        yield _csv_line([_cell(row[name]) for name in names])


def answer_rows(sections: Iterable[Section]) -> list[dict[str, Any]]:
    """The answers of all sections as plain values, each with the name of its section where there are several."""
    return [
        ({"section": heading} if heading else {}) | asdict(answer)
        for heading, answers, _ in sections
        for answer in answers
    ]


def passage_rows(passages: Iterable[Passage]) -> list[dict[str, Any]]:
    """The passages as plain values."""
    return [asdict(passage) for passage in passages]


def _cell(value: Any) -> str:
    text = LIST_MARK.join(map(str, value)) if isinstance(value, tuple) else "" if value is None else str(value)
    return "'" + text if text.startswith(COMPUTED) and not isinstance(value, int | float) else text


def _csv_line(cells: Sequence[str]) -> str:
    line = StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def open_console(width: int, colour: bool) -> tuple[StringIO, Console]:
    """A console of at most so many columns, and what keeps what is printed on it."""
    out = StringIO()
    console = Console(
        file=out, width=max(NARROWEST, min(width, WIDEST)), force_terminal=colour,
        color_system="standard" if colour else None, legacy_windows=False, _environ={}, highlight=False,
    )  # fmt: skip
    return out, console


def close_console(out: StringIO) -> str:
    """What was printed, without blanks at the ends of lines."""
    return "\n".join(line.rstrip(" ") for line in out.getvalue().split("\n"))


def _who(identity: Identity) -> Text:
    country = f", {identity.country.upper()}" if identity.country else ""
    articles = f"{identity.articles:,} article{'' if identity.articles == 1 else 's'}"
    return Text.assemble(
        (clean(identity.name), "bold"), f" ({identity.kind}{country})", (f"  #{identity.id} · {articles}", "dim")
    )


Numbered = Sequence[tuple[int, Answer]]
"""Answers that tell the same, with their numbers, the latest first."""


def _folded(answers: Sequence[Answer], before: int) -> Iterator[Numbered]:
    """The answers numbered from `before` on, those that tell the same standing state in one."""
    folded: dict[tuple[object, ...], list[tuple[int, Answer]]] = {}
    for number, answer in enumerate(answers, before + 1):
        key: tuple[object, ...] = (number,)
        if answer.kind in STANDING:
            title = (answer.title or "").casefold()
            sides = (answer.who, answer.whom, answer.country, answer.said_by)
            key = (answer.kind, answer.detail, answer.status, title, answer.time, *sides)
        folded.setdefault(key, []).append((number, answer))
    yield from folded.values()


def _others(numbered: Numbered) -> str:
    """Where else the same is told: in how many articles, from when on, and under which numbers."""
    [(_, first), *others] = numbered
    articles = len({answer.article for _, answer in others} - {first.article})
    days = sorted(answer.published[:10] for _, answer in numbered if answer.published)
    since = f" since {days[0]}" if days and articles else ""
    where = f"in {articles} other article{'' if articles == 1 else 's'}{since}" if articles else "in the same article"
    return f"told {where} as well: {', '.join(str(number) for number, _ in others)}"


def _row(numbered: Numbered, searched: str) -> Table:
    number, answer = numbered[0]
    style = STYLES[answer.status]
    lines = [
        Text.assemble((_parties(answer), "bold"), "  ", (f"{answer.kind} · {answer.detail}", "dim")),
        Text.assemble("“", (shorten(clean(answer.words), searched), style), "”"),
    ]
    facts = (
        ("said by ", CHAIN.join(clean(name) for name in answer.said_by)),
        (_when(answer), answer.time),
        ("where ", answer.place and clean(answer.place)),
    )
    told = [Text.assemble((name, "dim"), value) for name, value in facts if value]
    if told:
        lines.append(Text("   ").join(told))
    sources = f"{answer.sources} sources" if answer.sources > 1 else None
    day = answer.published and answer.published[:10]
    about = (answer.publisher or answer.url, day, answer.headline, sources, f"article {answer.article}")
    lines.append(Text(" · ".join(clean(part) for part in about if part), "dim"))
    if len(numbered) > 1:
        lines.append(Text(_others(numbered), "dim"))
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=NUMBER_WIDTH, justify="right", no_wrap=True)
    grid.add_column(width=STATUS_WIDTH, no_wrap=True)
    grid.add_column(overflow="fold")
    status = Text(f"{SIGNS[answer.status]} {answer.status}", style=f"bold {style}")
    grid.add_row(Text(f"{number}", "dim"), status, Text("\n").join(lines))
    return grid


def _when(answer: Answer) -> str:
    """How the time stands to an office: it came with the appointment, or the office ended then."""
    tenure, _, change = answer.detail.partition(", ")
    if answer.kind == "office" and change in ("appointed", "elected") and tenure == "current":
        return "since "
    if answer.kind == "office" and change in ("resigned", "dismissed"):
        return "until "
    return "when "


def _parties(answer: Answer) -> str:
    who, whom = (", ".join(clean(name) for name in names) for names in (answer.who, answer.whom))
    match answer.kind:
        case "office":
            country = f" ({answer.country.upper()})" if answer.country else ""
            return ", ".join(part for part in (who, clean(answer.title or ""), whom) if part) + country
        case "listing":
            return f"{who} on the list of {whom}"
        case "tie":
            relations: Mapping[str, str] = {str(name): words for name, words in RELATIONS.items()}
            return f"{who} {relations.get(answer.detail, answer.detail)} {whom}"
    return f"{who or NOBODY} → {whom}" if whom else who or NOBODY
