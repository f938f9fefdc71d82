"""Reading a posted text: its record is told, and nothing is kept."""

from datetime import datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from starlette.requests import Request
from starlette.responses import Response

from onrecord.serve.access import reader, take_turn
from onrecord.serve.api.told import RecordTold, problems
from onrecord.serve.pages.draft import given_document, read_for
from onrecord.serve.problems import Problem
from onrecord.serve.questions import DAY, ADay, Line
from onrecord.serve.render import tell
from onrecord.serve.site import site_of

JSON = "application/json"
HAS_LETTERS = r"^[^\x00]*[A-Za-z][^\x00]*$"
CLOCK = r"([01]\d|2[0-3]):[0-5]\d"
MOMENT = rf"{DAY[:-1]}T{CLOCK}:[0-5]\d(\.\d{{1,6}})?(Z|[+-]{CLOCK})$"
WRONG = problems(
    HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE, HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.TOO_MANY_REQUESTS,
)  # fmt: skip


def _that_is(value: str) -> str:
    """A moment that the calendar has. Raises ValueError for any other."""
    datetime.fromisoformat(value)
    return value


Moment = Annotated[
    str, StringConstraints(pattern=MOMENT), AfterValidator(_that_is), Field(json_schema_extra={"format": "date-time"})
]


class Text(BaseModel):
    """An article to read."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, StringConstraints(pattern=HAS_LETTERS)] = Field(description="Its words, in English.")
    title: Line = None
    publisher: Line = None
    published: ADay | Moment | None = Field(
        None, description="When it was published: 2024-11-06, or 2024-11-06T09:30:00Z."
    )
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
