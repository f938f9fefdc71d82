"""Tests of the pages: each opens, tells what the record holds, leads on, and has a twin that tells the same."""

import re

import pytest
from browsing import Seen, send
from fastapi.testclient import TestClient
from records import RECORD, TEXT
from serving import HOME

from onrecord.answers import Identity
from onrecord.record.called import Latest, counted_in
from onrecord.serve.render import environment

PAGES = (
    "/", "/articles", "/articles/1", "/who/1", "/meetings", "/statements", "/offices", "/listings", "/timeline",
    "/search?q=Belu", "/network", "/network?of=1", "/review", "/review/1", "/decisions", "/sources", "/between/1/2",
    "/source?name=The%20Courier", "/login",
)  # fmt: skip
TWINS = tuple(page for page in PAGES if page not in ("/", "/login"))


def twin(page: str) -> str:
    path, _, query = page.partition("?")
    return f"{path}.json?{query}" if query else f"{path}.json"


@pytest.mark.parametrize("page", PAGES)
def test_each_page_opens_and_its_links_lead_somewhere(browser: TestClient, page: str) -> None:
    answer = browser.get(page)
    assert answer.status_code == 200
    seen = Seen(answer.text)
    addresses = {each["href"] for each in seen.all("a") if each["href"].startswith("/")}
    addresses |= {each["src"] for each in seen.all("script")} | {each["href"] for each in seen.all("link")}
    for address in sorted(addresses):
        assert browser.get(address).status_code in (200, 303), address
    ids = [each["id"] for _, each in seen.tags if "id" in each]
    assert len(ids) == len(set(ids))
    assert {each["href"][1:] for each in seen.all("a") if each["href"].startswith("#")} <= set(ids)


