"""Records that were made before, such as `onrecord read --format jsonl` writes, taken as they are."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from onrecord.documents import check_published
from onrecord.errors import ClaimError, SourceError, SpanError
from onrecord.export.jsonl import read_line
from onrecord.ingest import Found
from onrecord.model import Document, Record

LINES_SUFFIXES = frozenset({".json", ".jsonl", ".ndjson"})


def find_articles(
    inputs: Iterable[str], read: Callable[[Sequence[str]], Iterator[Document | SourceError]]
) -> Iterator[Found]:
    """The records of files of records, and what `read` finds in all other inputs, in order."""
    for name in inputs:
        yield from replay(name) if is_of_records(name) else read([name])


def is_of_records(name: str) -> bool:
    """True for a .jsonl file whose first line is a record, such as `onrecord read --format jsonl` writes."""
    path = Path(name)
    if path.suffix.lower() not in LINES_SUFFIXES or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            plain = json.loads(next((line for line in file if line.strip()), b"null"))
    except (OSError, ValueError, RecursionError):
        return False  # the sources say what is wrong with it
    return isinstance(plain, dict) and {"document", "entities", "claims"} <= plain.keys()


def replay(name: str) -> Iterator[Record | SourceError]:
    """The record, or the error, of each line of a file of records."""
    try:
        with Path(name).open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _read_record(line, f"{name} line {number}")
    except OSError as error:
        yield SourceError(f"{name} cannot be read to its end ({error}): check who may read it")


def _read_record(line: bytes, where: str) -> Record | SourceError:
    try:
        record = read_line(line.decode("utf-8"))
        check_published(record.document.published, where=where)
    except (ClaimError, SpanError, UnicodeDecodeError) as error:
        return SourceError(f"{where}: {error}")
    except SourceError as error:
        return error
    return replace(record, document=replace(record.document, source=where))
