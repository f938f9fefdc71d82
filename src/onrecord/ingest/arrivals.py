"""How an article meets those that the record holds: whose copy it is, and who its entities are."""

from sqlalchemy import Connection

from onrecord.ingest.who import join_entities
from onrecord.model import Document, Record
from onrecord.record.copies import find_candidates
from onrecord.record.inheritance import inherit
from onrecord.record.write import Arrival, Sketched
from onrecord.resolve.duplicates import ALIKE, Sketch, bands, likeness, sketch


def meet(connection: Connection, what: Record | Document, *, reader: str | None, now: str) -> Arrival:
    """What comes with the article into the record."""
    if isinstance(what, Document):
        return Arrival(now, reader, sketched=_sketch(connection, what.text))
    inherited = inherit(connection, what)
    return Arrival(
        now, reader, join_entities(connection, what, inherited=inherited), _sketch(connection, what.document.text)
    )


def _sketch(connection: Connection, text: str) -> Sketched:
    """The sketch of a text, with the article that it is a copy of: of the most alike ones the first."""
    own = sketch(text)
    keys = bands(own)
    alike = [
        (-likeness(own, Sketch(own.version, other.size, other.minima)), other.original)
        for other in find_candidates(connection, keys, version=own.version)
    ]
    closest = min(alike, default=None)
    original = closest[1] if closest is not None and -closest[0] >= ALIKE else None
    return Sketched(own.version, own.size, own.minima, keys, original)
