"""An address into the page behind it: http and https only, within a time and a size, never into a private network."""

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from onrecord.errors import SourceError
from onrecord.sources.content import MAX_BYTES

TIMEOUT_SECONDS = 20.0
PATIENCE_SECONDS = 60.0
"""How long one page may take altogether, so that a server which sends a byte now and then holds nothing up."""
CHUNK_BYTES = 65536
MAX_REDIRECTS = 5
LEFT_IN_PATHS = "/?%:=&~+!$,;'@()*[]"
"""What stays as it is in a path and its query; all else is written with percent signs."""
REDIRECTS = frozenset({301, 302, 303, 307, 308})
HEADERS = {
    "User-Agent": "onrecord/0.1",
    "Accept": "text/html, text/plain;q=0.9, */*;q=0.1",
    "Accept-Encoding": "identity",
}

Resolve = Callable[[str, int], list[str]]
"""Takes a host and a port and gives the addresses behind them."""


@dataclass(frozen=True, slots=True)
class Page:
    """What came from an address, after all redirects."""

    url: str
    content: bytes
    is_html: bool


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, from the system's name service. Raises OSError when it has none."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def is_public(address: str) -> bool:
    """True for an address of the open internet; false for private, local, reserved and multicast ones."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(parsed, "ipv4_mapped", None)
    parsed = mapped or parsed
    return parsed.is_global and not parsed.is_multicast


def fetch(url: str, *, resolve: Resolve = resolve, is_allowed: Callable[[str], bool] = is_public) -> Page:
    """The page behind an address. Raises SourceError when it cannot be had, is too large, or lies in a private network.

    Every redirect is checked like the first address, and the connection goes to the very address that was checked.
    """
    address = url
    for _step in range(MAX_REDIRECTS + 1):
        parts = _check(address, url)
        try:
            location, page = _get(parts, address, _pick(parts, url, resolve, is_allowed))
        except (OSError, UnicodeError, http.client.HTTPException) as error:
            raise SourceError(
                f"{url} cannot be fetched ({error or type(error).__name__}): try again or give it as a file"
            ) from error
        if page is not None:
            return page
        address = urljoin(address, location)
    raise SourceError(f"{url} redirects more than {MAX_REDIRECTS} times: give the address it ends at")


def _check(address: str, url: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        usable = None
    if not usable:
        raise SourceError(f"{url} leads to {address[:200]!r}, which is no http or https address: give one that is")
    return parts


def _pick(parts: SplitResult, url: str, resolve: Resolve, is_allowed: Callable[[str], bool]) -> str:
    """The network address to connect to, once all that the host has are allowed."""
    host, port = parts.hostname or "", _port(parts)
    try:
        found = resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise SourceError(f"{url}: the host {host!r} is not known ({error}): check its spelling") from error
    if not found or not all(is_allowed(address) for address in found):
        raise SourceError(f"{url} leads into a private network: only public pages are fetched, give the page as a file")
    return found[0]


def _port(parts: SplitResult) -> int:
    return parts.port or (443 if parts.scheme == "https" else 80)


def _get(parts: SplitResult, address: str, target: str) -> tuple[str, Page | None]:
    """Where the answer redirects to, or the page. Raises OSError, HTTPException, or SourceError on a bad answer."""
    host, port = parts.hostname or "", _port(parts)
    path = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=LEFT_IN_PATHS)
    with ExitStack() as opened:
        connect = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        connection = connect(host, port, timeout=TIMEOUT_SECONDS)
        connection.sock = opened.enter_context(socket.create_connection((target, port), timeout=TIMEOUT_SECONDS))
        if parts.scheme == "https":
            secure = ssl.create_default_context().wrap_socket(connection.sock, server_hostname=host)
            connection.sock = opened.enter_context(secure)
        connection.request("GET", path, headers=HEADERS)
        answer = opened.enter_context(connection.getresponse())
        location = answer.getheader("Location")
        if answer.status in REDIRECTS and location:
            return location, None
        if answer.status != 200:
            raise SourceError(f"{address} answers {answer.status} {answer.reason}: check it in a browser")
        kind = (answer.getheader("Content-Type") or "").lower()
        return "", Page(address, _read_all(answer), "html" in kind or not kind)


def _read_all(answer: http.client.HTTPResponse) -> bytes:
    """The whole answer, or one byte more than is allowed. Raises TimeoutError when it trickles."""
    started, content = time.monotonic(), bytearray()
    while len(content) <= MAX_BYTES and (chunk := answer.read1(CHUNK_BYTES)):
        content += chunk
        if time.monotonic() - started > PATIENCE_SECONDS:
            raise TimeoutError(f"not all there after {PATIENCE_SECONDS:.0f} seconds")
    return bytes(content[: MAX_BYTES + 1])
