"""What the tests of the served record hand in: a fixed clock, a reader that knows one article, one page of the web."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from fastapi.testclient import TestClient
from records import RECORD

from onrecord.errors import SourceError
from onrecord.model import Document, Record
from onrecord.sources.inputs import Page

NOW = datetime(2031, 9, 4, 12, tzinfo=UTC)
HOME = "http://localhost"


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> datetime:
        return self.at


def read(document: Document) -> Record:
    """The record of the tests, whatever is read: its spans fit the text that the tests paste."""
    return replace(RECORD, document=replace(RECORD.document, id=document.id, url=document.url, title=document.title))


def fetch(address: str, _headers: Mapping[str, str]) -> Page:
    """One page of the web."""
    if address != "https://news.example/page":
        raise SourceError(f"{address} is not there: check its spelling")
    words = "The minister of Norland said on Monday that the talks with the neighbours had been long and useful. " * 5
    page = f"<html lang='en'><head><title>Talks</title></head><body><article><p>{words}</p></article></body></html>"
    return Page(address, page.encode(), ".html")


Open = Callable[..., TestClient]
