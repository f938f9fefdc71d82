"""Make pictures of the pages from the sample articles: `python -m docs.screenshots`; it needs chromium."""

import contextlib
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
import uvicorn
from playwright.sync_api import Browser, sync_playwright

from onrecord.cli.clock import now
from onrecord.cli.outside import open_outside
from onrecord.ingest import ingest
from onrecord.read import read_document
from onrecord.record import open_to_write
from onrecord.record.inquiry import open_inquiry
from onrecord.serve import Site, make_app
from onrecord.sources import Given, expand, read_sources

ROOT = Path(__file__).resolve().parent.parent
KEPT = {
    "start": "/",
    "who": "/who/{maruk}",
    "network": "/network?of={maruk}",
    "review": "/review",
}
"""The pages whose pictures lie in docs/pages/."""
OTHERS = {
    "article": "/articles/3",
    "between": "/between/{maruk}/{doran}", "network": "/network?of={maruk}", "search": "/search?q=sanctions",
    "timeline": "/timeline", "sources": "/sources", "offices": "/offices", "listings": "/listings",
    "decisions": "/decisions", "articles": "/articles", "login": "/login", "meetings": "/meetings",
    "statements": "/statements", "api": "/api", "starts": "/network", "wrong": "/articles/999",
}  # fmt: skip
WIDTHS, SCHEMES = (1280, 360), ("light", "dark")
HEIGHTS = {1280: 860, 360: 740}
SETTLE_MS = 1200
CHROMIUM = next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)


class Server(uvicorn.Server):
    """A server in a thread, which signals do not concern."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to the command."""
        yield


@contextlib.contextmanager
def served() -> Iterator[tuple[str, dict[str, int]]]:
    """Where a record of the samples is served, and the numbers of those whose pages are shown."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "samples.db")
        outside = open_outside(allow_private=False)
        writer = open_to_write(path, now=now())
        documents = read_sources(expand([str(ROOT / "samples")]), given=Given(), outside=outside)
        list(ingest(documents, writer, jobs=1, now=now))
        site = Site(open_inquiry(path), writer, outside, read_document)
        numbers = {name: site.inquiry.who(name).identity.id for name in ("maruk", "doran")}
        server = Server(uvicorn.Config(make_app(site), port=0, log_level="error"))
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}", numbers
        finally:
            server.should_exit = True
            thread.join()
            site.close()


def shoot(browser: Browser, address: str, file: Path, *, width: int, scheme: str) -> None:
    """Keep a picture of the page at the address."""
    size = {"width": width, "height": HEIGHTS[width]}
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(SETTLE_MS)
    page.screenshot(path=file)
    context.close()


def main(
    every: Annotated[Path | None, typer.Option(help="All pages, wide and narrow, light and dark, to there.")] = None,
) -> None:
    """Make the pictures that lie in docs/pages/, or all of them in another folder."""
    folder = every or ROOT / "docs/pages"
    folder.mkdir(parents=True, exist_ok=True)
    with served() as (address, numbers), sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        keep = partial(shoot, browser)
        for name, path in (KEPT | OTHERS if every else KEPT).items():
            page = address + path.format(**numbers)
            for width in WIDTHS if every else WIDTHS[:1]:
                for scheme in SCHEMES if every else SCHEMES[:1]:
                    keep(
                        page,
                        folder / (f"{name}-{width}-{scheme}.png" if every else f"{name}.png"),
                        width=width,
                        scheme=scheme,
                    )
        if not every:
            keep(address + OTHERS["article"], folder / "narrow.png", width=360, scheme="dark")
        browser.close()


if __name__ == "__main__":
    typer.run(main)
