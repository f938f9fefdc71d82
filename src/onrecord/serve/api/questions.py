"""The questions of `onrecord ask`, one address for each."""

from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord.answers import Answers
from onrecord.serve.access import reader
from onrecord.serve.api.told import BetweenTold, DossierTold, FoundTold, Listed, problems
from onrecord.serve.questions import (
    Asked,
    Dated,
    Listings,
    Meetings,
    Named,
    Narrowed,
    Offices,
    Sided,
    Statements,
    Worded,
    answer,
    month_told,
    next_page,
)
from onrecord.serve.render import tell
from onrecord.serve.site import site_of

WRONG = problems(
    HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND, HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.SERVICE_UNAVAILABLE
) | {304: {"description": "It is as it was under the ETag of If-None-Match."}}

router = APIRouter(prefix="/api", tags=["questions"], dependencies=[Depends(reader)], responses=WRONG)


@router.get("/who", response_model=DossierTold)
def who(request: Request, asked: Annotated[Named, Query()]) -> Response:
    """All there is of somebody: offices, meetings, statements, listings, ties, other events."""
    return tell(request, site_of(request).inquiry.who(asked.name, asked.filters()))


@router.get("/meetings", response_model=Listed)
def meetings(request: Request, asked: Annotated[Meetings, Query()]) -> Response:
    """Who met whom."""
    return _list(request, asked)


@router.get("/statements", response_model=Listed)
def statements(request: Request, asked: Annotated[Statements, Query()]) -> Response:
    """Who said what."""
    return _list(request, asked)


@router.get("/offices", response_model=Listed)
def offices(request: Request, asked: Annotated[Offices, Query()]) -> Response:
    """Who holds, held or will hold which office."""
    return _list(request, asked)


@router.get("/listings", response_model=Listed)
def listings(request: Request, asked: Annotated[Listings, Query()]) -> Response:
    """Who is on whose list."""
    return _list(request, asked)


@router.get("/between", response_model=BetweenTold)
def between(request: Request, asked: Annotated[Sided, Query()]) -> Response:
    """Everything between two, and the balance of each month."""
    found = site_of(request).inquiry.between(asked.one, asked.other, asked.filters())
    months = [month_told(each) for each in found.months]
    return tell(
        request, {"one": found.one, "other": found.other, "months": months} | _page(request, found.answers, asked)
    )


@router.get("/on", response_model=Listed)
def on(request: Request, asked: Annotated[Dated, Query()]) -> Response:
    """What is claimed to have been on a day, or stands undated in an article of that day."""
    return tell(request, _page(request, site_of(request).inquiry.on(asked.day, asked.filters()), asked))


@router.get("/search", response_model=FoundTold)
def search(request: Request, asked: Annotated[Worded, Query()]) -> Response:
    """Statements and articles in which all the words stand; words in double quotes are a phrase."""
    found = site_of(request).inquiry.search(asked.q, asked.filters())
    following = next_page(request, found.statements, asked)
    return tell(request, {"statements": found.statements, "passages": found.passages, "next": following})


def _list(request: Request, asked: Asked) -> Response:
    return tell(request, _page(request, answer(site_of(request).inquiry, asked), asked))


def _page(request: Request, answers: Answers, asked: Narrowed) -> dict[str, Any]:
    return {"total": answers.total, "answers": answers.found, "next": next_page(request, answers, asked)}
