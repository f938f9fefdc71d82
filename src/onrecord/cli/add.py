"""The command `onrecord add`: articles into a record, with a bar, one line for each input skipped, and a summary."""

import logging
from collections import Counter
from typing import Annotated

import typer

from onrecord.cli.read import FAILED, SKIPPED, JobsOption, Paths, PrivateOption, PublishedOption, PublisherOption
from onrecord.cli.screen import Watch, count, warn
from onrecord.cli.stopping import Stop
from onrecord.documents import check_published
from onrecord.errors import OnrecordError, SourceError
from onrecord.read import MIN_CONFIDENCE

OUTCOMES = {
    "version": "new versions of articles",
    "reread": "read again, since the reader or what is known of them has changed",
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
KeepOption = Annotated[
    float,
    typer.Option(
        "--min-confidence", min=0.0, max=1.0,
        help="Keep no claims less sure than this, from 0 to 1; `onrecord ask` can only narrow what is kept.",
    ),
]  # fmt: skip
FollowOption = Annotated[
    bool, typer.Option("--follow", help="Go on asking the addresses for new articles, until Ctrl-C.")
]
EVERY_MINUTES = 15.0
EveryOption = Annotated[
    float | None,
    typer.Option(
        metavar="MINUTES", min=0.05, show_default=f"{EVERY_MINUTES:.0f}",
        help="With --follow: how long to wait between two times.",
    ),
]  # fmt: skip
ADDRESSES = ("http://", "https://")


def add(
    paths: Paths,
    record: RecordOption = "onrecord.db",
    jobs: JobsOption = 1,
    published: PublishedOption = None,
    publisher: PublisherOption = None,
    min_confidence: KeepOption = MIN_CONFIDENCE,
    allow_private: PrivateOption = False,
    follow: FollowOption = False,
    every: EveryOption = None,
) -> None:
    """Add articles to a record, so that questions can be asked over all of them.

    Takes what `onrecord read` takes, and the records that `onrecord read --format jsonl` wrote. What the record holds
    already is not read again: after an interruption, run the same command to go on. Ctrl-C and SIGTERM stop it after
    the article that is being read.

    The exit status is 0 when all was added, 1 when something was skipped or left, 2 when the record cannot be written.
    """
    # These load the parser of HTML and the database's library: kept out of `onrecord --help`.
    from onrecord.cli.intake import Reading, open_intake
    from onrecord.sources import Given, count_articles, expand

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its remarks on a page would break into the bar
    stop = Stop()
    try:
        given = Given(check_published(published, where="--published"), publisher)
        inputs = expand(paths)
        addresses = followed(inputs, is_asked=follow, every=every)
        watch, later = Watch(lambda: count_articles(inputs), doing="adding"), Watch(lambda: 1)
        reading = Reading(jobs, min_confidence)
        with open_intake(record, given, stop, reading=reading, allow_private=allow_private) as intake, stop.listening():
            intake.take(inputs, watch, tells_each=follow)
            was_stopped = stop.is_asked
            if follow:
                intake.follow(addresses, later, every_seconds=(every or EVERY_MINUTES) * 60)
            held = intake.store.count()
    except OnrecordError as error:
        warn(f"onrecord: {error}")
        raise typer.Exit(FAILED) from error
    skipped = watch.skipped + later.skipped
    tell(intake.tally, skipped)
    typer.echo(f"{intake.store.where} holds {count(held.articles, 'article')} with {count(held.claims, 'claim')}")
    if not inputs:
        warn(f"onrecord: {', '.join(paths)} holds nothing that is read: give files, or a folder with articles in it")
    if was_stopped:
        warn("stopped before the end: run the same command to go on")
    if skipped or was_stopped or not inputs:
        raise typer.Exit(SKIPPED)


def followed(inputs: list[str], *, is_asked: bool, every: float | None) -> list[str]:
    """The addresses to ask again and again, none where it is not asked. Raises SourceError for none to ask."""
    if not is_asked and every is not None:
        raise SourceError("--every says how often --follow asks, and --follow is not given: give both or neither")
    if not is_asked:
        return []
    addresses = [name for name in inputs if name.startswith(ADDRESSES)]
    if not addresses:
        raise SourceError("--follow asks addresses again and again: give the address of a feed, such as https://…/rss")
    return list(dict.fromkeys(addresses))


def tell(tally: Counter[str], skipped: int) -> None:
    """Print what became of the inputs, and how many articles came without a date."""
    parts = [f"{count(tally['added'], 'article')} added with {count(tally['claims'], 'claim')}"]
    parts += [f"{tally[outcome]:,} {words}" for outcome, words in OUTCOMES.items() if tally[outcome]]
    parts += [f"{skipped:,} skipped"] if skipped else []
    typer.echo(", ".join(parts))
    if undated := tally["undated"]:
        warn(
            f"note: {count(undated, 'article')} without a date, so that “on Monday” stays open: "
            "add them again with --published DATE, which dates those that have none"
        )
