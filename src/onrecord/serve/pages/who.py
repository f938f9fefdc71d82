"""A person, a body or a state: everything that the record holds of it, why it is held for one, and who decided so."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord.answers import Filters
from onrecord.errors import RecordError
from onrecord.record.called import counted_in, counterparts, decided_of, members_of, publishers_of, standing_for
from onrecord.record.judgements import undo
from onrecord.serve.access import change, reader
from onrecord.serve.charts import office_bars
from onrecord.serve.questions import LARGEST, Narrowed
from onrecord.serve.render import go_to, show
from onrecord.serve.site import Site, site_of

SHOWN, COUNTERPARTS = 60, 10
MOST_ON_AXIS = 200
"""Claims of offices that are drawn: the latest."""
FIRST = 6
"""So many claims of each section are shown; the others are one link away."""
LISTS = {
    "offices": "/offices?of={}", "meetings": "/meetings?of={}", "statements by": "/statements?by={}",
    "statements to": "/statements?to={}", "statements about": "/statements?about={}",
    "listings": "/listings?of={}", "ties": "/timeline?of={}&kind=tie", "other events": "/timeline?of={}&kind=event",
}  # fmt: skip

router = APIRouter(include_in_schema=False, dependencies=[Depends(reader)])


@router.get("/who")
def named(request: Request, name: Annotated[str, Query(max_length=200)] = "") -> Response:
    """Goes on to whoever is called so."""
    return go_to(f"/who/{site_of(request).inquiry.who(name, Filters(limit=1)).identity.id}")


@router.get("/who/{number:int}")
@router.get("/who/{number:int}.json")
def who(request: Request, number: int, asked: Annotated[Narrowed, Query()]) -> Response:
    """All there is of one identity."""
    site = site_of(request)
    standing = _standing(site, number)
    if standing != number:
        return go_to(str(request.url.path).replace(f"/{number}", f"/{standing}"))
    filters = asked.filters()
    few = filters if "limit" in asked.model_fields_set else replace(filters, limit=FIRST)
    dossier = site.inquiry.who(f"#{number}", few)
    held = site.inquiry.offices(of=f"#{number}", filters=replace(filters, limit=MOST_ON_AXIS))
    with site.asking() as connection:
        model = {
            "identity": dossier.identity,
            "sections": dossier.sections,
            "counterparts": counterparts(connection, number, limit=COUNTERPARTS),
            "publishers": publishers_of(connection, number),
            "members": members_of(connection, number),
            "counted_in": counted_in(dossier.identity, (found.total for found in dossier.sections.values())),
            "decisions": decided_of(connection, number),
        }
    axis, bars = office_bars(held, of_person=dossier.identity.kind == "person")
    lists = {name: address.format(quote(f"#{number}")) for name, address in LISTS.items()}
    page = {"axis": axis, "bars": bars, "lists": lists, "first": FIRST, "narrowed": asked.is_narrowed}
    return show(request, "who.html", model, values=asked.model_dump(), **page)


@router.post("/who/{number:int}/same")
def same(request: Request, number: int, fields: Annotated[Mapping[str, str], Depends(change)]) -> Response:
    """Decide that another is the same."""
    return _decide(request, "same", (f"#{number}", _meant(fields.get("other", ""))), fields)


@router.post("/who/{number:int}/different")
def different(request: Request, number: int, fields: Annotated[Mapping[str, str], Depends(change)]) -> Response:
    """Decide that two that are held for one are not: two entities of articles, or two that were put together."""
    return _decide(request, "different", (fields.get("one", f"#{number}"), fields.get("other", "")), fields)


@router.post("/who/{number:int}/undo")
def take_back(request: Request, number: int, fields: Annotated[Mapping[str, str], Depends(change)]) -> Response:
    """Take a decision back."""
    site, judgement = site_of(request), fields.get("judgement", "")
    if not judgement.isdecimal():
        raise RecordError("there is no such judgement that stands: load the page again")
    with site.changing() as connection:
        taken = undo(connection, min(int(judgement), LARGEST), now=site.now())
    return go_to(f"/who/{taken.one}")


def _decide(request: Request, verdict: str, names: tuple[str, str], fields: Mapping[str, str]) -> Response:
    from onrecord.ingest.judging import decide  # this loads numpy, and most visitors decide nothing

    site, reason = site_of(request), fields.get("reason", "").strip()
    if not reason:
        raise RecordError("a decision needs its reason: say in a few words why")
    with site.changing() as connection:
        made = decide(
            connection, "same" if verdict == "same" else "different", names, reason=reason[:1000], now=site.now()
        )
    return go_to(f"/who/{made.one}")


def _meant(typed: str) -> str:
    """A name as it was typed, or the number in an address such as /who/12 that was pasted."""
    number = typed.rstrip("/").rpartition("/who/")[2]
    return f"#{number}" if number.isdecimal() else typed


def _standing(site: Site, number: int) -> int:
    with site.asking() as connection:
        standing = standing_for(connection, min(number, LARGEST))
    if standing is None:
        raise RecordError(f"nobody in the record has the number {number}: look for a name")
    return standing
