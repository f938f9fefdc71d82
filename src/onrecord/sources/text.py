"""Plain text into a document: the text exactly as it stands in the file, with the day that its first lines name."""

from onrecord.model import Document
from onrecord.sources.content import Said, decode, make_document, read_content
from onrecord.sources.inputs import Source
from onrecord.sources.metadata import find_day

HEAD_LINES = 12
"""So many lines may stand before the first paragraph: headline, paper, author, dateline."""


def read_text(source: Source) -> Document:
    """The document of a plain text. Raises SourceError when it is no readable text."""
    text = decode(read_content(source), where=source.where)
    published = source.given.published or find_day(text.split("\n", HEAD_LINES)[:HEAD_LINES])
    return make_document(text, Said(published=published), source)
