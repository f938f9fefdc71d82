"""The main path: document → analysis → claims → record, for one article or for many at once."""

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from onrecord.documents import check_published, document_id, is_english
from onrecord.errors import SourceError
from onrecord.model import Document, Record

MIN_CONFIDENCE = 0.73
"""Claims less sure than this are left out, unless asked for."""
WAITING_PER_JOB = 4
"""How many documents lie ready for each process: enough to keep it busy, few enough to keep memory flat."""

READERS = (
    "*.py", "claims/**/*.py", "claims/*.json", "dates/*.py", "language/*.py", "language/*.tsv",
    "language/weights/*.json", "lexicon/*.*", "lexicon/events/*",
)  # fmt: skip
"""The files that decide what is read in an article; the weights by their hash, which lies beside them."""
HASH_DIGITS = 8
Other = TypeVar("Other")


def read(
    text: str,
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    min_confidence: float = MIN_CONFIDENCE,
) -> Record:
    """The record of an article given as its text: the claims that are at least as sure as `min_confidence` (0 to 1).

    Without `published` (an ISO 8601 date or date-time) the day that the head of the text names is taken, such as
    "Published: 3 May 2021"; without that no relative time is resolved. Raises SourceError when `published` is no such
    date.
    """
    # This loads the rules for dates, so that `import onrecord` stays quick.
    from onrecord.header import find_day

    document = Document(
        id=document_id(text),
        text=text,
        title=title,
        publisher=publisher,
        published=check_published(published, where="published") or find_day(text),
    )
    return read_document(document, min_confidence=min_confidence)


def read_document(document: Document, *, min_confidence: float = MIN_CONFIDENCE) -> Record:
    """The record of a document."""
    # These load the runtime of the language model, so that `import onrecord` and `onrecord --help` stay quick.
    from onrecord.claims import find_claims
    from onrecord.language import analyse

    entities, claims = find_claims(analyse(document), min_confidence=min_confidence)
    return Record(document, entities, claims)


def read_documents(
    documents: Iterable[Document], *, jobs: int = 1, min_confidence: float = MIN_CONFIDENCE
) -> Iterator[Record]:
    """The records of many documents, in the order of the documents and the same for any number of `jobs`.

    With more than one job each runs in a process of its own, so that a script which calls this does so under
    `if __name__ == "__main__":`.
    """
    for record in read_among(documents, jobs=jobs, min_confidence=min_confidence):
        if isinstance(record, Record):
            yield record


def read_among(
    found: Iterable[Document | Other], *, jobs: int = 1, min_confidence: float = MIN_CONFIDENCE
) -> Iterator[Record | Other]:
    """As `read_documents`, among other things, which come out in their places as they went in."""
    reader = partial(read_document, min_confidence=min_confidence)
    if jobs <= 1:
        for each in found:
            yield reader(each) if isinstance(each, Document) else each
        return
    waiting: deque[Future[Record] | Other] = deque()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        try:
            for each in found:
                waiting.append(pool.submit(reader, each) if isinstance(each, Document) else each)
                while waiting and (len(waiting) >= jobs * WAITING_PER_JOB or not isinstance(waiting[0], Future)):
                    yield _result(waiting.popleft())
            while waiting:
                yield _result(waiting.popleft())
        finally:
            pool.shutdown(wait=False, cancel_futures=True)  # who stops early does not wait for what lies ready


def _result(each: Future[Record] | Other) -> Record | Other:
    return each.result() if isinstance(each, Future) else each


def reader_version(min_confidence: float = MIN_CONFIDENCE) -> str:
    """Names what reads here: the version of Onrecord, a hash of rules, words and weights, what it leaves out."""
    digest = hashlib.sha256()
    for path in sorted(path for pattern in READERS for path in Path(__file__).parent.glob(pattern)):
        digest.update(path.name.encode() + path.read_bytes())
    kept = "" if min_confidence == MIN_CONFIDENCE else f", claims from {min_confidence:g}"
    return f"onrecord {version('onrecord')} ({digest.hexdigest()[:HASH_DIGITS]}{kept})"


def keep_documents(
    found: Iterable[Document | SourceError], *, skip: Callable[[SourceError], None]
) -> Iterator[Document]:
    """The English documents among what the sources gave; each error is handed to `skip` when its turn comes."""
    for each in found:
        if isinstance(each, SourceError):
            skip(each)
        elif is_english(each):
            yield each
        else:
            skip(
                SourceError(
                    f"{each.source or each.url or each.id} is not in English ({each.language}): only English is read, "
                    "leave it out or translate it"
                )
            )
