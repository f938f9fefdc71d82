"""Lists of claims, narrowed by a form: meetings, statements, offices, listings, and everything on one line of time."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord.serve.access import reader
from onrecord.serve.questions import Asked, Claims, Listings, Meetings, Offices, Statements, answer, next_page
from onrecord.serve.render import show
from onrecord.serve.site import site_of

router = APIRouter(include_in_schema=False, dependencies=[Depends(reader)])


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form: what it is called in the address and on the page."""

    name: str
    label: str


OF, WITH, BY, TEXT = Field("of", "Of whom"), Field("with", "With whom"), Field("by", "By whom"), Field("text", "Words")
TO, ABOUT = Field("to", "To whom"), Field("about", "That mention")
NAMES = frozenset({"of", "with", "by", "to", "about"})
"""The fields that hold a name of somebody."""
HEADINGS = {
    Meetings: ("Meetings", "visits, calls and talks", (OF, WITH)),
    Statements: ("Statements", "what was said, and by whom", (BY, TO, ABOUT, TEXT)),
    Offices: ("Offices", "who holds, held or will hold which", (OF, Field("country", "Country"), TEXT)),
    Listings: ("Sanctions lists", "who is on whose list", (OF, Field("by", "On whose list"))),
    Claims: ("Timeline", "everything that is claimed, the latest first", (OF,)),
}


@router.get("/meetings")
@router.get("/meetings.json")
def meetings(request: Request, asked: Annotated[Meetings, Query()]) -> Response:
    """Who met whom."""
    return _list(request, asked)


@router.get("/statements")
@router.get("/statements.json")
def statements(request: Request, asked: Annotated[Statements, Query()]) -> Response:
    """Who said what."""
    return _list(request, asked)


@router.get("/offices")
@router.get("/offices.json")
def offices(request: Request, asked: Annotated[Offices, Query()]) -> Response:
    """Who holds which office."""
    return _list(request, asked)


@router.get("/listings")
@router.get("/listings.json")
def listings(request: Request, asked: Annotated[Listings, Query()]) -> Response:
    """Who is on whose list."""
    return _list(request, asked)


@router.get("/timeline")
@router.get("/timeline.json")
def timeline(request: Request, asked: Annotated[Claims, Query()]) -> Response:
    """Everything on one line of time."""
    return _list(request, asked)


def _meant(request: Request, name: str) -> dict[str, Any]:
    """Whom a name is taken for, and who else is called so."""
    one, *others = site_of(request).inquiry.called(name)
    return {"name": name, "identity": one, "others": others}


def _list(request: Request, asked: Asked) -> Response:
    answers = answer(site_of(request).inquiry, asked)
    more = next_page(request, answers, asked)
    heading, told, fields = HEADINGS[type(asked)]
    values = asked.model_dump(by_alias=True)
    meant = [_meant(request, values[each.name]) for each in fields if each.name in NAMES and values[each.name]]
    model = {"meant": meant, "total": answers.total, "answers": answers.found, "next": more}
    page = {"heading": heading, "told": told, "fields": fields, "values": values, "narrowed": asked.is_narrowed}
    return show(request, "answers.html", model, **page)
