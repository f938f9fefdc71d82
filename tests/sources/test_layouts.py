"""Tests of pages as newspapers, ministries and blogs lay them out: the same article comes out of each, and no more."""

import json
from collections.abc import Iterable

import pytest

from onrecord.sources.article import extract

TITLE = "Velmark will not sign"
TOLD = (
    "Foreign Minister Ana Belu said on Tuesday that Velmark would not sign the grain pact with Norland before spring.",
    "“We have not been asked,” she told reporters in Orsova, adding that the cabinet would meet again within the week.",
    "The embassy of Norland denied the claim and accused Velmark of breaking off talks that both sides had agreed on.",
    "Opposition leader Cem Tor called on the government to publish the draft and to let the parliament vote on it.",
    "The Grain Agency of the League said it had sent observers to the border, where lorries have waited for two weeks.",
)
LINKS = "".join(f'<li><a href="/s/{n}">Another headline of the day, number {n}</a></li>' for n in range(60))
READERS = "".join(
    f"<div class=comment><b>reader{n}</b><p>{TOLD[n % 5]} I do not believe it.</p></div>" for n in range(9)
)
TEASERS = "".join(f"<div><h3><a href=/t{n}>Old story {n}</a></h3><p>{TOLD[n % 5]} Read on.</p></div>" for n in range(9))


def each(tag: str, told: Iterable[str] = TOLD) -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in told)


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", **fields})}</script>'


def page(head: str, body: str, title: str = f"{TITLE} – The Harbour Post") -> str:
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body><nav><ul>{LINKS}</ul></nav>{body}"
        f"<footer><ul>{LINKS}</ul><p>All rights reserved. Harbour Post, 12 Quay Street.</p></footer></body></html>"
    )


def person(name: str) -> dict[str, str]:
    return {"@type": "Person", "name": name}


BLOG = (
    f"<article class='post-12 post'><header class=entry-header><h1 class=entry-title>{TITLE}</h1><div class=entry-meta>"
    "<time class='entry-date published' datetime='2031-09-03T09:30:00+02:00'>September 3, 2031</time> by <span "
    f"class='author vcard'><a href=/a rel=author>Bo Rell</a></span></div></header><div class=entry-content>{each('p')}"
    f"</div></article><div id=comments class=comments-area>{READERS}</div><aside class=widget-area>{TEASERS}</aside>"
)
NEWS = linked(
    **{"@type": "NewsArticle"},
    headline=TITLE,
    datePublished="2031-09-03T08:00:00Z",
    author=person("Bo Rell"),
    publisher={"@type": "Organization", "name": "Harbour News"},
)
BLOCKS = "".join(f"<div data-component=text-block><div><p class=x>{text}</p></div></div>" for text in TOLD)
GRAPH = linked(
    **{
        "@graph": [
            {"@type": "WebSite", "name": "Harbour Post Online"},
            {"@type": "WebPage", "datePublished": "2031-09-03"},
        ]
    }
)
ENTRIES = "".join(f"<li><article><time>{9 + n}:15</time><p>{text}</p></article></li>" for n, text in enumerate(TOLD))

HEADED = f"<h1>{TITLE}</h1>"

LAYOUTS = {
    "a blog with readers' comments": (
        page('<meta property="og:site_name" content="Harbour Blog">', BLOG),
        ("Bo Rell", "Harbour Blog", "2031-09-03T09:30:00+02:00"),
    ),
    "blocks with linked data": (
        page(NEWS, f"<main><article><h1>{TITLE}</h1>{BLOCKS}</article></main>"),
        ("Bo Rell", "Harbour News", "2031-09-03T08:00:00Z"),
    ),
    "a site named in a graph": (
        page(GRAPH + '<meta property="og:site_name" content="harbour">', f"<article>{HEADED}{each('p')}</article>"),
        (None, "Harbour Post Online", "2031-09-03"),
    ),
    "divisions for paragraphs": (
        page("", f"<main>{HEADED}<div class=byline>By Bo Rell</div><div class=story-body>{each('div')}</div></main>"),
        ("Bo Rell", None, None),
    ),
    "breaks for paragraphs": (
        page('<meta name=date content="2031-09-03">', f"<div id=content><h1>{TITLE}</h1>{'<br><br>'.join(TOLD)}</div>"),
        (None, None, "2031-09-03"),
    ),
    "a body in pieces, with adverts between": (
        page("", f"<h1>{TITLE}</h1>" + "<div class=ad>Advert</div>".join(
            f"<div class=article-body>{each('p', TOLD[n : n + 2])}</div>" for n in (0, 2, 4))),
        (None, None, None),
    ),
    "a live blog": (
        page(NEWS.replace("NewsArticle", "LiveBlogPosting"), f"<main>{HEADED}<ol class=feed>{ENTRIES}</ol></main>"),
        ("Bo Rell", "Harbour News", "2031-09-03T08:00:00Z"),
    ),
    "a ministry's release": (
        page('<meta name=publisher content="Ministry of Grain"><meta name="dcterms.created" content="2031-09-03">',
             f"<div id=content><h1>{TITLE}</h1>{each('p')}</div>", title=TITLE),
        (None, "Ministry of Grain", "2031-09-03"),
    ),
    "a writer in the body, an account in the head": (
        page('<meta name="twitter:site" content="@harbourpost"><meta property="article:author" content="rell">',
             f"<article><h1>{TITLE}</h1><p class=writer>Bo Rell</p>{each('p')}</article>"),
        ("Bo Rell", "Harbourpost", None),
    ),
    "teasers around it": (
        page("", f"<article><h1>{TITLE}</h1>{each('p')}</article><aside>{TEASERS}</aside>"),
        (None, None, None),
    ),
    "linked data that is broken": (
        page('<script type="application/ld+json">{"publisher":{"name":"Harbour News"},}</script>'
             '<script type="application/ld+json">{"@context":"https://schema.org","@type":[3]}</script>',
             f"<article>{HEADED}{each('p')}</article>"),
        (None, "Harbour News", None),
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_article_comes_out_of_every_layout(layout: str) -> None:
    content, told = LAYOUTS[layout]
    text, said = extract(content, None)
    assert [line.removeprefix("- ") for line in text.split("\n") if len(line) > 40] == list(TOLD)
    assert said.title == TITLE
    assert (said.author, said.publisher, said.published) == told


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_short_article_comes_out_whole(layout: str) -> None:
    content = LAYOUTS[layout][0]
    for text in TOLD[2:]:
        content = content.replace(text, "")
    found, _said = extract(content, None)
    lines = [line.removeprefix("- ") for line in found.split("\n")]
    assert [line for line in lines if line in TOLD] == list(TOLD[:2])
