"""Search: whom a name means, what was said in these words, and the articles in which they stand."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord.answers import Found
from onrecord.record.called import suggest
from onrecord.serve.access import reader
from onrecord.serve.questions import Narrowed, Words
from onrecord.serve.render import show
from onrecord.serve.site import site_of

NAMES = 12

router = APIRouter(include_in_schema=False, dependencies=[Depends(reader)])


class Searched(Narrowed):
    """What is searched for."""

    q: Words = None


@router.get("/search")
@router.get("/search.json")
def search(request: Request, asked: Annotated[Searched, Query()]) -> Response:
    """What the record has for some words."""
    site, words = site_of(request), asked.q or ""
    found, names = Found(), []
    if words:
        found = site.inquiry.search(words, asked.filters())
        with site.asking() as connection:
            names = suggest(connection, words.strip('"“” '), limit=NAMES)
    model = {"names": names, "statements": found.statements, "passages": found.passages}
    return show(request, "search.html", model, asked=words)
