"""An address into the page behind it: http and https only, within a time and a size, never into a private network."""

import http.client
import io
import ipaddress
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from onrecord.errors import AnswerError, SourceError
from onrecord.sources.content import MAX_BYTES
from onrecord.sources.inputs import Page, show

CHUNK_BYTES = 65536
MAX_REDIRECTS = 5
LEFT_IN_PATHS = "/?%:=&~+!$,;'@()*[]"
"""What stays as it is in a path and its query; all else is written with percent signs."""
REDIRECTS = frozenset({301, 302, 303, 307, 308})
OK, UNCHANGED = 200, 304
AGENT = "onrecord"
"""The name to which robots.txt speaks."""
HEADERS = {
    "User-Agent": f"{AGENT}/0.1 (reads news articles and their feeds; keeps to robots.txt)",
    "Accept": "text/html, application/rss+xml, application/atom+xml, text/plain;q=0.9, */*;q=0.1",
    "Accept-Encoding": "gzip, identity;q=0.5",
}
SUFFIXES = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt",
    "application/json": ".jsonl", "application/x-ndjson": ".jsonl", "application/jsonl": ".jsonl",
}  # fmt: skip
"""What servers call a page, as the end of a file's name; all else is told by its first bytes."""
SHOWN = 200
"""So much of an address that a server made up is shown."""
REFUSED_IPV4 = tuple(map(ipaddress.IPv4Network, ("192.0.0.0/24", "192.88.99.0/24")))
"""For protocols (RFC 6890) and old relays (RFC 7526), although Python counts them to the open internet."""
UNICAST = ipaddress.IPv6Network("2000::/3")
TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv6 that stands for the IPv4 address in its last 32 bits (RFC 6052)."""

Resolve = Callable[[str, int], list[str]]
"""Takes a host and a port and gives the addresses behind them."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long is waited: for each answer on the line, and for a page altogether, however it trickles."""

    silent_seconds: float = 20.0
    total_seconds: float = 60.0


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, from the system's name service. Raises OSError when it has none."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def is_public(address: str) -> bool:
    """True for an address of the open internet; false for private, local, reserved and multicast ones."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour
        if parsed in TRANSLATED:
            inner = ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)
        if inner is None:
            return parsed in UNICAST and parsed.is_global
        parsed = inner
    return parsed.is_global and not parsed.is_multicast and not any(parsed in net for net in REFUSED_IPV4)


def is_any(_address: str) -> bool:
    """True: private networks are allowed too."""
    return True


@dataclass(frozen=True, slots=True)
class Network:
    """How names of hosts become addresses of the network, and which of these may be connected to."""

    resolve: Resolve = resolve
    is_allowed: Callable[[str], bool] = is_public


def go_on(_address: str) -> None:
    """Nothing: redirects may lead wherever the network may be connected to."""


def fetch(
    url: str,
    headers: Mapping[str, str],
    enter: Callable[[str], object] = go_on,
    *,
    network: Network = Network(),
    patience: Patience = Patience(),
) -> Page:
    """The page behind an address. Raises SourceError when it cannot be had, is too large, or lies in a private network.

    Every redirect is checked like the first address, and the connection goes to the very address that was checked, so
    that a name which means something else a moment later leads nowhere. `enter` is handed each address that a redirect
    leads to before it is asked for, and raises SourceError where one is not welcome.
    """
    address, until = url, time.monotonic() + patience.total_seconds
    for step in range(MAX_REDIRECTS + 1):
        parts = _check(address, url)
        targets = _pick(parts, url, network)
        if step:
            enter(address)
        try:
            location, page = _Request(parts, address, headers, patience, until).send(targets)
        except (OSError, UnicodeError, ValueError, http.client.HTTPException, zlib.error) as error:
            why = show(str(error)) or type(error).__name__
            raise SourceError(f"{show(url)} cannot be fetched ({why}): try again or give it as a file") from error
        if page is not None:
            return page
        address = urljoin(address, location)
    raise SourceError(f"{show(url)} redirects more than {MAX_REDIRECTS} times: give the address it ends at")


def _check(address: str, url: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        usable = None
    if not usable:
        leads = f"leads to {show(address[:SHOWN])!r}, which" if address != url else "is an address that"
        raise SourceError(f"{show(url)} {leads} is no http or https address: give one that is")
    return parts


def _pick(parts: SplitResult, url: str, network: Network) -> list[str]:
    """The network addresses that may be connected to, once all that the host has are allowed."""
    host, port = parts.hostname or "", _port(parts)
    try:
        found = network.resolve(host, port)
    except (OSError, UnicodeError, ValueError) as error:
        raise SourceError(f"{show(url)}: the host {host!r} is not known ({error}): check its spelling") from error
    if not found or not all(network.is_allowed(address) for address in found):
        raise SourceError(
            f"{show(url)} leads into a private network: give the page as a file, or say --allow-private if you mean it"
        )
    return found


def _port(parts: SplitResult) -> int:
    return parts.port or (443 if parts.scheme == "https" else 80)


@dataclass(frozen=True, slots=True)
class _Request:
    """One request for one address, which redirects may follow."""

    parts: SplitResult
    address: str
    headers: Mapping[str, str]
    patience: Patience
    until: float

    def send(self, targets: list[str]) -> tuple[str, Page | None]:
        """Where the answer redirects to, or the page. Raises OSError, HTTPException, or SourceError on a bad answer."""
        parts, host = self.parts, self.parts.hostname or ""
        path = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=LEFT_IN_PATHS)
        with ExitStack() as opened:
            line = opened.enter_context(self._connect(targets))
            if parts.scheme == "https":
                line = opened.enter_context(ssl.create_default_context().wrap_socket(line, server_hostname=host))
            connection = http.client.HTTPConnection(host, _port(parts))
            connection.default_port = 443 if parts.scheme == "https" else 80
            connection.sock = line
            connection.request("GET", path, headers={**HEADERS, **self.headers})
            answer = opened.enter_context(http.client.HTTPResponse(_Line(line, self), method="GET"))  # type: ignore[arg-type]
            answer.begin()
            location = answer.getheader("Location")
            if answer.status in REDIRECTS and location:
                return location, None
            return "", self._page(answer)

    def _connect(self, targets: list[str]) -> socket.socket:
        """A line to the first of the network addresses that answers."""
        for number, target in enumerate(targets, 1):
            try:
                return socket.create_connection((target, _port(self.parts)), timeout=self.left())
            except OSError:
                if number == len(targets):
                    raise
        raise OSError("no address")

    def left(self) -> float:
        """The seconds that may be waited now. Raises TimeoutError when all are gone."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise TimeoutError(f"not all there after {self.patience.total_seconds:.0f} seconds")
        return min(left, self.patience.silent_seconds)

    def _page(self, answer: http.client.HTTPResponse) -> Page:
        etag, modified = answer.getheader("ETag"), answer.getheader("Last-Modified")
        if answer.status == UNCHANGED and self.headers:
            return Page(self.address, b"", is_unchanged=True)
        if answer.status != OK:
            wait = _asked_wait(answer)
            then = f"wait {wait:.0f} seconds" if wait is not None else "check it in a browser"
            raise AnswerError(
                f"{show(self.address)} answers {answer.status} {show(answer.reason)}: {then}", answer.status, wait
            )
        suffix = SUFFIXES.get(answer.headers.get_content_type(), "") if answer.headers["Content-Type"] else ""
        return Page(
            self.address,
            self._read_all(answer),
            suffix,
            charset=answer.headers.get_content_charset(),
            etag=etag,
            modified=modified,
        )

    def _read_all(self, answer: http.client.HTTPResponse) -> bytes:
        """The whole answer, unpacked. Raises SourceError as soon as it is larger than a page may be."""
        packed = (answer.getheader("Content-Encoding") or "").lower() in ("gzip", "x-gzip")
        unpack = zlib.decompressobj(wbits=31) if packed else None
        content = bytearray()
        while chunk := answer.read1(CHUNK_BYTES):
            content += unpack.decompress(chunk, MAX_BYTES + 1) if unpack else chunk
            if len(content) > MAX_BYTES or (unpack and unpack.unconsumed_tail):
                raise SourceError(
                    f"{show(self.address)} is larger than {MAX_BYTES // 1_000_000} MB: give its articles one by one"
                )
        if answer.length or (unpack and content and not unpack.eof):
            raise http.client.IncompleteRead(bytes(content[:0]), answer.length)
        return bytes(content)


def _asked_wait(answer: http.client.HTTPResponse) -> float | None:
    """The seconds for which a server asks to be left alone, told as such or as a moment (RFC 9110, 10.2.3)."""
    told = (answer.getheader("Retry-After") or "").strip()
    if told.isascii() and told.isdigit():
        return float(told[:9])
    try:
        moments = [parsedate_to_datetime(each) for each in (told, answer.getheader("Date") or "")]
        return max(0.0, (moments[0] - moments[1]).total_seconds())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


class _Line:
    """A connection as http.client reads it, on which no byte is waited for longer than there is patience."""

    def __init__(self, line: socket.socket, request: _Request) -> None:
        self._line, self._request = line, request

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Bytes(self._line, self._request))


class _Bytes(io.RawIOBase):
    def __init__(self, line: socket.socket, request: _Request) -> None:
        self._line, self._request = line, request

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._line.settimeout(self._request.left())
        return self._line.recv_into(buffer)
