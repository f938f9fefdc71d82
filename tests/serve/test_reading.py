"""Tests of reading an article on a page: pasted or by its address, shown with marks, kept only when it is added."""

from typing import cast

import pytest
from browsing import send, token_on
from fastapi.testclient import TestClient
from records import RECORD, TEXT
from serving import Open

from onrecord.serve import Site, Terms
from onrecord.serve.pages.draft import find_document


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


PAGE = (
    '<!doctype html><html lang="en"><head><title>Ministry denies talks</title><meta property="og:site_name" '
    'content="The Courier"><meta property="article:published_time" content="2031-09-03T08:30:00+02:00"></head><body>'
    "<nav><a href='/'>Home</a></nav><article><h1>Ministry denies talks</h1>"
    "<p>Foreign Minister Ana Belu denied on Tuesday that she had met Tor Hald in Norland before the vote.</p>"
    "<p>Her ministry called the report a fabrication, and asked the paper to take it back within a day.</p>"
    + "</article></body></html>"
)


def test_the_source_of_a_page_is_read_as_the_page() -> None:
    site = cast(Site, None)  # nothing is fetched
    found = find_document(site, {"text": PAGE})
    assert found.text.startswith("Foreign Minister Ana Belu") and "<" not in found.text
    assert (found.title, found.publisher) == ("Ministry denies talks", "The Courier")
    assert found.published == "2031-09-03T08:30:00+02:00"
    given = {
        "text": PAGE,
        "title": "Talks",
        "publisher": "The Herald",
        "published": "2031-09-04",
        "url": "https://a.example/1",
    }
    told = find_document(site, given)
    assert (told.title, told.publisher, told.published, told.url) == tuple(given.values())[1:]
    part = PAGE[PAGE.index("<article>") : PAGE.index("</body>")]
    assert "<" not in find_document(site, {"text": part}).text


@pytest.mark.parametrize("text", ["a < b, said <Tor> Hald in Norland.", "<Tor> Hald met Ana Belu.", "< p > met"])
def test_signs_in_a_text_make_it_no_page(text: str) -> None:
    assert find_document(cast(Site, None), {"text": text}).text == text


def test_a_reading_is_headed_by_its_first_line(browser: TestClient) -> None:
    where = send(browser, "/read", {"text": TEXT}).headers["location"]
    assert "<h1" in browser.get(where).text and "A text that was pasted" not in browser.get(where).text


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
