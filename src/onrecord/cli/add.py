"""The command `onrecord add`: articles into a record, with a bar, one line for each input skipped, and a summary."""

import logging
from collections import Counter
from datetime import UTC, datetime
from functools import partial
from typing import Annotated

import typer

from onrecord.cli.read import FAILED, SKIPPED, JobsOption, Paths, PrivateOption, PublishedOption, PublisherOption
from onrecord.cli.screen import Watch, warn
from onrecord.documents import check_published
from onrecord.errors import OnrecordError

OUTCOMES = {
    "version": "new versions of articles",
    "reread": "read again, since the reader has changed",
    "unread": "kept unread, in other languages",
    "known": "already there",
}
RecordOption = Annotated[
    str,
    typer.Option(
        "--record", "-r", metavar="FILE | URL", envvar="ONRECORD_RECORD",
        help="The record: a file, or a PostgreSQL database such as postgresql://user@host/name.",
    ),
]  # fmt: skip


def add(
    paths: Paths,
    record: RecordOption = "onrecord.db",
    jobs: JobsOption = 1,
    published: PublishedOption = None,
    publisher: PublisherOption = None,
    allow_private: PrivateOption = False,
) -> None:
    """Add articles to a record, so that questions can be asked over all of them.

    Takes what `onrecord read` takes, and the records that `onrecord read --format jsonl` wrote. What the record holds
    already is not read again: after an interruption, run the same command to go on.

    The exit status is 0 when all was added, 1 when something was skipped, 2 when the record could not be written.
    """
    # These load the parser of HTML and the database's library: kept out of `onrecord --help`.
    from onrecord.cli.feeds import polled, with_feeds
    from onrecord.cli.outside import open_outside
    from onrecord.ingest import ingest
    from onrecord.ingest.replay import find_articles
    from onrecord.record import open_to_write
    from onrecord.record.feeds import load_feeds, put_feed
    from onrecord.sources import FeedState, Given, count_documents, expand, read_sources

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its remarks on a page would break into the bar
    tally: Counter[str] = Counter()
    try:
        given = Given(check_published(published, where="--published"), publisher)
        inputs = expand(paths)
        watch = Watch(count_documents(inputs), doing="adding")
        kept: dict[str, FeedState] = {}
        with open_to_write(record, now=now()) as store:
            with store.reading() as connection:
                outside = with_feeds(open_outside(allow_private=allow_private), load_feeds(connection), kept)
            found = find_articles(inputs, partial(read_sources, given=given, outside=outside))
            for stored in watch.keep(ingest(found, store, jobs=jobs, now=now)):
                tally.update({stored.outcome: 1, "claims": stored.claims})
            with store.writing() as connection:  # once all their articles are stored
                for feed in polled(kept):
                    put_feed(connection, feed)
            held = store.count()
    except OnrecordError as error:
        warn(f"onrecord: {error}")
        raise typer.Exit(FAILED) from error
    tell(tally, watch.skipped)
    typer.echo(f"{record} holds {held.articles:,} articles with {held.claims:,} claims")
    if watch.skipped or not inputs:
        raise typer.Exit(SKIPPED)


def now() -> str:
    """The moment in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def tell(tally: Counter[str], skipped: int) -> None:
    """Print what became of the inputs."""
    parts = [f"{tally['added']:,} articles added with {tally['claims']:,} claims"]
    parts += [f"{tally[outcome]:,} {words}" for outcome, words in OUTCOMES.items() if tally[outcome]]
    parts += [f"{skipped:,} skipped"] if skipped else []
    typer.echo(", ".join(parts))
