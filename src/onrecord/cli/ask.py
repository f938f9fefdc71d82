"""The command `onrecord ask`: a question to a record, and its answers with their words, status and sources."""

import re
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.answers import IN_SHORT, Answers, Between, Dossier, Filters, Found, Screened
from onrecord.cli.add import RecordOption
from onrecord.cli.names import read_names
from onrecord.cli.read import FAILED, OutputOption
from onrecord.cli.screen import Output, count, open_output, warn
from onrecord.dates.bounds import bounds
from onrecord.errors import OnrecordError, RecordError
from onrecord.export.answers import (
    Section,
    answer_rows,
    passage_rows,
    write_answers,
    write_between,
    write_csv,
    write_dossier,
    write_found,
    write_rows,
)
from onrecord.export.html import write_page
from onrecord.export.screened import screened_rows, write_screened
from onrecord.export.wording import clean
from onrecord.model import Status

if TYPE_CHECKING:
    from onrecord.record.inquiry import Inquiry


class Question(StrEnum):
    """What can be asked."""

    WHO = "who"
    MEETINGS = "meetings"
    STATEMENTS = "statements"
    OFFICES = "offices"
    LISTINGS = "listings"
    BETWEEN = "between"
    ON = "on"
    SEARCH = "search"


class Format(StrEnum):
    """What answers are written as."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


class StatusChoice(StrEnum):
    """How firmly a text puts a claim."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    POSSIBLE = "possible"
    ALLEGED = "alleged"
    DENIED = "denied"


