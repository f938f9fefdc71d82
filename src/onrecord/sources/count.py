"""How many articles inputs hold, counted before they are read, so that a bar can tell how far the reading is."""

import gzip
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO, cast

from onrecord.sources.folder import is_passed_over
from onrecord.sources.kinds import HEAD_BYTES, LINES_SUFFIXES, kind_of
from onrecord.sources.warc import is_page
from onrecord.sources.zip import BROKEN

ITEMS = (b"<item>", b"<item ", b"<entry>", b"<entry ")
"""What opens an item of a feed."""
MOST_BYTES = 4_000_000_000
"""So much of one input is looked through; of what is longer, the bar tells no more than it has seen."""


def count_articles(inputs: Iterable[str]) -> int:
    """How many articles and errors the inputs give at least: what has to be fetched to be counted counts as one."""
    return sum(max(1, _count_file(Path(name))) for name in inputs)


def _count_file(path: Path) -> int:
    try:
        if not path.is_file():
            return 1
        with path.open("rb") as file:
            head = _look_at(file)
            if kind_of("", head) != "gzip":
                return _count(file, head, path.suffix.lower())
            suffix = PurePosixPath(path.stem).suffix.lower()
            with gzip.open(file) as unpacked:
                head = _look_at(cast(IO[bytes], unpacked))
                if kind_of(suffix, head) != "warc":
                    return _count(cast(IO[bytes], unpacked), head, suffix)
            file.seek(0)
            return _count_pages(file)  # what reads WARC unpacks it by itself, and faster
    except BROKEN:
        return 1  # what is wrong with it is told when it is read


def _look_at(stream: IO[bytes]) -> bytes:
    head = stream.read(HEAD_BYTES)
    stream.seek(0)
    return head


def _count(stream: IO[bytes], head: bytes, suffix: str) -> int:
    match kind_of(suffix, head):
        case "zip":
            return _count_members(stream)
        case "warc":
            return _count_pages(stream)
        case "feed":
            content = stream.read(MOST_BYTES)
            return sum(map(content.count, ITEMS))
        case "lines":
            return _count_lines(stream)
        case _:
            return 1


def _count_lines(stream: IO[bytes]) -> int:
    return sum(1 for line in stream if line.strip())


def _count_members(stream: IO[bytes]) -> int:
    """The files of a ZIP, and of those with an article on each line their lines; archives in it count as one."""
    count = 0
    with zipfile.ZipFile(stream) as archive:
        for member in archive.infolist():
            path = PurePosixPath(member.filename)
            if member.is_dir() or is_passed_over(path):
                continue
            lines = path.suffix.lower() in LINES_SUFFIXES and member.file_size <= MOST_BYTES
            with archive.open(member) if lines else io.BytesIO(b"one") as opened:
                count += max(1, _count_lines(opened))
    return count


def _count_pages(stream: IO[bytes]) -> int:
    """The pages of a WARC, told by the heads of the records alone."""
    # Only archives need this.
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    records = ArchiveIterator(cast(BinaryIO, stream), WarcRecordType.response)
    return sum(1 for record in records if is_page(record))
