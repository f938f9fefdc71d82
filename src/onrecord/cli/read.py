"""The command `onrecord read`: articles in, their records out, one line on standard error for each input skipped."""

import logging
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.screen import Output, Watch, count, open_output, warn
from onrecord.documents import check_published
from onrecord.errors import OnrecordError
from onrecord.export.html import write_page
from onrecord.export.jsonl import write_line
from onrecord.export.text import write_text
from onrecord.model import Record
from onrecord.read import MIN_CONFIDENCE, keep_documents, read_documents

SKIPPED, FAILED = 1, 2


class Format(StrEnum):
    """What records are written as."""

    TEXT = "text"
    JSONL = "jsonl"
    HTML = "html"


Paths = Annotated[
    list[str], typer.Argument(metavar="PATH… | URL | -", help="Files, folders, addresses; - for standard input.")
]
FormatOption = Annotated[
    Format, typer.Option("--format", "-f", help="text: for people. jsonl: a record on each line. html: one page.")
]
JobsOption = Annotated[int, typer.Option("--jobs", "-j", min=1, help="How many processes read at once.")]
PublishedOption = Annotated[
    str | None, typer.Option(metavar="DATE", help="Publication date of inputs that carry none, such as 2024-11-06.")
]
PublisherOption = Annotated[str | None, typer.Option(metavar="NAME", help="Publisher of inputs that name none.")]
ConfidenceOption = Annotated[
    float, typer.Option("--min-confidence", min=0.0, max=1.0, help="Leave out claims less sure than this, from 0 to 1.")
]
PrivateOption = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from addresses in private networks and this machine too.")
]
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")]


def read(
    paths: Paths,
    format: FormatOption = Format.TEXT,
    jobs: JobsOption = 1,
    published: PublishedOption = None,
    publisher: PublisherOption = None,
    min_confidence: ConfidenceOption = MIN_CONFIDENCE,
    output: OutputOption = None,
    allow_private: PrivateOption = False,
) -> None:
    """Read articles and write their records: each claim with its words, its source, its time and its status.

    Takes plain text, HTML, .jsonl with a document on each line ("text", and where known "title", "url", "publisher",
    "published"), RSS and Atom feeds, WARC and ZIP files, folders and addresses of these. A text without a publication
    date keeps its relative times unresolved.

    The exit status is 0 when all was read, 1 when something was skipped, 2 when nothing could be written.
    """
    # The sources load the parser of HTML: kept out of `onrecord --help`.
    from onrecord.cli.outside import open_outside
    from onrecord.sources import Given, count_articles, expand, read_sources

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its remarks on a page would break into the records
    try:
        given = Given(check_published(published, where="--published"), publisher)
        inputs = expand(paths)
        watch = Watch(lambda: count_articles(inputs))
        found = read_sources(inputs, given=given, outside=open_outside(allow_private=allow_private))
        documents = keep_documents(found, skip=watch.skip)
        days: list[str | None] = []
        with open_output(output) as out:
            records = watch.watch(read_documents(documents, jobs=jobs, min_confidence=min_confidence))
            write(_noting_days(records, days), format, out)
    except OnrecordError as error:
        warn(f"onrecord: {error}")
        raise typer.Exit(FAILED) from error
    if undated := days.count(None):
        warn(
            f"note: {count(undated, 'article')} without a date, so that “on Monday” stays open: give it by --published"
        )
    if not inputs:
        warn(f"onrecord: {', '.join(paths)} holds nothing that is read: give files, or a folder with articles in it")
    if watch.skipped or not inputs:
        raise typer.Exit(SKIPPED)


def _noting_days(records: Iterable[Record], days: list[str | None]) -> Iterator[Record]:
    for record in records:
        days.append(record.document.published)
        yield record


def write(records: Iterable[Record], format: Format, out: Output) -> None:
    """Write the records to the output as they come."""
    match format:
        case Format.TEXT:
            pieces: Iterable[str] = (write_text(record, width=out.width, colour=out.colour) for record in records)
        case Format.JSONL:
            pieces = (write_line(record) for record in records)
        case Format.HTML:
            pieces = write_page(records)
    for piece in pieces:
        out.write(piece)
