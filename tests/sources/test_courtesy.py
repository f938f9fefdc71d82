"""Tests of courtesy: pauses between two pages of one host, and robots.txt kept to for what nobody typed."""

from collections.abc import Callable, Mapping

import pytest

from onrecord.errors import AnswerError, SourceError
from onrecord.sources.courtesy import PAUSE_SECONDS, Courtesy
from onrecord.sources.inputs import Page

ROBOTS = b"User-agent: *\nDisallow: /private\n\nUser-agent: onrecord\nDisallow: /closed\nCrawl-delay: 7\n"


class Guest:
    """A guest on a made-up web with a clock that moves on with each pause and by a tenth with each page."""

    def __init__(self, robots: bytes | SourceError = b"") -> None:
        self.robots, self.at = robots, 100.0
        self.asked, self.pauses = list[str](), list[float]()
        self.redirects, self.busy = dict[str, str](), list[float | None]()
        self.courtesy = Courtesy(self.fetch, clock=lambda: self.at, sleep=self.sleep)

    def fetch(self, url: str, headers: Mapping[str, str], enter: Callable[[str], object]) -> Page:
        self.asked.append(url)
        self.at += 0.1
        if not url.endswith("/robots.txt"):
            if self.busy:
                raise AnswerError(f"{url} answers 429", 429, self.busy.pop())
            if url in self.redirects:
                enter(self.redirects[url])
                return Page(self.redirects[url], b"page")
            return Page(url, b"page")
        if isinstance(self.robots, SourceError):
            raise self.robots
        return Page(url, self.robots)

    def sleep(self, seconds: float) -> None:
        self.pauses.append(round(seconds, 3))
        self.at += seconds


def test_two_pages_of_one_host_have_a_pause_between_them() -> None:
    guest = Guest()
    for url in ("https://a.example/1", "https://b.example/1", "https://a.example/2"):
        guest.courtesy.fetch(url, {})
    assert guest.pauses == [PAUSE_SECONDS - 0.1]


def test_an_address_that_was_typed_asks_no_robots() -> None:
    guest = Guest(ROBOTS)
    guest.courtesy.fetch("https://a.example/closed", {})
    assert guest.asked == ["https://a.example/closed"]


def test_what_nobody_typed_keeps_to_robots() -> None:
    guest = Guest(ROBOTS)
    with pytest.raises(SourceError, match=r"https://a\.example/closed/1 .* forbids it: "):
        guest.courtesy.visit("https://a.example/closed/1", {})
    assert guest.courtesy.visit("https://a.example/private", {}).content == b"page"
    guest.courtesy.visit("https://a.example/open", {})
    assert guest.asked == ["https://a.example/robots.txt", "https://a.example/private", "https://a.example/open"]
    assert guest.pauses == [7.0]


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_host_without_robots_forbids_nothing(status: int) -> None:
    guest = Guest(AnswerError("https://a.example/robots.txt answers 404", status))
    assert guest.courtesy.visit("https://a.example/1", {}).content == b"page"


@pytest.mark.parametrize("error", [AnswerError("answers 503", 503), SourceError("cannot be fetched")])
def test_where_robots_cannot_be_had_nothing_is_fetched(error: SourceError) -> None:
    guest = Guest(error)
    for _ in range(2):
        with pytest.raises(SourceError, match=r"robots\.txt cannot be had"):
            guest.courtesy.visit("https://a.example/1", {})
    assert guest.asked == ["https://a.example/robots.txt"]


def test_robots_that_are_no_text_forbid_nothing() -> None:
    guest = Guest(b"\xff\xfe\x00 <html>not found</html>" * 9)
    assert guest.courtesy.visit("https://a.example/1", {}).content == b"page"


def test_the_robots_of_a_host_that_is_redirected_to_are_asked_too() -> None:
    guest = Guest(ROBOTS)
    guest.redirects = {"https://a.example/1": "https://b.example/closed", "https://a.example/2": "https://b.example/2"}
    with pytest.raises(SourceError, match=r"a\.example/1 leads to https://b\.example/closed, which .* forbids it"):
        guest.courtesy.visit("https://a.example/1", {})
    assert guest.courtesy.visit("https://a.example/2", {}).url == "https://b.example/2"
    assert guest.courtesy.fetch("https://a.example/1", {}).content == b"page"  # somebody typed it


@pytest.mark.parametrize(("asked", "rests"), [(600.0, [600.0, 600.0]), (None, [60.0, 120.0])])
def test_a_busy_host_is_left_alone_for_as_long_as_it_asks(asked: float | None, rests: list[float]) -> None:
    guest = Guest()
    for rest in rests:
        guest.busy = [asked]
        with pytest.raises(AnswerError, match="answers 429"):
            guest.courtesy.fetch("https://a.example/1", {})
        before = len(guest.asked)
        with pytest.raises(AnswerError, match="left alone for another") as raised:
            guest.courtesy.visit("https://a.example/2", {})
        assert raised.value.wait_seconds == pytest.approx(rest, abs=1)
        assert guest.asked[before:] in ([], ["https://a.example/robots.txt"])
        guest.at += rest + 1
    assert guest.courtesy.fetch("https://a.example/1", {}).content == b"page"


def test_robots_are_read_anew_after_a_day() -> None:
    guest = Guest(ROBOTS)
    guest.courtesy.visit("https://a.example/1", {})
    guest.robots = b"User-agent: *\nDisallow: /\n"
    guest.at += 25 * 3600
    with pytest.raises(SourceError, match="forbids it"):
        guest.courtesy.visit("https://a.example/1", {})
