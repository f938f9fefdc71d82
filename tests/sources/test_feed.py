"""Tests of feeds: each item's page or its whole words, once, with what the feed says of it and what is kept of it."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from outside import NOW, no_web, outside

from onrecord.errors import SourceError
from onrecord.model import Document
from onrecord.sources import FeedState, Given, Outside, read_sources
from onrecord.sources.inputs import Found, Page

FEED = "https://post.example/feed"
SENTENCE = "Foreign Minister Ana Belu said on Tuesday that Velmark would not sign the pact with its rivals. "
WHOLE = "".join(f"<p>{number}. {SENTENCE * 4}</p>" for number in range(4))
ARTICLE = f"<html lang=en><body><article><h1>Pact</h1><p>{SENTENCE * 3}</p></article></body></html>".encode()


def rss(*items: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Harbour Post</title>'
        f"<language>en-gb</language>{''.join(items)}</channel></rss>"
    ).encode()


def item(number: int, content: str = "", link: str = "https://post.example/{}") -> str:
    return (
        f"<item><title>Pact &amp;amp; rivals {number}</title><link>{link.format(number)}</link>"
        f"<guid>urn:{number}</guid>"
        f"<pubDate>Wed, 06 Nov 2024 00:30:00 +0100</pubDate><dc:creator>B. T. Rell</dc:creator>"
        f"<description>Short.</description><content:encoded><![CDATA[{content}]]></content:encoded></item>"
    )


class Web:
    """A web of given pages that notes what it was asked for, and what is kept of feeds."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        self.pages, self.asked, self.kept = pages, list[tuple[str, Mapping[str, str]]](), dict[str, FeedState]()

    def fetch(self, url: str, headers: Mapping[str, str]) -> Page:
        self.asked.append((url, headers))
        return self.pages[url] if url in self.pages else no_web(url, headers)

    def read(self, *inputs: str, before: Mapping[str, FeedState] | None = None) -> list[Found]:
        here = Outside(outside().stream, self.fetch, self.fetch, lambda: NOW, before or {}, self.kept.__setitem__)
        return list(read_sources(inputs, given=Given(), outside=here))


def web(content: bytes, *numbers: int) -> Web:
    feed = Page(FEED, content, etag='"v1"', modified="Wed, 06 Nov 2024 10:00:00 GMT")
    pages = {
        f"https://post.example/{number}": Page(f"https://post.example/{number}", ARTICLE, ".html") for number in numbers
    }
    return Web({FEED: feed, **pages})


def test_the_page_of_each_item_is_fetched_and_the_feed_says_the_rest() -> None:
    made = web(rss(item(1), item(2)), 1, 2)
    [first, second] = made.read(FEED)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.url, second.url) == ("https://post.example/1", "https://post.example/2")
    assert (first.published, first.publisher, first.author) == (
        "2024-11-06T00:30:00+01:00", "The Harbour Post", "B. T. Rell",
    )  # fmt: skip
    assert first.fetched == "2026-11-27T08:00:00+00:00"
    assert [url for url, _headers in made.asked] == [FEED, "https://post.example/1", "https://post.example/2"]


def test_an_article_that_is_whole_in_the_feed_is_not_fetched() -> None:
    made = web(rss(item(1, WHOLE)))
    [document] = made.read(FEED)
    assert isinstance(document, Document)
    assert document.text == "\n".join(f"{number}. {SENTENCE * 4}".strip() for number in range(4))
    assert (document.title, document.url, document.language) == ("Pact & rivals 1", "https://post.example/1", "en-gb")
    assert len(made.asked) == 1


@pytest.mark.parametrize("end", ["…", "[...]", "<a href=/1>Read more</a>", "Continue reading →"])
def test_a_teaser_is_not_the_article(end: str) -> None:
    made = web(rss(item(1, WHOLE + f"<p>And so {end}</p>")), 1)
    made.read(FEED)
    assert len(made.asked) == 2


