"""Many articles into a record: what the record lacks is read and stored, one transaction for each article."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from sqlalchemy import Connection

from onrecord.documents import is_english
from onrecord.errors import ClaimError, SourceError
from onrecord.ingest.arrivals import meet
from onrecord.ingest.who import KeyFinder
from onrecord.model import Document, Record
from onrecord.read import MIN_CONFIDENCE, read_among, reader_version
from onrecord.record import Store
from onrecord.record.versions import revive
from onrecord.record.write import Arrival, Known, find_known, put_reading, put_record, put_unread

__all__ = ["REPLAYED", "Found", "Outcome", "Stored", "ingest"]

REPLAYED = "made before"
"""The reader of records that came in as records."""

Outcome = Literal["added", "version", "reread", "unread", "known"]
Found = Document | Record | SourceError


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of an article (`document`), and how many claims it brought.

    It was `added`, or is a later `version` of one at the same address; was `reread` since the reader has changed; is
    kept `unread` in another language; or was `known` as it is.
    """

    outcome: Outcome
    claims: int = 0
    document: Document | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is stored as it came: a record that was made before, or a document in a language that is not read."""

    what: Record | Document


def ingest(
    found: Iterable[Found],
    store: Store,
    *,
    jobs: int,
    now: Callable[[], str],
    min_confidence: float = MIN_CONFIDENCE,
) -> Iterator[Stored | SourceError]:
    """What becomes of each article and error, in order, once it is stored.

    Documents are read, in `jobs` processes, and their claims kept from `min_confidence` on; records are stored as they
    are. What the record holds already is not read again, so that an interrupted run goes on where it stopped, unless
    the reader is another or the day or the publisher is told only now. `now` tells the moment in UTC.
    """
    reader, finder = reader_version(min_confidence), KeyFinder()
    for each in read_among(_to_read(found, store, reader), jobs=jobs, min_confidence=min_confidence):
        match each:
            case Record():
                yield _store(store, each, reader, now(), finder)
            case _Kept(what):
                yield _store(store, what, REPLAYED if isinstance(what, Record) else None, now(), finder)
            case Stored() | SourceError():
                yield each


def _to_read(found: Iterable[Found], store: Store, reader: str) -> Iterator[Document | _Kept | Stored | SourceError]:
    for each in found:
        match each:
            case Document():
                wanted = reader if is_english(each) else None
                with store.reading() as connection:
                    known = find_known(connection, each)
                # One that is known may stand at its address again, in the place of a later text.
                yield _Kept(each) if _is_done(known, each, wanted) or not wanted else _as_known(each, known)
            case Record():
                yield _Kept(each)
            case SourceError():
                yield each


def _is_done(known: Known | None, document: Document, reader: str | None) -> bool:
    """True for an article that needs no reading; a record that was made before is taken as it is."""
    if known is None or (reader is not None and known.lacks(document)):
        return False
    return reader is None or known.reader in (reader, REPLAYED)


def _as_known(document: Document, known: Known | None) -> Document:
    """The document with the day and the publisher that were told of it before, where it now has none."""
    if known is None:
        return document
    return replace(
        document,
        published=document.published or known.published,
        publisher=document.publisher or known.publisher,
    )


def _store(
    store: Store, what: Record | Document, reader: str | None, now: str, finder: KeyFinder
) -> Stored | SourceError:
    document = what.document if isinstance(what, Record) else what
    try:
        with store.writing() as connection:
            # Another writer may have brought it since it was looked for.
            known = find_known(connection, document)
            if known is not None and _is_done(known, document, reader):
                return Stored(
                    "version" if revive(connection, known.id, document.fetched) else "known", document=document
                )
            return _put(connection, what, known, meet(connection, what, reader=reader, now=now, finder=finder))
    except (SourceError, ClaimError) as error:
        return error if isinstance(error, SourceError) else SourceError(f"{document.source or document.id}: {error}")


def _put(connection: Connection, what: Record | Document, known: Known | None, arrival: Arrival) -> Stored:
    if isinstance(what, Document):
        put_unread(connection, what, arrival)
        return Stored("unread", document=what)
    if known is not None:
        put_reading(connection, what, known.id, arrival)
        return Stored("reread", len(what.claims), what.document)
    made = put_record(connection, what, arrival)
    return Stored("added" if made.version == 1 else "version", len(what.claims), what.document)
