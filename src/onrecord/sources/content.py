"""What every source asks of content: is it text, in which encoding, of a size to read; and the document made of it."""

import codecs
import re
from dataclasses import dataclass

from onrecord.documents import document_id
from onrecord.errors import SourceError
from onrecord.header import find_day
from onrecord.model import Document
from onrecord.sources.corrections import find_corrections, may_hold_corrections
from onrecord.sources.inputs import Source, tidy
from onrecord.sources.languages import find_language

MAX_BYTES = 32_000_000
"""The largest single file or page that is opened; archives and .jsonl may be of any size, what lies in them may not."""
MAX_CHARACTERS = 500_000
"""The longest text that is read as one article: the length of a long book chapter, forty times a long article."""
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
SIGNATURES = (
    (b"%PDF", "is a PDF: turn it into text first, for example with `pdftotext`"),
    (b"\xd0\xcf\x11\xe0", "is an old Word file: save it as plain text first"),
    (b"{\\rtf", "is rich text: save it as plain text first"),
    (b"\x1f\x8b", "is compressed: unpack it first, for example with `gunzip`"),
)
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Said:
    """What an article, or the file that it lies in, says of it."""

    id: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    fetched: str | None = None
    modified: str | None = None
    corrections: tuple[str, ...] = ()


def read_content(source: Source) -> bytes:
    """All of an input that may be an article. Raises SourceError for empty, oversized and binary content."""
    content = source.stream.read(MAX_BYTES + 1)
    check_content(content, where=source.where)
    return content


def make_document(text: str, said: Said, source: Source) -> Document:
    """The document of a text, with what is said of it, else what is given, else the day that its head names.

    Raises SourceError for no readable text.
    """
    check_text(text, where=source.where)
    given, url = source.given, said.url or source.url
    noted = find_corrections(text.split("\n")) if may_hold_corrections(text) else ()
    return Document(
        id=said.id or document_id(text, url),
        text=text,
        url=url,
        title=tidy(said.title) or given.title,
        publisher=tidy(said.publisher) or given.publisher,
        author=tidy(said.author) or given.author,
        published=said.published or given.published or find_day(text),
        language=find_language(text, said.language or given.language),
        fetched=said.fetched or source.fetched,
        modified=said.modified,
        corrections=tuple(dict.fromkeys((*said.corrections, *noted))),
        source=source.where,
    )


def check_content(content: bytes, *, where: str) -> None:
    """Nothing for content that may be an article. Raises SourceError for empty, oversized and binary content."""
    if len(content) > MAX_BYTES:
        raise SourceError(
            f"{where} is larger than {MAX_BYTES // 1_000_000} MB: split it into one file for each article"
        )
    if not content.strip():
        raise SourceError(f"{where} is empty: give it an article's text or leave it out")
    for signature, trouble in SIGNATURES:
        if content.startswith(signature):
            raise SourceError(f"{where} {trouble}")
    if not any(content.startswith(mark) for mark, _encoding in MARKS) and _is_binary(content):
        raise SourceError(f"{where} is binary, not text: give plain text, HTML or .jsonl")


def _is_binary(content: bytes) -> bool:
    """True where more than one byte in fifty is a control character that no text holds."""
    sample = content[:65536].decode("latin-1")
    return len(CONTROL.findall(sample)) * 50 > len(sample)


def decode(content: bytes, *, where: str) -> str:
    """The text of UTF-8, or of UTF-16 with its mark. Raises SourceError for any other encoding."""
    encoding = next((encoding for mark, encoding in MARKS if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{where} is not {encoding.removesuffix('-sig').upper()} (byte {error.start}): "
            "convert it, for example with `iconv -f WINDOWS-1252 -t UTF-8`"
        ) from error


def check_text(text: str, *, where: str) -> None:
    """Nothing for a text that can be read. Raises SourceError for an empty or overlong one."""
    if not text.strip():
        raise SourceError(f"{where} is empty: give it an article's text or leave it out")
    if len(text) > MAX_CHARACTERS:
        raise SourceError(
            f"{where} is {len(text):,} characters long, more than the {MAX_CHARACTERS:,} of one article: "
            "split it into articles, one for each line of a .jsonl"
        )
