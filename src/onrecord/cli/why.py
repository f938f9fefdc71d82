"""The command `onrecord why`: why two identities are held for one, or not."""

import typer

from onrecord.cli.add import RecordOption
from onrecord.cli.judge import OneArgument, OtherArgument
from onrecord.cli.read import FAILED
from onrecord.cli.screen import warn
from onrecord.errors import OnrecordError
from onrecord.export.wording import clean


def why(one: OneArgument, other: OtherArgument, record: RecordOption = "onrecord.db") -> None:
    """Tell why two people, bodies or states are held for one or not: how alike they are, and what people decided."""
    # These load the database's library: kept out of `onrecord --help`.
    from onrecord.ingest.judging import explain
    from onrecord.record import open_to_read
    from onrecord.resolve.identity import SAME

    try:
        with open_to_read(record) as store, store.reading() as connection:
            told = explain(connection, one, other)
    except OnrecordError as error:
        warn(f"onrecord: {error}")
        raise typer.Exit(FAILED) from error
    held = "are held for one" if told.together else "are held for two"
    typer.echo(clean(f"{told.one.name} (#{told.one.identity}) and {told.other.name} (#{told.other.identity}) {held}"))
    for judgement in told.judgements:
        typer.echo(clean(f"judgement {judgement.id}: {judgement.verdict}, {judgement.time}: {judgement.reason}"))
    typer.echo(f"likeness {told.verdict.score:.2f}, {SAME:.2f} is enough")
    for reason in told.verdict.reasons:
        typer.echo(clean(f"- {reason}"))
