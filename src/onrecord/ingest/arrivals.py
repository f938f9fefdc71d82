"""How an article meets those that the record holds: whose copy it is, and who its entities are."""

from sqlalchemy import Connection

from onrecord.duplicates import ALIKE, LEAST_SHARED, Sketch, likeness, sketch
from onrecord.ingest.who import KeyFinder, join_entities
from onrecord.model import Document, Record
from onrecord.record.copies import find_near
from onrecord.record.inheritance import inherit
from onrecord.record.write import Arrival, Sketched


def meet(
    connection: Connection, what: Record | Document, *, reader: str | None, now: str, finder: KeyFinder
) -> Arrival:
    """What comes with the article into the record."""
    if isinstance(what, Document):
        return Arrival(now, reader, sketched=_sketch(connection, what.text))
    inherited = inherit(connection, what)
    return Arrival(
        now,
        reader,
        join_entities(connection, what, inherited=inherited, finder=finder),
        _sketch(connection, what.document.text),
    )


def _sketch(connection: Connection, text: str) -> Sketched:
    """The sketch of a text, with the article that it is a copy of: of the most alike ones the first."""
    own = sketch(text)
    near = find_near(connection, own.keys, version=own.version, least=LEAST_SHARED)
    alike = [
        (-likeness(own, Sketch(own.version, other.size, other.minima)), other.original) for other in near.candidates
    ]
    closest = min(alike, default=None)
    original = closest[1] if closest is not None and -closest[0] >= ALIKE else None
    keys = [key for key in own.keys if key not in near.full]
    return Sketched(own.version, own.size, own.minima, keys, original)
