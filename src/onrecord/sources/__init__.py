"""SOURCES: files, folders, addresses and streams in, documents out, and one error for each input that is none."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import SourceError
from onrecord.model import Document
from onrecord.sources.content import MAX_BYTES, Given
from onrecord.sources.folder import find_files
from onrecord.sources.html import read_html
from onrecord.sources.jsonl import read_lines
from onrecord.sources.text import read_text
from onrecord.sources.web import Page

__all__ = ["Given", "count_documents", "expand", "read_sources"]

Found = Document | SourceError
HTML_SUFFIXES = frozenset({".htm", ".html", ".xhtml"})
LINES_SUFFIXES = frozenset({".json", ".jsonl", ".ndjson"})
HTML_STARTS = (b"<!doctype html", b"<html", b"<?xml")
STANDARD_INPUT = "-"


def expand(inputs: Iterable[str]) -> list[str]:
    """The inputs with each folder replaced by its files."""
    out: list[str] = []
    for name in inputs:
        path = Path(name)
        out.extend(str(file) for file in find_files(path)) if path.is_dir() else out.append(name)
    return out


def count_documents(inputs: Iterable[str]) -> int:
    """How many documents and errors the inputs will give; a stream, which cannot be looked into, counts as one."""
    return sum(_count_lines(Path(name)) if Path(name).suffix.lower() in LINES_SUFFIXES else 1 for name in inputs)


def read_sources(
    inputs: Sequence[str], *, given: Given, stream: BinaryIO, fetch: Callable[[str], Page]
) -> Iterator[Found]:
    """The document, or the error, of each file, address and "-" (the `stream`), in order; a .jsonl gives many."""
    for name in inputs:
        try:
            if name == STANDARD_INPUT:
                yield from _read_stream(stream, given)
            elif name.startswith(("http://", "https://")):
                yield _read_page(fetch(name), name, given)
            else:
                yield from _read_file(Path(name), given)
        except SourceError as error:
            yield error


def _read_file(path: Path, given: Given) -> Iterator[Found]:
    where = str(path)
    try:
        if not path.is_file():
            raise SourceError(f"{where} is no file or folder: check its spelling")
        with path.open("rb") as file:
            if path.suffix.lower() in LINES_SUFFIXES:
                yield from read_lines(file, where=where, given=given)
                return
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise SourceError(f"{where} cannot be opened ({error}): check its spelling and who may read it") from error
    yield _read_article(content, path.suffix.lower() in HTML_SUFFIXES, where, given)


def _read_stream(stream: BinaryIO, given: Given) -> Iterator[Found]:
    """A stream says nothing of its kind: an object in its first line makes it .jsonl."""
    where = "standard input"
    first = stream.readline()
    if first.lstrip().startswith(b"{") and not first.startswith(b"{\\rtf"):
        yield from read_lines(itertools.chain([first], stream), where=where, given=given)
        return
    yield _read_article(first + stream.read(MAX_BYTES + 1), False, where, given)


def _read_page(page: Page, name: str, given: Given) -> Document:
    if page.is_html:
        return read_html(page.content, where=name, given=given, url=page.url)
    return read_text(page.content, where=name, given=given, url=page.url)


def _read_article(content: bytes, is_html: bool, where: str, given: Given) -> Document:
    starts_as_html = content[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(HTML_STARTS)
    return (read_html if is_html or starts_as_html else read_text)(content, where=where, given=given)


def _count_lines(path: Path) -> int:
    try:
        with path.open("rb") as file:
            return sum(1 for line in file if line.strip()) or 1
    except OSError:
        return 1
