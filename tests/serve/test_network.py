"""Tests of the network: it starts from one name, grows from others, and its edges say who did what to whom."""

from io import BytesIO
from pathlib import Path

from fastapi.testclient import TestClient
from serving import HOME, NOW, Clock, fetch, read

from onrecord.model import Claim, Document, Entity, Event, Mention, Record, Span
from onrecord.record import open_to_write
from onrecord.record.inquiry import open_inquiry
from onrecord.record.write import Arrival, put_record
from onrecord.serve import Site, make_app
from onrecord.serve.pages.network import MOST_DRAWN, MOST_ROWS
from onrecord.sources import Outside


def edges(browser: TestClient, query: str) -> list[tuple[str, str, str, str, int]]:
    told = browser.get(f"/network.json?{query}").json()
    names = {each["id"]: each["name"] for each in told["nodes"]}
    return [
        (names[each["one"]], each["status"], each["says"], names[each["other"]], each["claims"])
        for each in told["edges"]
    ]


def test_it_starts_from_one_name(browser: TestClient) -> None:
    assert edges(browser, "") == []
    assert "Ana Belu" in browser.get("/network").text
    found = edges(browser, "name=Ana%20Belu")
    assert ("Ana Belu", "planned", "met", "Hald", 1) in found
    assert ("Ana Belu", "denied", "met", "Hald", 1) in found
    assert {says for _, _, says, _, _ in found} == {"met", "is close to"}


def test_it_grows_from_others_and_is_narrowed(browser: TestClient) -> None:
    identities = browser.get("/articles/1.json").json()["identities"]
    hald, norland = identities["e2"], identities["e4"]
    assert ("Norland", "asserted", "sanctioned", "Hald", 1) in edges(browser, f"of={hald}&of={norland}")
    assert edges(browser, f"of={hald}&says=sanctioned") == [("Norland", "asserted", "sanctioned", "Hald", 1)]
    assert edges(browser, f"of={hald}&status=denied") == [("Ana Belu", "denied", "met", "Hald", 1)]
    assert edges(browser, f"of={hald}&sources=2") == []
    told = browser.get(f"/network.json?of={hald}&most=1").json()
    assert (len(told["nodes"]), told["hidden"]) == (2, 1)


def test_the_table_tells_what_is_drawn(browser: TestClient) -> None:
    page = browser.get("/network?of=1")
    assert page.text.count("data-edge=") == len(edges(browser, "of=1"))
    assert "cytoscape" in page.text
    assert browser.get("/network?of=99").status_code == 404
    assert browser.get("/network?of=x").status_code == 422


MANY = 2000


def crowded() -> Record:
    """A record in which one meets 2,000 others, some of them more often, and each of these accuses the next."""
    names = [f"Person{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)} Dorn" for n in range(MANY)]
    text = "Ana Belu met " + ", ".join(names)
    whole = Span(0, len(text))
    people = [Entity("e0", "person", "Ana Belu", (), (Mention(Span(0, 8), "name"),))]
    for n, name in enumerate(names, 1):
        start = text.index(name)
        people.append(Entity(f"e{n}", "person", name, (), (Mention(Span(start, start + len(name)), "name"),)))
    times = [(n, again) for n in range(1, MANY + 1) for again in range(1 + (n <= 20))]
    met = [Event("CONSULT", "meet", ("e0", f"e{n}"), (), Span(9, 12)) for n, _ in times]
    accused = [Event("ACCUSE", None, (f"e{n}",), (f"e{n + 1}",), Span(9, 12)) for n in range(1, MANY)]
    claims = (
        Claim(f"c{n}", what, "asserted", (), None, None, (whole,), 0.9) for n, what in enumerate([*met, *accused], 1)
    )
    return Record(Document("d", text, published="2031-09-03"), tuple(people), tuple(claims))


def test_with_2000_names_a_few_are_drawn_and_the_others_told_of(tmp_path: Path) -> None:
    path = str(tmp_path / "many.db")
    with open_to_write(path, now=NOW.isoformat()) as store:
        with store.writing() as connection:
            put_record(connection, crowded(), Arrival(NOW.isoformat()))
        site = Site(open_inquiry(path), store, Outside(BytesIO(), fetch, fetch, Clock()), read)
        browser = TestClient(make_app(site), base_url=HOME)
        told = browser.get("/network.json?name=Ana%20Belu").json()
        assert len(told["nodes"]) == 16
        assert told["hidden"] == MANY - 15
        assert {each["claims"] for each in told["edges"] if each["says"] == "met"} == {2}
        page = browser.get("/network?name=Ana%20Belu&most=200")
        assert "1,800 names with fewer claims left out" in page.text
        assert page.text.count("data-edge=") == MOST_ROWS
        assert "more links with fewer claims" in page.text
        assert len(page.content) < 300_000
        grown = "&".join(f"of={each['id']}" for each in told["nodes"][:10])
        assert len(browser.get(f"/network.json?{grown}&most=200").json()["nodes"]) <= MOST_DRAWN + 10
        site.inquiry.close()
