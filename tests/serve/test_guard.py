"""Tests of who is let in: names of hosts, sizes, other sites' pages, passwords, roles, tokens, and what is limited."""

import contextlib
import resource
import socket
import urllib.request
from datetime import timedelta

import pytest
from browsing import TOKEN, send, token_on
from fastapi.testclient import TestClient
from serving import HOME, NOW, Clock, Open, served

from onrecord.errors import RecordError
from onrecord.record import open_to_write
from onrecord.record.users import User, put_user
from onrecord.serve import Terms, check_proxies
from onrecord.serve.access import HASHER

PASSWORD = "a long password"
TERMS = Terms(needs_password=True, names=frozenset({"news.example"}), logins=5)


@pytest.fixture
def guarded(opened: Open, where_served: str) -> TestClient:
    """A browser at a site that asks for passwords; there are a reader and a reviewer."""
    with open_to_write(where_served, now=NOW.isoformat()) as store, store.writing() as connection:
        for name in ("reader", "reviewer"):
            user = User(name, HASHER.hash(PASSWORD), "reader" if name == "reader" else "reviewer")
            put_user(connection, user, now=NOW.isoformat())
    return opened(TERMS, "https://news.example")


def sign_in(browser: TestClient, name: str, password: str = PASSWORD, onto: str = "/") -> int:
    answer = send(browser, "/login", {"name": name, "password": password, "next": onto}, page="/login")
    return int(answer.status_code)


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200), ("localhost:8765", 200), ("127.0.0.1:8765", 200), ("[::1]:8765", 200), ("192.168.1.7", 200),
        ("evil.example", 421), ("localhost.evil.example", 421), ("", 421), ("127.0.0.1.evil.example:80", 421),
        ("a@b", 421),
    ],
)  # fmt: skip
def test_only_own_names_are_answered(browser: TestClient, host: str, status: int) -> None:
    assert browser.get("/", headers={"Host": host}).status_code == status


def test_every_answer_lets_nothing_foreign_run(browser: TestClient) -> None:
    for path in ("/", "/nothing", "/start.json", "/articles/1", "/articles/99"):
        policy = browser.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
    assert browser.get("/").headers["x-content-type-options"] == "nosniff"


def test_what_is_too_large_is_turned_away_before_it_is_read(browser: TestClient) -> None:
    def never() -> object:
        raise AssertionError("the body was read")
        yield b""

    size = {"Content-Length": str(100 * 2**20), "Content-Type": "application/x-www-form-urlencoded"}
    assert browser.post("/read", content=never(), headers=size).status_code == 413  # type: ignore[arg-type]
    pieces = (b"x" * 2**20 for _ in range(4))  # without a length it is counted as it comes
    answer = browser.post("/read", content=pieces, headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert answer.status_code == 413


def test_changes_are_taken_from_own_pages_only(browser: TestClient) -> None:
    token = token_on(browser)
    form = {"token": token, "text": "Words."}
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}):
        assert browser.post("/read", data=form, headers=headers).status_code == 403
    assert (
        browser.post("/read", data=form, headers={"Origin": HOME, "Sec-Fetch-Site": "same-origin"}).status_code == 303
    )
    assert browser.post("/read", data={"text": "Words."}).status_code == 403
    assert browser.post("/read", data=form | {"token": "0" * 64}).status_code == 403
    assert browser.post("/read", json={"token": token}).status_code == 415


def test_a_token_is_of_one_session(browser: TestClient, opened: Open) -> None:
    other = TestClient(browser.app, base_url=HOME, follow_redirects=False)
    assert other.post("/read", data={"token": token_on(browser), "text": "Words."}).status_code == 403


def test_without_signing_in_nothing_is_shown(guarded: TestClient) -> None:
    assert guarded.get("/articles/1").headers["location"] == "/login?next=%2Farticles%2F1"
    assert guarded.get("/articles/1.json").status_code == 401
    assert "A &lt;visit&gt;" not in guarded.get("/articles/1").text
    assert send(guarded, "/read", {"text": "Words."}, page="/login").status_code == 303


