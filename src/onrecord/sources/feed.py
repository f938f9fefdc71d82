"""RSS and Atom feeds into documents: each item's own page, or the article in the feed where that is whole."""

import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from lxml import html

from onrecord.documents import read_moment
from onrecord.errors import SourceError
from onrecord.sources.content import read_content
from onrecord.sources.html import read_html
from onrecord.sources.inputs import FeedState, Found, Given, Outside, Page, Source, show, tidy
from onrecord.sources.kinds import HEAD_BYTES, kind_of
from onrecord.sources.text import read_text

WHOLE_WORDS = 150
"""An item with fewer words is taken for a teaser, and its page is fetched."""
TEASER = re.compile(
    r"(?:…|\.\.\.|[\[(](?:…|\.\.\.)[\])]|(?:read|continue|learn|see|full) (?:\w+ ){0,2}"
    r"(?:more|reading|on|story|article)|the post .{3,300} (?:appeared first on|first appeared on) .{2,100})\W*$",
    re.IGNORECASE,
)
"""What teasers end with."""
MARK_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a feed: what tells it from others and its earlier states, its page, its words if it holds all."""

    mark: str
    link: str | None
    whole: str | None
    given: Given


def read_feed(source: Source, outside: Outside) -> Iterator[Found]:
    """A document or an error for each item that was not seen before, in the order of the feed.

    The state of the feed is handed on when all its documents were given. Where a page could not be fetched the feed is
    asked for whole the next time, and that page again.
    """
    parsed = _parse(source)
    before = outside.feeds.get(source.address or "", FeedState())
    seen: list[str] = []
    is_complete = True
    for item in dict.fromkeys(_items(parsed, source)):
        if item.mark not in before.seen:
            page = _page(item, source, outside)
            if isinstance(page, SourceError):
                is_complete = False
                yield page
                continue
            yield from _read_item(page)
        seen.append(item.mark)
    if parsed.bozo and not parsed.entries:
        raise SourceError(f"{source.where} is a broken feed ({_trouble(parsed)}): check it in a browser")
    if parsed.bozo and _is_cut(parsed):
        is_complete = False
        yield SourceError(
            f"{source.where} is a broken feed ({_trouble(parsed)}): {len(parsed.entries)} items were read, get it again"
        )
    if source.address and source.page:
        etag, modified = (source.page.etag, source.page.modified) if is_complete else (None, None)
        outside.keep(source.address, FeedState(etag, modified, source.fetched, tuple(seen)))


def _parse(source: Source) -> Any:
    """What feedparser makes of a feed. Raises SourceError for what is no text."""
    # Only feeds need this.
    import feedparser

    sent = {"content-location": source.url or ""}
    if source.page and source.page.charset:
        sent["content-type"] = f"application/xml; charset={source.page.charset}"
    # Handed over as a stream, since bytes would be taken for the name of a file.
    return feedparser.parse(io.BytesIO(read_content(source)), response_headers=sent)


def _is_cut(parsed: Any) -> bool:
    """True for trouble with the XML itself; other remarks, such as on the encoding declared, cost nothing."""
    return type(parsed.bozo_exception).__name__.startswith("SAX")


def _trouble(parsed: Any) -> str:
    return show(" ".join(str(parsed.bozo_exception).split()))


def _items(parsed: Any, source: Source) -> Iterator[Item]:
    publisher, language = tidy(_plain(parsed.feed, "title")), parsed.feed.get("language")
    for entry in map(dict[str, Any], parsed.entries):
        link = entry.get("link") or ""
        link = link if link.startswith(("http://", "https://")) else None
        content = next((each.get("value", "") for each in entry.get("content", ())), "")
        if not (link or content):
            continue
        told = source.given
        named = "\n".join((entry.get("id") or link or content, entry.get("updated") or entry.get("published") or ""))
        yield Item(
            mark=hashlib.sha256(named.encode("utf-8", "replace")).hexdigest()[:MARK_DIGITS],
            link=link,
            whole=content if _is_whole(content) or not link else None,
            given=Given(
                published=_published(entry) or told.published,
                publisher=publisher or told.publisher,
                title=tidy(_plain(entry, "title")) or told.title,
                author=tidy(entry.get("author")) or told.author,
                language=language or told.language,
            ),
        )


def _plain(entry: Mapping[str, Any], name: str) -> str | None:
    """The value of a field without the tags of HTML."""
    value = entry.get(name)
    if not value or entry.get(f"{name}_detail", {}).get("type") == "text/plain" or not re.search(r"[<&]", value):
        return value
    return str(html.fragment_fromstring(value, create_parent="div").text_content())


def _is_whole(content: str) -> bool:
    """True where the content is the whole article: long enough, and not broken off with an invitation to read on."""
    if not content:
        return False
    words = " ".join(str(html.fragment_fromstring(content, create_parent="div").text_content()).split())
    return len(words.split()) >= WHOLE_WORDS and not TEASER.search(words)


def _published(entry: Mapping[str, Any]) -> str | None:
    """When the item was published, with the zone that it names."""
    for name in ("published", "updated"):
        if moment := read_moment(str(entry.get(name) or "")):
            return moment
        if parsed := entry.get(f"{name}_parsed"):
            return datetime(*parsed[:6]).replace(tzinfo=UTC).isoformat()
    return None


def _page(item: Item, source: Source, outside: Outside) -> Source | SourceError:
    """The item's page, or the error of fetching it; the words in the feed where they are whole."""
    where = f"{source.where}: {show(item.link)}" if item.link else f"{source.where}: {item.given.title or 'an item'}"
    if item.whole is not None:
        words = f"<html><body><article>{item.whole}</article></body></html>".encode("utf-8", "replace")
        page = Page(item.link, words, ".html", charset="utf-8") if item.link else None
        return replace(source, where=where, stream=io.BytesIO(words), suffix=".html", page=page, given=item.given)
    try:
        page = outside.visit(item.link or "", {})
    except SourceError as error:
        return error
    fetched = outside.now().isoformat(timespec="seconds")
    stream = io.BytesIO(page.content)
    return Source(show(page.url), stream, item.given, page.suffix, page=page, fetched=fetched)


def _read_item(page: Source) -> Iterator[Found]:
    kind = kind_of(page.suffix, page.page.content[:HEAD_BYTES] if page.page else b"")
    try:
        yield read_text(page) if kind == "text" else read_html(page)
    except SourceError as error:
        yield error
