"""Tests of the review: the next claim with its words, what is decided of it, corrections, the log, and gold records."""

import json

import pytest
from browsing import Seen, send
from fastapi.testclient import TestClient
from records import RECORD


def decide(browser: TestClient, claim: int, verdict: str, reason: str = "", **fields: str) -> str:
    answer = send(browser, f"/review/{claim}", {"verdict": verdict, "reason": reason, **fields})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def test_the_least_sure_claim_is_shown_where_its_words_stand(browser: TestClient) -> None:
    told = browser.get("/review.json").json()
    assert told["waiting"] == 2 * len(RECORD.claims)
    assert told["claim"]["claim"] == 2
    assert [each["claim"] for each in told["ahead"]][:3] == [8, 1, 3]
    page = browser.get("/review").text
    words = "".join(part.split("</mark>")[0] for part in page.split(' here"')[1:])
    assert "meet" in words
    assert "Friday" in words
    assert browser.get("/review.json?kind=tie&article=2").json()["waiting"] == 1
    assert browser.get("/review.json?after=2").json()["claim"]["claim"] == 8


def test_a_claim_is_rejected_and_the_decision_is_taken_back(browser: TestClient) -> None:
    before = browser.get("/meetings.json").json()["total"]
    assert "needs a reason" in send(browser, "/review/2", {"verdict": "rejected"}).text
    onto = decide(browser, 2, "rejected", "no visit", kind="event")
    assert onto == "/review?kind=event&done=1"
    page = browser.get(onto).text
    assert "Rejected: no visit" in page
    assert browser.get("/meetings.json").json()["total"] == before - 1
    assert "is-rejected" in browser.get("/articles/1").text
    assert send(browser, "/review/undo", {"decision": "1"}).headers["location"] == "/review/2"
    assert browser.get("/meetings.json").json()["total"] == before
    assert "taken back" in browser.get("/decisions").text


def test_a_claim_is_corrected_in_type_sides_status_and_time(browser: TestClient) -> None:
    form = Seen(browser.get("/review/2").text)
    assert {"event", "mode", "status", "actors", "recipients", "reason"} <= {
        each["name"] for each in form.all("select")
    } | {each["name"] for each in form.all("input")}
    fields = {
        "event": "SUPPORT", "mode": "", "status": "alleged", "actors": "e1", "recipients": "e2", "when": "on Friday",
        "value": "2024-11-15",
    }  # fmt: skip
    decide(browser, 2, "corrected", "it praises", **fields)
    claim = browser.get("/articles/1.json").json()["record"]["claims"][1]
    assert (claim["event"], claim["mode"], claim["status"]) == ("SUPPORT", None, "alleged")
    assert (claim["actors"], claim["recipients"], claim["time"]["value"]) == (["e1"], ["e2"], "2024-11-15")
    assert "corrected" in browser.get("/timeline?of=Ana%20Belu").text
    decide(browser, 2, "accepted")
    assert browser.get("/articles/1.json").json()["record"]["claims"][1]["event"] == "CONSULT"


@pytest.mark.parametrize(
    ("claim", "fields", "words"),
    [
        (2, {"event": "DANCE"}, "is no event"),
        (2, {"actors": "e77"}, "is not in the article"),
        (2, {"value": "next week"}, "is no date"),
        (2, {"when": "at noon"}, "does not stand in the article"),
        (1, {"title": " "}, "needs its title"),
        (4, {"a": ""}, "is one of those"),
        (2, {"verdict": "sold"}, "choose one"),
    ],
)
def test_a_correction_that_cannot_be_is_refused(
    browser: TestClient, claim: int, fields: dict[str, str], words: str
) -> None:
    answer = send(browser, f"/review/{claim}", {"verdict": "corrected", "reason": "x", **fields})
    assert answer.status_code == 422
    assert words in answer.text


def test_times_are_given_and_taken_away(browser: TestClient) -> None:
    decide(browser, 1, "corrected", "x", when="Friday", value="2024-11-08")
    assert browser.get("/articles/1.json").json()["record"]["claims"][0]["time"]["text"] == "Friday"
    decide(browser, 2, "corrected", "x", when="", value="")
    assert browser.get("/articles/1.json").json()["record"]["claims"][1]["time"] is None


def test_an_article_that_is_decided_whole_is_a_gold_record(browser: TestClient) -> None:
    for claim in range(1, len(RECORD.claims) + 1):
        decide(browser, claim, "accepted")
    (line,) = browser.get("/decisions/gold.jsonl").text.splitlines()
    gold = json.loads(line)
    assert len(gold["claims"]) == len(RECORD.claims)
    assert all("confidence" not in each for each in gold["claims"])
    assert "Nothing waits" in browser.get("/review?article=1").text
    assert len(browser.get("/decisions.json").json()["decisions"]) == len(RECORD.claims)


def test_a_claim_that_is_gone_is_told(browser: TestClient) -> None:
    assert browser.get("/review/99").status_code == 404
    assert send(browser, "/review/99", {"verdict": "accepted"}).status_code == 404
    assert send(browser, "/review/undo", {"decision": "7"}).status_code == 404