def test_who_signs_in_sees_the_record_until_they_sign_out(guarded: TestClient, clock: Clock) -> None:
    assert sign_in(guarded, "reader", onto="/sources") == 303
    (cookie,) = (each for each in guarded.cookies.jar if each.name == "onrecord")
    assert cookie.secure
    assert cookie.has_nonstandard_attr("HttpOnly")
    assert cookie.get_nonstandard_attr("SameSite") == "Strict"
    assert guarded.get("/sources").status_code == 200
    clock.at += timedelta(hours=13)
    assert guarded.get("/sources").status_code == 303
    assert sign_in(guarded, "reader") == 303
    assert send(guarded, "/logout").status_code == 303
    assert guarded.get("/sources").status_code == 303


def test_signing_in_gives_another_key(guarded: TestClient) -> None:
    guarded.get("/login")
    before = guarded.cookies["onrecord"]
    sign_in(guarded, "reader")
    assert guarded.cookies["onrecord"] != before


def test_readers_may_not_change_anything(guarded: TestClient) -> None:
    sign_in(guarded, "reader")
    assert send(guarded, "/who/1/same", {"other": "#2", "reason": "x"}).status_code == 403
    assert "They are the same" not in guarded.get("/who/1").text
    sign_in(guarded, "reviewer")
    assert send(guarded, "/who/1/same", {"other": "#2", "reason": "x"}).status_code == 303


def test_wrong_passwords_are_refused_and_limited(guarded: TestClient, clock: Clock) -> None:
    token = token_on(guarded, "/login")
    form = {"token": token, "name": "reviewer", "password": "wrong"}
    statuses = [guarded.post("/login", data=form).status_code for _ in range(1000)]
    assert statuses.count(401) == 5
    assert set(statuses[5:]) == {429}
    assert sign_in(guarded, "reviewer") == 429
    clock.at += timedelta(minutes=1)
    assert sign_in(guarded, "nobody") == 401
    assert sign_in(guarded, "reviewer") == 303


def test_after_signing_in_nobody_is_sent_to_another_site(guarded: TestClient) -> None:
    for onto in ("https://evil.example/", "//evil.example", "/\\evil.example", "/\n/evil.example"):
        form = {"name": "reader", "password": PASSWORD, "next": onto}
        assert send(guarded, "/login", form, page="/login").headers["location"] == "/"
        guarded.cookies.clear()


def test_programs_send_name_and_password_along(guarded: TestClient) -> None:
    assert guarded.get("/start.json", auth=("reader", PASSWORD)).json()["counts"]["articles"] == 2
    assert guarded.get("/start.json", auth=("reader", PASSWORD)).status_code == 200
    assert guarded.get("/start.json", auth=("reader", "wrong")).status_code == 401
    assert guarded.get("/start.json", headers={"Authorization": "Basic ???"}).status_code == 401


def test_a_proxy_of_ours_says_who_signed_in(opened: Open, guarded: TestClient) -> None:
    terms = Terms(needs_password=True, proxies=("10.0.0.0/24",), user_header="X-Remote-User", names=TERMS.names)
    browser = opened(terms, "https://news.example", ("10.0.0.7", 1))
    maria, known = {"X-Remote-User": "maria"}, {"X-Remote-User": "reviewer"}
    assert browser.get("/sources").status_code == 303
    page = browser.get("/sources", headers=maria)
    assert page.status_code == 200
    assert "maria, reader" in page.text
    assert "Sign out" not in page.text
    assert send_as(browser, maria) == 403
    assert send_as(browser, known) == 303
    assert browser.get("/sources", headers=[("X-Remote-User", "maria"), ("X-Remote-User", "reviewer")]).is_redirect
    assert browser.get("/sources", headers={"X-Remote-User": " "}).is_redirect


def send_as(browser: TestClient, headers: dict[str, str]) -> int:
    token = TOKEN.search(browser.get("/", headers=headers).text)
    assert token is not None
    form = {"token": token[1], "other": "#2", "reason": "x"}
    return int(browser.post("/who/1/same", data=form, headers=headers).status_code)