WORDS: dict[Question, tuple[str, ...]] = {
    Question.WHO: ("NAME",),
    Question.BETWEEN: ("NAME", "NAME"),
    Question.ON: ("DATE",),
    Question.SEARCH: ("WORDS",),
}
"""The words that a question needs; the others need none."""
OPTIONS: dict[Question, str] = {
    Question.MEETINGS: "--of NAME, --with NAME",
    Question.STATEMENTS: "--by NAME, --to NAME, --about NAME, --text WORDS",
    Question.OFFICES: "--of NAME, --country NAME, --text WORDS",
    Question.LISTINGS: "--of NAME, --by NAME",
}
"""What narrows the questions that need no words."""
NOTHING = 1
LIMIT, LIMIT_OF_NAMES = Filters().limit, IN_SHORT.limit
Answered = Answers | Dossier | Between | Found | tuple[Screened, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its words and what narrows it."""

    question: Question
    words: tuple[str, ...]
    of: str | None
    with_: str | None
    by: str | None
    to: str | None
    about: str | None
    text: str | None
    country: str | None
    names: tuple[str, ...] | None
    filters: Filters


QuestionArgument = Annotated[
    Question,
    typer.Argument(
        help="who NAME · between NAME NAME · on DATE · search WORDS · and, narrowed by options: "
        "meetings, statements, offices, listings."
    ),
]
WordsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[NAME | DATE | WORDS]…",
        help="Names as an article has them, a country for its government, or #12 for the one with that number.",
    ),
]
OfOption = Annotated[str | None, typer.Option(metavar="NAME", help="meetings, offices, listings: of whom.")]
WithOption = Annotated[str | None, typer.Option("--with", metavar="NAME", help="meetings: with whom.")]
ByOption = Annotated[str | None, typer.Option(metavar="NAME", help="statements, listings: by whom.")]
ToOption = Annotated[str | None, typer.Option(metavar="NAME", help="statements: to whom.")]
AboutOption = Annotated[str | None, typer.Option(metavar="NAME", help="statements: that mention whom.")]
TextOption = Annotated[
    str | None, typer.Option(metavar="WORDS", help="statements: with these words; offices: with these in the title.")
]
CountryOption = Annotated[str | None, typer.Option(metavar="NAME", help="offices: of which country.")]
SinceOption = Annotated[
    str | None, typer.Option(metavar="DATE", help="From this day, month or year on: 2024-11-06, 2024-11, 2024.")
]
UntilOption = Annotated[str | None, typer.Option(metavar="DATE", help="Up to the end of this day, month or year.")]
StatusOption = Annotated[list[StatusChoice] | None, typer.Option(help="Told so; may be given several times.")]
SureOption = Annotated[
    float,
    typer.Option(
        min=0.0,
        max=1.0,
        help="At least so sure, from 0 to 1, of those that `onrecord add` kept.",
    ),
]
FromOption = Annotated[str | None, typer.Option(metavar="NAME", help="From publishers with this in the name.")]
SourcesOption = Annotated[int, typer.Option(min=1, help="Told by at least so many independent sources.")]
LimitOption = Annotated[
    int | None,
    typer.Option(
        min=1,
        help="At most so many answers, in each section.",
        show_default=f"{LIMIT}; with --names {LIMIT_OF_NAMES} of each name",
    ),
]
NamesOption = Annotated[
    str | None,
    typer.Option(metavar="FILE", help="who: each name of a file, one on each line or a CSV file's column `name`; -"),
]
AsOption = Annotated[Format, typer.Option("--format", "-f", help="table: for people. jsonl, csv: for programs.")]
OpenOption = Annotated[
    int | None, typer.Option(min=1, metavar="N", help="Show answer N in its article, in the browser.")
]


def ask(
    question: QuestionArgument,
    words: WordsArgument = None,
    of: OfOption = None,
    with_: WithOption = None,
    by: ByOption = None,
    to: ToOption = None,
    about: AboutOption = None,
    text: TextOption = None,
    country: CountryOption = None,
    names: NamesOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    status: StatusOption = None,
    min_confidence: SureOption = 0.0,
    publisher: FromOption = None,
    sources: SourcesOption = 1,
    limit: LimitOption = None,
    format: AsOption = Format.TABLE,
    open: OpenOption = None,
    output: OutputOption = None,
    record: RecordOption = "onrecord.db",
) -> None:
    """Ask a record: who somebody is, who met whom, who said what, who holds which office, how two sides stand.

    Every answer shows the text's own words, how firmly it puts them, on whose word, and which article it is from.

    The exit status is 0 when there are answers, 1 when there are none, 2 when the question or the record is wrong.
    """
    # This loads the database's library: kept out of `onrecord --help`.
    from onrecord.record.inquiry import open_inquiry

    try:
        days = (read_end(since, "--since", place=0), read_end(until, "--until", place=1))
        filters = Filters(*days, _statuses(status), min_confidence, publisher, sources, _most(limit, names))
        needed = _needed(question, words or [], names)
        asked = _checked(Asked(question, needed, of, with_, by, to, about, text, country, _names(names), filters))
        with open_inquiry(record) as inquiry:
            sections = sections_of(answered := put(inquiry, asked))
            tell_meant(inquiry, asked)
            if open is not None:
                show(inquiry, sections, open)
        with open_output(output) as out:
            write(answered, sections, format, out)
    except OnrecordError as error:
        warn(f"onrecord: {error}")
        raise typer.Exit(FAILED) from error
    if not _is_answer(answered, sections):
        raise typer.Exit(NOTHING)


def _is_answer(answered: Answered, sections: list[Section]) -> bool:
    if isinstance(answered, tuple):
        return any(each.identity for each in answered)
    return any(answers for _, answers, _ in sections) or (isinstance(answered, Found) and bool(answered.passages))


def _statuses(chosen: list[StatusChoice] | None) -> tuple[Status, ...]:
    return tuple(each.value for each in chosen or ())


def _most(limit: int | None, names: str | None) -> int:
    return limit or (LIMIT if names is None else LIMIT_OF_NAMES)


def _names(where: str | None) -> tuple[str, ...] | None:
    """The names of a file; each line that holds none is told. Raises RecordError for a file without names."""
    if where is None:
        return None
    names, problems = read_names(where)
    for problem in problems:
        warn(f"onrecord: {problem}")
    if not names:
        raise RecordError(f"{where} holds no name: put one on each line")
    return tuple(names)


def _needed(question: Question, words: list[str], names: str | None) -> tuple[str, ...]:
    """The words that the question needs. Raises RecordError when there are more or fewer."""
    wanted = WORDS.get(question, ())
    if names is not None and (words or question is not Question.WHO):
        raise RecordError("--names is for `ask who`, in the place of NAME: leave out one of them")
    if names is not None:
        return ()
    if question is Question.SEARCH and words:
        return (" ".join(words),)
    if len(words) != len(wanted):
        if not wanted:
            raise RecordError(f"`ask {question}` takes options only: {OPTIONS[question]}")
        raise RecordError(f"`ask {question}` needs {' '.join(wanted)}; put a name of several words in quotation marks")
    return tuple(words)


def _checked(asked: Asked) -> Asked:
    """What is asked, where each option given narrows it. Raises RecordError for one that would be passed over."""
    given = {"--of": asked.of, "--with": asked.with_, "--by": asked.by, "--to": asked.to, "--about": asked.about,
             "--text": asked.text, "--country": asked.country}  # fmt: skip
    taken = OPTIONS.get(asked.question, "")
    for option, value in given.items():
        if value is not None and option not in taken:
            does = f"takes {taken}" if taken else f"takes {' '.join(WORDS[asked.question])} only"
            raise RecordError(f"`ask {asked.question}` knows no {option}: it {does}, and what narrows every question")
    return asked


def put(inquiry: "Inquiry", asked: Asked) -> Answered:
    """The answer of the record to the question."""
    filters, words = asked.filters, asked.words
    questions: dict[Question, Callable[[], Answered]] = {
        Question.WHO: lambda: (
            inquiry.who(words[0], filters) if asked.names is None else inquiry.screen(asked.names, filters)
        ),
        Question.MEETINGS: lambda: inquiry.meetings(of=asked.of, with_=asked.with_, filters=filters),
        Question.STATEMENTS: lambda: inquiry.statements(
            by=asked.by, to=asked.to, about=asked.about, text=asked.text, filters=filters
        ),
        Question.OFFICES: lambda: inquiry.offices(
            of=asked.of, country=asked.country, title=asked.text, filters=filters
        ),
        Question.LISTINGS: lambda: inquiry.listings(of=asked.of, by=asked.by, filters=filters),
        Question.BETWEEN: lambda: inquiry.between(words[0], words[1], filters),
        Question.ON: lambda: inquiry.on(words[0], filters),
        Question.SEARCH: lambda: inquiry.search(words[0], filters),
    }
    return questions[asked.question]()


def tell_meant(inquiry: "Inquiry", asked: Asked) -> None:
    """Tell whom a name is taken for where others are called so as well; a dossier tells that itself."""
    names = asked.words if asked.question is Question.BETWEEN else ()
    for name in filter(None, (*names, asked.of, asked.with_, asked.by, asked.to, asked.about)):
        meant, *others = inquiry.called(name)
        if others:
            told = ", ".join(f"#{each.id} {clean(each.name)} ({each.articles:,})" for each in others)
            speak = count(meant.articles, "article")
            warn(f"{name} is taken for #{meant.id} {clean(meant.name)} ({speak}), not for {told}")


def read_end(value: str | None, option: str, *, place: int) -> str | None:
    """The first day (place 0) or the last one (place 1) of a day, month or year. Raises RecordError for all else."""
    if value is None:
        return None
    is_one = re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", value.strip())
    day = bounds(value)[place] if is_one else None
    if day is None:
        raise RecordError(f"{option}: {value[:40]!r} is no day, month or year: write 2024-11-06, 2024-11 or 2024")
    return day


def sections_of(answered: Answered) -> list[Section]:
    """The answers by section; a question that has no sections gives one without a name."""
    match answered:
        case tuple():
            return []
        case Dossier():
            return [(name, answers, answers.total) for name, answers in answered.sections.items()]
        case Between():
            return [("", answered.answers, answered.answers.total)]
        case Found():
            return [("", answered.statements, answered.statements.total)]
        case _:
            return [("", answered, answered.total)]


def write(answered: Answered, sections: list[Section], format: Format, out: Output) -> None:
    """Write the answers to the output."""
    rows = screened_rows(answered) if isinstance(answered, tuple) else answer_rows(sections)
    if isinstance(answered, Found) and not rows:
        rows = passage_rows(answered.passages)
    pieces: Iterable[str]
    match format, answered:
        case Format.JSONL, _:
            pieces = write_rows(rows)
        case Format.CSV, _:
            pieces = write_csv(rows)
        case _, tuple():
            pieces = [write_screened(answered, width=out.width, colour=out.colour)]
        case _, Dossier():
            pieces = [write_dossier(answered, width=out.width, colour=out.colour)]
        case _, Between():
            pieces = [write_between(answered, width=out.width, colour=out.colour)]
        case _, Found():
            pieces = [write_found(answered, width=out.width, colour=out.colour)]
        case _:
            pieces = [write_answers(sections, width=out.width, colour=out.colour)]
    for piece in pieces:
        out.write(piece)


def show(inquiry: "Inquiry", sections: list[Section], number: int) -> None:
    """Open the article of an answer in the browser, at its words. Raises RecordError when there is no such answer."""
    answers = [answer for _, own, _ in sections for answer in own]
    if number > len(answers):
        raise RecordError(f"there is no answer {number}: the question has {len(answers)}")
    answer = answers[number - 1]
    article = inquiry.article(answer.article)
    place = inquiry.place_of(answer)
    folder = Path(tempfile.mkdtemp(prefix="onrecord-"))
    page = folder / f"article-{answer.article}.html"
    page.write_text("".join(write_page([article])), encoding="utf-8")
    warn(f"{page} holds the article; the words are at claim {place}")
    typer.launch(f"{page.as_uri()}#r1-m{place}")
