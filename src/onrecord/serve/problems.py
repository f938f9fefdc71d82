"""What is answered when something is wrong: a problem document (RFC 9457), or a page that says the same in words."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import ClaimError, OnrecordError, RecordError, SourceError
from onrecord.serve.render import render, wants_json

PROBLEM = "application/problem+json"
MISSING = ("nobody in the record", "the record holds no", "there is no", "claim ", "decision ")
"""How a record's words begin where what was asked for is not there."""


class Problem(Exception):
    """A request that cannot be met: an HTTP status and what to do, in words for people."""

    def __init__(self, status: HTTPStatus, detail: str, *, wait_seconds: float | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.wait_seconds = wait_seconds


def problem(request: Request, status: HTTPStatus, detail: str) -> Response:
    """The answer for something wrong, as the visitor wants it."""
    if wants_json(request):
        return problem_document(status, detail, request.url.path)
    return Response(
        render(request, "problem.html", {"status": status.value, "title": status.phrase, "detail": detail}),
        status.value, media_type="text/html",
    )  # fmt: skip


def problem_document(status: HTTPStatus, detail: str, path: str) -> Response:
    """A problem document as RFC 9457 has it."""
    told: dict[str, Any] = {"type": "about:blank", "title": status.phrase, "status": status.value, "detail": detail}
    return Response(json.dumps(told | {"instance": path}), status.value, media_type=PROBLEM)


def tell_problems(app: FastAPI) -> None:
    """Let the app answer every error that we know of in this way."""

    def told(request: Request, error: Exception) -> Response:
        status, detail = _what(error)
        answer = problem(request, status, detail)
        wait = getattr(error, "wait_seconds", None)
        if wait:
            answer.headers["Retry-After"] = str(int(wait) + 1)
        allow = getattr(error, "headers", None)
        answer.headers.update(allow or {})
        return answer

    for kind in (Problem, OnrecordError, HTTPException, RequestValidationError):
        app.add_exception_handler(kind, told)


def _what(error: Exception) -> tuple[HTTPStatus, str]:
    match error:
        case Problem():
            return error.status, error.detail
        case RecordError():
            return _of_record(str(error)), str(error)
        case SourceError() | ClaimError():
            return HTTPStatus.UNPROCESSABLE_ENTITY, str(error)
        case RequestValidationError():
            return HTTPStatus.UNPROCESSABLE_ENTITY, "; ".join(map(_told, error.errors()))
        case HTTPException():
            status = HTTPStatus(error.status_code)
            return status, error.detail if error.detail != status.phrase else status.description
        case _:
            return HTTPStatus.INTERNAL_SERVER_ERROR, str(error)


def _told(wrong: Mapping[str, Any]) -> str:
    """What is wrong with one field of a request: its name, and the values that it may have where they are few."""
    field = ".".join(str(each) for each in wrong["loc"][1:] if not isinstance(each, int))
    if wrong["type"] == "literal_error":
        return f"{field}: {str(wrong['input'])[:40]!r} is not one of {wrong['ctx']['expected'].replace(' or ', ', ')}"
    return f"{field}: {wrong['msg'].removeprefix('Value error, ')}"


def _of_record(said: str) -> HTTPStatus:
    """Which status a record's words stand for: what is asked for is not there, cannot be, or not now."""
    if " is no country" in said or said.startswith(MISSING):
        return HTTPStatus.NOT_FOUND
    if "is no country" in said:
        return HTTPStatus.NOT_FOUND
    if "another process" in said:
        return HTTPStatus.SERVICE_UNAVAILABLE
    return HTTPStatus.UNPROCESSABLE_ENTITY
