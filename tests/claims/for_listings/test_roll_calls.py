"""Who is listed where a notice first tells of a designation and then calls the names."""

import pytest
from told import events, listings, offices

HEAD = "The Norland Sanctions Office (NSO) designated three traders today. Their sanctions begin on Monday. "
OFFICE = "Norland Sanctions Office"


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Those designated include Anton Orel, a trader, and his brother Jan Orel.", {"Anton Orel", "Jan Orel"}),
        ("The new listings include the head of the Velmark prison, Anton Orel, and Ana Torvald.",
         {"Anton Orel", "Ana Torvald"}),
        ("Among those listed are Anton Orel, a trader, and his brother Jan Orel.", {"Anton Orel", "Jan Orel"}),
        ("Among those sanctioned is Anton Orel, the head of the bank.", {"Anton Orel"}),
        ("Anton Orel is being designated for acting on behalf of Velmark.", {"Anton Orel"}),
        ("Ana Torvald was designated pursuant to Executive Order 14024.", {"Ana Torvald"}),
        ("Sweden also designated Karsk Steel.", {"Karsk Steel"}),
        ("Anton Orel owns Karsk Steel, which NSO also designated.", {"Karsk Steel"}),
    ],
)  # fmt: skip
def test_whom_the_notice_calls(text: str, targets: set[str]) -> None:
    found = {target for target, _, _ in listings(HEAD + text)}
    assert found == targets


def test_who_adopts_sanctions_lists_those_called() -> None:
    found = listings(
        "The EU adopted new sanctions on Monday. Among those sanctioned is Anton Orel, the head of a bank."
    )
    assert found == {("Anton Orel", "on", "EU")}


def test_who_is_designated_for_a_deed_is_sanctioned_and_appointed_to_nothing() -> None:
    text = "The ministry is designating Anton Orel for being the leader of the Karsk Group. The sanctions begin today."
    assert events(text) == {("SANCTION", "ministry", "Anton Orel")}
    assert {row[5] for row in offices(text)} == {None}


def test_the_authority_is_who_designated() -> None:
    found = listings(HEAD + "Those designated include Anton Orel.")
    assert {row[2] for row in found} == {OFFICE}


@pytest.mark.parametrize(
    "text",
    [
        "The office designated a day for talks. Those invited include Anton Orel.",
        HEAD + "Anton Orel was designated in 2019.",
        HEAD + "Among those at the dinner is Anton Orel.",
        HEAD + "Guests at the dinner include Anton Orel.",
        "The party designated three traders. Those designated include Anton Orel.",
    ],
)
def test_whom_no_notice_calls(text: str) -> None:
    assert not listings(text)


def test_the_authority_may_be_whose_measures_are_joined() -> None:
    text = "Norland has joined Sweden's restrictive measures. The persons listed include Anton Orel and Ana Torvald."
    assert listings(text) == {("Anton Orel", "on", "Sweden"), ("Ana Torvald", "on", "Sweden")}


def test_the_lines_below_those_sanctioned_are_listed_up_to_the_first_other_line() -> None:
    called = (
        "Those sanctioned today are:\n- Anton Orel, a trader\n- Ana Torvald, a judge\n\nThe minister left.\n- Jan Orel"
    )
    found = {target for target, _, _ in listings(f"{HEAD}\n{called}")}
    assert found == {"Anton Orel", "Ana Torvald"}
    assert not listings(f"{HEAD}\nThose invited today are:\n- Anton Orel, a trader")


def test_each_union_lists_in_its_own_clause() -> None:
    text = (
        "The sanctions follow those of the European Union, which listed Anton Orel in May, and of the United States, "
        "which designated him in June."
    )
    assert listings(text) == {("Anton Orel", "on", "European Union"), ("Anton Orel", "on", "United States")}
