"""Plain text into a document: the text exactly as it stands in the file."""

from onrecord.documents import document_id
from onrecord.model import Document
from onrecord.sources.content import Given, check_content, check_text, decode


def read_text(content: bytes, *, where: str, given: Given, url: str | None = None) -> Document:
    """The document of a plain text. Raises SourceError when it is no readable English text."""
    check_content(content, where=where)
    text = decode(content, where=where)
    check_text(text, where=where)
    return Document(
        document_id(text, url), text, url=url, publisher=given.publisher, published=given.published, source=where
    )
