"""Articles taken into an open record for `onrecord add`: once, or again and again as feeds bring new ones."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

import typer

from onrecord.cli.clock import now
from onrecord.cli.feeds import polled, with_feeds
from onrecord.cli.outside import open_outside
from onrecord.cli.screen import Watch, count, warn
from onrecord.cli.stopping import Stop
from onrecord.errors import AnswerError, SourceError
from onrecord.export.wording import clean
from onrecord.ingest import Stored, ingest
from onrecord.ingest.replay import find_articles
from onrecord.ingest.timetable import Timetable
from onrecord.record import Store, open_to_write
from onrecord.record.feeds import load_feeds, put_feed
from onrecord.sources import FeedState, Given, Outside, read_sources

NEW = {"added": "added", "version": "new version", "unread": "kept unread"}
"""What is told of an article that a feed brought, by what became of it."""
READ = ("added", "version", "reread")
"""What becomes of an article that is read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How articles are read: in how many processes, and how sure the claims are at least that are kept."""

    jobs: int
    min_confidence: float


@dataclass(frozen=True, slots=True)
class Intake:
    """What takes articles in: the record, what is known of every input, what lies outside, and who may stop it.

    `feeds` are the states of feeds as they were and `kept` those that are new; `tally` counts what became of articles.
    """

    store: Store
    given: Given
    outside: Outside
    stop: Stop
    reading: Reading
    feeds: dict[str, FeedState] = field(default_factory=dict)
    kept: dict[str, FeedState] = field(default_factory=dict)
    tally: Counter[str] = field(default_factory=Counter)

    def take(self, inputs: Sequence[str], watch: Watch, *, tells_each: bool = False) -> None:
        """Take in what the inputs give, until the end or a stop; `tells_each` prints a line for each new article."""
        found = find_articles(inputs, partial(read_sources, given=self.given, outside=self.outside))
        try:
            stream = ingest(
                self.stop.among(found),
                self.store,
                jobs=self.reading.jobs,
                now=now,
                min_confidence=self.reading.min_confidence,
            )
            for stored in watch.keep(stream):
                self.tally.update({stored.outcome: 1, "claims": stored.claims, "undated": is_undated(stored)})
                if tells_each and stored.outcome in NEW:
                    typer.echo(told(stored))
                if self.stop.is_asked:
                    break
        except KeyboardInterrupt:
            self.stop.is_asked = True
        with self.store.writing() as connection:  # once all their articles are stored
            for feed in polled(self.kept):
                put_feed(connection, feed)
        self.feeds.update(self.kept)

    def follow(self, addresses: list[str], watch: Watch, *, every_seconds: float) -> None:
        """Ask the addresses again and again, each after the interval, and take in what is new, until a stop."""
        timetable = Timetable(addresses, every_seconds=every_seconds, now=time.monotonic())
        while not self.stop.is_asked:
            address, due = timetable.next()
            try:
                self.stop.wait(due - time.monotonic())
            except KeyboardInterrupt:
                return
            self._poll(address, timetable, watch)

    def _poll(self, address: str, timetable: Timetable, watch: Watch) -> None:
        self.kept.clear()
        before = sum(self.tally[outcome] for outcome in (*NEW, "reread", "known"))
        watch.errors.clear()
        self.take([address], watch, tells_each=True)
        came = sum(self.tally[outcome] for outcome in (*NEW, "reread", "known")) > before
        if came or self.kept or self.stop.is_asked:
            timetable.answered(address, now=time.monotonic())
            return
        wait = timetable.failed(address, now=time.monotonic(), wait_seconds=wait_of(watch.errors))
        again = datetime.now().astimezone() + timedelta(seconds=wait)
        warn(f"{address} could not be had: it is asked again at {again:%H:%M} on {again:%Y-%m-%d}")


@contextmanager
def open_intake(where: str, given: Given, stop: Stop, *, reading: Reading, allow_private: bool) -> Iterator[Intake]:
    """What takes articles into the record there, made if it is not there. Raises RecordError when it cannot be."""
    feeds, kept = dict[str, FeedState](), dict[str, FeedState]()
    with open_to_write(where, now=now()) as store:
        with store.reading() as connection:
            outside = with_feeds(open_outside(allow_private=allow_private), load_feeds(connection), feeds, kept)
        yield Intake(store, given, outside, stop, reading, feeds, kept)


def wait_of(errors: Sequence[SourceError]) -> float | None:
    """The longest that a server asked to be left alone, in seconds; None where none did."""
    waits = [each.wait_seconds for each in errors if isinstance(each, AnswerError) and each.wait_seconds is not None]
    return max(waits, default=None)


def is_undated(stored: Stored) -> bool:
    """True for an article that came in, or was read again, without a date."""
    return stored.outcome in READ and stored.document is not None and stored.document.published is None


def told(stored: Stored) -> str:
    """An article that a feed brought, on one line."""
    document = stored.document
    about = (document.publisher, document.title or document.url or document.source) if document else ()
    article, claims = " · ".join(part for part in about if part), count(stored.claims, "claim")
    return clean(f"{datetime.now().astimezone():%H:%M} {NEW[stored.outcome]}: {article} ({claims})")
