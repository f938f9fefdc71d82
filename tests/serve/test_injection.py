"""Tests that nothing an article, a name or an address holds can act in a page."""

from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pytest
from browsing import Seen, send
from fastapi.testclient import TestClient
from records import RECORD
from serving import HOME, NOW, Clock, fetch, read

from onrecord.ingest import ingest
from onrecord.model import (
    Attribution,
    Claim,
    Content,
    Document,
    Entity,
    Event,
    Listing,
    Mention,
    Office,
    Record,
    Span,
    Statement,
    Tie,
    Time,
)
from onrecord.record import open_to_write
from onrecord.record.inquiry import open_inquiry
from onrecord.serve import Site, make_app
from onrecord.sources import Outside

EVIL = (
    '"><script>alert(1)</script>', "<img src=x onerror=alert(1)>", "javascript:alert(1)", "' onmouseover='alert(1)",
    "{{ 7907*7 }}{% raw %}", "</textarea></style></title><svg onload=alert(1)>", "\u202egnp\x07",
)  # fmt: skip
PAGES = (
    "/", "/articles", "/articles/1", "/articles/2", "/who/1", "/who/2", "/between/1/2", "/timeline", "/offices",
    "/statements", "/listings", "/sources", "/search?q=so",
)  # fmt: skip


def evil_record(evil: str) -> Record:
    """A record in which every field that an article controls holds the words, with a claim of each kind."""
    document = Document(
        "d", f"{evil} said so.", url=f"javascript:alert('{evil}')", title=evil, publisher=evil, author=evil,
        published="2024-11-06", corrections=(evil,),
    )  # fmt: skip
    first, whole = Span(0, 1), Span(0, len(document.text))
    people = tuple(
        Entity(f"e{n}", "person", f"{evil} {n}", (evil,), (Mention(Span(n, n + 1), "name"),), None) for n in (1, 2, 3)
    )
    contents: tuple[Content, ...] = (
        Office("e1", evil, "e2", None, "current", None),
        Event("ACCUSE", None, ("e1",), ("e2",), first),
        Statement("e1", ("e2",), "indirect", (whole,), first),
        Listing("e1", "e2", (whole,)),
        Tie("e1", "e2", "ally"),
    )
    said = (Attribution("e3", first), Attribution("e1", None))
    time = Time(evil, first, "2024-11", "relative")
    claims = (Claim(f"c{n}", what, "alleged", said, time, "e3", (whole,), 0.5) for n, what in enumerate(contents, 1))
    return Record(document, people, tuple(claims))


@pytest.mark.parametrize("evil", EVIL)
def test_what_an_article_holds_is_shown_and_does_nothing(tmp_path: Path, evil: str) -> None:
    path = str(tmp_path / "news.db")
    with open_to_write(path, now=NOW.isoformat()) as store:
        list(ingest([RECORD, evil_record(evil)], store, jobs=1, now=NOW.isoformat))
        clock = Clock()
        site = Site(open_inquiry(path), store, Outside(BytesIO(), fetch, fetch, clock), read)
        browser = TestClient(make_app(site), base_url=HOME, follow_redirects=False)
        for page in PAGES:
            answer = browser.get(page)
            assert answer.status_code in (200, 303), page
            assert_harmless(answer.text)
            answer.text.encode()
        site.inquiry.close()


@pytest.mark.parametrize("evil", EVIL)
def test_what_somebody_types_is_shown_and_does_nothing(browser: TestClient, evil: str) -> None:
    for page in ("/search", "/timeline", "/meetings", "/source", "/login", "/statements"):
        for field in ("q", "of", "name", "next", "text", "publisher", "since", "status"):
            assert_harmless(browser.get(page, params={field: evil}).text)
    assert_harmless(browser.get(f"/{quote(evil)}").text)
    where = send(browser, "/read", {"text": evil, "title": evil, "publisher": evil, "url": evil}).headers["location"]
    assert_harmless(browser.get(where).text)


def assert_harmless(page: str) -> None:
    """Every tag is one of ours, with no handler, no style, and no address that runs."""
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
