"""Between two: everything in which both take part on one line of time, and how cooperation and conflict stand."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord.answers import QUADS, Filters
from onrecord.errors import RecordError
from onrecord.record.called import standing_for
from onrecord.serve.access import reader
from onrecord.serve.charts import HALF_HEIGHT, balance, line_of_two
from onrecord.serve.questions import LARGEST, Narrowed, month_told, next_page
from onrecord.serve.render import go_to, show
from onrecord.serve.site import site_of

router = APIRouter(include_in_schema=False, dependencies=[Depends(reader)])


@router.get("/between")
def named(
    request: Request,
    one: Annotated[str, Query(max_length=200)] = "",
    other: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """Goes on to the two that are called so."""
    found = site_of(request).inquiry.between(one, other, Filters(limit=1))
    return go_to(f"/between/{found.one.id}/{found.other.id}")


@router.get("/between/{one:int}/{other:int}")
@router.get("/between/{one:int}/{other:int}.json")
def between(request: Request, one: int, other: int, asked: Annotated[Narrowed, Query()]) -> Response:
    """Everything between two identities."""
    site = site_of(request)
    with site.asking() as connection:
        sides = [standing_for(connection, min(number, LARGEST)) for number in (one, other)]
    if None in sides:
        raise RecordError("nobody in the record has one of these numbers: look for a name")
    found = site.inquiry.between(f"#{sides[0]}", f"#{sides[1]}", asked.filters())
    axis, points = line_of_two(found.answers, found.one.id, found.other.id)
    more = next_page(request, found.answers, asked)
    model = {
        "one": found.one, "other": found.other, "total": found.answers.total, "answers": found.answers.found,
        "months": [month_told(each) for each in found.months],
        "next": more,
    }  # fmt: skip
    page = {
        "axis": axis, "points": points, "columns": balance(axis, found.months) if axis else [], "quads": list(QUADS),
        "half": HALF_HEIGHT, "values": asked.model_dump(), "narrowed": asked.is_narrowed,
    }  # fmt: skip
    return show(request, "between.html", model, **page)
