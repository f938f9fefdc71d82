"""Tests of pages: the article without what surrounds it, its title, publisher, author and date."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outside import source

from onrecord.errors import SourceError
from onrecord.sources.html import decode_page, read_html
from onrecord.sources.inputs import Given

BODY = "Foreign Minister Ana Belu said on Tuesday that Velmark would not sign the pact with its rivals before spring."
HEAD = (
    '<title>Velmark refuses – The Harbour Post</title><meta property="og:title" content="Velmark refuses">'
    '<meta property="og:site_name" content="The Harbour Post"><meta name="author" content="B. T. Rell">'
    '<meta property="article:published_time" content="2024-11-06T09:30:00Z">'
    '<link rel="canonical" href="https://harbour.example/velmark">'
)


def page(head: str = HEAD, body: str = BODY) -> bytes:
    return (
        f"<!doctype html><html lang=en><head>{head}</head><body><nav><a href=/>Home</a><a href=/w>World</a></nav>"
        f"<article><h1>Velmark refuses</h1><p>{body}</p><p>“We have <b>not</b> been asked,” she told <a href=/x>"
        "reporters</a>.</p><p>Correction: an earlier version misspelt her name.</p>"
        "</article><footer>Copyright</footer></body></html>"
    ).encode()


def read(content: bytes, published: str | None = None) -> object:
    return read_html(source(content, given=Given(published, "Given")))


def is_read_or_refused(content: bytes) -> bool:
    try:
        read(content)
    except SourceError as error:
        return str(error).startswith("a.html")
    return True


def test_the_article_and_what_the_page_says_of_it() -> None:
    document = read_html(source(page(), given=Given("1999-01-01", "Given")))
    assert document.text == (
        f"{BODY}\n“We have not been asked,” she told reporters.\nCorrection: an earlier version misspelt her name."
    )
    assert document.title == "Velmark refuses"
    assert document.publisher == "The Harbour Post"
    assert document.author == "B. T. Rell"
    assert document.published == "2024-11-06T09:30:00Z"
    assert document.url == "https://harbour.example/velmark"


def test_a_date_is_never_guessed_from_the_text() -> None:
    body = BODY + " It was agreed on 5 May 2021."
    assert read_html(source(page(head="", body=body), given=Given())).published is None
    assert read_html(source(page(head="", body=body), given=Given("2022-01-01"))).published == "2022-01-01"


def test_a_date_that_cannot_be_read_is_left_out() -> None:
    head = '<meta property="article:published_time" content="2024-11-06T09:30:0AZ">'
    assert read_html(source(page(head=head), given=Given())).published in (None, "2024-11-06")


def test_linked_data_gives_the_time_of_day() -> None:
    data = '{"@type": "NewsArticle", "datePublished": "2024-11-06T09:30:00+01:00"}'
    head = f'<script type="application/ld+json">{data}</script>'
    assert read_html(source(page(head=head), given=Given())).published == "2024-11-06T09:30:00+01:00"


@pytest.mark.parametrize("head", ["<meta charset=windows-1251>", "<meta charset=nonsense>", ""])
def test_a_page_that_is_not_utf8_is_decoded_as_declared(head: str) -> None:
    encoding = "windows-1251" if "1251" in head else "windows-1252"
    content = f"<html><head>{head}</head><p>“No” – she said</p></html>".encode(encoding)
    assert "“No” – she said" in decode_page(content, where="a.html")


@pytest.mark.parametrize(
    "content",
    [b"<html></html>", b"<p>Home</p>", b"<html><body><nav>A B C</nav><script>var a</script></body></html>", b"hello"],
)
def test_a_page_without_an_article_is_refused(content: bytes) -> None:
    with pytest.raises(SourceError, match=r"^a\.html holds no article: "):
        read(content)


@pytest.mark.parametrize("tag", ["div", "p", "b", "ul", "table", "article"])
def test_deep_nesting_breaks_nothing(tag: str) -> None:
    content = page(body=f"<{tag}>" * 3000 + BODY)
    assert is_read_or_refused(content)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(page())), st.binary(max_size=12))
def test_damaged_pages_are_read_or_refused(at: int, noise: bytes) -> None:
    content = page()
    assert is_read_or_refused(content[:at] + noise + content[at + len(noise) :])
    assert is_read_or_refused(content[:at] + noise)


def test_a_short_article_keeps_its_paragraphs_and_leaves_the_byline() -> None:
    byline = "<p class=meta>By <a href=/b>B. Rell</a>, <time>today</time></p>"
    body = f"<h1>Pact</h1>{byline}<p>{BODY}</p><p>“No,” she said.</p>"
    content = f"<html><head><title>Pact</title></head><body><article>{body}</article></body></html>".encode()
    assert read_html(source(content)).text == f"{BODY}\n“No,” she said."
