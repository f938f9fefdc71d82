"""Who is listed where a notice first tells of a designation and then calls the names."""

import pytest
from told import listings

HEAD = "The Norland Sanctions Office (NSO) designated three traders today. Their sanctions begin on Monday. "
OFFICE = "Norland Sanctions Office"


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Those designated include Anton Orel, a trader, and his brother Jan Orel.", {"Anton Orel", "Jan Orel"}),
        ("The new listings include the head of the Velmark prison, Anton Orel, and Ana Torvald.",
         {"Anton Orel", "Ana Torvald"}),
        ("Sweden also designated Karsk Steel.", {"Karsk Steel"}),
        ("Anton Orel owns Karsk Steel, which NSO also designated.", {"Karsk Steel"}),
    ],
)  # fmt: skip
def test_whom_the_notice_calls(text: str, targets: set[str]) -> None:
    found = {target for target, _, _ in listings(HEAD + text)}
    assert found == targets


def test_the_authority_is_who_designated() -> None:
    found = listings(HEAD + "Those designated include Anton Orel.")
    assert {row[2] for row in found} == {OFFICE}


@pytest.mark.parametrize(
    "text",
    [
        "The office designated a day for talks. Those invited include Anton Orel.",
        HEAD + "Guests at the dinner include Anton Orel.",
        "The party designated three traders. Those designated include Anton Orel.",
    ],
)
def test_whom_no_notice_calls(text: str) -> None:
    assert not listings(text)


def test_the_authority_may_be_whose_measures_are_joined() -> None:
    text = "Norland has joined Sweden's restrictive measures. The persons listed include Anton Orel and Ana Torvald."
    assert listings(text) == {("Anton Orel", "on", "Sweden"), ("Ana Torvald", "on", "Sweden")}
