"""What all pages share: the record to ask and to write in, the clock, the reader, drafts, sessions and limits."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from secrets import token_urlsafe
from typing import TypeVar

from sqlalchemy import Connection
from starlette.requests import Request

from onrecord.model import Document, Record
from onrecord.record import Store
from onrecord.record.inquiry import Inquiry
from onrecord.serve.kept import Kept
from onrecord.serve.limits import Limit
from onrecord.serve.sessions import Sessions
from onrecord.sources import Outside

T = TypeVar("T")
MOST_DRAFTS = 64
"""So many readings that nobody has added yet are kept, the latest ones."""


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms the record is served. `names` are the host names that it may be asked for by, beside numbers.

    Only `proxies`, addresses or networks, are believed where a request came from, and who made it: that stands in the
    `user_header`, where one is named.
    """

    needs_password: bool = False
    proxies: tuple[str, ...] = ()
    user_header: str | None = None
    names: frozenset[str] = frozenset()
    most_bytes: int = 2_000_000
    readings: int = 30  # of pasted texts and addresses, each minute, for each visitor
    logins: int = 10  # each minute, for each address and each name


@dataclass(slots=True)
class Drafts:
    """Articles that were read for somebody to look at, until they are added or forgotten."""

    _kept: "OrderedDict[str, Record]" = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def keep(self, record: Record) -> str:
        """The key under which the record lies ready: nobody can guess it."""
        key = token_urlsafe(18)
        with self._lock:
            self._kept[key] = record
            while len(self._kept) > MOST_DRAFTS:
                self._kept.popitem(last=False)
        return key

    def find(self, key: str) -> Record | None:
        """The record under the key, None where it was forgotten."""
        with self._lock:
            return self._kept.get(key)


@dataclass(frozen=True, slots=True)
class Site:
    """An open record and what it is served with.

    `read` is how an article is read, `outside` how addresses are fetched; both and `now` are handed in.
    """

    inquiry: Inquiry
    writer: Store
    outside: Outside
    read: Callable[[Document], Record]
    terms: Terms = Terms()
    drafts: Drafts = field(default_factory=Drafts)
    sessions: Sessions = field(default_factory=Sessions)
    kept: Kept = field(default_factory=Kept)
    readings: Limit = field(default_factory=Limit)
    logins: Limit = field(default_factory=Limit)
    writing_lock: threading.Lock = field(default_factory=threading.Lock)
    reading_lock: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def asking(self) -> Iterator[Connection]:
        """A transaction to ask in."""
        with self.inquiry.store.reading() as connection:
            yield connection

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """A transaction to write in; one thread at a time."""
        with self.writing_lock, self.writer.writing() as connection:
            yield connection

    def count(self, name: str, count: Callable[[Connection], T]) -> T | None:
        """What is counted over the whole record, or was a while ago; None where that takes long and was never done."""

        def counted() -> T:
            with self.asking() as connection:
                return count(connection)

        return self.kept.find(name, counted)

    def moment(self) -> datetime:
        """The moment in UTC."""
        return self.outside.now().astimezone(UTC)

    def now(self) -> str:
        """The moment in UTC, to the second, as the record keeps it."""
        return self.moment().isoformat(timespec="seconds")

    def wait_to_read(self, visitor: str) -> float:
        """0 where the visitor may have an article read, and a turn is taken; else the seconds to wait."""
        return self.readings.wait_seconds(visitor, a_minute=self.terms.readings, at=self.moment().timestamp())

    def wait_to_sign_in(self, name: str, address: str) -> float:
        """0 where a password may be tried for the name and from the address, and a turn is taken; else the seconds."""
        at, most = self.moment().timestamp(), self.terms.logins
        return max(self.logins.wait_seconds(who, a_minute=most, at=at) for who in (f"name {name}", f"from {address}"))

    def close(self) -> None:
        """Let go of the record."""
        self.kept.close()
        self.inquiry.close()
        self.writer.close()


def site_of(request: Request) -> Site:
    """The site that a request is made to."""
    site: Site = request.app.state.site
    return site
