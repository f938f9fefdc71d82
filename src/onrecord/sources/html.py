"""HTML into a document: the article's text without the page around it, and what the page says of it."""

import re

from onrecord.errors import SourceError
from onrecord.model import Document
from onrecord.sources.content import MARKS, decode, make_document, read_content
from onrecord.sources.inputs import Source

FEWEST_WORDS = 20
"""A page with fewer words of article than this has none: what is left is a menu, a notice or a caption."""
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
AS_BROWSERS_TAKE_IT = {
    "iso-8859-1": "windows-1252", "iso8859-1": "windows-1252", "latin1": "windows-1252", "latin-1": "windows-1252",
    "ascii": "windows-1252", "us-ascii": "windows-1252", "iso-8859-9": "windows-1254", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "shift_jis": "cp932",
}  # fmt: skip
"""Encodings that are declared for their larger kin (encoding.spec.whatwg.org): else quotation marks would be lost."""


def read_html(source: Source) -> Document:
    """The document of a page. Raises SourceError when there is no article in it."""
    # Loading this takes longer than reading a plain text, so that it waits until there is a page.
    from onrecord.sources.article import extract

    where = source.where
    page = decode_page(read_content(source), where=where, charset=source.page.charset if source.page else None)
    text, said = extract(page, source.url)
    if len(text.split()) < FEWEST_WORDS:
        raise SourceError(f"{where} holds no article: save the article's own page, or its text as plain text")
    return make_document(text, said, source)


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
