"""A ZIP archive into what its files give, one after the other; bombs and archives deep in archives are refused."""

import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import PurePosixPath
from typing import IO

from onrecord.errors import SourceError
from onrecord.sources.folder import is_passed_over
from onrecord.sources.gzip import FREE_BYTES, MAX_RATIO, check_depth
from onrecord.sources.inputs import Found, Source, show

MAX_TOTAL = 20_000_000_000
"""An archive whose files come to more bytes than this, unpacked, is refused."""
KEPT_IN_MEMORY = 8_000_000
COPIED_AT_ONCE = 1 << 20
MAX_COPIED = 2_000_000_000
"""A ZIP that comes as a stream, or lies in another, is copied to a temporary file: no more than this."""
OFFICE = frozenset({"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"})
"""What tells a Word, ODF, EPUB or Java file, all of which are ZIP archives."""
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
"""What zipfile raises: the last four for encrypted members, ways of packing that it does not know, and odd headers."""


def read_zip(source: Source, read: Callable[[Source], Iterator[Found]]) -> Iterator[Found]:
    """What each file of the archive gives, in its order. Raises SourceError where the archive is no safe one."""
    check_depth(source)
    with _wound_back(source) as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except BROKEN as error:
            raise SourceError(
                f"{source.where} is a ZIP file that cannot be opened ({error}): get it again, or save it as text"
            ) from error
        with archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            _check(source.where, members)
            for member in members:
                if not is_passed_over(PurePosixPath(member.filename)):
                    yield from _read_member(archive, member, source, read)


def _read_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: Source, read: Callable[[Source], Iterator[Found]]
) -> Iterator[Found]:
    where = f"{source.where}/{show(member.filename)}"
    suffix = PurePosixPath(member.filename).suffix.lower()
    try:
        with archive.open(member) as stream:
            inner = replace(source, where=where, stream=stream, suffix=suffix, depth=source.depth + 1, page=None)
            yield from read(inner)
    except SourceError as error:
        yield error
    except BROKEN as error:
        yield SourceError(f"{where} cannot be unpacked ({error}): unpack it by hand and give what comes out")


def _check(where: str, members: list[zipfile.ZipInfo]) -> None:
    if OFFICE & {member.filename for member in members}:
        raise SourceError(f"{where} is a Word, ODF or EPUB file: save it as plain text first")
    total = sum(member.file_size for member in members)
    if total > MAX_TOTAL:
        raise SourceError(
            f"{where} unpacks to {total / 1e9:,.0f} GB, more than the {MAX_TOTAL / 1e9:.0f} GB that are read: split it"
        )
    for member in members:
        if member.file_size > FREE_BYTES and member.file_size > MAX_RATIO * member.compress_size:
            raise SourceError(
                f"{where} holds {show(member.filename)}, which unpacks to more than {MAX_RATIO} times its size, as no "
                "news does: leave it out"
            )
    if not members:
        raise SourceError(f"{where} is an empty ZIP file: give it articles, or leave it out")


@contextmanager
def _wound_back(source: Source) -> Iterator[IO[bytes]]:
    """The archive as a file that can be read from its end, as ZIP needs: itself, or a copy where it is a stream."""
    if source.depth == 0 and source.stream.seekable():
        yield source.stream
        return
    with tempfile.SpooledTemporaryFile(KEPT_IN_MEMORY) as copy:
        while piece := source.stream.read(COPIED_AT_ONCE):
            copy.write(piece)
            if copy.tell() > MAX_COPIED:
                raise SourceError(
                    f"{source.where} is larger than {MAX_COPIED / 1e9:.0f} GB: give it as a file of its own"
                )
        copy.seek(0)
        yield copy
