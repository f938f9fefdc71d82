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