def test_an_atom_feed_with_addresses_that_hang_on_its_own() -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Post</title><entry><id>urn:1</id>'
        '<title>A</title><link href="/1"/>'
        "<updated>2024-11-06T09:30:00+01:00</updated><author><name>Q</name></author></entry></feed>"
    )
    [document] = web(atom.encode(), 1).read(FEED)
    assert isinstance(document, Document)
    assert (document.url, document.published) == ("https://post.example/1", "2024-11-06T09:30:00+01:00")


def test_what_was_seen_is_not_fetched_again() -> None:
    made = web(rss(item(1)), 1)
    made.read(FEED)
    state = made.kept[FEED]
    assert (state.etag, state.modified, state.polled) == (
        '"v1"', "Wed, 06 Nov 2024 10:00:00 GMT", "2026-11-27T08:00:00+00:00",
    )  # fmt: skip
    again = web(rss(item(2), item(1)), 1, 2)
    [document] = again.read(FEED, before={FEED: state})
    assert isinstance(document, Document)
    assert document.url == "https://post.example/2"
    assert again.asked[0] == (FEED, {"If-None-Match": '"v1"', "If-Modified-Since": "Wed, 06 Nov 2024 10:00:00 GMT"})
    assert len(again.kept[FEED].seen) == 2


def test_an_unchanged_feed_gives_nothing_and_is_noted_as_asked() -> None:
    made = Web({FEED: Page(FEED, b"", is_unchanged=True)})
    before = FeedState('"v1"', None, "2024-11-06T09:30:00+00:00", ("a",))
    assert made.read(FEED, before={FEED: before}) == []
    assert made.kept == {FEED: replace(before, polled="2026-11-27T08:00:00+00:00")}


def test_a_page_that_cannot_be_had_is_asked_for_again_the_next_time() -> None:
    made = web(rss(item(1), item(2)), 2)
    [error, document] = made.read(FEED)
    assert "https://post.example/1 cannot be fetched" in str(error)
    assert isinstance(document, Document)
    state = made.kept[FEED]
    assert (state.etag, state.modified, len(state.seen)) == (None, None, 1)


def test_nothing_is_kept_until_all_documents_were_taken() -> None:
    made = web(rss(item(1), item(2)), 1, 2)
    here = Outside(outside().stream, made.fetch, made.fetch, lambda: NOW, {}, made.kept.__setitem__)
    found = read_sources([FEED], given=Given(), outside=here)
    next(found)
    assert len(made.asked) == 2
    next(found)
    assert made.kept == {}
    assert list(found) == []
    assert FEED in made.kept


def test_a_feed_that_is_cut_gives_what_stands_before(tmp_path: Path) -> None:
    content = rss(item(1, WHOLE), item(2, WHOLE))
    path = tmp_path / "feed.xml"
    path.write_bytes(content[: content.rindex(b"<item>") + 9])
    [document, error] = Web({}).read(str(path))
    assert isinstance(document, Document)
    assert str(error).startswith(f"{path} is a broken feed (")
    path.write_bytes(b"<rss><channel><ti")
    [error] = Web({}).read(str(path))
    assert "is a broken feed" in str(error)


def test_a_feed_opens_no_file_and_no_address_of_its_own(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    content = rss(item(1, WHOLE)).decode().replace(
        "<rss", f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]><rss', 1
    )  # fmt: skip
    path = tmp_path / "feed.rss"
    path.write_text(content.replace("Short.", "&x;").replace("The Harbour Post", "Post &x;"))
    out = Web({}).read(str(path))
    assert not any("secret" in str(each).replace(str(tmp_path), "") for each in out)


def test_items_that_lead_nowhere_are_told_or_left(tmp_path: Path) -> None:
    made = web(rss(item(1, link="file:///etc/passwd"), item(2, link="javascript:alert(1)"), item(3, "Brief.", link="")))
    out = made.read(FEED)
    assert len(made.asked) == 1
    assert all(isinstance(each, SourceError) for each in out)


def test_control_characters_are_left_out_of_titles() -> None:
    content = rss(item(1, WHOLE)).replace(b"rivals 1", "ri\u0085vals\u200b 1".encode())
    [document] = web(content).read(FEED)
    assert isinstance(document, Document)
    assert "\u0085" not in (document.title or "")
