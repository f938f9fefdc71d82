"""Tests of what pages say of their articles: publisher, author, language, dates with their hours, corrections."""

import json
from dataclasses import replace

import pytest
from outside import source

from onrecord.header import find_dateline
from onrecord.model import Document
from onrecord.sources.article import extract
from onrecord.sources.html import read_html
from onrecord.sources.inputs import Given, Page
from onrecord.sources.text import read_text

BODY = "Foreign Minister Ana Belu said on Tuesday that Velmark would not sign the pact with its rivals before spring."


def read(head: str = "", top: str = "", bottom: str = "", lang: str = "en") -> Document:
    page = (
        f"<!doctype html><html lang='{lang}'><head><title>Pact</title>{head}</head><body><article><h1>Pact</h1>{top}"
        f"<p>{BODY}</p><p>“We have not been asked,” she told reporters in the capital.</p></article>{bottom}</body>"
        "</html>"
    )
    return read_html(source(page.encode(), given=Given()))


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


def test_linked_data_says_most() -> None:
    document = read(
        linked(
            **{"@context": "https://schema.org", "@type": ["NewsArticle"], "headline": "Pact"},
            datePublished="2024-11-06T09:30:00+01:00",
            dateModified="2024-11-07T10:00:00+01:00",
            author=[
                {"@type": "Person", "name": "B. T. Rell"},
                {"name": ["Ana Sim"], "url": "https://post.example/sim"},
            ],
            publisher={"@type": "NewsMediaOrganization", "name": "The  Harbour\nPost"},
            inLanguage="en-GB",
        )
    )
    assert document.published == "2024-11-06T09:30:00+01:00"
    assert document.modified == "2024-11-07T10:00:00+01:00"
    assert (document.author, document.publisher) == ("B. T. Rell, Ana Sim", "The Harbour Post")


def test_the_article_is_found_among_other_things() -> None:
    things = [
        {"@type": "WebPage", "datePublished": "2020-01-01"},
        {"@type": "BreadcrumbList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2019-01-01"}]},
        {"@type": "NewsArticle", "datePublished": "2024-11-06T09:30:00Z"},
    ]
    assert read(linked(**{"@graph": things})).published == "2024-11-06T09:30:00Z"


@pytest.mark.parametrize(
    "broken", ["{", "[]", "null", '{"@type": 3}', '{"@type": "NewsArticle", "author": {"name": {}}}']
)
def test_linked_data_that_is_broken_is_passed_over(broken: str) -> None:
    head = f'<script type="application/ld+json">{broken}</script><meta name="author" content="B. T. Rell">'
    assert read(head).author == "B. T. Rell"


@pytest.mark.parametrize(
    ("head", "top", "published"),
    [
        ('<meta property="article:published_time" content="2024-11-06T09:30:00Z">', "", "2024-11-06T09:30:00Z"),
        ('<meta name="pubdate" content="Wed, 06 Nov 2024 00:30:00 +0100">', "", "2024-11-06T00:30:00+01:00"),
        ('<meta itemprop="datePublished" content="2024-11-06">', "", "2024-11-06"),
        ("", '<time datetime="2024-11-06T09:30+01:00">today</time>', "2024-11-06T09:30+01:00"),
        # The hour is taken from another mark of the same day.
        (linked(**{"@type": "Article"}, datePublished="2024-11-06"), '<time datetime="2024-11-06T09:30Z">x</time>',
         "2024-11-06T09:30Z"),
        (linked(**{"@type": "Article"}, datePublished="1970-01-01T00:00:00Z"), "", None),
        (linked(**{"@type": "Article"}, datePublished="soon"), "", None),
    ],
)  # fmt: skip
def test_the_moment_of_publication(head: str, top: str, published: str | None) -> None:
    assert read(head, top).published == published


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("GENEVA, 6 November 2024 – The council met.", "2024-11-06"),
        ("HALVERN, Norland (Nov. 6, 2024) — The council met.", "2024-11-06"),
        ("HALVERN, Nov 6 (NPA) - The council met.", None),
        ("The council met on 6 November 2024. It was long – very long.", None),
        ("The council, founded in 1990 – and reformed later – met.", None),
    ],
)
def test_a_dateline_with_its_year_gives_the_day(text: str, day: str | None) -> None:
    assert find_dateline(text) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("HALVERN, 12 March 2031 – The council met.", "2031-03-12"),
        ("Halvern, 12 March 2031", "2031-03-12"),
        ("The Treasury of Norland, March 12, 2031", "2031-03-12"),
        ("Wednesday, 12 March 2031", "2031-03-12"),
        ("The war began in Halvern, 12 March 2031", None),
        ("Treaty of 12 March 2031", None),
        ("Halvern, March 2031", None),
    ],
)
def test_the_first_lines_of_a_plain_text_may_name_its_day(line: str, day: str | None) -> None:
    text = f"Council meets\nBy Bo Rell\n\n{line}\n\n{BODY} It was agreed in Velm, 5 May 2021."
    assert read_text(source(text.encode())).published == day
    assert read_text(source(text.encode(), given=Given("2031-03-13"))).published == "2031-03-13"


