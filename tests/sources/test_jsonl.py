"""Tests of the kinds of lines beside our own: articledata, and FollowTheMoney's entities."""

import json

import pytest
from outside import source

from onrecord.errors import SourceError
from onrecord.model import Document
from onrecord.sources.inputs import Found
from onrecord.sources.jsonl import MAX_BYTES, read_lines

TEXT = "Foreign Minister Ana Belu said on Tuesday that Velmark would not sign the pact."
ARTICLE_DATA = {
    "id": "5f2b", "title": "Velmark refuses", "section": None, "date": "2024-11-06", "url": "https://post.example/1",
    "tags": [], "site": "harbour-post", "language": "eng", "locale": "en", "bylines": ["B. T. Rell", "Ana Sim"],
    "description": None, "lede": None, "text": TEXT, "extracted_at": "2024-11-07T10:00:00",
}  # fmt: skip
ARTICLE = {
    "id": "a1",
    "schema": "Article",
    "properties": {
        "title": ["Velmark refuses"], "bodyText": [TEXT], "publishedAt": ["2024-11-06T09:30:00"], "language": ["eng"],
        "sourceUrl": ["https://post.example/1"], "publisher": ["The Harbour Post"], "author": ["B. T. Rell", "Ana Sim"],
        "retrievedAt": ["2024-11-07"], "modifiedAt": ["2024-11-06T12:00:00"],
    },
}  # fmt: skip


def read(*rows: object) -> list[Found]:
    content = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
    return list(read_lines(source(content, "a.jsonl")))


def test_a_line_of_articledata() -> None:
    [document] = read(ARTICLE_DATA)
    assert document == Document(
        id="5f2b", text=TEXT, url="https://post.example/1", title="Velmark refuses", publisher="harbour-post",
        author="B. T. Rell, Ana Sim", published="2024-11-06", language="en", fetched="2024-11-07T10:00:00",
        source="a.jsonl line 1",
    )  # fmt: skip


def test_what_the_crawler_writes_for_what_it_does_not_find_is_nothing() -> None:
    [document] = read(
        {**ARTICLE_DATA, "title": "https://post.example/1", "bylines": [], "language": "xxx", "date": None}
    )
    assert isinstance(document, Document)
    assert (document.title, document.author, document.published, document.language) == (None, None, None, "en")


def test_an_article_of_follow_the_money() -> None:
    [document] = read(ARTICLE)
    assert document == Document(
        id="a1", text=TEXT, url="https://post.example/1", title="Velmark refuses", publisher="The Harbour Post",
        author="B. T. Rell, Ana Sim", published="2024-11-06T09:30:00", language="en", fetched="2024-11-07",
        modified="2024-11-06T12:00:00", source="a.jsonl line 1",
    )  # fmt: skip


def test_entities_without_text_are_passed_over() -> None:
    person = {"id": "p1", "schema": "Person", "properties": {"name": ["Ana Belu"]}}
    [document] = read(person, ARTICLE, person)
    assert isinstance(document, Document)
    [error] = read(person)
    assert "holds no Article with a bodyText" in str(error)
    [error] = read({**ARTICLE, "properties": {"title": ["Velmark refuses"]}})
    assert "a.jsonl line 1 is empty" in str(error)


def test_a_year_is_no_day_of_publication() -> None:
    [document] = read({**ARTICLE, "properties": {"bodyText": [TEXT], "publishedAt": ["2024"]}})
    assert isinstance(document, Document)
    assert document.published is None


def test_names_hold_no_control_characters() -> None:
    [document] = read({"text": TEXT, "title": "Velmark\x1b[31m \n refuses\u202e", "author": "\x00"})
    assert isinstance(document, Document)
    assert (document.title, document.author) == ("Velmark[31m refuses\u202e", None)


def test_a_line_that_is_too_long_costs_only_itself() -> None:
    content = b'{"text": "' + b"a" * (MAX_BYTES * 2) + b'"}\n' + json.dumps({"text": TEXT}).encode()
    [error, document] = read_lines(source(content, "a.jsonl"))
    assert "line 1 is larger than" in str(error)
    assert isinstance(document, Document)
    assert document.source == "a.jsonl line 2"


@pytest.mark.parametrize("row", [{"schema": "Article", "properties": 3, "text": 1}, {"bylines": 3, "text": None}])
def test_odd_lines_are_told(row: object) -> None:
    [error] = read(row)
    assert isinstance(error, SourceError)
