"""What the readers are handed and give: an opened input, what is known beside it, and what lies outside the program."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import IO

from onrecord.errors import SourceError
from onrecord.model import Document

Found = Document | SourceError
"""What an input gives: a document, or the error that says in one line why there is none."""

CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of every document that does not say it itself."""

    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    author: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One input, opened. `where` names it in messages; `suffix`, lower case with its dot, is what its name says it is.

    `page` is what came from the web, `fetched` (ISO 8601) when, `address` whence as it was typed; `depth` is how many
    archives the input lies in.
    """

    where: str
    stream: IO[bytes]
    given: Given = field(default_factory=Given)
    suffix: str = ""
    page: "Page | None" = None
    fetched: str | None = None
    address: str | None = None
    depth: int = 0

    @property
    def url(self) -> str | None:
        """The address that the input came from, after all redirects."""
        return self.page.url if self.page else None


@dataclass(frozen=True, slots=True)
class Page:
    """What came from an address, after all redirects; `suffix` is the server's word for it, as the end of a name.

    `etag` and `modified` are to be sent back when it is asked for again; `is_unchanged` says that it is as it was then.
    """

    url: str
    content: bytes
    suffix: str = ""
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    is_unchanged: bool = False


Fetch = Callable[[str, Mapping[str, str]], Page]
"""Takes an address and the headers to send with it, and gives the page. Raises SourceError when it cannot be had."""


@dataclass(frozen=True, slots=True)
class FeedState:
    """What is kept of a feed between runs: what its server marked it with, when it was asked last, what was read of it.

    `seen` holds the marks of its items as it was then, so that none is fetched twice.
    """

    etag: str | None = None
    modified: str | None = None
    polled: str | None = None
    seen: tuple[str, ...] = ()

    def headers(self) -> Mapping[str, str]:
        """What to send along when asking again, so that what did not change is not sent again (RFC 9110, 13.1)."""
        sent = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in sent.items() if value}


@dataclass(frozen=True, slots=True)
class Outside:
    """What lies outside the program, handed in by the doors: standard input, the web, the clock, feeds as they were.

    `visit` fetches what nobody typed, and so keeps to robots.txt. `keep` is handed each feed's address and its state
    once all its documents were given; the states of the last run are passed in as `feeds`.
    """

    stream: IO[bytes]
    fetch: Fetch
    visit: Fetch
    now: Callable[[], datetime]
    feeds: Mapping[str, FeedState] = field(default_factory=dict)
    keep: Callable[[str, FeedState], object] = lambda _address, _state: None


def show(name: str) -> str:
    """The name on one line, whatever it holds: control characters and bytes of no character are written out."""
    return CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), name)


def tidy(value: str | None) -> str | None:
    """A title or a name on one line, without control characters; None where nothing is left."""
    if value is None:
        return None
    return CONTROL.sub("", SPACES.sub(" ", value)).strip() or None
