"""The network: who met, supported, accused or sanctioned whom; it starts from one name and grows where one asks."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BeforeValidator, Field
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import RecordError
from onrecord.record.called import standing_for
from onrecord.record.network import EDGES, Network, grow_network
from onrecord.serve.access import reader
from onrecord.serve.pages.start import told_most
from onrecord.serve.questions import LARGEST, Filtered, Words, without_empty
from onrecord.serve.render import show
from onrecord.serve.site import site_of

MOST_GROWN = 40
MOST_DRAWN, LEAST_OF_EACH = 240, 3
"""So many names are drawn at most around those from which the network grew, and of each of these a few in any case."""
MOST_ROWS = 250

router = APIRouter(include_in_schema=False, dependencies=[Depends(reader)])


class Grown(Filtered):
    """From whom the network grows, and what its edges say."""

    of: Annotated[list[Annotated[int, Field(ge=1, le=LARGEST)]], BeforeValidator(without_empty)] = Field(
        default_factory=list, max_length=MOST_GROWN
    )
    name: Words = None
    says: Annotated[list[str], BeforeValidator(without_empty)] = Field(default_factory=list, max_length=len(EDGES))
    most: int = Field(15, ge=1, le=200)


@router.get("/network")
@router.get("/network.json")
def network(request: Request, asked: Annotated[Grown, Query()]) -> Response:
    """The network around some identities."""
    site, grown = site_of(request), list(asked.of)
    if asked.name:
        grown.append(site.inquiry.who(asked.name, asked.filters()).identity.id)
    with site.asking() as connection:
        standing = [standing_for(connection, number) for number in dict.fromkeys(grown)]
        if None in standing:
            raise RecordError("nobody in the record has one of these numbers: look for a name")
        numbers = [number for number in standing if number is not None]
        found, most = Network((), (), 0), min(asked.most, max(LEAST_OF_EACH, MOST_DRAWN // max(1, len(numbers))))
        if numbers:
            found = grow_network(connection, numbers, asked.says, asked.filters(), most=most)
    starts = [] if numbers else told_most(site) or []
    names = {each.id: each.name for each in found.nodes}
    model = {"grown": numbers, "nodes": found.nodes, "edges": found.edges, "hidden": found.hidden}
    page = {"names": names, "starts": starts, "labels": list(EDGES), "values": asked.model_dump(), "rows": MOST_ROWS}
    page["narrowed"] = bool(asked.model_fields_set - {"of", "name"})
    return show(request, "network.html", model, **page)
