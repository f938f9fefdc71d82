"""Feeds as a record keeps them and as the sources take them: from the last run in, to the next one out."""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import replace

from onrecord.record.feeds import Polled
from onrecord.sources import FeedState, Outside


def with_feeds(
    outside: Outside,
    known: Iterable[Polled],
    before: MutableMapping[str, FeedState],
    kept: MutableMapping[str, FeedState],
) -> Outside:
    """The same, with the feeds as they were, which go into `before`; their new states go into `kept`."""
    before.update({feed.address: FeedState(feed.etag, feed.modified, feed.polled, feed.seen) for feed in known})
    return replace(outside, feeds=before, keep=kept.__setitem__)


def polled(kept: Mapping[str, FeedState]) -> Iterator[Polled]:
    """The states of feeds as a record keeps them."""
    for address, state in kept.items():
        yield Polled(address, state.etag, state.modified, state.polled, state.seen)
