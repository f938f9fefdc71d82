"""Plain text into a document: the text exactly as it stands in the file, an e-mail called by its subject."""

from onrecord.header import find_subject
from onrecord.model import Document
from onrecord.sources.content import Said, decode, make_document, read_content
from onrecord.sources.inputs import Source


def read_text(source: Source) -> Document:
    """The document of a plain text. Raises SourceError when it is no readable text."""
    text = decode(read_content(source), where=source.where)
    return make_document(text, Said(title=find_subject(text)), source)
