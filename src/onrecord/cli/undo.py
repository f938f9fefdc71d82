"""The command `onrecord undo`: a decision on who is who is taken back."""

from typing import Annotated

import typer

from onrecord.cli.add import RecordOption
from onrecord.cli.clock import now
from onrecord.cli.read import FAILED
from onrecord.cli.screen import warn
from onrecord.errors import OnrecordError

NumberArgument = Annotated[int | None, typer.Argument(metavar="NUMBER", help="The judgement's; the last without it.")]


def undo(number: NumberArgument = None, record: RecordOption = "onrecord.db") -> None:
    """Take back a decision of `onrecord same` or `onrecord different`; it stays in the record as taken back."""
    # These load the database's library: kept out of `onrecord --help`.
    from onrecord.record import open_to_write
    from onrecord.record.judgements import undo as take_back

    try:
        with open_to_write(record, now=now()) as store, store.writing() as connection:
            taken = take_back(connection, number, now=now())
    except OnrecordError as error:
        warn(f"onrecord: {error}")
        raise typer.Exit(FAILED) from error
    typer.echo(f"taken back: judgement {taken.id}, #{taken.one} and #{taken.other} are {taken.verdict}")
