"""What every source asks of its content: is it text, in which encoding, of a size to read, and in English."""

import codecs
import re
from dataclasses import dataclass

from resiliparse.parse.lang import detect_fast

from onrecord.errors import SourceError

MAX_BYTES = 32_000_000
"""The largest single file or page that is opened; a .jsonl may be of any size, its lines may not."""
MAX_CHARACTERS = 500_000
"""The longest text that is read as one article: the length of a long book chapter, forty times a long article."""
SHORT = 200
"""Below so many characters the language of a text cannot be told, and it is read."""
ENGLISH_SHARE = 0.06
"""Running English has a sixth and more of these words, other languages a fiftieth and less."""
COMMON = frozenset(
    "and are at been but by for from had has have his it its of said she that the their they of this were which who "
    "with would".split()
)
WORD = re.compile(r"[^\W\d_]+")
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
SIGNATURES = (
    (b"%PDF", "is a PDF: turn it into text first, for example with `pdftotext`"),
    (b"PK\x03\x04", "is a Word, ODF or zip file: save it as plain text or unpack it first"),
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
class Given:
    """What the caller says of every document that does not say it itself."""

    published: str | None = None
    publisher: str | None = None


def check_content(content: bytes, *, where: str) -> None:
    """Nothing for content that may be an article. Raises SourceError for empty, oversized and binary content."""
    if not content.strip():
        raise SourceError(f"{where} is empty: give it an article's text or leave it out")
    if len(content) > MAX_BYTES:
        raise SourceError(
            f"{where} is larger than {MAX_BYTES // 1_000_000} MB: split it into one file for each article"
        )
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
    """Nothing for a text that can be read. Raises SourceError for an empty, overlong or foreign one."""
    if not text.strip():
        raise SourceError(f"{where} is empty: give it an article's text or leave it out")
    if len(text) > MAX_CHARACTERS:
        raise SourceError(
            f"{where} is {len(text):,} characters long, more than the {MAX_CHARACTERS:,} of one article: "
            "split it into articles, one for each line of a .jsonl"
        )
    if not is_english(text):
        raise SourceError(f"{where} is not in English: only English is read, leave it out or translate it")


def is_english(text: str) -> bool:
    """True for English text, and for one that is too short to tell."""
    words = [word.lower() for word in WORD.findall(text)]
    if len(text.strip()) < SHORT or not words:
        return True
    common = sum(word in COMMON for word in words)
    # The guess alone takes English full of foreign names for foreign text.
    return common >= ENGLISH_SHARE * len(words) or detect_fast(text)[0] == "en"
