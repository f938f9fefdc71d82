"""Many articles into a record: what the record lacks is read and stored, one transaction for each article."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from onrecord.documents import check_published
from onrecord.errors import ClaimError, SourceError, SpanError
from onrecord.export.jsonl import read_line
from onrecord.model import Document, Record
from onrecord.read import read_among, reader_version
from onrecord.record.store import Store
from onrecord.record.write import find_known, put_record, put_unread

REPLAYED = "made before"
"""The reader of records that came in as records."""
LINES_SUFFIXES = frozenset({".json", ".jsonl", ".ndjson"})

Outcome = Literal["added", "known", "unread"]
Found = Document | Record | SourceError


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of one article: `added` with so many claims, `known` before, or kept `unread`."""

    outcome: Outcome
    claims: int = 0


@dataclass(frozen=True, slots=True)
class _Foreign:
    """A document in a language that is not read."""

    document: Document


def ingest(
    found: Iterable[Found], store: Store, *, jobs: int, now: Callable[[], str]
) -> Iterator[Stored | SourceError]:
    """What becomes of each article and error, in order, once it is stored.

    Documents are read, in `jobs` processes; records are stored as they are. What is in the record already is not read
    again, so that an interrupted run goes on where it stopped. `now` tells the moment in UTC.
    """
    reader = reader_version()
    for each in read_among(_to_read(found, store, reader), jobs=jobs):
        match each:
            case Record():
                yield _store(store, each, reader, now())
            case _Replayed(record):
                try:
                    yield _store(store, record, REPLAYED, now())
                except ClaimError as error:
                    yield SourceError(f"{record.document.source}: {error}")
            case _Foreign(document):
                yield _keep(store, document, now())
            case Stored() | SourceError():
                yield each


@dataclass(frozen=True, slots=True)
class _Replayed:
    """A record that came in as one."""

    record: Record


def _to_read(
    found: Iterable[Found], store: Store, reader: str
) -> Iterator[Document | _Foreign | _Replayed | Stored | SourceError]:
    for each in found:
        match each:
            case Document():
                if _is_known(store, each, reader):
                    yield Stored("known")
                else:
                    yield each if is_read(each.language) else _Foreign(each)
            case Record():
                yield _Replayed(each)
            case SourceError():
                yield each


def is_read(language: str) -> bool:
    """True for a language (BCP 47) that Onrecord reads."""
    return language.split("-")[0].lower() == "en"


def _is_known(store: Store, document: Document, reader: str) -> bool:
    with store.reading() as connection:
        known = find_known(connection, document)
    return known is not None and known.reader in (None, REPLAYED, reader)


def _store(store: Store, record: Record, reader: str, now: str) -> Stored:
    with store.writing() as connection:
        if find_known(connection, record.document) is not None:
            return Stored("known")
        put_record(connection, record, reader=reader, now=now)
    return Stored("added", len(record.claims))


def _keep(store: Store, document: Document, now: str) -> Stored:
    with store.writing() as connection:
        if find_known(connection, document) is not None:
            return Stored("known")
        put_unread(connection, document, now=now)
    return Stored("unread")


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
