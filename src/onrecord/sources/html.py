"""HTML into a document: the article's text without the page around it, its title, publisher, author and date."""

import re
import warnings
from collections.abc import Iterator

from lxml import html
from lxml.etree import LxmlError

from onrecord.documents import document_id, is_date
from onrecord.errors import SourceError
from onrecord.model import Document
from onrecord.sources.content import MARKS, Given, check_content, check_text, decode

FEWEST_WORDS = 20
"""A page with fewer words of article than this has none: what is left is a menu, a notice or a caption."""
DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
LAST_DAY = "2100-01-01"  # dates in a page are looked for up to here, so that the reading does not ask the clock
DATE_META = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='date' or @name='dc.date' or @name='DC.date.issued' or @name='parsely-pub-date']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
)
DATE_LINKED_DATA = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
AUTHOR_META = ("//meta[@name='author']/@content", "//meta[@property='author']/@content")


def read_html(content: bytes, *, where: str, given: Given, url: str | None = None) -> Document:
    """The document of a page. Raises SourceError when there is no readable English article in it."""
    # Loading this takes longer than reading a plain text, so that it waits until there is a page.
    from trafilatura import bare_extraction

    check_content(content, where=where)
    page = decode_page(content, where=where)
    dates = {"extensive_search": False, "original_date": True, "max_date": LAST_DAY}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the parsers of HTML and of dates remark on odd pages
        found = bare_extraction(
            page,
            url=url,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params=dates,
        )
    text = "" if found is None or isinstance(found, dict) else _without_title(found.text or "", found.title)
    if len(text.split()) < FEWEST_WORDS or found is None or isinstance(found, dict):
        raise SourceError(f"{where} holds no article: save the article's own page, or its text as plain text")
    check_text(text, where=where)
    address = url or found.url
    return Document(
        id=document_id(text, address),
        text=text,
        url=address,
        title=found.title,
        publisher=found.sitename or given.publisher,
        author=find_author(page) or found.author,
        published=find_published(page, day=found.date) or given.published,
        source=where,
    )


def decode_page(content: bytes, *, where: str) -> str:
    """The page as text: UTF-8 where it is that, else what the page declares, else what browsers take it for."""
    if any(content.startswith(mark) for mark, _encoding in MARKS):
        return decode(content, where=where)
    declared = DECLARED.search(content[:4096])
    for encoding in ("utf-8", declared[1].decode("ascii") if declared else "windows-1252"):
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("windows-1252", errors="replace")


def find_published(page: str, *, day: str | None) -> str | None:
    """The date of a page, with its time of day where the page gives one for that `day`."""
    dates = [value.strip() for value in (*_look_up(page, DATE_META), *DATE_LINKED_DATA.findall(page))]
    dates = [value for value in dates if is_date(value)]
    if day is None:
        return dates[0] if dates else None
    return next((value for value in dates if value.startswith(day)), day)


def find_author(page: str) -> str | None:
    """The author as the page's head names them."""
    names = (" ".join(value.split()) for value in _look_up(page, AUTHOR_META))
    return next((name for name in names if name and "://" not in name), None)


def _look_up(page: str, paths: tuple[str, ...]) -> Iterator[str]:
    try:
        tree = html.fromstring(page.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (LxmlError, ValueError):
        return
    for path in paths:
        found = tree.xpath(path)
        yield from (str(value) for value in found) if isinstance(found, list) else ()


def _without_title(text: str, title: str | None) -> str:
    """The text without a first line that only repeats the title, which the document holds on its own."""
    first, _newline, rest = text.partition("\n")
    return rest.lstrip("\n") if title and first.strip() == title.strip() else text
