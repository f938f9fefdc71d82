"""Fetching with courtesy: pauses, robots.txt where nobody typed the address, and peace for a host that asks for it."""

import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from onrecord.errors import AnswerError, SourceError
from onrecord.sources.inputs import Page, show
from onrecord.sources.web import AGENT, go_on

PAUSE_SECONDS = 1.0
"""Between two pages of one host."""
LONGEST_PAUSE_SECONDS = 30.0
"""A robots.txt may ask for a longer pause, up to this."""
MAX_ROBOTS_BYTES = 500 * 1024
"""So much of a robots.txt is read (RFC 9309, 2.5)."""
ROBOTS_SECONDS, NO_ROBOTS_SECONDS = 24 * 3600.0, 300.0
"""How long a robots.txt is held good (RFC 9309, 2.4), and how long nothing is fetched where it cannot be had."""
BUSY = frozenset({429, 503})
FIRST_REST_SECONDS, LONGEST_REST_SECONDS = 60.0, 24 * 3600.0
"""A host that answers one of BUSY is left alone for as long as it asks, else for a minute, two, four, and so on."""

Enter = Callable[[str], object]
Go = Callable[[str, Mapping[str, str], Enter], Page]
"""Takes an address, headers, and what is to be asked before a redirect is followed; gives the page."""


class Courtesy:
    """Fetches as a good guest does; it knows when each host was asked last and what its robots.txt says."""

    def __init__(
        self,
        go: Go,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._go, self._clock, self._sleep = go, clock, sleep
        self._asked: dict[str, float] = {}
        self._robots: dict[str, tuple[float, Any]] = {}
        self._rests: dict[str, tuple[float, int]] = {}

    def fetch(self, url: str, headers: Mapping[str, str]) -> Page:
        """The page at an address that somebody typed, after a pause where its host was just asked."""
        return self._get(url, headers, lambda address: self._wait(address, of=url))

    def visit(self, url: str, headers: Mapping[str, str]) -> Page:
        """The page at an address that nobody typed. Raises SourceError where its host asks robots to stay away.

        So it goes for each address that it redirects to.
        """

        def enter(address: str) -> None:
            self._ask_robots(address, of=url)
            self._wait(address, of=url)

        self._ask_robots(url, of=url)
        return self._get(url, headers, enter)

    def _get(self, url: str, headers: Mapping[str, str], enter: Enter) -> Page:
        host = urlsplit(url).netloc
        self._check_rest(url, host)
        self._pause_before(host)
        try:
            page = self._go(url, headers, enter)
        except AnswerError as error:
            if error.status in BUSY:
                self._rest(host, error.wait_seconds)
            raise
        finally:
            self._asked[host] = self._clock()
        self._rests.pop(host, None)
        return page

    def _check_rest(self, url: str, host: str) -> None:
        """Nothing where the host may be asked now. Raises AnswerError while it is left alone."""
        left = self._rests.get(host, (0.0, 0))[0] - self._clock()
        if left > 0:
            raise AnswerError(
                f"{show(url)} is not fetched, since {host} asked to be left alone for another {left:.0f} seconds: "
                "try again then",
                429,
                left,
            )

    def _rest(self, host: str, wait_seconds: float | None) -> None:
        times = self._rests.get(host, (0.0, 0))[1] + 1
        own = FIRST_REST_SECONDS * 2.0 ** min(times - 1, 20)
        wait = min(own if wait_seconds is None else wait_seconds, LONGEST_REST_SECONDS)
        self._rests[host] = (self._clock() + wait, times)

    def _wait(self, address: str, *, of: str) -> None:
        """Pause before a redirect is followed to another host."""
        host = urlsplit(address).netloc
        if host != urlsplit(of).netloc:
            self._check_rest(of, host)
            self._pause_before(host)
            self._asked[host] = self._clock()

    def _pause_before(self, host: str) -> None:
        wait = self._asked[host] + self._pause(host) - self._clock() if host in self._asked else 0.0
        if wait > 0:
            self._sleep(wait)

    def _ask_robots(self, address: str, *, of: str) -> None:
        """Nothing where robots may come to the address. Raises SourceError where they may not, or nobody knows."""
        parts = urlsplit(address)
        robots = self._rules(f"{parts.scheme}://{parts.netloc}", parts.netloc)
        leads = "" if address == of else f" leads to {show(address)}, which"
        if robots is None:
            raise SourceError(
                f"{show(of)}{leads} is not fetched, since its host's robots.txt cannot be had: try again later"
            )
        if not robots.can_fetch(address, AGENT):
            raise SourceError(
                f"{show(of)}{leads} is not fetched, since its host's robots.txt forbids it: give it as a file"
            )

    def _rules(self, site: str, host: str) -> Any:
        until, robots = self._robots.get(host, (0.0, None))
        if host not in self._robots or self._clock() > until:
            robots = self._read_robots(f"{site}/robots.txt")
            good_for = NO_ROBOTS_SECONDS if robots is None else ROBOTS_SECONDS
            self._robots[host] = (self._clock() + good_for, robots)
        return robots

    def _pause(self, host: str) -> float:
        _until, robots = self._robots.get(host, (0.0, None))
        asked = robots.crawl_delay(AGENT) if robots else None
        return min(max(PAUSE_SECONDS, asked or 0.0), LONGEST_PAUSE_SECONDS)

    def _read_robots(self, url: str) -> Any:
        """The rules of a host: none where it has no robots.txt, None where that cannot be had (RFC 9309, 2.3.1)."""
        # Only feeds need this.
        from protego import Protego

        try:
            content = self._go(url, {}, go_on).content
        except AnswerError as error:
            if error.status >= 500 or error.status in BUSY:
                return None
            content = b""
        except SourceError:
            return None
        return Protego.parse(content[:MAX_ROBOTS_BYTES].decode("utf-8", "replace"))
