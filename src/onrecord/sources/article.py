"""The article in a page, by the rules of trafilatura: its text, and what the page does not say of it outright."""

import warnings
from configparser import ConfigParser
from contextlib import suppress
from dataclasses import replace
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from htmldate import find_date
from lxml.etree import XPath
from trafilatura import bare_extraction, load_html
from trafilatura import settings as of_trafilatura
from trafilatura.metadata import (
    examine_meta,
    extract_author,
    extract_meta_json,
    extract_sitename,
    extract_title,
    extract_url,
)

from onrecord.header import find_dateline
from onrecord.sources.content import Said
from onrecord.sources.metadata import read_metadata
from onrecord.sources.posts import open_posts

FEWEST_CHARACTERS = 100
"""As many as the fewest words of an article have at least."""
LAST_DAY = "2100-01-01"
"""Dates in a page are looked for up to here, so that the reading does not ask the clock."""
MARKS = XPath("//@*[name() != 'href' and name() != 'src' and name() != 'content']", smart_strings=False)
BYLINES = (
    "author", "byl", "username", "bbl", "channel-name", "zuozhe", "bianji", "xiaobian", "submitted-by", "posted-by",
    "journalist-name", "screenname", "writer",
)  # fmt: skip
"""One of them marks every element in which trafilatura finds an author; where none is there, it need not search."""
PARAGRAPHS = XPath(
    "//p[not(ancestor::*[self::aside or self::footer or self::nav or contains(@class, 'comment') or "
    "contains(@id, 'comment')])]"
)
MOST_APART = 1.5
"""The text is the article's where it and the page's paragraphs differ in length by no more than this factor."""
BROKEN = (AttributeError, LookupError, TypeError, ValueError, RecursionError)
"""What linked data of another shape than expected lead to."""


def extract(page: str, url: str | None) -> tuple[str, Said]:
    """The text of the article in a page, empty where there is none, and what the page says of it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the parsers of HTML and of dates remark on odd pages
        tree = load_html(page)
        if tree is None:
            return "", Said()
        began = open_posts(tree)
        said = read_metadata(tree)
        said = _complete(replace(said, published=said.published or began), tree, url)
        text = _without_title(_find_text(tree), said.title)
    return text, replace(said, published=said.published or find_dateline(text))


def _find_text(tree: Any) -> str:
    """The text of the article in a page, empty where there is none.

    The slower rules, which compare what several of them find, are asked only where the quick ones leave out much of
    what stands in the page's paragraphs, or find their text outside of paragraphs.
    """
    text = _extract(tree, fast=True)
    told = sum(len(paragraph.text_content()) for paragraph in PARAGRAPHS(tree))
    if len(text) >= FEWEST_CHARACTERS and told / MOST_APART <= len(text) <= told * MOST_APART:
        return text
    return _extract(tree, fast=False)


def _extract(tree: Any, *, fast: bool) -> str:
    found: Any = bare_extraction(tree, fast=fast, include_comments=False, include_tables=False, config=_settings())
    return found.text or "" if found is not None else ""


@cache
def _settings() -> ConfigParser:
    """The settings of trafilatura, with short articles extracted like long ones; else their paragraphs run together."""
    settings: ConfigParser = of_trafilatura.use_config()
    settings["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(FEWEST_CHARACTERS)
    return settings


def _complete(said: Said, tree: Any, url: str | None) -> Said:
    """What the page says outright, with its title and address, and publisher, author and day where it left them out."""
    found = examine_meta(tree)
    if found.author and " " not in found.author:
        found.author = None  # an account, no name
    with suppress(*BROKEN):
        found = extract_meta_json(tree, found)
    found.title = found.title or extract_title(tree)
    found.url = url or found.url or extract_url(tree)
    found.sitename = found.sitename or extract_sitename(tree)
    if not said.author and not found.author and _has_byline(tree):
        found.author = extract_author(tree)
    if not said.published:
        found.date = find_date(tree, url=found.url, extensive_search=False, original_date=True, max_date=LAST_DAY)
    found.clean_and_trim()
    return replace(
        said,
        url=found.url,
        title=found.title,
        publisher=said.publisher or _named_site(found.sitename, found.url),
        author=said.author or found.author,
        published=said.published or found.date,
    )


def _has_byline(tree: Any) -> bool:
    marks = " ".join(MARKS(tree)).lower()
    return any(byline in marks for byline in BYLINES) or next(tree.iter("author"), None) is not None


def _without_title(text: str, title: str | None) -> str:
    """The text without a first line that only repeats the title, which the document holds on its own."""
    first, _newline, rest = text.partition("\n")
    return rest.lstrip("\n") if title and first.strip() == title.strip() else text


def _named_site(name: str | None, url: str | None) -> str | None:
    """The site's name where it is one, and not just its host; with a capital where it is written without one."""
    name = (name or "").lstrip("@")
    host = urlsplit(url or "").netloc.removeprefix("www.")
    if not name or name.lower().removeprefix("www.") == host.lower():
        return None
    return name if "." in name or name[0].isupper() else name.title()