@pytest.mark.parametrize("page", TWINS)
def test_each_page_has_a_twin(browser: TestClient, page: str) -> None:
    answer = browser.get(twin(page))
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()
    assert twin(page).replace("&", "&amp;") in browser.get(page).text


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_a_browser_has_already_is_not_sent_again(browser: TestClient, page: str) -> None:
    browser.get("/")
    first = browser.get(page)
    again = browser.get(page, headers={"If-None-Match": f'"other", W/{first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")


def test_the_start_tells_what_is_new_and_how_much_there_is(browser: TestClient) -> None:
    told = browser.get("/start.json").json()
    assert told["counts"]["articles"] == 2
    assert told["counts"]["claims"] == 2 * len(RECORD.claims)
    assert [each["publisher"] for each in told["articles"]] == ["The Herald", "The Courier"]
    assert "A &lt;visit&gt;" in browser.get("/").text


def test_an_article_has_all_its_words_with_every_claim_marked_and_told(browser: TestClient) -> None:
    page = browser.get("/articles/1").text
    text = re.search(r'<article class="text".*?</article>', page, re.DOTALL)
    assert text is not None
    plain = Seen(re.sub(r"<a .*?</a>", "", text[0])).words
    assert " ".join(plain.split()) == " ".join(TEXT.split())
    marked = {key for each in Seen(page).all("mark") for key in each["data-claims"].split()}
    cards = {each["id"] for each in Seen(page).all("li") if each.get("class", "").startswith("claim ")}
    assert marked == cards
    assert len(cards) == len(RECORD.claims)
    for status in {claim.status for claim in RECORD.claims}:
        assert re.search(rf'<span class="status {status}".*?</i> {status}</span>', page)
    assert "<b>ministry</b></a> says:" in page


def test_copies_are_told(browser: TestClient) -> None:
    told = browser.get("/articles/1.json").json()
    assert [each["id"] for each in told["copies"]] == [2]
    assert "Nearly the same text" in browser.get("/articles/1").text


def test_a_dossier_has_sections_offices_on_an_axis_and_why_it_is_held_for_one(browser: TestClient) -> None:
    number = next(each["id"] for each in browser.get("/suggest.json?q=ana").json()["names"])
    page = browser.get(f"/who/{number}").text
    assert "Foreign Minister" in page
    assert '<rect class="bar current"' in page
    assert "% alike" in page
    told = browser.get(f"/who/{number}.json").json()
    assert told["identity"]["articles"] == 2
    assert told["sections"]["offices"]["answers"][0]["title"] == "Foreign Minister"
    assert told["counterparts"][0][0]["name"] == "Hald"


@pytest.mark.parametrize(
    ("articles", "totals", "reach"),
    [(2_000, (500, 0), Latest()), (2_001, (500,), Latest(articles=2_000)), (3, (501, 1), Latest(claims=500))],
)
def test_a_count_over_much_tells_how_far_it_reaches(articles: int, totals: tuple[int, ...], reach: Latest) -> None:
    identity = Identity(1, "person", "Ana Belu", None, (), articles)
    assert counted_in(identity, totals) == reach
    in_latest = environment().get_template("parts.html").module.in_latest  # type: ignore[attr-defined]
    told = in_latest(reach.articles, "articles")
    assert ("counted in the latest 2,000 articles" in told) == (articles > 2_000)


def test_counts_of_all_articles_tell_no_reach(browser: TestClient) -> None:
    assert browser.get("/who/1.json").json()["counted_in"] == {"articles": None, "claims": None}
    assert "in the latest" not in browser.get("/who/1").text


def test_lists_are_narrowed_by_their_form_and_go_on_over_pages(browser: TestClient) -> None:
    everything = browser.get("/timeline.json?limit=500").json()["answers"]
    found, address = [], "/timeline.json?limit=5"
    while address:
        page = browser.get(address).json()
        found += [each["claim"] for each in page["answers"]]
        assert page["total"] == len(everything)
        address = page["next"]
    assert found == [each["claim"] for each in everything]
    denied = browser.get("/timeline.json?status=denied&since=&kind=event&publisher=courier").json()["answers"]
    assert [(each["status"], each["kind"], each["publisher"]) for each in denied] == [
        ("denied", "event", "The Courier")
    ]


def test_a_search_finds_names_statements_and_articles(browser: TestClient) -> None:
    told = browser.get("/search.json?q=glad").json()
    assert told["statements"]["total"] == 2
    assert len(told["passages"]) == 2
    assert browser.get("/search.json?q=Hald").json()["names"][0]["name"] == "Hald"
    assert "Nothing of that" in browser.get("/search?q=zeppelin").text


@pytest.mark.parametrize(
    ("page", "status"),
    [
        ("/nothing", 404), ("/articles/99", 404), ("/who/99", 404), ("/who?name=Nobody", 404),
        ("/meetings?of=Nobody", 404),
        ("/timeline?status=wild", 422), ("/timeline?since=yesterday", 422), ("/read/gone", 404),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_words_and_as_a_problem_document(browser: TestClient, page: str, status: int) -> None:
    shown = browser.get(page)
    assert shown.status_code == status
    assert "Back to the start" in shown.text
    told = (
        browser.get(twin(page)) if page.split("?")[0] not in ("/who", "/nothing") else browser.get("/articles/99.json")
    )
    assert told.headers["content-type"] == "application/problem+json"
    assert told.json()["status"] == told.status_code
    assert told.json()["detail"]


def test_people_decide_who_is_who_and_take_it_back(browser: TestClient) -> None:
    page = browser.get("/who/1.json").json()
    other = browser.get("/suggest.json?q=hald").json()["names"][0]["id"]
    assert send(browser, "/who/1/same", {"other": "Hald", "reason": ""}).status_code == 422
    made = send(browser, "/who/1/same", {"other": f"{HOME}/who/{other}", "reason": "one and the same"})
    assert made.status_code == 303
    assert {each["id"] for each in browser.get("/who/1.json").json()["members"]} == {1, other}
    assert browser.get(f"/who/{other}").headers["location"] == "/who/1"
    assert "one and the same" in browser.get("/who/1").text
    judgement = browser.get("/who/1.json").json()["decisions"][0]["id"]
    assert send(browser, "/who/1/undo", {"judgement": str(judgement)}).status_code == 303
    assert browser.get("/who/1.json").json()["members"] == page["members"]


def test_two_that_were_joined_are_told_apart(browser: TestClient) -> None:
    key = {each["names"][0]: each["examples"] for each in browser.get("/who/1.json").json()["members"]}["Ana Belu"]
    (one, _), (other, _) = key
    assert send(browser, "/who/1/different", {"one": one, "other": other, "reason": "the aunt"}).status_code == 303
    assert len(browser.get("/suggest.json?q=ana").json()["names"]) == 2


def test_two_sides_have_one_line_of_time_and_a_balance(browser: TestClient) -> None:
    identities = browser.get("/articles/1.json").json()["identities"]
    page = f"/between/{identities['e2']}/{identities['e1']}"
    told = browser.get(f"{page}.json").json()
    assert [told[side]["name"] for side in ("one", "other")] == ["Hald", "Ana Belu"]
    assert told["total"] == 3
    points = [each for each in Seen(browser.get(page).text).all("a") if each.get("class") == "point"]
    assert len(points) == 3
    assert {each["href"].split("#")[0] for each in points} == {"/articles/1"}
    assert browser.get("/between?one=Hald&other=Belu").headers["location"] == page


def test_the_start_tells_most_of_those_with_names(browser: TestClient) -> None:
    told = [each["name"] for each in browser.get("/start.json").json()["told"]]
    assert told
    assert all(name[0].isupper() for name in told)


def test_what_is_not_told_as_a_fact_is_drawn_dashed(browser: TestClient) -> None:
    between = browser.get("/between/1/2.json").json()
    untold = [each for each in between["answers"] if each["status"] != "asserted"]
    page = browser.get("/between/1/2").text
    assert page.count("untold") == len(untold) > 0
    assert "denied: she had met him before" in page


def test_the_day_of_an_article_is_told_as_such(browser: TestClient) -> None:
    page = browser.get("/listings").text
    assert "told 6 Nov 2024" in page
    planned = browser.get("/meetings?status=planned").text
    assert "<span>8 Nov 2024</span>" in planned and "told 8 Nov" not in planned


def test_a_list_says_whom_a_name_is_taken_for(browser: TestClient) -> None:
    page = browser.get("/meetings?of=belu&with=hald").text
    assert 'belu: <a href="/who/1">Ana Belu</a> (2 articles)</p>' in page and 'hald: <a href="/who/2">' in page
    told = browser.get("/meetings.json?of=belu").json()["meant"]
    assert [(each["name"], each["identity"]["id"], each["others"]) for each in told] == [("belu", 1, [])]
    assert "aka" not in browser.get("/meetings").text
