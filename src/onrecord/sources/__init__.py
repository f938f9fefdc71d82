"""SOURCES: files, folders, addresses and streams in, documents out, and one error for each input that is none."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, Any

from onrecord.documents import is_after
from onrecord.errors import DateError, SourceError
from onrecord.sources.count import count_articles
from onrecord.sources.feed import read_feed
from onrecord.sources.folder import find_files
from onrecord.sources.gzip import read_gzip
from onrecord.sources.html import read_html
from onrecord.sources.inputs import FeedState, Found, Given, Outside, Source, show
from onrecord.sources.jsonl import read_lines
from onrecord.sources.kinds import HEAD_BYTES, kind_of
from onrecord.sources.markdown import read_markdown
from onrecord.sources.text import read_text
from onrecord.sources.warc import read_warc
from onrecord.sources.zip import read_zip

__all__ = ["FeedState", "Given", "Outside", "count_articles", "expand", "read_sources"]

STANDARD_INPUT = "-"
ADDRESSES = ("http://", "https://")


def expand(inputs: Iterable[str]) -> list[str]:
    """The inputs with each folder replaced by its files."""
    out: list[str] = []
    for name in inputs:
        path = Path(name)
        out.extend(str(file) for file in find_files(path)) if path.is_dir() else out.append(name)
    return out


def read_sources(inputs: Sequence[str], *, given: Given, outside: Outside) -> Iterator[Found]:
    """The documents and errors of each file, address and "-" (standard input), in order.

    Documents in every language come out, marked with it. A date that is still to come is taken off its document, which
    comes after a DateError that says so.
    """
    for name in inputs:
        try:
            for found in _read_input(name, given, outside):
                yield from _with_possible_date(found, outside.now())
        except SourceError as error:
            yield error


def _read_input(name: str, given: Given, outside: Outside) -> Iterator[Found]:
    where = show(name)
    if name == STANDARD_INPUT:
        yield from _read(Source("standard input", outside.stream, given), outside)
    elif name.startswith(ADDRESSES):
        yield from _read_address(name, given, outside)
    else:
        path = Path(name)
        try:
            if not path.is_file():
                raise SourceError(f"{where} is no file or folder: check its spelling")
            with path.open("rb") as file:
                yield from _read(Source(where, file, given, path.suffix.lower()), outside)
        except (OSError, ValueError) as error:
            raise SourceError(f"{where} cannot be opened ({error}): check its spelling and who may read it") from error


def _read_address(name: str, given: Given, outside: Outside) -> Iterator[Found]:
    before = outside.feeds.get(name)
    page = outside.fetch(name, before.headers() if before else {})
    if page.is_unchanged:
        if before:
            outside.keep(name, replace(before, polled=outside.now().isoformat(timespec="seconds")))
        return
    fetched = outside.now().isoformat(timespec="seconds")
    suffix = page.suffix or PurePosixPath(name).suffix.lower()
    stream = io.BytesIO(page.content)
    yield from _read(Source(show(name), stream, given, suffix, page, fetched, name), outside)


def _read(source: Source, outside: Outside) -> Iterator[Found]:
    """What one input gives, whatever it is: one line for each kind."""
    head, stream = _look_at(source.stream)
    source = replace(source, stream=stream)
    match kind_of(source.suffix, head):
        case "zip":
            yield from read_zip(source, partial(_read, outside=outside))
        case "gzip":
            yield from read_gzip(source, partial(_read, outside=outside))
        case "warc":
            yield from read_warc(source)
        case "feed":
            yield from read_feed(source, outside)
        case "lines":
            yield from read_lines(source)
        case "html":
            yield read_html(source)
        case "markdown":
            yield read_markdown(source)
        case "text":
            yield read_text(source)


class _Refilled(io.RawIOBase):
    """A stream that cannot be wound back, with its start put back before it."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head, self._read_some = head, getattr(rest, "read1", rest.read)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece = self._head[: len(buffer)] or self._read_some(len(buffer))
        self._head = self._head[len(piece) :]
        buffer[: len(piece)] = piece
        return len(piece)


def _look_at(stream: IO[bytes]) -> tuple[bytes, IO[bytes]]:
    """The first bytes of a stream, and the stream as it was before they were read."""
    if stream.seekable():
        head = stream.read(HEAD_BYTES)
        stream.seek(-len(head), io.SEEK_CUR)
        return head, stream
    pieces, read = bytearray(), getattr(stream, "read1", stream.read)
    try:
        while len(pieces) < HEAD_BYTES and (piece := read(HEAD_BYTES)):
            pieces += piece
    except SourceError:
        if not pieces:
            raise
        # What came before the end of a cut archive is read, and the stream tells of the cut again.
    return bytes(pieces), io.BufferedReader(_Refilled(bytes(pieces), stream))


def _with_possible_date(found: Found, now: datetime) -> Iterator[Found]:
    if isinstance(found, SourceError) or found.published is None or not is_after(found.published, now):
        yield found
        return
    yield DateError(
        f"{found.source} is dated {found.published}, which is still to come: it is read without a date, "
        "correct it there or check this machine's clock"
    )
    yield replace(found, published=None)
