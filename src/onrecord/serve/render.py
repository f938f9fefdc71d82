"""Pages and their JSON twins from the same answer: templates, what they may call, and ETags."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.answers import Answer, Answers, counted
from onrecord.excerpts import shorten
from onrecord.export.jsonl import to_dict
from onrecord.export.wording import MEANINGS, NOBODY, RELATIONS, SIGNS, clean, showable
from onrecord.model import Record
from onrecord.serve.shipped import address_of
from onrecord.serve.words import country_in_words, day_in_words, kind_in_words, plural, type_in_words

JSON_END = ".json"
TURNED = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""What makes words read in another order than they stand (Unicode's TR 9); no English text has it."""
NAVIGATION = (
    ("/timeline", "Timeline"), ("/network", "Network"), ("/meetings", "Meetings"), ("/statements", "Statements"),
    ("/offices", "Offices"), ("/listings", "Sanctions lists"), ("/sources", "Sources"), ("/review", "Review"),
    ("/api", "API"),
)  # fmt: skip
"""The pages that every page leads to."""


@cache
def environment() -> Environment:
    """The templates, which escape whatever they are given."""
    made = Environment(
        loader=PackageLoader("onrecord.serve"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, finalize=_finish,
    )  # fmt: skip
    made.filters |= {
        "clean": clean, "day": day_in_words, "kind": kind_in_words, "type": type_in_words,
        "country": country_in_words, "short": shorten,
    }  # fmt: skip
    made.globals |= {
        "SIGNS": SIGNS, "MEANINGS": MEANINGS, "RELATIONS": RELATIONS, "NOBODY": NOBODY, "static": address_of,
        "NAVIGATION": NAVIGATION, "plural": plural, "counted": counted, "zip": zip,
    }  # fmt: skip
    return made


def _finish(value: Any) -> Any:
    if value is None:
        return ""
    if not isinstance(value, str) or isinstance(value, Markup) or value.isprintable():
        return value
    return TURNED.sub("\ufffd", showable(value))


def render(request: Request, template: str, model: Mapping[str, Any]) -> str:
    """The page of a template, with what every page knows: who visits, and where."""
    visitor = getattr(request.state, "visitor", None)
    known = {
        "visitor": visitor,
        "token": getattr(request.state, "token", ""),
        "path": request.url.path,
        "query": request.url.query,
        "page_address": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        "asked": "",
    }
    return environment().get_template(template).render(**known | dict(model))


def show(request: Request, template: str, model: Mapping[str, Any], **only_on_page: Any) -> Response:
    """The model as a page, or as JSON where the address ends so; `only_on_page` is drawn and not told twice."""
    if wants_json(request):
        return tell(request, model)
    return with_etag(request, Response(render(request, template, {**model, **only_on_page}), media_type="text/html"))


def tell(request: Request, model: Any) -> Response:
    """The model as JSON."""
    return with_etag(request, Response(json.dumps(plain(model)), media_type="application/json"))


def plain(value: Any) -> Any:
    """The value as JSON can hold it."""
    match value:
        case Answers():
            return {"total": value.total, "answers": [plain(each) for each in value]}
        case Answer():
            return asdict(value) | {"day": value.day}
        case Mapping():
            return {str(name): plain(each) for name, each in value.items()}
        case list() | tuple():
            return [plain(each) for each in value]
        case Record():
            return to_dict(value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
        case _:
            return value


def wants_json(request: Request) -> bool:
    """True for the address of a twin, and for the API."""
    path: str = request.url.path
    return path.endswith(JSON_END) or path == "/api" or path.startswith("/api/")


def with_etag(request: Request, response: Response) -> Response:
    """The answer, or 304 where the visitor has it already (RFC 9110, 13.1.2)."""
    tag = f'"{hashlib.sha256(bytes(response.body)).hexdigest()[:24]}"'
    response.headers.update({"ETag": tag, "Cache-Control": "private, no-cache"})
    given = [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]
    if tag in given or "*" in given:
        return Response(status_code=304, headers={"ETag": tag, "Cache-Control": "private, no-cache"})
    return response


def go_to(address: str) -> Response:
    """Sends the visitor on to another page of ours, after a change (303)."""
    return RedirectResponse(address, 303)
