"""A record that is served to the tests: one article and a copy of it at another address."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from records import RECORD
from serving import HOME, NOW, Clock, Open, fetch, read

from onrecord.ingest import ingest
from onrecord.record import open_to_write
from onrecord.record.inquiry import open_inquiry
from onrecord.serve import Site, Terms, make_app
from onrecord.sources import Outside

ALONE = Terms()
"""On one's own machine."""


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def where_served(tmp_path: Path) -> str:
    """A record of two articles: one of them a copy of the other at another address."""
    path = str(tmp_path / "news.db")
    document = RECORD.document
    first = replace(RECORD, document=replace(document, url="https://news.example/1", publisher="The Courier"))
    second = replace(RECORD, document=replace(document, url="https://news.example/2", publisher="The Herald"))
    with open_to_write(path, now=NOW.isoformat()) as store:
        list(ingest([first, second], store, jobs=1, now=NOW.isoformat))
    return path


@pytest.fixture
def opened(where_served: str, clock: Clock) -> Iterator[Open]:
    """Opens the site on given terms, for a browser that asks for it by a given address."""
    sites: list[Site] = []

    def open_site(terms: Terms = ALONE, base: str = HOME, client: tuple[str, int] = ("testclient", 1)) -> TestClient:
        outside = Outside(BytesIO(), fetch, fetch, clock)
        writer = open_to_write(where_served, now=NOW.isoformat())
        sites.append(Site(open_inquiry(where_served), writer, outside, read, terms))
        return TestClient(make_app(sites[-1]), base_url=base, follow_redirects=False, client=client)

    yield open_site
    for site in sites:
        site.close()


@pytest.fixture
def browser(opened: Open) -> TestClient:
    """A browser on this machine: it needs no password."""
    return opened()
