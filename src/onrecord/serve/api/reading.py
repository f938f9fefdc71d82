"""Reading a posted text: its record is told, and nothing is kept."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from starlette.requests import Request
from starlette.responses import Response

from onrecord.serve.access import reader, take_turn
from onrecord.serve.api.told import RecordTold, problems
from onrecord.serve.pages.draft import given_document, read_for
from onrecord.serve.problems import Problem
from onrecord.serve.questions import NO_NUL, Line
from onrecord.serve.render import tell
from onrecord.serve.site import site_of

JSON = "application/json"
WRONG = problems(
    HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE, HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.TOO_MANY_REQUESTS,
)  # fmt: skip


class Text(BaseModel):
    """An article to read."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, StringConstraints(min_length=1, pattern=NO_NUL)] = Field(description="Its words, in English.")
    title: Line = None
    publisher: Line = None
    published: Line = Field(None, description="When it was published, such as 2024-11-06 or 2024-11-06T09:30:00+01:00.")
    url: Line = Field(None, description="Where it stands; it is not fetched.")


def only_json(request: Request) -> None:
    """Nothing for a request that says that it carries JSON. Raises Problem for any other."""
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != JSON:
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"Texts are sent as {JSON}.")


router = APIRouter(prefix="/api", tags=["reading"], responses=WRONG)


@router.post("/read", response_model=RecordTold, dependencies=[Depends(reader), Depends(only_json), Depends(take_turn)])
def read(request: Request, given: Text) -> Response:
    """Read an article and tell its record; nothing is kept."""
    fields = {name: value for name, value in given.model_dump().items() if value is not None}
    return tell(request, read_for(site_of(request), given_document(fields)))
