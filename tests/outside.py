"""What lies outside, made up for the tests: no web but given pages, and a clock that stands still."""

import io
from collections.abc import Mapping
from datetime import UTC, datetime

from onrecord.errors import SourceError
from onrecord.sources.inputs import Given, Outside, Page, Source

NOW = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)


def no_web(url: str, headers: Mapping[str, str]) -> Page:
    """Nothing: raises the error of a page that cannot be had."""
    raise SourceError(f"{url} cannot be fetched: tests have no network")


def outside(stream: bytes = b"", pages: Mapping[str, Page] | None = None) -> Outside:
    """An outside with some bytes on standard input and some pages on the web."""

    def fetch(url: str, headers: Mapping[str, str]) -> Page:
        return pages[url] if pages and url in pages else no_web(url, headers)

    return Outside(io.BytesIO(stream), fetch, fetch, lambda: NOW)


def source(content: bytes, where: str = "a.html", given: Given | None = None) -> Source:
    """An input that holds some bytes."""
    return Source(where, io.BytesIO(content), given or Given())
