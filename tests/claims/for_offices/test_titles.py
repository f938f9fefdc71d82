"""The words of a title: what stands before it, and what is none."""

import pytest
from told import OfficeRow, offices


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Ana Torvald, a former two-term governor of Ohio, conceded.",
            ("Ana Torvald", "governor", "Ohio", "us", "former", None),
        ),
        (
            "Ana Torvald, the long-serving Sultan of Oman, died.",
            ("Ana Torvald", "Sultan", None, "om", "former", None),
        ),
        (
            "Ana Torvald, leader of the opposition Labour Party, denied it.",
            ("Ana Torvald", "leader", "Labour Party", None, "current", None),
        ),
        (
            "Police spokesman Lars Edmond said police had arrested two men.",
            ("Lars Edmond", "spokesman", "police", None, "current", None),
        ),
        (
            "Sens. Lars Edmond and Ana Torvald voted no.",
            ("Lars Edmond", "Sen.", None, None, "current", None),
        ),
    ],
)  # fmt: skip
def test_words_before_a_title(text: str, row: OfficeRow) -> None:
    assert row in offices(text)


def test_the_representatives_of_a_house_are_no_title() -> None:
    found = offices("House of Representatives Speaker Nancy Torvald spoke on Monday.")
    assert found == {("Nancy Torvald", "Speaker", "House of Representatives", None, "current", None)}


def test_a_rank_behind_a_title_stays_out_of_it() -> None:
    found = {title for _, title, *_ in offices("Iranian commander General Hamid Tavakol was killed on Friday.")}
    assert found == {"commander"}


def test_a_party_is_no_body_of_a_seat_or_a_ministry() -> None:
    assert {row[1:3] for row in offices("NDP MP Anton Orten spoke.")} == {("MP", None)}
    found = offices("Foreign Minister Anton Orten of the Democratic Movement spoke.")
    assert {row[1:3] for row in found} == {("Foreign Minister", None)}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("He met then-North Korean leader Anton Orten.", "kp"),
        ("South Sudanese president Anton Orten spoke.", "ss"),
        ("South Korean president Anton Orten spoke.", "kr"),
    ],
)
def test_both_words_of_a_country_are_read(text: str, country: str) -> None:
    assert {row[3] for row in offices(text)} == {country}


def test_an_elder_and_an_analyst_hold_no_office() -> None:
    assert offices("Chief Adeyemi Orel met Lars Edmond in Oslo.") == set()
    assert offices("Political analyst Ana Torvald said the vote was lost.") == set()
    assert {row[:3] for row in offices("NATO chief Lars Edmond met Ana Torvald.")} == {("Lars Edmond", "chief", "NATO")}


def test_a_verb_before_a_title_is_no_part_of_it() -> None:
    found = offices("Ana Torvald flew to Karsk on Monday to press President Orel to extend the truce.")
    assert {title for _, title, *_ in found} == {"President"}
