"""Tests of the day that the head of a plain text gives: labels, datelines and lone dates, and dates of other things."""

import json
from pathlib import Path

import pytest
from outside import outside

from onrecord import read
from onrecord.header import find_day, find_subject
from onrecord.model import Document
from onrecord.sources import Given, read_sources

STORY = (
    "Foreign Minister Ana Belu met President Tomas Berik in Velmark on Monday.\n\n"
    "The pact of 5 May 2021 was signed in Halvern, she said.\n"
)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 12 March 2031", "2031-03-12"),
        ("PUBLISHED: MARCH 12, 2031", "2031-03-12"),
        ("Published 12 March 2031 09:15 GMT", "2031-03-12"),
        ("Posted on March 12th, 2031 at 9:30 pm", "2031-03-12"),
        ("First published on Wed 12 Mar 2031 10.15 GMT", "2031-03-12"),
        ("Published: 12 March 2031 | Updated: 13 March 2031", "2031-03-12"),
        ("Updated: 13 March 2031 | Published: 12 March 2031", "2031-03-12"),
        ("Date: 2031-03-12", "2031-03-12"),
        ("Date: Wed, 12 Mar 2031 21:30:00 +0100", "2031-03-12T21:30:00+01:00"),
        ("Sent: Wednesday, March 12, 2031 9:30 PM", "2031-03-12"),
        ("**Published:** 12 March 2031", "2031-03-12"),
        ("FOR IMMEDIATE RELEASE – March 12, 2031", "2031-03-12"),
        ("Press release, 12 March 2031", "2031-03-12"),
        ("HALVERN, March 12, 2031 (Norland-Presse) — The council met.", "2031-03-12"),
        ("12 March 2031", "2031-03-12"),
        ("2031-03-12", "2031-03-12"),
        ("Sunday, October 27, 2019", "2019-10-27"),
        ("Sunday 27 October 2019, 10:40 GMT", "2019-10-27"),
        ("Bo Rell · 12 Mar 2031", "2031-03-12"),
        ("By Bo Rell | March 12, 2031", "2031-03-12"),
        ("12 March 2031 – The council met in Velmark.", "2031-03-12"),
        ("Date: 13/03/2031", "2031-03-13"),
        ("03/13/2031", "2031-03-13"),
        ("7.7.2031", "2031-07-07"),
        ("Date: 03/04/2031", None),
        ("13/13/2031", None),
        ("Published: 31 February 2031", None),
        ("Updated: 13 March 2031", None),
        ("Embargoed until 12 March 2031", None),
        ("Published: March 2031", None),
        ("Deadline: 12 March 2031", None),
        ("The talks are to open on:\n12 March 2031", None),
        ("12 March 2031\nThe council meets.\n13 March 2031\nIt votes.", None),
        ("Date: 12 March 2031\nTime: 10:00\nVenue: Council House", None),
    ],
)
def test_only_a_date_that_is_surely_the_texts_own_dates_it(line: str, day: str | None) -> None:
    assert find_day(f"Minister meets president\n{line}\n\n{STORY}") == day
    assert find_day(f"{line}\n{STORY}") == day


def test_a_date_below_the_head_dates_nothing() -> None:
    assert find_day(f"{STORY}\n" * 4 + "Published: 12 March 2031\n") is None


def test_a_dated_line_stays_in_the_text_and_tells_nothing_by_itself() -> None:
    text = f"Published: 12 March 2024\n{STORY}"
    [document] = read_sources(["-"], given=Given(), outside=outside(text.encode()))
    assert isinstance(document, Document)
    assert (document.text, document.published) == (text, "2024-03-12")
    record = read(document.text, published=document.published)
    told = [span.of(text) for claim in record.claims for span in claim.evidence]
    assert told and not any("Published" in words or "2024" in words for words in told)
    assert [claim.time.value for claim in record.claims if claim.time] == ["2024-03-11"]


def test_an_email_is_called_by_its_subject() -> None:
    mail = f"From: Bo Rell <rell@example.org>\nTo: Editors\nSubject: Talks in Velmark \n\n{STORY}"
    assert find_subject(mail) == "Talks in Velmark"
    assert find_subject(mail.replace("From: ", "Re ")) is None
    assert find_subject(STORY) is None


@pytest.mark.parametrize("name", ["story.jsonl", "story.html", "story.md", "story.txt"])
def test_the_head_dates_an_article_of_any_kind_that_has_no_other_day(tmp_path: Path, name: str) -> None:
    text = f"Published: 12 March 2024\n\n{STORY}"
    rows = f"{json.dumps({'text': text})}\n{json.dumps({'text': text, 'published': '2024-03-01'})}\n"
    page = "".join(f"<p>{line}</p>" for line in text.split("\n\n"))
    written = {
        "story.jsonl": rows, "story.md": text, "story.txt": text,
        "story.html": f"<html><head><title>Talks</title></head><body><article>{page}</article></body></html>",
    }  # fmt: skip
    file = tmp_path / name
    file.write_text(written[name])
    days = [getattr(each, "published", None) for each in read_sources([str(file)], given=Given(), outside=outside(b""))]
    assert days == (["2024-03-12", "2024-03-01"] if name == "story.jsonl" else ["2024-03-12"])
    given = Given(published="2024-03-02")
    [first, *_] = read_sources([str(file)], given=given, outside=outside(b""))
    assert isinstance(first, Document) and first.published == "2024-03-02"


def test_the_head_dates_a_text_given_in_python() -> None:
    text = f"Published: 12 March 2024\n{STORY}"
    assert read(text).document.published == "2024-03-12"
    assert read(text, published="2024-03-01").document.published == "2024-03-01"
    assert read(STORY).document.published is None
