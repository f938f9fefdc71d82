"""Tests in a real browser: the whole way from a pasted article to a decision, by keys, with nothing to complain of."""

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from evil import EVIL, evil_record
from serving import NOW, Clock, fetch, served

from onrecord.ingest import ingest
from onrecord.model import Document
from onrecord.read import read_document
from onrecord.record import open_to_write
from onrecord.record.inquiry import open_inquiry
from onrecord.serve import Site, make_app
from onrecord.sources import Outside

playwright = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")
CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed: apt-get install chromium"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]
ARTICLE = (
    "President Ana Belu met Prime Minister Tor Hald in Velmark on Monday.\n\n"
    "“We agree on everything,” Belu said. Hald denied that he had met her before."
)
OTHER = "Foreign Minister Ilse Dorn of Norland met President Ana Belu on 3 March 2031. Norland condemned Velmark."
PAGES = (
    "/", "/articles", "/articles/1", "/who/1", "/between/1/2", "/network", "/network?of=1", "/timeline", "/meetings",
    "/search?q=Belu", "/sources", "/offices", "/review", "/decisions", "/api", "/login", "/nothing",
)  # fmt: skip


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a record with one article is served, and articles are read as they always are."""
    path = str(tmp_path_factory.mktemp("served") / "news.db")
    writer = open_to_write(path, now=NOW.isoformat())
    document = Document("d", OTHER, "https://news.example/1", "A visit", "The Courier", published="2031-03-04")
    list(ingest([document], writer, jobs=1, now=NOW.isoformat))
    site = Site(open_inquiry(path), writer, Outside(BytesIO(), fetch, fetch, Clock()), read_document)
    with served(make_app(site)) as where:
        yield where
    site.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[object]:
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def complaints() -> list[str]:
    return []


def open_page(chromium, complaints: list[str], *, width: int = 1280, scheme: str = "light"):  # type: ignore[no-untyped-def]
    context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.set_default_timeout(8000)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    return page


def test_from_a_pasted_article_to_a_decision(chromium, address: str, complaints: list[str]) -> None:  # type: ignore[no-untyped-def]
    page = open_page(chromium, complaints)
    page.goto(address)
    page.get_by_label("Text, or the address of a page").fill(ARTICLE)
    page.get_by_text("Headline, publisher, date").click()
    page.get_by_label("Publisher").fill("The Herald")
    page.get_by_label("Published on").fill("2031-09-03")
    page.get_by_role("button", name="Read it").click()
    mark = page.locator("mark", has_text="met").first
    mark.click()
    assert page.locator(".claim.lit").count() == 1
    page.get_by_role("button", name="Add to the record").click()
    assert page.url == f"{address}/articles/2"
    page.get_by_role("combobox").press_sequentially("belu")
    page.get_by_role("option", name="Ana Belu").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/who/*")
    meeting = page.locator("#meetings .line", has_text="Tor Hald").first
    meeting.get_by_role("link", name="met").first.click()
    page.wait_for_url("**/articles/2#c*")
    page.locator("mark.lit").first.wait_for()
    page.locator(".claim.lit").get_by_role("link", name="review").click()
    page.wait_for_url("**/review/*", wait_until="load")
    page.keyboard.press("r")
    page.keyboard.type("they only spoke")
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text("Rejected: they only spoke").wait_for()
    page.wait_for_load_state("load")
    page.keyboard.press("u")
    page.wait_for_url("**/review/*")
    assert "Rejected" not in page.content()
    assert complaints == []


def test_claims_are_decided_of_with_keys_alone(chromium, address: str, complaints: list[str]) -> None:  # type: ignore[no-untyped-def]
    page = open_page(chromium, complaints)
    page.goto(f"{address}/review?article=1", wait_until="load")
    first = page.locator(".one-claim .sides").inner_text()
    page.keyboard.press("s")
    page.wait_for_url("**after=*", wait_until="load")
    page.keyboard.press("c")
    page.keyboard.type("denied")
    page.keyboard.press("Escape")
    button = page.get_by_role("button", name="Keep the correction")
    for _ in range(40):
        page.keyboard.press("Tab")
        if button.evaluate("each => each === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.keyboard.type("they deny it")
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text("Corrected: they deny it").wait_for()
    page.wait_for_load_state("load")
    assert page.locator(".one-claim .sides").inner_text() == first
    page.keyboard.press("a")
    page.get_by_role("status").get_by_text("Accepted").wait_for()
    page.wait_for_load_state("load")
    for _ in range(2):
        page.goto(f"{address}/decisions", wait_until="load")
        page.get_by_role("button", name="Undo").first.click()
        page.wait_for_url("**/review/*", wait_until="load")
    assert complaints == []


def test_nothing_that_an_article_holds_runs(chromium, tmp_path: Path, complaints: list[str]) -> None:  # type: ignore[no-untyped-def]
    dialogs: list[str] = []
    path = str(tmp_path / "news.db")
    with open_to_write(path, now=NOW.isoformat()) as store:
        list(ingest([evil_record(evil) for evil in EVIL], store, jobs=1, now=NOW.isoformat))
        site = Site(open_inquiry(path), store, Outside(BytesIO(), fetch, fetch, Clock()), read_document)
        with served(make_app(site)) as where:
            page = open_page(chromium, complaints)
            page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
            for path in ("/", "/articles/1", "/articles/2", "/who/1", "/between/1/2", "/network?of=1", "/review"):
                page.goto(where + path, wait_until="networkidle")
            page.get_by_label("Search for a name or for words").press_sequentially("script")
            page.wait_for_timeout(500)
            page.locator("[role=option]").first.hover(timeout=1000)
        site.close()
    assert dialogs == []
    assert complaints == []


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1920, "dark")])
def test_pages_fit_and_axe_finds_nothing(
    chromium, address: str, complaints: list[str], width: int, scheme: str
) -> None:  # type: ignore[no-untyped-def]
    page = open_page(chromium, complaints, width=width, scheme=scheme)
    for path in PAGES:
        page.goto(address + path, wait_until="networkidle")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        assert page.evaluate("[...document.querySelectorAll('.stacks')].every(e => e.scrollWidth <= e.clientWidth)"), (
            path
        )
        found = axe.Axe().run(page)
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"
    assert [each for each in complaints if "404" not in each] == []
