"""What the tests of the served record hand in: a fixed clock, a reader that knows one article, one page of the web."""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

import uvicorn
from fastapi import FastAPI
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


class Server(uvicorn.Server):
    """A server in a thread, which signals do not concern."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to the tests."""
        yield


@contextlib.contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The address at which the app is served."""
    server = Server(uvicorn.Config(app, port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
