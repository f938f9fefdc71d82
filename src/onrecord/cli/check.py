"""The command `onrecord check`: every hash and every quoted word of a record derived from its texts again."""

import typer

from onrecord.cli.add import RecordOption
from onrecord.cli.read import FAILED
from onrecord.cli.screen import Watch, count, warn
from onrecord.errors import OnrecordError


def check(record: RecordOption = "onrecord.db") -> None:
    """Check a record: each text against its hash, each quoted word against its text. Nothing is written.

    The exit status is 0 when all is as it should be, 2 at the first thing that is not.
    """
    # These load the database's library: kept out of `onrecord --help`.
    from onrecord.record import open_to_read
    from onrecord.record.check import check_articles, check_whole

    articles = claims = quotes = 0
    try:
        with open_to_read(record) as store:
            watch = Watch(lambda: store.count().articles, doing="checking")
            with store.reading() as connection:
                check_whole(connection)
                for checked in watch.keep(check_articles(connection)):
                    articles, claims, quotes = articles + 1, claims + checked.claims, quotes + checked.quotes
    except OnrecordError as error:
        warn(f"onrecord: {error}")
        raise typer.Exit(FAILED) from error
    held = (count(articles, "article"), count(claims, "claim"), count(quotes, "quoted passage"))
    typer.echo(f"{store.where} is whole: {', '.join(held)}")
