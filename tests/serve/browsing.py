"""What the tests do on pages: find a form's token, send a form, look for what may not be there."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

from fastapi.testclient import TestClient

TOKEN = re.compile(r'name="token" value="([0-9a-f]+)"')


def token_on(browser: TestClient, path: str = "/") -> str:
    """The token of the forms on a page."""
    found = TOKEN.search(browser.get(path).text)
    assert found is not None, path
    return found[1]


def send(browser: TestClient, path: str, fields: Mapping[str, str] | None = None, *, page: str = "/") -> Any:
    """The answer to a form of ours, sent from a page."""
    return browser.post(path, data={"token": token_on(browser, page), **(fields or {})})


class Seen(HTMLParser):
    """The tags of a page with their attributes, its ids, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.words += data

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of each tag of that name."""
        return [attributes for name, attributes in self.tags if name == tag]
