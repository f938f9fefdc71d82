"""What describes the API: the OpenAPI document, and a page that shows it to people."""

from collections.abc import Iterator, Mapping
from importlib.metadata import version
from typing import Any

from fastapi import APIRouter, Depends, FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.requests import Request
from starlette.responses import Response

from onrecord.serve.access import reader
from onrecord.serve.api.told import ProblemTold
from onrecord.serve.questions import Filtered
from onrecord.serve.render import render, tell, with_etag

ABOUT = """The questions of `onrecord ask` to the record that is served here, and the reading of a text.

Lists come page by page: follow `next`. Every answer has an ETag. What is wrong is told by problem documents (RFC 9457).
Where the record asks for a password, send name and password along (HTTP basic authentication)."""

COMMON = (*Filtered.model_fields, "after")
"""Fields that every question has."""
EXAMPLES = {
    "/api/who": "/api/who?name=%231", "/api/meetings": "/api/meetings?status=asserted&limit=3",
    "/api/statements": "/api/statements?text=agreement", "/api/offices": "/api/offices?text=minister&limit=5",
    "/api/listings": "/api/listings?limit=5", "/api/search": "/api/search?q=president",
}  # fmt: skip

router = APIRouter(include_in_schema=False, dependencies=[Depends(reader)])


def describe(app: FastAPI) -> None:
    """Let the app tell its API by an OpenAPI 3.1 document, made once."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            made = get_openapi(title="Onrecord", version=version("onrecord"), description=ABOUT, routes=app.routes)
            made["components"]["schemas"]["Problem"] = ProblemTold.model_json_schema()
            made["components"]["securitySchemes"] = {"password": {"type": "http", "scheme": "basic"}}
            made["security"] = [{}, {"password": []}]
            app.openapi_schema = made
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # as FastAPI has its documents extended


@router.get("/api/openapi.json")
def openapi(request: Request) -> Response:
    """The OpenAPI document."""
    return tell(request, request.app.openapi())


@router.get("/api")
def page(request: Request) -> Response:
    """The API for people to read."""
    document = request.app.openapi()
    operations = list(_operations(document))
    every: list[dict[str, Any]] = max((told["all"] for told in operations), key=len)
    common = [each for each in every if each["name"] in COMMON]
    model = {"about": document["info"]["description"].split("\n\n"), "operations": operations, "common": common}
    return with_etag(request, Response(render(request, "api.html", model), media_type="text/html"))


def _operations(document: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Each question with the fields that are its own."""
    schemas = document["components"]["schemas"]
    for path, methods in document["paths"].items():
        for method, told in methods.items():
            fields = [
                {"name": each["name"], "needed": each.get("required", False), "about": each.get("description", "")}
                for each in told.get("parameters", ())
            ]
            own = [each for each in fields if each["name"] not in COMMON]
            for body in told.get("requestBody", {}).get("content", {}).values():
                schema = schemas[body["schema"]["$ref"].rpartition("/")[2]]
                own += [
                    {"name": name, "needed": name in schema["required"], "about": each.get("description", "")}
                    for name, each in schema["properties"].items()
                ]
            yield {
                "method": method.upper(), "path": path, "about": told["description"], "fields": own, "all": fields,
                "example": EXAMPLES.get(path),
            }  # fmt: skip
