"""What stands behind a title tells its body, its country or its field."""

import pytest
from told import OfficeRow, offices


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "The mayor of the capital city of Bergen, Lars Edmond, said no.",
            ("Lars Edmond", "mayor", "Bergen", None, "current", None),
        ),
        (
            "Kerri Torvald, spokeswoman for the Edmond administration's Department of Justice, criticized the vote.",
            ("Kerri Torvald", "spokeswoman", "Department of Justice", None, "current", None),
        ),
        (
            "Gen. Gary Volek, commander, U.S. Central Command, met the envoy on Monday.",
            ("Gary Volek", "commander", "U.S. Central Command", "us", "current", None),
        ),
        (
            "The UN envoy for Yemen, Lars Edmond, visited Sanaa.",
            ("Lars Edmond", "envoy", "UN", None, "current", None),
        ),
        (
            "UN High Commissioner for Human Rights Ana Torvald warned.",
            ("Ana Torvald", "High Commissioner for Human Rights", "UN", None, "current", None),
        ),
    ],
)  # fmt: skip
def test_words_behind_a_title(text: str, row: OfficeRow) -> None:
    assert row in offices(text)


def test_a_title_behind_for_is_not_a_field() -> None:
    text = "A spokesman for President Lars Edmond denied it."
    assert offices(text) == {("Lars Edmond", "President", None, None, "current", None)}


def test_the_body_behind_a_subject() -> None:
    text = "Ana Torvald, a professor of law at the University of Oslo, doubted it."
    assert offices(text) == {("Ana Torvald", "professor of law", "University of Oslo", "no", "current", None)}


def test_where_a_body_is_based_is_not_its_name() -> None:
    text = "Lars Edmond, the president of Virginia-based Norland Corporation, doubted it."
    assert {row[2] for row in offices(text)} == {"Norland Corporation"}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Lars Edmond, the spokesman of the Norwegian foreign ministry, spoke.",
            ("Lars Edmond", "spokesman", "Norwegian foreign ministry", "no", "current", None),
        ),
        (
            "Lars Edmond is the secretary of the Norwegian Security Council.",
            ("Lars Edmond", "secretary", "Norwegian Security Council", "no", "current", None),
        ),
        (
            "A spokesman for Ana Torvald, Lars Edmond, denied it.",
            ("Lars Edmond", "spokesman", None, None, "current", None),
        ),
        (
            "Foreign ministry spokesman Lars Edmond denied it.",
            ("Lars Edmond", "spokesman", "foreign ministry", None, "current", None),
        ),
        ("The KVB director, Lars Edmond, denied it.", ("Lars Edmond", "director", "KVB", None, "current", None)),
    ],
)
def test_bodies_that_are_told_beside_a_title(text: str, row: OfficeRow) -> None:
    assert row in offices(text)


def test_the_seat_of_a_member_is_no_body() -> None:
    assert {row[1:3] for row in offices("Anton Orten, the MP for Karsk East, spoke.")} == {("MP", None)}


def test_a_field_goes_on_behind_and() -> None:
    found = offices("Anton Orten was Minister of Agriculture and Supplies in 1940.")
    assert {row[1] for row in found} == {"Minister of Agriculture and Supplies"}
    found = offices("The Minister of Finance and Deputy Prime Minister, Anton Orten, spoke.")
    assert {row[1] for row in found} == {"Minister of Finance", "Deputy Prime Minister"}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Ana Torvald, the majority leader in the Senate, met the envoys.",
            ("Ana Torvald", "majority leader", "Senate", None, "current", None),
        ),
        (
            "Lars Edmond is professor of Middle East history at the University of Bergen.",
            ("Lars Edmond", "professor of Middle East history", "University of Bergen", None, "current", None),
        ),
        (
            "A spokesman for the Karsk Brigade, Lars Edmond, denied it.",
            ("Lars Edmond", "spokesman", "Karsk Brigade", None, "current", None),
        ),
        (
            "Lars Edmond, a spokesman for Ana Torvald, denied it.",
            ("Lars Edmond", "spokesman", None, None, "current", None),
        ),
        (
            "Ana Torvald was speaker from 2007 to 2011.",
            ("Ana Torvald", "speaker", None, None, "former", None),
        ),
        (
            "Ana Torvald became prime minister of Norway in 2029 and president in 2030.",
            ("Ana Torvald", "president", None, "no", "current", None),
        ),
    ],
)  # fmt: skip
def test_body_and_holder_told_around_a_title(text: str, row: OfficeRow) -> None:
    assert row in offices(text)


def test_of_two_joined_names_the_last_is_described() -> None:
    text = "She met Vice President Lars Edmond and Ana Torvald, the former secretary of state, on Monday."
    assert ("Ana Torvald", "secretary of state", None, "us", "former", None) in offices(text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "According to Ana Torvald, Edmond's former spokeswoman, Lars Edmond died at home.",
            ("Ana Torvald", "spokeswoman", None, None, "former", None),
        ),
        (
            "Retired FBI agent and terrorism specialist Lars Edmond agreed.",
            ("Lars Edmond", "agent", "FBI", "us", "former", None),
        ),
        (
            "Lars Edmond teaches law as an adjunct professor at Karsk University.",
            ("Lars Edmond", "adjunct professor", "Karsk University", None, "current", None),
        ),
    ],
)  # fmt: skip
def test_holder_past_other_words(text: str, row: OfficeRow) -> None:
    assert row in offices(text)


def test_who_is_named_behind_for_holds_another_office() -> None:
    text = "They nominated Ana Torvald for president and teacher Lars Edmond for vice president."
    assert not any(row[:2] == ("Lars Edmond", "president") for row in offices(text))


def test_a_national_congress_is_no_chamber() -> None:
    assert offices("Ana Torvald, a member of the Indian National Congress, agreed.") == set()


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Ana Torvald would become finance minister and Lars Edmond prime minister.",
            ("Lars Edmond", "prime minister", None, None, "elect", None),
        ),
        ("Ana Torvald became speaker in 2029.", ("Ana Torvald", "speaker", None, None, "current", None)),
        (
            "Ana Torvald came to power as prime minister.",
            ("Ana Torvald", "prime minister", None, None, "current", None),
        ),
    ],
)  # fmt: skip
def test_office_told_by_verbs(text: str, row: OfficeRow) -> None:
    assert row in offices(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Torvald would become finance minister and Lars Edmond prime minister.",
        "Ana Torvald became a leader in May and Lars Edmond agreed.",
        "Ana Torvald became chief in May.",
    ],
)
def test_nobody_gets_the_office_of_another(text: str) -> None:
    assert not any(row[:2] in (("Ana Torvald", "prime minister"), ("Ana Torvald", "chief")) for row in offices(text))
