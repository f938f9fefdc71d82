"""Plain text into a document: the text exactly as it stands in the file, with the day that its first lines name."""

from onrecord.model import Document
from onrecord.sources.content import Said, decode, make_document, read_content
from onrecord.sources.header import find_day, find_subject
from onrecord.sources.inputs import Source


def read_text(source: Source) -> Document:
    """The document of a plain text. Raises SourceError when it is no readable text."""
    text = decode(read_content(source), where=source.where)
    published = source.given.published or find_day(text)
    return make_document(text, Said(title=find_subject(text), published=published), source)
