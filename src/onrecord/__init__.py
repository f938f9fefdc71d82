"""Onrecord reads political news and writes down who says what happened, in which words, when, and how firmly."""

from onrecord.ask import open_record
from onrecord.errors import OnrecordError, SourceError
from onrecord.model import Claim, Document, Entity, Record, Span

# The function takes its module's name here, once the module is loaded: `from onrecord.read import …` still works.
from onrecord.read import read, read_documents

__all__ = [
    "Claim",
    "Document",
    "Entity",
    "OnrecordError",
    "Record",
    "SourceError",
    "Span",
    "open_record",
    "read",
    "read_documents",
]
