"""Tests of fetching: good and bad servers of the test's own, and every way into a private network refused."""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from onrecord.errors import AnswerError, SourceError
from onrecord.sources.content import MAX_BYTES
from onrecord.sources.inputs import Page
from onrecord.sources.web import Network, Patience, fetch, is_public, resolve

PLACES = {
    "/moved": "/page", "/loop": "/loop", "/round": "/back", "/back": "/round", "/away": "http://10.0.0.1/",
    "/file": "file:///etc/hostname", "/inner": "http://inner.example/",
}  # fmt: skip
PAGE = b"<p>Hello</p>"
BOMB = gzip.compress(bytes(MAX_BYTES * 2), 1)
QUICK = Patience(1.0, 3.0)


class Answers(BaseHTTPRequestHandler):
    """Answers by path: pages, redirects, errors, and what bad servers do."""

    sent = 0

    def do_GET(self) -> None:
        ways: dict[str, Callable[[], None]] = {
            "/gone": lambda: self.send_error(404), "/busy": self.busy, "/known": self.known, "/short": self.short,
            "/packed": self.packed, "/bomb": self.bomb, "/endless": self.endless, "/drip": self.drip,
            "/drip-head": self.drip_head, "/silent": lambda: time.sleep(2), "/nonsense": self.nonsense,
        }  # fmt: skip
        if self.path in PLACES:
            self.send_response(302)
            self.send_header("Location", PLACES[self.path])
            self.end_headers()
        elif self.path in ways:
            ways[self.path]()
        else:
            self.answer(PAGE, kind="text/plain" if self.path == "/text" else "text/html; charset=windows-1251")

    def answer(self, content: bytes, *, kind: str = "text/html", length: int | None = None, **headers: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content) if length is None else length))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def busy(self) -> None:
        self.send_response(429)
        self.send_header("Retry-After", "120")
        self.end_headers()

    def known(self) -> None:
        if self.headers["If-None-Match"] == '"v1"':
            self.send_response(304)
            self.end_headers()
        else:
            self.answer(PAGE, ETag='"v1"', Last_Modified="Wed, 06 Nov 2024 10:00:00 GMT")

    def short(self) -> None:
        self.answer(PAGE, length=1000)

    def packed(self) -> None:
        self.answer(gzip.compress(PAGE), Content_Encoding="gzip")

    def bomb(self) -> None:
        self.answer(BOMB, Content_Encoding="gzip")

    def endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        Answers.sent = 0
        try:
            while Answers.sent < 200_000_000:
                Answers.sent += self.wfile.write(bytes(1_000_000))
        except OSError:
            pass

    def drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        self._drip(b"x")

    def drip_head(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        self._drip(b"X-Drop: x\r\n")

    def _drip(self, drop: bytes) -> None:
        try:
            for _ in range(100):
                self.wfile.write(drop)
                time.sleep(0.05)
        except OSError:
            pass

    def nonsense(self) -> None:
        self.wfile.write(b"\x00\xff\r\n\r\n" * 9)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: a test prints nothing."""


@contextmanager
def serving() -> Iterator[ThreadingHTTPServer]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as http:
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield http
        http.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving() as http:
        yield f"http://site.example:{http.server_port}"


def to_loopback(host: str, port: int) -> list[str]:
    return ["127.0.0.1"] if host == "site.example" else resolve(host, port)


def allow_loopback(address: str) -> bool:
    return address == "127.0.0.1"


def get(url: str, headers: dict[str, str] | None = None, patience: Patience = QUICK) -> Page:
    return fetch(url, headers or {}, network=Network(to_loopback, allow_loopback), patience=patience)


def test_a_page_and_a_text(server: str) -> None:
    assert get(f"{server}/page") == Page(f"{server}/page", PAGE, ".html", charset="windows-1251")
    assert get(f"{server}/text").suffix == ".txt"


def test_letters_beyond_ascii_are_sent_with_percent_signs(server: str) -> None:
    assert get(f"{server}/città?q=é b").content == PAGE


def test_a_redirect_is_followed_to_its_address(server: str) -> None:
    assert get(f"{server}/moved").url == f"{server}/page"


def test_a_packed_page_is_unpacked(server: str) -> None:
    assert get(f"{server}/packed").content == PAGE


def test_a_page_that_did_not_change_is_not_sent_again(server: str) -> None:
    page = get(f"{server}/known")
    assert (page.etag, page.modified, page.is_unchanged) == ('"v1"', "Wed, 06 Nov 2024 10:00:00 GMT", False)
    assert get(f"{server}/known", {"If-None-Match": '"v1"'}).is_unchanged


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/loop", "redirects more than 5 times"),
        ("/round", "redirects more than 5 times"),
        ("/away", "private network"),
        ("/file", "no http or https"),
        ("/gone", "answers 404"),
        ("/busy", "answers 429 Too Many Requests: wait 120 seconds"),
        ("/short", "cannot be fetched"),
        ("/nonsense", "cannot be fetched"),
        ("/bomb", "is larger than 32 MB"),
    ],
)
def test_bad_answers_are_named(server: str, path: str, message: str) -> None:
    with pytest.raises(SourceError, match=message) as raised:
        get(server + path)
    assert str(raised.value).startswith(server + path)
    assert "\n" not in str(raised.value)


def test_the_status_of_an_answer_is_told(server: str) -> None:
    with pytest.raises(AnswerError) as raised:
        get(f"{server}/gone")
    assert raised.value.status == 404


@pytest.mark.parametrize("path", ["/silent", "/drip", "/drip-head"])
def test_a_server_that_hangs_or_trickles_is_left(server: str, path: str) -> None:
    started = time.monotonic()
    with pytest.raises(SourceError, match="cannot be fetched"):
        get(server + path, patience=Patience(0.3, 0.6))
    assert time.monotonic() - started < 1.5


def test_an_endless_page_is_cut_off_and_not_loaded(server: str) -> None:
    with pytest.raises(SourceError, match="larger than 32 MB"):
        get(f"{server}/endless", patience=Patience(5.0, 30.0))
    assert Answers.sent < 2 * MAX_BYTES


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "192.0.0.8",
        "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.88.99.1", "::", "::1", "::7f00:1", "fe80::1",
        "fe80::1%eth0", "fec0::1", "fd00::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:0:127.0.0.1",
        "2002:7f00:1::", "2002:a00:1::", "64:ff9b::7f00:1", "64:ff9b:1::1", "2001:0:7f00:1::", "5f00::1",
    ],
)  # fmt: skip
def test_private_hosts_are_refused(host: str) -> None:
    assert not is_public(host)
    with pytest.raises(SourceError, match="private network"):
        fetch("http://site.example/", {}, network=Network(lambda _host, _port: ["93.184.215.14", host]))


@pytest.mark.parametrize(
    "host",
    [
        "localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "0", "[::1]",
        "[::ffff:7f00:1]", "[::ffff:127.0.0.1]", "[0:0:0:0:0:0:0:1]", "user@127.0.0.1", "127.0.0.1.", "１２７.0.0.1",
    ],
)  # fmt: skip
def test_this_machine_is_refused_however_it_is_written(host: str) -> None:
    with pytest.raises(SourceError, match=r"private network|is not known|cannot be fetched"):
        fetch(f"http://{host}:9/", {})


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e"])
def test_public_addresses_are_allowed(address: str) -> None:
    assert is_public(address)


def test_a_name_is_asked_for_once_and_what_was_checked_is_connected_to() -> None:
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    asked = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return next(answers)

    with serving() as http:
        page = fetch(f"http://site.example:{http.server_port}/page", {}, network=Network(rebinding, allow_loopback))
    assert page.content == PAGE
    assert asked == ["site.example"]


def test_a_redirect_to_a_name_within_a_private_network_is_refused(server: str) -> None:
    def inner(host: str, port: int) -> list[str]:
        return ["10.0.0.5"] if host == "inner.example" else to_loopback(host, port)

    with pytest.raises(SourceError, match="private network"):
        fetch(f"{server}/inner", {}, network=Network(inner, allow_loopback))


def test_the_next_address_of_a_host_is_tried(server: str) -> None:
    url = server.replace("site.example", "two.example")
    page = fetch(f"{url}/page", {}, network=Network(lambda _host, _port: ["127.0.0.2", "127.0.0.1"], lambda _: True))
    assert page.content == PAGE


@pytest.mark.parametrize(
    "url", ["ftp://site.example/a", "http://", "http://[broken", "file:///etc/passwd", "http://a:b/"]
)
def test_other_schemes_are_refused(url: str) -> None:
    with pytest.raises(SourceError, match="http or https"):
        get(url)


def test_an_unknown_host_and_a_closed_port_are_named() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise OSError("name not known")

    with pytest.raises(SourceError, match=r"nowhere\.example"):
        fetch("http://nowhere.example/", {}, network=Network(unknown))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        with pytest.raises(SourceError, match="cannot be fetched"):
            get(f"http://site.example:{free.getsockname()[1]}/")
