"""An article: its text with every claim marked, its versions, its copies, and whom it names."""

from typing import Any

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import RecordError
from onrecord.export.jsonl import to_dict
from onrecord.record.decisions import decisions_of
from onrecord.record.load import load_record
from onrecord.record.overview import (
    changes_of,
    claim_numbers,
    copies_of,
    entity_numbers,
    find_article,
    versions_of,
)
from onrecord.serve.access import reader
from onrecord.serve.marked import read_marks
from onrecord.serve.render import show
from onrecord.serve.site import site_of

LARGEST = 2**31 - 1

router = APIRouter(include_in_schema=False, dependencies=[Depends(reader)])


@router.get("/articles/{number:int}")
@router.get("/articles/{number:int}.json")
def article(request: Request, number: int) -> Response:
    """An article with its claims."""
    with site_of(request).asking() as connection:
        line = find_article(connection, min(number, LARGEST))
        if line is None:
            raise RecordError(f"the record holds no article {number}: look for its words")
        record = load_record(connection, line.id)
        numbers, identities = claim_numbers(connection, line.id), entity_numbers(connection, line.id)
        model: dict[str, Any] = {
            "article": line,
            "record": to_dict(record),
            "claims": numbers,
            "identities": identities,
            "versions": versions_of(connection, line),
            "copies": copies_of(connection, line),
            "changes": changes_of(connection, line.id),
            "decisions": decisions_of(connection, line.id),
        }
    reading = read_marks(record, claims=numbers, identities=identities)
    page = {"document": record.document, "entities": record.entities, "reading": reading}
    decided = {f"c{claim}": decision for claim, decision in model["decisions"].items()}
    return show(request, "article.html", model, decided=decided, **page)
