"""Many names at once: what the record holds of each, in short, and who is called nearly so."""

from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import BeforeValidator, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from onrecord.serve.access import reader
from onrecord.serve.api.reading import only_json
from onrecord.serve.api.told import AllScreened, problems
from onrecord.serve.questions import MOST_ANSWERS, Filtered, Text
from onrecord.serve.render import tell
from onrecord.serve.site import site_of

MOST_NAMES = 100
WRONG = problems(
    HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE, HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.SERVICE_UNAVAILABLE,
)  # fmt: skip


def _no_words(value: Any) -> Any:
    """A number as it stands. Raises ValueError for words and for true or false, which JSON keeps apart from numbers."""
    if isinstance(value, str | bool):
        raise ValueError(f"{value!r} is no number")
    return value


A_NUMBER = BeforeValidator(_no_words)


class Screening(Filtered):
    """The names, and which claims are told of each."""

    model_config = ConfigDict(extra="forbid")

    names: list[Annotated[Text, Field(min_length=1)]] = Field(
        description="Names, or #12 for the one with that number.", min_length=1, max_length=MOST_NAMES
    )
    min_confidence: Annotated[float, A_NUMBER] = Field(0.0, ge=0, le=1, description="At least so sure, from 0 to 1.")
    sources: Annotated[int, A_NUMBER] = Field(1, ge=1, le=1000, description="Told by so many independent sources.")
    limit: Annotated[int, A_NUMBER] = Field(
        50, ge=1, le=MOST_ANSWERS, description="At most so many offices and listings of each."
    )


router = APIRouter(prefix="/api", tags=["questions"], responses=WRONG)


@router.post("/screen", response_model=AllScreened, dependencies=[Depends(reader), Depends(only_json)])
def screen(request: Request, asked: Screening) -> Response:
    """Many names at once: offices and listings of each, how much is told, and who else is called nearly so."""
    return tell(request, {"screened": site_of(request).inquiry.screen(asked.names, asked.filters())})
