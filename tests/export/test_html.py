"""Tests of the page: the text is all there, claims are marked and told, and nothing in a text can act in the page."""

import re
from collections.abc import Iterable
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from records import DOCUMENT, RECORD, TEXT

from onrecord.export.html import write_page
from onrecord.export.wording import SIGNS
from onrecord.model import Claim, Document, Event, Record, Span, Status, Tie

VOID = frozenset({"meta", "link", "br"})


class Seen(HTMLParser):
    """What a browser would see: open tags in balance, ids, links, and the words of articles and marks."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.article = ""
        self.marks: dict[str, str] = {}
        self._claims: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.ids += [values["id"]] if "id" in values else []
        self.links += [values["href"]] if "href" in values else []
        if tag == "mark":
            self._claims = values["data-claims"].split()
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self._claims = [] if tag == "mark" else self._claims

    def handle_data(self, data: str) -> None:
        if "article" in self.open and "a" not in self.open:
            self.article += data
            for claim in self._claims:
                self.marks[claim] = self.marks.get(claim, "") + data


def page(records: Iterable[Record]) -> str:
    return "".join(write_page(records))


def test_the_whole_text_stands_in_the_page_with_its_claims_marked() -> None:
    seen = Seen(page([RECORD]))
    assert seen.open == []
    assert " ".join(seen.article.split()) == " ".join(TEXT.split())
    assert seen.marks["r1-c1"] == "Foreign Minister Ana Belu"
    assert seen.marks["r1-c4"] == "an ally of Belu"


def test_each_claim_tells_its_status_in_a_word_and_a_shape() -> None:
    html = page([RECORD])
    for claim in RECORD.claims:
        card = re.search(rf'<li class="claim {claim.status}" id="r1-{claim.id}">.*?</li>', html, re.DOTALL)
        assert card is not None
        assert f"{SIGNS[claim.status]} {claim.status}" in card[0]


def test_chain_time_and_place_are_told() -> None:
    html = page([RECORD])
    assert "<dt>said by</dt><dd>ministry</dd>" in html
    assert "<dt>when</dt><dd>on Friday = 2024-11-08</dd>" in html
    assert "<dt>where</dt><dd>Norland</dd>" in html


def test_every_link_within_the_page_has_its_end_and_no_id_comes_twice() -> None:
    seen = Seen(page([RECORD, RECORD]))
    assert len(seen.ids) == len(set(seen.ids))
    assert {link.removeprefix("#") for link in seen.links} <= set(seen.ids)
    assert len(seen.links) == 2 * 2 * len(RECORD.claims)


def test_nothing_in_a_text_acts_in_the_page() -> None:
    text = "<script>alert(1)</script> & \x00 \ud800 \u202e"
    document = Document("x", text, url="javascript:alert(1)", title="<img src=x onerror=alert(1)>", publisher="<b>")
    html = page([Record(document, (), ())])
    assert "<script>alert" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html
    html.encode("utf-8")
    assert "\x00" not in html


def test_a_web_address_is_linked() -> None:
    html = page([Record(replace(DOCUMENT, url="https://example.org/a?b=1&c=2"), (), ())])
    assert '<a href="https://example.org/a?b=1&amp;c=2" rel="noreferrer">' in html


def test_a_page_without_claims_says_so() -> None:
    assert "No claims were found." in page([Record(DOCUMENT, (), ())])


def test_the_page_loads_nothing() -> None:
    html = page([RECORD])
    assert "Content-Security-Policy" in html
    assert not re.search(r"src=|@import|url\(|<link", html)


def test_paragraphs_follow_blank_lines() -> None:
    broken = Document("x", "One line\nwrapped.\n\nTwo.")
    single = Document("x", "One.\nTwo.")
    assert "<p>One line\nwrapped.</p>\n<p>Two.</p>" in page([Record(broken, (), ())])
    assert "<p>One.</p>\n<p>Two.</p>" in page([Record(single, (), ())])


STATUSES: list[Status] = ["asserted", "planned", "possible", "alleged", "denied"]


@st.composite
def records(draw: st.DrawFn) -> Record:
    text = draw(st.text(alphabet=st.sampled_from("ab <>&\n\"'\u202eé🙂"), min_size=1, max_size=60))
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).map(
        lambda ends: Span(min(ends), max(max(ends), min(ends) + 1))
    )
    claims = []
    for number in range(1, draw(st.integers(0, 6)) + 1):
        evidence = tuple(sorted(draw(st.lists(spans, min_size=1, max_size=3))))
        what = draw(st.sampled_from([Tie("e1", "e2", "ally"), Event("AID", None, ("e1",), (), evidence[0])]))
        claims.append(Claim(f"c{number}", what, draw(st.sampled_from(STATUSES)), (), None, None, evidence, 0.5))
    return Record(Document("x", text), (), tuple(sorted(claims, key=lambda c: c.evidence[-1].end)))


@given(records())
def test_any_record_gives_a_page_in_balance_with_all_of_its_text(record: Record) -> None:
    seen = Seen(page([record]))
    assert seen.open == []
    assert "".join(seen.article.split()) == "".join(record.document.text.split())
    for claim in record.claims:
        assert f"r1-{claim.id.replace('c', 'm')}" in seen.ids


def test_an_article_without_a_title_is_headed_by_its_first_line() -> None:
    record = Record(Document("3f95", "Belu met Hald.\nShe left."), (), ())
    assert '<h2 dir="auto">Belu met Hald.</h2>' in page([record])
