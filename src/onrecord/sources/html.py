"""HTML into a document: the article's text without the page around it, and what the page says of it."""

import re
import warnings
from configparser import ConfigParser
from dataclasses import replace
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from onrecord.errors import SourceError
from onrecord.model import Document
from onrecord.sources.content import MARKS, Said, decode, make_document, read_content
from onrecord.sources.inputs import Source
from onrecord.sources.metadata import find_dateline, read_metadata

FEWEST_WORDS = 20
"""A page with fewer words of article than this has none: what is left is a menu, a notice or a caption."""
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
AS_BROWSERS_TAKE_IT = {
    "iso-8859-1": "windows-1252", "iso8859-1": "windows-1252", "latin1": "windows-1252", "latin-1": "windows-1252",
    "ascii": "windows-1252", "us-ascii": "windows-1252", "iso-8859-9": "windows-1254", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "shift_jis": "cp932",
}  # fmt: skip
"""Encodings that are declared for their larger kin (encoding.spec.whatwg.org): else quotation marks would be lost."""
FEWEST_CHARACTERS = 100
"""As many as the fewest words have at least."""
LAST_DAY = "2100-01-01"  # dates in a page are looked for up to here, so that the reading does not ask the clock


def read_html(source: Source) -> Document:
    """The document of a page. Raises SourceError when there is no article in it."""
    where = source.where
    page = decode_page(read_content(source), where=where, charset=source.page.charset if source.page else None)
    text, said = extract(page, source.url)
    if len(text.split()) < FEWEST_WORDS:
        raise SourceError(f"{where} holds no article: save the article's own page, or its text as plain text")
    return make_document(text, said, source)


def extract(page: str, url: str | None) -> tuple[str, Said]:
    """The text of the article in a page, empty where there is none, and what the page says of it."""
    # Loading this takes longer than reading a plain text, so that it waits until there is a page.
    from trafilatura import bare_extraction, load_html

    settings = _settings()
    dates = {"extensive_search": False, "original_date": True, "max_date": LAST_DAY}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the parsers of HTML and of dates remark on odd pages
        tree = load_html(page)
        if tree is None:
            return "", Said()
        said = read_metadata(tree)
        found: Any = bare_extraction(
            tree,
            url=url,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params=dates,
            config=settings,
        )
    if found is None:
        return "", said
    text = _without_title(found.text or "", found.title)
    return text, replace(
        said,
        url=url or found.url,
        title=found.title,
        publisher=said.publisher or _named_site(found.sitename, url or found.url),
        author=said.author or found.author,
        published=said.published or found.date or find_dateline(text),
    )


@cache
def _settings() -> ConfigParser:
    """The settings of trafilatura, with short articles extracted like long ones; else their paragraphs run together."""
    from trafilatura import settings as of_trafilatura

    settings: ConfigParser = of_trafilatura.use_config()
    settings["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(FEWEST_CHARACTERS)
    return settings


def decode_page(content: bytes, *, where: str, charset: str | None = None) -> str:
    """The page as text: UTF-8 where it is that, else as its server or itself declares, else as browsers take it."""
    if any(content.startswith(mark) for mark, _encoding in MARKS):
        return decode(content, where=where)
    declared = DECLARED.search(content[:4096])
    for encoding in ("utf-8", charset, declared[1].decode("ascii") if declared else None):
        try:
            return content.decode(AS_BROWSERS_TAKE_IT.get((encoding or "").lower(), encoding or ""))
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("windows-1252", errors="replace")


def _named_site(name: str | None, url: str | None) -> str | None:
    """The site's name where it is one, and not just its host."""
    host = urlsplit(url or "").netloc.removeprefix("www.")
    return None if not name or name.lower().removeprefix("www.") == host.lower() else name


def _without_title(text: str, title: str | None) -> str:
    """The text without a first line that only repeats the title, which the document holds on its own."""
    first, _newline, rest = text.partition("\n")
    return rest.lstrip("\n") if title and first.strip() == title.strip() else text
