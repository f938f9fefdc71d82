"""What is kept of feeds between runs, so that nothing of them is fetched twice."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from onrecord.record.schema import feeds


@dataclass(frozen=True, slots=True)
class Polled:
    """A feed as it was when it was asked last: what its server marked it with, when, and the marks of its items."""

    address: str
    etag: str | None
    modified: str | None
    polled: str | None
    seen: tuple[str, ...]


def load_feeds(connection: Connection) -> Iterator[Polled]:
    """All feeds that the record knows."""
    for row in connection.execute(select(feeds).order_by(feeds.c.address)):
        yield Polled(row.address, row.etag, row.modified, row.polled, tuple(json.loads(row.seen)))


def put_feed(connection: Connection, feed: Polled) -> None:
    """Keep the present state of a feed in the place of the one before."""
    connection.execute(delete(feeds).where(feeds.c.address == feed.address))
    seen = json.dumps(list(feed.seen))
    row = {"address": feed.address, "etag": feed.etag, "modified": feed.modified, "polled": feed.polled, "seen": seen}
    connection.execute(insert(feeds), row)
