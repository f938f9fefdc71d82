"""Sentences of raw text: where they end, where they do not, and that no word is lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.sentences import split
from onrecord.language.words import find_words


def sentences(text: str) -> list[str]:
    return [text[words[0][0] : words[-1][1]] for words in split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Dral met Gen. A. Osk in St. Anton.",
        "U.S. President Vesna Karadova spoke.",
        "The talks began at 6 p.m. on Monday.",
        "The talks began at 6 p.m. Monday in Norhaven.",
        "Talks are set for Jan. 5 in Room No. 5 there.",
        "Orsk Corp. Chief Executive Mila Dane resigned.",
        "“Are you sure?” he asked.",
        "“Are you sure?” Minister Dral asked.",
        "He called it (sort of!) a success.",
        "She waited ... and left.",
        "Yahoo! News reported it.",
        "a treaty, e.g. Norland's, i.e. the old one",
        "the minister\nof finance resigned",
    ],
)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "He left.| She stayed.",
        "He left.|  She stayed.",
        "He left.|She stayed.",
        "“He left.”| She stayed.",
        '"He left."| "She stayed."',
        "He left. [4]| She stayed.",
        "(He left.)| She stayed!| Why?",
        "He lives in the U.S.| The minister does not.",
        "It began at 6 p.m.| The minister came late.",
        "Minister to visit Norland|\n\nThe minister will come.",
        "CASTELOR, 12 March (Northern Wire) — |Three men died.",
        "CASTELOR, March 12, 2031 (NW) — |Three men died.",
        "Minister to visit Norland|\nThe minister will come.",
        "- first point|\n- second point",
        "NORHAVEN (AP) —| Talks began.",
        "NORHAVEN, Norland (Reuters) -| Talks began.",
        "He left...| Then she came.",
        "He shook hands with Dral, Osk, etc.| Then he left.",
        "वह गया।| वह आया।",
    ],
)
def test_several_sentences(text: str) -> None:
    expected = [part.strip() for part in text.split("|")]
    assert sentences(text.replace("|", "")) == expected


def test_lines_wrapped_at_a_width_run_on() -> None:
    text = (
        "The minister of foreign affairs of Norland said on\n"
        "Monday that President Vesna Karadova would come to\n"
        "Norhaven in the spring and would meet the Prime\n"
        "Minister there. He did not say when."
    )
    assert [part[-8:] for part in sentences(text)] == ["r there.", "ay when."]


def test_the_period_of_a_last_abbreviation_stands_apart() -> None:
    text = "It began at 6 p.m."
    assert [text[start:end] for start, end in split(text)[0]][-2:] == ["p.m", "."]


def test_a_number_that_opens_a_list_keeps_its_period() -> None:
    text = "1. Talks begin."
    assert [text[start:end] for start, end in split(text)[0]] == ["1.", "Talks", "begin", "."]


def test_no_words_no_sentences() -> None:
    assert split("") == split(" \n\x00\u200b") == []


@given(st.text(alphabet='aB1.?!"”’()[]- \n\t…N', max_size=80))
def test_no_character_is_lost(text: str) -> None:
    found = split(text)
    assert all(found)
    flat = [place for words in found for place in words]
    assert all(left[1] <= right[0] for left, right in pairwise(flat))
    assert "".join(text[a:b] for a, b in flat) == "".join(text[a:b] for a, b in find_words(text))
