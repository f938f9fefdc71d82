"""WARC (ISO 28500) into documents: one for each page that a server answered with, read as a stream."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any, BinaryIO, Literal, cast

from onrecord.errors import SourceError
from onrecord.sources.content import MAX_BYTES
from onrecord.sources.html import read_html
from onrecord.sources.inputs import Found, Page, Source, show

PAGES = frozenset({"text/html", "application/xhtml+xml"})
ENDS = (b"\n\r\n", b"\n\n")
"""What each record ends with, and so the file."""
AROUND = (
    "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n"
)
"""What stands around an answer of HTTP that was read whole, to have it parsed."""


def read_warc(source: Source) -> Iterator[Found]:
    """A document or an error for each answered page, in order, and at last an error where the file ends too early."""
    # Only archives need this.
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    end, pieces = 0, _Pieces(source.stream)
    try:
        for record in ArchiveIterator(cast(BinaryIO, pieces), WarcRecordType.response, parse_http=False):
            end = record.stream_pos
            yield from _read_record(record, source)
    except OSError as error:
        raise pieces.error or SourceError(_cut(source.where, end, str(error))) from error
    except SourceError as error:
        raise pieces.error or error from error
    if pieces.error:
        raise pieces.error
    if not pieces.last.endswith(ENDS):
        raise SourceError(_cut(source.where, pieces.tell(), "in the head of a record"))


def _read_record(record: Any, source: Source) -> Iterator[Found]:
    """The document of a page. Raises SourceError where the record is not whole, which ends the file."""
    url, length = record.headers.get("WARC-Target-URI"), record.content_length
    if not url:
        raise SourceError(_cut(source.where, record.stream_pos, "a record without an address"))
    where = f"{source.where}: {show(url.strip('<>'))}"
    if length > MAX_BYTES:
        yield SourceError(f"{where} is larger than {MAX_BYTES // 1_000_000} MB: give it as a file of its own")
        return
    block = record.reader.read(length)
    if len(block) < length:
        raise SourceError(_cut(source.where, record.stream_pos, f"{len(block):,} of {length:,} bytes are there"))
    try:
        page = _read_answer(block, url.strip("<>"))
        if page is not None:
            fetched = record.record_date.isoformat() if record.record_date else None
            stream = io.BytesIO(page.content)
            yield read_html(replace(source, where=where, stream=stream, page=page, fetched=fetched))
    except SourceError as error:
        yield error
    except (OSError, UnicodeError) as error:
        yield SourceError(f"{where} cannot be unpacked ({error}): leave it out")


def _read_answer(block: bytes, url: str) -> Page | None:
    """The page that a server answered with, decoded as it says; None for all else. Raises OSError on damage.

    Crawlers also keep pages that they unpacked under the head that came with them: what is a page as it is, stays so.
    """
    record = _parse_answer(block, "all")
    if not is_page(record):
        return None
    try:
        content = record.reader.read(MAX_BYTES + 1)
    except OSError:
        content = _as_it_is(block)
        if content is None:
            raise
    if not content.strip():
        content = _as_it_is(block) or content
    return Page(url, content, ".html", charset=record.http_charset)


def is_page(record: Any) -> bool:
    """True for the record of an answer that holds a page."""
    answer = record.http_headers
    return answer is not None and answer.status_code == 200 and record.http_content_type in PAGES


def _as_it_is(block: bytes) -> bytes | None:
    """What a server answered with, not unpacked; None where that is no page."""
    content: bytes = _parse_answer(block, "none").reader.read(MAX_BYTES + 1)
    return content if content.lstrip()[:1] == b"<" else None


def _parse_answer(block: bytes, decode: Literal["none", "all"]) -> Any:
    from fastwarc.warc import ArchiveIterator

    whole = io.BytesIO(AROUND.format(len(block)).encode("ascii") + block)
    return next(iter(ArchiveIterator(whole, auto_decode=decode)))


def _cut(where: str, position: int, trouble: str) -> str:
    return (
        f"{where} is cut off or damaged at byte {position:,} ({trouble}): "
        "what stands before was read, get the file again for the rest"
    )


class _Pieces:
    """A stream that gives what is there, and ends where an error lies: that is told when the whole records are read."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._read, self._given = getattr(stream, "read1", stream.read), 0
        self.error: SourceError | None = None
        self.last = b""

    def read(self, size: int) -> bytes:
        try:
            piece: bytes = self._read(size)
        except SourceError as error:
            self.error, piece = error, b""
        self._given += len(piece)
        self.last = (self.last + piece[-4:])[-4:]
        return piece

    def tell(self) -> int:
        return self._given
