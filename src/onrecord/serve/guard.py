"""What every request goes through first: whom it was meant for, how large it is, where it comes from, who asks."""

import ipaddress
from collections.abc import Mapping
from http import HTTPStatus

from starlette.datastructures import URL, Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.serve.access import visitor_of
from onrecord.serve.cookies import cookie, key_in
from onrecord.serve.problems import problem_document
from onrecord.serve.proxies import forwarded
from onrecord.serve.site import Site

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with none at all, browsers do not say which page a form is from
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
OWN = frozenset({"same-origin", "none"})
"""What a browser says of requests that our own pages make, or that somebody typed."""
LOCAL = "localhost"


class Guard:
    """An ASGI app around another: it turns away what is not meant for it, and adds what every answer carries."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self.app = app
        self.site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        come = forwarded(scope, headers, self.site.terms)
        scope = come.scope
        key, is_new = key_in(headers.get("cookie", "")), False
        if key is None:
            key, is_new = self.site.sessions.new_key(), True

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = MutableHeaders(scope=message)
                kept.update(HEADERS)
                if is_new and "set-cookie" not in kept and kept.get("content-type", "").startswith("text/html"):
                    kept.append("Set-Cookie", cookie(key, is_secure=scope["scheme"] == "https"))
            await send(message)

        refused = self._refused(scope, headers)
        if refused is not None:
            status, detail = refused
            await problem_document(status, detail, scope["path"])(scope, receive, answer)
            return
        visitor = await visitor_of(self.site, key, headers, come)
        scope["state"] = {**scope.get("state", {}), "visitor": visitor, "token": self.site.sessions.token(key)}
        await self.app(scope, _counted(receive, self.site.terms.most_bytes), answer)

    def _refused(self, scope: Scope, headers: Headers) -> tuple[HTTPStatus, str] | None:
        host = _host(headers.get("host", ""))
        if not _is_number(host) and host not in {LOCAL, *self.site.terms.names}:
            return HTTPStatus.MISDIRECTED_REQUEST, f"This server is not called {host[:80]!r}: start it with --name."
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self.site.terms.most_bytes:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _too_large(self.site.terms.most_bytes)
        if scope["method"] not in SAFE_METHODS and not _is_own(scope, headers):
            return HTTPStatus.FORBIDDEN, "Changes are taken from our own pages only."
        return None


def _host(header: str) -> str:
    """The name or number that was asked for, without its port."""
    try:
        return (URL(f"http://{header}").hostname or "").rstrip(".").lower()
    except ValueError:
        return ""


def _is_number(host: str) -> bool:
    """True for an address in numbers, which no foreign name server can point elsewhere."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _is_own(scope: Scope, headers: Headers) -> bool:
    """True for a request of our own page, or of a program that is no browser."""
    if headers.get("sec-fetch-site", "none") not in OWN:
        return False
    origin = headers.get("origin")
    return origin is None or origin.lower() == f"{scope['scheme']}://{headers.get('host', '').lower()}"


def _counted(receive: Receive, most: int) -> Receive:
    """The same, but that it raises once more came in than is taken."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _too_large(most))
        return message

    return counted


def _too_large(most: int) -> str:
    return f"More than {most:,} bytes are not taken: give one article at a time, or use `onrecord add`."
