"""Fetching with courtesy: a pause between two pages of one host, and robots.txt where nobody typed the address."""

import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from onrecord.errors import AnswerError, SourceError
from onrecord.sources.inputs import Fetch, Page, show
from onrecord.sources.web import AGENT

PAUSE_SECONDS = 1.0
"""Between two pages of one host."""
LONGEST_PAUSE_SECONDS = 30.0
"""A robots.txt may ask for a longer pause, up to this."""
MAX_ROBOTS_BYTES = 500 * 1024
"""So much of a robots.txt is read (RFC 9309, 2.5)."""


class Courtesy:
    """Fetches as a good guest does; it knows when each host was asked last and what its robots.txt says."""

    def __init__(
        self,
        fetch: Fetch,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._fetch, self._clock, self._sleep = fetch, clock, sleep
        self._asked: dict[str, float] = {}
        self._robots: dict[str, Any] = {}

    def fetch(self, url: str, headers: Mapping[str, str]) -> Page:
        """The page at an address that somebody typed, after a pause where its host was just asked."""
        host = urlsplit(url).netloc
        wait = self._asked[host] + self._pause(host) - self._clock() if host in self._asked else 0.0
        if wait > 0:
            self._sleep(wait)
        try:
            return self._fetch(url, headers)
        finally:
            self._asked[host] = self._clock()

    def visit(self, url: str, headers: Mapping[str, str]) -> Page:
        """The page at an address that nobody typed. Raises SourceError where its host asks robots to stay away."""
        parts = urlsplit(url)
        if parts.netloc not in self._robots:
            self._robots[parts.netloc] = self._read_robots(f"{parts.scheme}://{parts.netloc}/robots.txt")
        robots = self._robots[parts.netloc]
        if robots is None:
            raise SourceError(f"{show(url)} is not fetched, since its host's robots.txt cannot be had: try again later")
        if not robots.can_fetch(url, AGENT):
            raise SourceError(f"{show(url)} is not fetched, since its host's robots.txt forbids it: give it as a file")
        return self.fetch(url, headers)

    def _pause(self, host: str) -> float:
        robots = self._robots.get(host)
        asked = robots.crawl_delay(AGENT) if robots else None
        return min(max(PAUSE_SECONDS, asked or 0.0), LONGEST_PAUSE_SECONDS)

    def _read_robots(self, url: str) -> Any:
        """The rules of a host: none where it has no robots.txt, None where that cannot be had (RFC 9309, 2.3.1)."""
        # Only feeds need this.
        from protego import Protego

        try:
            content = self._fetch(url, {}).content
        except AnswerError as error:
            if error.status >= 500:
                return None
            content = b""
        except SourceError:
            return None
        return Protego.parse(content[:MAX_ROBOTS_BYTES].decode("utf-8", "replace"))
