"""Tests that nothing an article, a name or an address holds can act in a page."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pytest
from browsing import Seen, send
from evil import EVIL, evil_record
from fastapi.testclient import TestClient
from records import RECORD
from serving import HOME, NOW, Clock, fetch, read

from onrecord.export.wording import clean
from onrecord.ingest import ingest
from onrecord.model import Document, Record
from onrecord.record import open_to_write
from onrecord.record.inquiry import open_inquiry
from onrecord.serve import Site, make_app
from onrecord.sources import Outside

ADDRESSES = (
    "javascript:alert(1)", " javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "vbscript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "//evil.example/x", "https://news.example/\"onmouseover=\"alert(1)",
    "https://news.example/<img src=x onerror=alert(1)>", "http:javascript:alert(1)",
)  # fmt: skip
FOREIGN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x07\x1b")
"""What must not reach a page: it turns the direction of what follows, or steers whatever shows it."""
PAGES = (
    "/", "/articles", "/articles/1", "/articles/2", "/who/1", "/who/2", "/between/1/2", "/timeline", "/offices",
    "/statements", "/listings", "/sources", "/search?q=so", "/review", "/review/7", "/decisions", "/network?of=5",
    "/network", "/api",
)  # fmt: skip


@contextmanager
def browsing(path: Path, *records: Record) -> Iterator[TestClient]:
    """A browser at a record that holds these."""
    where = str(path / "news.db")
    with open_to_write(where, now=NOW.isoformat()) as store:
        list(ingest(records, store, jobs=1, now=NOW.isoformat))
        site = Site(open_inquiry(where), store, Outside(BytesIO(), fetch, fetch, Clock()), read)
        yield TestClient(make_app(site), base_url=HOME, follow_redirects=False)
        site.close()


@pytest.mark.parametrize("evil", EVIL)
def test_what_an_article_holds_is_shown_and_does_nothing(tmp_path: Path, evil: str) -> None:
    with browsing(tmp_path, RECORD, evil_record(evil)) as browser:
        assert send(browser, "/review/7", {"verdict": "rejected", "reason": evil}).status_code in (303, 422)
        for page in PAGES:
            answer = browser.get(page)
            assert answer.status_code in (200, 303), page
            assert_harmless(answer.text)
            answer.text.encode()
        for twin in ("/articles/2.json", "/timeline.json", "/api/statements", "/suggest.json?q=so"):
            answer = browser.get(twin)  # what it holds is no page, whatever a browser guesses
            assert answer.headers["content-type"] == "application/json"
            assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_followed_only_where_it_leads_to_a_page(tmp_path: Path, address: str) -> None:
    record = replace(RECORD, document=replace(RECORD.document, url=address))
    with browsing(tmp_path, record) as browser:
        page = browser.get("/articles/1").text
        assert_harmless(page)
        assert all(each["href"].startswith(("/", "#", "http://", "https://")) for each in Seen(page).all("a"))
        assert clean(address)[:12] in Seen(page).words


@pytest.mark.parametrize("field", ["title", "publisher", "author", "text"])
def test_direction_and_control_characters_do_not_reach_a_page(tmp_path: Path, field: str) -> None:
    words = "The \u202eevil\u2066 \x07\x1b[31mpaper of Ana Belu said so."
    with browsing(tmp_path, Record(replace(Document("d", "Ana Belu said so."), **{field: words}), (), ())) as browser:
        for page in ("/", "/articles/1", "/sources", "/articles", "/search?q=said"):
            assert FOREIGN.isdisjoint(browser.get(page).text), page


@pytest.mark.parametrize("evil", EVIL)
def test_what_somebody_types_is_shown_and_does_nothing(browser: TestClient, evil: str) -> None:
    for page in ("/search", "/timeline", "/meetings", "/source", "/login", "/statements"):
        for field in ("q", "of", "name", "next", "text", "publisher", "since", "status"):
            assert_harmless(browser.get(page, params={field: evil}).text)
    assert_harmless(browser.get(f"/{quote(evil)}").text)
    where = send(browser, "/read", {"text": evil, "title": evil, "publisher": evil, "url": evil}).headers["location"]
    assert_harmless(browser.get(where).text)


def assert_harmless(page: str) -> None:
    """Every tag is one of ours, with no handler, no style, and no address that runs; nothing turns the text around."""
    assert FOREIGN.isdisjoint(page)
    for tag, attributes in Seen(page).tags:
        assert tag not in ("img", "iframe", "object", "style", "base")
        if tag == "script":
            assert attributes["src"].startswith("/static/")
        for name, value in attributes.items():
            assert not name.startswith("on")
            assert name != "style"
            if name in ("href", "src", "action"):
                assert value.startswith(("/", "#", "http://", "https://")), value
    assert "55349" not in page  # no template runs in a template
