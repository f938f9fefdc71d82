"""What the commands by which people decide who is who have in common: whom they mean, why, and how it is told."""

from typing import Annotated

import typer

from onrecord.cli.clock import now
from onrecord.cli.read import FAILED
from onrecord.cli.screen import warn
from onrecord.errors import OnrecordError

WHOM = "A name, the number of an identity such as #12, or an entity of an article such as 4:e2."
OneArgument = Annotated[str, typer.Argument(metavar="A", help=WHOM)]
OtherArgument = Annotated[str, typer.Argument(metavar="B", help="As A.")]
ReasonOption = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why: it is kept with the decision.")]


def decide(verdict: str, names: tuple[str, str], reason: str, record: str) -> None:
    """Write the decision down and tell its number."""
    # These load the database's library: kept out of `onrecord --help`.
    from onrecord.ingest.judging import decide as decide_in
    from onrecord.record import open_to_write

    try:
        with open_to_write(record, now=now()) as store, store.writing() as connection:
            made = decide_in(connection, "same" if verdict == "same" else "different", names, reason=reason, now=now())
    except OnrecordError as error:
        warn(f"onrecord: {error}")
        raise typer.Exit(FAILED) from error
    typer.echo(f"judgement {made.id}: #{made.one} and #{made.other} are {made.verdict} ({made.reason})")
