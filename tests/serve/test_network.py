"""Tests of the network: it starts from one name, grows from others, and its edges say who did what to whom."""

from fastapi.testclient import TestClient


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