@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version of this story misspelt her name.",
        "CORRECTION (Nov. 7): The minister spoke on Monday, not on Tuesday.",
        "This article was amended on 7 November 2024 to correct a name.",
        "• This story has been updated with comments of the ministry.",
        "An earlier version of this article gave the wrong number of members.",
        "Editor’s note: This piece was corrected to say that the pact is old.",
        "Clarification, Nov. 8: The minister spoke of an earlier pact.",
    ],
)
def test_notes_of_correction_are_kept(note: str) -> None:
    assert read(bottom=f"<footer><div class=note><em>{note}</em></div></footer>").corrections == (note,)


def test_a_heading_takes_its_note_along() -> None:
    bottom = "<aside><h3>Correction</h3><p>The minister spoke on Monday, not on Tuesday.</p><p>More news</p></aside>"
    assert read(bottom=bottom).corrections == ("Correction The minister spoke on Monday, not on Tuesday.",)


@pytest.mark.parametrize(
    "words",
    [
        "Corrections officers went on strike in the capital on Tuesday.",
        "The ministry corrected its numbers on Tuesday after the vote.",
        "Parliament amended the law, and this was updated in the register.",
        "The story was updated for the stage by two young writers.",
    ],
)
def test_other_words_are_no_notes(words: str) -> None:
    assert not [note for note in read(bottom=f"<p>{words}</p>").corrections if "story" not in note]


def test_the_language_is_told_by_the_words() -> None:
    french = "Le ministre a dit mardi que le gouvernement ne signera pas l'accord avec ses voisins. " * 6
    assert read().language == "en"
    assert read(lang="en-GB").language == "en-GB"
    assert read(lang="fr", bottom="").language in ("en", "fr")
    page = f"<html lang=en><body><article><p>{french}</p></article></body></html>"
    assert read_html(source(page.encode())).language == "fr"


def test_a_charset_that_only_the_server_names() -> None:
    content = f"<html><body><article><p>{BODY} Говорит Иван. {BODY}</p></article></body></html>".encode("windows-1251")
    page = replace(source(content), page=Page("https://post.example/1", b"", charset="windows-1251"))
    assert "Говорит Иван" in read_html(page).text


NEWS: dict[str, object] = {
    "@type": "NewsArticle", "headline": "Pact", "datePublished": "2031-09-03T08:15:00+02:00",
    "publisher": {"@type": "Organization", "name": "The Harbour Post"},
}  # fmt: skip
WORDS = "Foreign Minister Ana Belu said on Tuesday that Velmark would not sign the pact with its rivals in the north. "


def template(
    *linked: object, head: str = "", body: str = f"<p>{WORDS * 3}</p>", opens: str = "", ends: str = ""
) -> str:
    scripts = "".join(f"<script type='application/ld+json'>{opens}{json.dumps(each)}{ends}</script>" for each in linked)
    return f"<html lang=en><head>{head}{scripts}</head><body><article><h1>Pact</h1>{body}</article></body></html>"


@pytest.mark.parametrize(
    ("page", "author"),
    [
        (template({"@graph": [{"@type": "WebSite"}, {**NEWS, "author": {"name": "Bo Rell"}}]}), "Bo Rell"),
        (template({**NEWS, "author": [{"name": "Bo Rell"}, {"name": "Cem Tor"}]}), "Bo Rell, Cem Tor"),
        (template({**NEWS, "author": ["Bo Rell", "Cem Tor"]}), "Bo Rell, Cem Tor"),
        (template({**NEWS, "@type": ["NewsArticle", "ReportageNewsArticle"]}), None),
        (template([{"@type": "BreadcrumbList"}, NEWS]), None),
        (template(NEWS, {**NEWS, "datePublished": "2030-01-01T00:00:00Z"}), None),
        (template({"@type": "WebPage", "datePublished": "2019-01-01", "mainEntity": NEWS}), None),
        (template({**NEWS, "@type": "LiveBlogPosting", "liveBlogUpdate": [{"datePublished": "2031-09-04"}]}), None),
        (template({**NEWS, "isAccessibleForFree": "False"}, body=f"<p>{WORDS * 3}</p><div class=paywall></div>"), None),
        (template(NEWS, opens="//<![CDATA[\n", ends="\n//]]>"), None),
        (template(NEWS, opens="<!--\n", ends="\n-->"), None),
        (template(NEWS, opens="/* <![CDATA[ */", ends="/* ]]> */"), None),
        (template(NEWS).replace("<html", "<html amp"), None),
    ],
)
def test_templates_of_news_sites_tell_hour_publisher_and_authors(page: str, author: str | None) -> None:
    text, said = extract(page, "https://post.example/a")
    assert (said.published, said.publisher, said.author) == ("2031-09-03T08:15:00+02:00", "The Harbour Post", author)
    assert "would not sign the pact" in text


def test_a_correction_in_the_linked_data_is_kept() -> None:
    note = "An earlier version misspelled the name of Ana Belu."
    told = template({**NEWS, "correction": [{"@type": "CorrectionComment", "text": note}, "https://post.example/c"]})
    assert extract(told, None)[1].corrections == (note,)
