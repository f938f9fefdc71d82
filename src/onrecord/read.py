"""The main path: document → analysis → claims → record, for one article or for many at once."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

from onrecord.documents import check_published, document_id
from onrecord.errors import SourceError
from onrecord.model import Document, Record

MIN_CONFIDENCE = 0.5
"""Claims less sure than this are left out, unless asked for."""
WAITING_PER_JOB = 4
"""How many documents lie ready for each process: enough to keep it busy, few enough to keep memory flat."""


def read(
    text: str,
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    min_confidence: float = MIN_CONFIDENCE,
) -> Record:
    """The record of an article given as its text: the claims that are at least as sure as `min_confidence` (0 to 1).

    Without `published` (an ISO 8601 date or date-time) no relative time is resolved. Raises SourceError when
    `published` is no such date.
    """
    document = Document(
        id=document_id(text),
        text=text,
        title=title,
        publisher=publisher,
        published=check_published(published, where="published"),
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
    reader = partial(read_document, min_confidence=min_confidence)
    if jobs <= 1:
        yield from map(reader, documents)
        return
    waiting: deque[Future[Record]] = deque()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        try:
            for document in documents:
                waiting.append(pool.submit(reader, document))
                if len(waiting) >= jobs * WAITING_PER_JOB:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)  # who stops early does not wait for what lies ready


def keep_documents(
    found: Iterable[Document | SourceError], *, skip: Callable[[SourceError], None]
) -> Iterator[Document]:
    """The documents among what the sources gave; each error is handed to `skip` when its turn comes."""
    for each in found:
        if isinstance(each, SourceError):
            skip(each)
        else:
            yield each
