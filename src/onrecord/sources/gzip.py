"""A gzipped input into what it holds: unpacked as it is read, refused where it swells beyond all measure."""

import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import IO, Any

from onrecord.errors import SourceError
from onrecord.sources.inputs import Found, Source

MAX_DEPTH = 2
"""So many archives may lie in each other: a .warc.gz in a zip, and no deeper."""
MAX_RATIO = 200
"""Text packs to a tenth or a thirtieth; what unpacks to more than this many times its size is made to fill a disk."""
FREE_BYTES = 64_000_000
"""So much is unpacked before the ratio is asked."""


def read_gzip(source: Source, read: Callable[[Source], Iterator[Found]]) -> Iterator[Found]:
    """What the unpacked input gives. Raises SourceError where it is a bomb, cut off or damaged."""
    check_depth(source)
    name = source.where.removesuffix(".gz")
    stream = io.BufferedReader(Unpacked(source), 1 << 16)
    yield from read(replace(source, stream=stream, suffix=PurePosixPath(name).suffix.lower(), depth=source.depth + 1))


def check_depth(source: Source) -> None:
    """Nothing for an archive that may be opened. Raises SourceError for one that lies too deep in others."""
    if source.depth >= MAX_DEPTH:
        raise SourceError(f"{source.where} lies in {MAX_DEPTH} archives: unpack the outer ones first")


class Unpacked(io.RawIOBase):
    """The bytes that a gzipped input unpacks to; raises SourceError, and names the place, where that ends too early."""

    def __init__(self, source: Source) -> None:
        self._where, self._packed = source.where, _Counted(source.stream)
        self._unpacked = gzip.GzipFile(fileobj=self._packed, mode="rb")
        self._given = 0
        self._error: SourceError | None = None

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fills the buffer with what is there, not more than one piece."""
        if self._error is not None:
            raise self._error
        try:
            piece = self._unpacked.read1(len(buffer))
        except (EOFError, OSError, zlib.error) as error:
            self._error = SourceError(
                f"{self._where} is cut off or damaged near byte {self._packed.given:,} ({error}): "
                "what stands before was read, get the file again for the rest"
            )
            raise self._error from error
        self._given += len(piece)
        if self._given > FREE_BYTES and self._given > MAX_RATIO * self._packed.given:
            raise SourceError(
                f"{self._where} unpacks to more than {MAX_RATIO} times its size, as no news does: leave it out"
            )
        buffer[: len(piece)] = piece
        return len(piece)


class _Counted(io.RawIOBase):
    """A stream that counts the bytes it gave."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self.given = stream, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece = self._stream.read(len(buffer))
        self.given += len(piece)
        buffer[: len(piece)] = piece
        return len(piece)
