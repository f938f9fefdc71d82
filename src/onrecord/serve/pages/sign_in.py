"""Signing in and out, where the record is served to more than its own machine."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord.serve.access import check_password, form
from onrecord.serve.cookies import cookie
from onrecord.serve.problems import Problem
from onrecord.serve.render import go_to, render, show
from onrecord.serve.site import site_of

router = APIRouter(include_in_schema=False)


@router.get("/login")
def login(request: Request, next: Annotated[str, Query(max_length=2000)] = "/") -> Response:
    """The form to sign in."""
    return show(request, "login.html", {"next": next, "failed": False})


@router.post("/login")
def sign_in(request: Request, fields: Annotated[Mapping[str, str], Depends(form)]) -> Response:
    """Sign in, and go on to the page that was asked for."""
    site, at = site_of(request), site_of(request).moment().timestamp()
    name, address = fields.get("name", ""), request.client.host if request.client else ""
    wait = site.wait_to_sign_in(name, address)
    if wait:
        raise Problem(HTTPStatus.TOO_MANY_REQUESTS, "Too many attempts: wait a little.", wait_seconds=wait)
    role = check_password(site, name, fields.get("password", ""))
    if role is None:
        page = render(request, "login.html", {"next": fields.get("next", "/"), "failed": True})
        return Response(page, HTTPStatus.UNAUTHORIZED, media_type="text/html")
    site.sessions.sign_out(request.state.visitor.key)
    answer = go_to(_own(fields.get("next", "/")))
    key = site.sessions.sign_in(name, role, at=at)
    answer.headers["Set-Cookie"] = cookie(key, is_secure=request.url.scheme == "https")
    return answer


@router.post("/logout")
def sign_out(request: Request, _fields: Annotated[Mapping[str, str], Depends(form)]) -> Response:
    """Sign out."""
    site_of(request).sessions.sign_out(request.state.visitor.key)
    return go_to("/")


def _own(address: str) -> str:
    """The address where it is one of ours, else the start."""
    is_ours = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if is_ours else "/"
