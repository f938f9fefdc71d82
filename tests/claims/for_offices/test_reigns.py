"""Offices are found by the noun for the office itself, where it is a person's."""

import pytest
from told import OfficeRow, offices


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Relations improved during the presidency of Barak Orban.",
            ("Barak Orban", "president", None, None, "former", None),
        ),
        (
            "Ana Torvald won the presidency of Ghana in 2012.",
            ("Ana Torvald", "president", None, "gh", "current", "elected"),
        ),
        (
            "Ana Torvald ran for the presidency in 2012.",
            ("Ana Torvald", "president", None, None, "candidate", None),
        ),
    ],
)  # fmt: skip
def test_office_told_by_its_own_noun(text: str, row: OfficeRow) -> None:
    assert offices(text) == {row}


@pytest.mark.parametrize(
    "text",
    [
        "The rotating presidency of the European Union passed to Norway.",
        "Ana Torvald criticised the presidency.",
        "The presidency said Ana Torvald would travel.",
    ],
)
def test_no_office_where_nobody_holds_it(text: str) -> None:
    assert offices(text) == set()


def test_leadership_is_told_with_whose_they_are() -> None:
    won = "Lars Edmond won the leadership of the Labour Party on Tuesday."
    assert offices(won) == {("Lars Edmond", "leader", "Labour Party", None, "current", "elected")}
    assert offices("Lars Edmond won praise for his leadership.") == set()


def test_the_presidency_of_a_known_leader_is_of_the_own_country() -> None:
    text = "Cuba protested. Relations with Cuba had improved during the presidency of Barack Obama. Havana wants more."
    assert ("Barack Obama", "president", None, "us", "former", None) in offices(text)
