"""Tests of the API: each question answers as the record does, pages follow on each other, errors are problems."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient
from records import RECORD, TEXT
from serving import Open

from onrecord.record.inquiry import open_inquiry
from onrecord.serve import Terms
from onrecord.serve.render import plain

QUESTIONS = (
    "/api/who?name=%231", "/api/meetings", "/api/statements", "/api/offices", "/api/listings",
    "/api/between?one=%231&other=%232", "/api/on?day=2031-09-04", "/api/search?q=Belu",
)  # fmt: skip


def as_json(value: Any) -> Any:
    """The value as it comes out of JSON."""
    return json.loads(json.dumps(plain(value)))


def problem_of(answer: Any, status: int) -> dict[str, Any]:
    """The problem document of an answer, which has that status."""
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told: dict[str, Any] = answer.json()
    assert told["status"] == status
    assert told["detail"]
    return told


def test_questions_are_answered_as_the_record_does(browser: TestClient, where_served: str) -> None:
    with open_inquiry(where_served) as inquiry:
        expected = {
            "meetings": inquiry.meetings(), "statements": inquiry.statements(), "offices": inquiry.offices(),
            "listings": inquiry.listings(), "on?day=2031-09-04": inquiry.on("2031-09-04"),
        }  # fmt: skip
        for question, answers in expected.items():
            assert browser.get(f"/api/{question}").json() == as_json(answers) | {"next": None}
        assert browser.get("/api/who?name=%231").json() == as_json(inquiry.who("#1"))
        between, told = inquiry.between("#1", "#2"), browser.get("/api/between?one=%231&other=%232").json()
        assert (told["one"]["id"], told["total"]) == (between.one.id, between.answers.total)
        found, told = inquiry.search("Belu"), browser.get("/api/search?q=Belu").json()
        assert told == {"statements": as_json(found.statements), "passages": as_json(found.passages), "next": None}
    assert any(answers.total for answers in expected.values())


def test_many_names_are_screened_at_once(browser: TestClient, where_served: str) -> None:
    names = ["Ana Belu", "Nobody"]
    with open_inquiry(where_served) as inquiry:
        expected = as_json(inquiry.screen(names))
    assert browser.post("/api/screen", json={"names": names}).json() == {"screened": expected}
    for wrong in ({"names": []}, {"names": ["Hald"] * 101}, {"name": "Hald"}, {"names": ["Hald"], "limit": 0}):
        problem_of(browser.post("/api/screen", json=wrong), 422)
    problem_of(browser.post("/api/screen", data={"names": "Hald"}), 415)
    problem_of(browser.post("/api/screen", json={"names": names}, headers={"Origin": "https://evil.example"}), 403)


def test_pages_follow_on_each_other_to_the_last(browser: TestClient) -> None:
    whole = browser.get("/api/between?one=%231&other=%232").json()["answers"]
    assert len(whole) > 1
    found: list[Any] = []
    address: str | None = "/api/between?one=%231&other=%232&limit=1"
    while address:
        page = browser.get(address).json()
        assert len(page["answers"]) <= 1
        found += page["answers"]
        address = page["next"]
    assert [each["claim"] for each in found] == [each["claim"] for each in whole]


@pytest.mark.parametrize("question", [*QUESTIONS, "/api", "/api/openapi.json"])
def test_what_is_known_is_not_sent_again(browser: TestClient, question: str) -> None:
    first = browser.get(question)
    assert first.status_code == 200
    again = browser.get(question, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("who", 422), ("who?name=", 422), ("who?name=Nobody%20Atall", 404), ("who?name=%23" + "9" * 30, 404),
        ("who?name=%00", 422), ("who?name=" + "x" * 201, 422), ("meetings?limit=0", 422), ("meetings?limit=501", 422),
        ("meetings?limit=" + "9" * 40, 422), ("meetings?status=certain", 422), ("meetings?since=2031-02-30", 422),
        ("meetings?since=0000-01-01", 422), ("on?day=2031-13-01", 422), ("on", 422), ("meetings?after=!", 422),
        ("meetings?after=zzzz", 404), ("meetings?after=YzE1MDAwMDA", 404), ("meetings?after=Yzk5OTk5OTk5OTk5", 404),
        ("offices?country=Nowhere", 404), ("nothing", 404), ("read", 405), ("search", 422),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_a_problem(browser: TestClient, question: str, status: int) -> None:
    assert problem_of(browser.get(f"/api/{question}"), status)["instance"] == f"/api/{question.partition('?')[0]}"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("meetings?status=certain",
         "status: 'certain' is not one of 'asserted', 'planned', 'possible', 'alleged', 'denied'"),
        ("meetings?since=2031-02-30", "since: 2031-02-30 is no day of the calendar"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_told_with_those_that_are_right(browser: TestClient, question: str, told: str) -> None:
    assert problem_of(browser.get(f"/api/{question}"), 422)["detail"] == told


def test_a_posted_text_is_read_and_not_kept(browser: TestClient) -> None:
    before = browser.get("/start.json").json()["counts"]
    answer = browser.post("/api/read", json={"text": TEXT, "title": "Talks", "published": "2031-09-04"})
    assert answer.status_code == 200
    assert answer.json()["document"]["title"] == "Talks"
    assert len(answer.json()["claims"]) == len(RECORD.claims)
    assert browser.get("/start.json").json()["counts"] == before


def test_what_cannot_be_read_is_a_problem(browser: TestClient) -> None:
    for given in ({}, {"text": ""}, {"text": " "}, {"text": "Words.", "published": "soon"}, {"text": "W", "more": 1}):
        problem_of(browser.post("/api/read", json=given), 422)
    sent = {"Content-Type": "application/json"}
    for body in (b"{", b"\xff", b'{"text": "\\ud800"}', b'{"text": "a\\u0000b"}', b"[" * 100_000):
        assert problem_of(
            browser.post("/api/read", content=body, headers=sent), 400 if body in (b"\xff", b"[" * 100_000) else 422
        )
    problem_of(browser.post("/api/read", content=b"Words.", headers={"Content-Type": "text/plain"}), 415)
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        problem_of(browser.post("/api/read", json={"text": TEXT}, headers=headers), 403)


def test_an_address_is_not_fetched(browser: TestClient) -> None:
    answer = browser.post("/api/read", json={"text": "https://news.example/page"})
    assert answer.status_code == 200 or "English" in problem_of(answer, 422)["detail"]


def test_too_much_is_turned_away_before_it_is_read(browser: TestClient, opened: Open) -> None:
    def never() -> object:
        raise AssertionError("the body was read")
        yield b""

    size = {"Content-Length": str(100 * 2**20), "Content-Type": "application/json"}
    problem_of(browser.post("/api/read", content=never(), headers=size), 413)  # type: ignore[arg-type]
    pieces = (b"x" * 2**20 for _ in range(4))  # without a length it is counted as it comes
    problem_of(browser.post("/api/read", content=pieces, headers={"Content-Type": "application/json"}), 413)
    hurried = opened(Terms(readings=2))
    for _ in range(2):
        assert hurried.post("/api/read", json={"text": TEXT}).status_code == 200
    answer = hurried.post("/api/read", json={"text": TEXT})
    problem_of(answer, 429)
    assert int(answer.headers["retry-after"]) > 0


@pytest.mark.parametrize("question", [*QUESTIONS, "/api", "/api/openapi.json"])
def test_passwords_are_asked_for(opened: Open, question: str) -> None:
    guarded = opened(Terms(needs_password=True))
    problem_of(guarded.get(question), 401)
    problem_of(guarded.post("/api/read", json={"text": TEXT}), 401)


def test_the_document_names_every_question(browser: TestClient) -> None:
    document = browser.get("/api/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    assert set(document["paths"]) == {question.partition("?")[0] for question in QUESTIONS} | {
        "/api/read",
        "/api/screen",
    }
    page = browser.get("/api")
    assert page.headers["content-type"].startswith("text/html")
    assert all(path in page.text for path in document["paths"])
    assert 'src="http' not in page.text
    assert 'href="http' not in page.text