@pytest.mark.parametrize(
    ("terms", "client"),
    [
        (Terms(needs_password=True, user_header="X-Remote-User"), "127.0.0.1"),
        (Terms(needs_password=True, proxies=("127.0.0.1",)), "127.0.0.1"),
        (Terms(needs_password=True, proxies=("10.0.0.7",), user_header="X-Remote-User"), "10.0.0.8"),
        (Terms(needs_password=True, proxies=("10.0.0.7",), user_header="X-Remote-User"), "testclient"),
    ],
)
def test_nobody_else_says_who_signed_in(opened: Open, terms: Terms, client: str) -> None:
    browser = opened(terms, HOME, (client, 1))
    headers = {"X-Remote-User": "reviewer", "X-Forwarded-For": "10.0.0.7"}
    assert browser.get("/sources.json", headers=headers).status_code == 401


def test_only_a_proxy_of_ours_says_where_a_request_is_from(opened: Open, guarded: TestClient) -> None:
    terms = Terms(needs_password=True, proxies=("10.0.0.7", "10.0.0.6"), logins=3)
    proxied, direct = (opened(terms, HOME, (client, 1)) for client in ("10.0.0.7", "10.0.0.8"))
    told = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "6.6.6.6, 192.0.2.1, 10.0.0.6"}
    assert "; Secure" in proxied.get("/login", headers=told).headers["set-cookie"]
    assert "Secure" not in direct.get("/login", headers=told).headers["set-cookie"]
    tries = [  # what the visitor wrote into the header before the proxies counts for nothing
        proxied.get("/sources.json", auth=(f"n{n}", "x"), headers=told | {"X-Forwarded-For": f"{n}, 192.0.2.1"})
        for n in range(9)
    ]
    assert {each.status_code for each in tries} == {401}
    limit = proxied.app.state.site.logins  # type: ignore[attr-defined]
    assert limit.wait_seconds("from 192.0.2.1", a_minute=3, at=NOW.timestamp()) > 0


@pytest.mark.parametrize(
    ("terms", "words"),
    [(Terms(proxies=("proxy",)), "is no address"), (Terms(user_header="X-Remote-User"), "name the proxy")],
)
def test_a_proxy_is_named_by_its_address(terms: Terms, words: str) -> None:
    with pytest.raises(RecordError, match=words):
        check_proxies(terms)


def test_wrong_passwords_sent_along_are_limited_whatever_the_name(guarded: TestClient, clock: Clock) -> None:
    statuses = {guarded.get("/start.json", auth=(f"name {n}", "wrong")).status_code for n in range(1000)}
    assert statuses == {401}
    assert guarded.get("/start.json", auth=("reader", PASSWORD)).status_code == 401  # no turn is left at this address
    clock.at += timedelta(minutes=1)
    assert guarded.get("/start.json", auth=("reader", PASSWORD)).status_code == 200


@pytest.mark.parametrize("told", [True, False])
def test_100_megabytes_are_not_taken_in(opened: Open, told: bool) -> None:
    megabyte, form = b"x" * 2**20, "application/x-www-form-urlencoded"
    length = "Content-Length: 104857600" if told else "Transfer-Encoding: chunked"
    piece = megabyte if told else b"100000\r\n" + megabyte + b"\r\n"
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with served(opened().app) as address:  # type: ignore[arg-type]
        host, _, port = address.removeprefix("http://").partition(":")
        taken, answer = 0, b""
        with socket.create_connection((host, int(port)), timeout=20) as line:
            line.sendall(f"POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Type: {form}\r\n{length}\r\n\r\n".encode())
            with contextlib.suppress(OSError):  # the server hangs up
                for _ in range(100):
                    line.sendall(piece)
                    taken += len(piece)
            with contextlib.suppress(OSError):
                answer = line.recv(100)
        assert answer.startswith(b"HTTP/1.1 413") or taken < 100 * 2**20
        assert urllib.request.urlopen(f"{address}/start.json").status == 200
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000  # kibibytes
