"""Sources: the publishers of the record's articles, and the articles of one of them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord.record.overview import find_articles, is_from, list_publishers
from onrecord.serve.access import reader
from onrecord.serve.render import show
from onrecord.serve.site import site_of

LISTED = 50

router = APIRouter(include_in_schema=False, dependencies=[Depends(reader)])


@router.get("/sources")
@router.get("/sources.json")
def sources(request: Request) -> Response:
    """All publishers."""
    return show(request, "sources.html", {"publishers": site_of(request).count("publishers", list_publishers)})


@router.get("/source")
@router.get("/source.json")
def source(
    request: Request,
    name: Annotated[str, Query(max_length=500)] = "",
    before: Annotated[int | None, Query(ge=0, lt=2**31)] = None,
) -> Response:
    """The articles of one publisher; without a name, those of whom none is known."""
    with site_of(request).asking() as connection:
        found = find_articles(connection, [is_from(name or None)], limit=LISTED + 1, before=before)
    following = found[LISTED - 1].id if len(found) > LISTED else None
    return show(request, "source.html", {"name": name, "articles": found[:LISTED], "following": following})
