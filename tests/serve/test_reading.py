"""Tests of reading an article on a page: pasted or by its address, shown with marks, kept only when it is added."""

from browsing import send, token_on
from fastapi.testclient import TestClient
from records import RECORD, TEXT
from serving import Open

from onrecord.serve import Terms


def test_a_pasted_article_is_shown_with_its_claims_and_not_kept(browser: TestClient) -> None:
    answer = send(browser, "/read", {"text": TEXT, "title": "A visit", "published": "2024-11-06"})
    assert answer.status_code == 303
    page = browser.get(answer.headers["location"])
    assert page.text.count('<li class="claim ') == len(RECORD.claims)
    assert "Add to the record" in page.text
    assert browser.get(answer.headers["location"] + ".json").json()["record"]["claims"]
    assert browser.get("/start.json").json()["counts"]["articles"] == 2


def test_an_article_is_added_when_somebody_says_so_and_only_once(browser: TestClient) -> None:
    text = "Deputy Prime Minister Stefan Maruk met President Alexei Doran in Orsova on Monday."
    where = send(browser, "/read", {"text": text, "published": "2031-09-03"}).headers["location"]
    added = send(browser, f"{where}/add", page=where)
    assert added.headers["location"] == "/articles/3"
    kept = browser.get("/articles/3.json").json()
    assert kept["article"]["published"] == "2024-11-06"  # what the tests' reader reads is what is added
    assert "holds this article already" in browser.get(where).text


def test_a_page_is_fetched_by_its_address(browser: TestClient) -> None:
    assert send(browser, "/read", {"text": "https://news.example/page"}).status_code == 303
    missing = send(browser, "/read", {"text": "https://news.example/gone"})
    assert missing.status_code == 422
    assert "is not there" in missing.text


def test_what_cannot_be_read_is_told(browser: TestClient) -> None:
    assert "There is no text" in send(browser, "/read", {"text": " "}).text
    assert "is not ISO 8601" in send(browser, "/read", {"text": TEXT, "published": "soon"}).text


def test_readings_are_limited(opened: Open) -> None:
    browser = opened(Terms(readings=3))
    token = token_on(browser)
    answers = [browser.post("/read", data={"token": token, "text": TEXT}) for _ in range(4)]
    assert [each.status_code for each in answers] == [303, 303, 303, 429]
    assert int(answers[-1].headers["retry-after"]) > 0


def test_drafts_that_nobody_adds_are_forgotten_in_time(browser: TestClient) -> None:
    drafts = browser.app.state.site.drafts  # type: ignore[attr-defined]
    first = drafts.keep(RECORD)
    for _ in range(64):
        drafts.keep(RECORD)
    assert drafts.find(first) is None
