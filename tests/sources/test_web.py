"""Tests of fetching: pages over a server of the test's own, and every way into a private network refused."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from onrecord.errors import SourceError
from onrecord.sources.inputs import Page
from onrecord.sources.web import fetch, is_public


class Answers(BaseHTTPRequestHandler):
    """Answers by path: /page, /text, /moved (to /page), /loop, /away (to another host), /large, /gone."""

    def do_GET(self) -> None:
        places = {"/moved": "/page", "/loop": "/loop", "/away": "http://10.0.0.1/", "/file": "file:///etc/hostname"}
        if self.path in places:
            self.send_response(302)
            self.send_header("Location", places[self.path])
            self.end_headers()
            return
        if self.path == "/gone":
            self.send_error(404)
            return
        content = b"x" * 2000 if self.path == "/large" else b"<p>Hello</p>"
        self.send_response(200)
        self.send_header("Content-Type", "text/plain" if self.path == "/text" else "text/html")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: a test prints nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Answers) as http:
        thread = threading.Thread(target=http.serve_forever)
        thread.start()
        yield f"http://site.example:{http.server_port}"
        http.shutdown()
        thread.join()


def to_loopback(host: str, port: int) -> list[str]:
    return ["127.0.0.1"] if host == "site.example" else [host]


def allow_loopback(address: str) -> bool:
    return address == "127.0.0.1"


def get(url: str) -> Page:
    return fetch(url, {}, resolve=to_loopback, is_allowed=allow_loopback)


def test_a_page_and_a_text(server: str) -> None:
    assert get(f"{server}/page") == Page(f"{server}/page", b"<p>Hello</p>", ".html")
    assert get(f"{server}/text").suffix == ".txt"


def test_letters_beyond_ascii_are_sent_with_percent_signs(server: str) -> None:
    assert get(f"{server}/città?q=é b").content == b"<p>Hello</p>"


def test_a_redirect_is_followed_to_its_address(server: str) -> None:
    assert get(f"{server}/moved").url == f"{server}/page"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/loop", "redirects more than 5 times"),
        ("/away", "private network"),
        ("/file", "no http or https"),
        ("/gone", "answers 404"),
    ],
)
def test_bad_answers_are_named(server: str, path: str, message: str) -> None:
    with pytest.raises(SourceError, match=message) as raised:
        get(server + path)
    assert server + path in str(raised.value)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1", "0.0.0.0"]
)
def test_private_hosts_are_refused(host: str) -> None:
    with pytest.raises(SourceError, match="private network"):
        fetch("http://site.example/", {}, resolve=lambda _host, _port: ["93.184.215.14", host])


def test_public_addresses_are_allowed() -> None:
    assert is_public("93.184.215.14")
    assert is_public("2606:2800:21f:cb07:6820:80da:af6b:8b2c")
    assert not is_public("fe80::1%eth0")


@pytest.mark.parametrize("url", ["ftp://site.example/a", "http://", "http://[broken", "file:///etc/passwd"])
def test_other_schemes_are_refused(url: str) -> None:
    with pytest.raises(SourceError, match="http or https"):
        get(url)


def test_an_unknown_host_and_a_closed_port_are_named() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise OSError("name not known")

    with pytest.raises(SourceError, match=r"nowhere\.example"):
        fetch("http://nowhere.example/", {}, resolve=unknown)
    with pytest.raises(SourceError, match="cannot be fetched"):
        get("http://site.example:1/")
