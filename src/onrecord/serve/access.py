"""Who may do what: visitors by session or by name and password, roles, and the tokens of forms."""

import base64
import binascii
from collections.abc import Mapping, Sequence
from functools import cache
from http import HTTPStatus
from urllib.parse import parse_qsl, quote

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request

from onrecord.record.users import find_user
from onrecord.serve.problems import Problem
from onrecord.serve.proxies import Forwarded
from onrecord.serve.render import wants_json
from onrecord.serve.sessions import Role, Visitor
from onrecord.serve.site import Site, site_of

HASHER = PasswordHasher()
MOST_FIELDS = 500
FORM = "application/x-www-form-urlencoded"


class SignIn(Exception):
    """A page that only people who signed in may see: the visitor is sent to sign in first."""

    def __init__(self, address: str) -> None:
        super().__init__(f"sign in to see {address}")
        self.address = f"/login?next={quote(address, safe='')}"


async def visitor_of(site: Site, key: str, headers: Headers, come: Forwarded) -> Visitor:
    """Who asks: named by a proxy of ours, signed in by their session, by name and password sent along, or nobody."""
    if come.name is not None:
        return Visitor(key, come.name, await run_in_threadpool(_role_of, site, come.name), by_proxy=True)
    at = site.moment().timestamp()
    found = site.sessions.find(key, at=at)
    if found is None and site.terms.needs_password and headers.get("authorization"):
        address = come.scope["client"][0] if come.scope.get("client") else ""
        found = await run_in_threadpool(_sent_along, site, headers, address)
    if found is not None:
        return Visitor(key, *found)
    return Visitor(key, None, None if site.terms.needs_password else "reviewer")


def _role_of(site: Site, name: str) -> Role:
    """The role of somebody whom a proxy signed in: the one that the record has for the name, else a reader's."""
    with site.asking() as connection:
        user = find_user(connection, name)
    return user.role if user else "reader"


def _sent_along(site: Site, headers: Headers, address: str) -> tuple[str, Role] | None:
    """Name and role by HTTP's basic authentication, as programs use it."""
    at = site.moment().timestamp()
    scheme, _, given = headers["authorization"].partition(" ")
    if scheme.lower() != "basic":
        return None
    session = site.sessions.token(given)  # who was let in a moment ago is known again without the slow check
    if (known := site.sessions.find(session, at=at)) is not None:
        return known
    try:
        name, _, password = base64.b64decode(given, validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        return None
    if site.wait_to_sign_in(name, address):
        return None
    role = check_password(site, name, password)
    if role is None:
        return None
    site.sessions.keep(session, name, role, at=at)
    return name, role


def check_password(site: Site, name: str, password: str) -> Role | None:
    """The role of the user with that name and password, None where there is none."""
    with site.asking() as connection:
        user = find_user(connection, name)
    try:
        HASHER.verify(user.hash if user else _of_nobody(), password)
    except (VerificationError, InvalidHashError):
        return None
    return user.role if user else None


@cache
def _of_nobody() -> str:
    """Checked where a name is unknown, so that it takes as long as where the password is wrong."""
    return HASHER.hash("nobody")


def reader(request: Request) -> Visitor:
    """The visitor, who may read. Raises SignIn or Problem for one who may not."""
    visitor: Visitor = request.state.visitor
    if visitor.role is None:
        if wants_json(request):
            raise Problem(HTTPStatus.UNAUTHORIZED, "Send a name and a password along (HTTP basic authentication).")
        raise SignIn(request.url.path + (f"?{request.url.query}" if request.url.query else ""))
    return visitor


async def form(request: Request) -> Mapping[str, str]:
    """The fields of a form of ours, of several with one name the last. Raises Problem for any other form."""
    return {name: values[-1] for name, values in (await _fields(request)).items()}


async def change(request: Request) -> Mapping[str, str]:
    """The fields of a form by which something is changed. Raises Problem for who may not."""
    return {name: values[-1] for name, values in (await many(request)).items()}


async def many(request: Request) -> Mapping[str, Sequence[str]]:
    """As `change`, with all values of each field."""
    visitor = reader(request)
    if not visitor.may_change:
        raise Problem(HTTPStatus.FORBIDDEN, "Readers may look; adding and deciding is for reviewers.")
    return await _fields(request)


async def _fields(request: Request) -> Mapping[str, Sequence[str]]:
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != FORM:
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"Forms are sent as {FORM}.")
    body = await request.body()
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except (UnicodeDecodeError, ValueError):
        raise Problem(HTTPStatus.BAD_REQUEST, "The form cannot be read: send it again from its page.") from None
    fields: dict[str, list[str]] = {}
    for name, value in pairs:
        fields.setdefault(name, []).append(value.replace("\r\n", "\n").replace("\0", ""))
    visitor: Visitor = request.state.visitor
    if not site_of(request).sessions.is_token(visitor.key, fields.pop("token", [""])[0]):
        raise Problem(HTTPStatus.FORBIDDEN, "The page has been open for too long: load it again and repeat the change.")
    return fields


def take_turn(request: Request) -> None:
    """Count a reading of an article. Raises Problem where there were too many in a short time."""
    site, visitor = site_of(request), reader(request)
    who = visitor.name or (request.client.host if request.client else "")
    wait = site.wait_to_read(who)
    if wait:
        raise Problem(HTTPStatus.TOO_MANY_REQUESTS, "Too many articles at once: wait a little.", wait_seconds=wait)
