"""Who is what a relational noun says: names beside it, lists, and the family that a text tells of."""

import pytest
from told import Row, ties


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Hamza Torvald, the high-ranking al-Qaeda member, was killed.", ("Hamza Torvald", "member", "al-Qaeda")),
        ("Iran and its rival Saudi Arabia denied it.", ("Saudi Arabia", "opponent", "Iran")),
        ("South Korea and Japan, both US allies, agreed.", ("Japan", "ally", "United States")),
        ("US allies Japan and South Korea agreed.", ("South Korea", "ally", "United States")),
        ("Members of the Green Party, including Ana Torvald, voted no.", ("Ana Torvald", "member", "Green Party")),
        (
            "Lars Edmond is survived by his wife, Ana Torvald, and two sons, Olaf and Erik.",
            ("Olaf", "relative", "Lars Edmond"),
        ),
        ("Ana Torvald, a scholar at Harvard University, left.", ("Ana Torvald", "employee", "Harvard University")),
        ("Lars Edmond, a member of the Saudi royal family, left.", ("Lars Edmond", "member", "Saudi royal family")),
    ],
)  # fmt: skip
def test_who_is_what_the_noun_says(text: str, row: Row) -> None:
    assert row in ties(text)


def test_a_semicolon_ends_the_list() -> None:
    text = "The speakers were Ana Torvald's children; Governor Lars Edmond; and Olaf Berg."
    assert not any(relation == "relative" for _, relation, _ in ties(text))


def test_a_part_of_a_name_is_no_owner() -> None:
    assert ties("The Federal Emergency Management Agency denied it.") == set()


def test_who_is_called_an_ally() -> None:
    assert ties("Ana Torvald called Norway an ally of Sweden.") == {("Norway", "ally", "Sweden")}


def test_a_noun_of_kin_inside_a_name_tells_no_kin() -> None:
    assert ties("The rebels of Pol Pot and Son Sen took the town.") == set()


def test_a_wing_named_behind_its_whole() -> None:
    text = "The military wing of Hamas, the Qassam Brigades, denied it."
    assert ties(text) == {("Qassam Brigades", "part", "Hamas")}


def test_who_remains_an_ally() -> None:
    assert ties("Norway remains an ally of Sweden.") == {("Norway", "ally", "Sweden")}


def test_whose_ally_somebody_is_considered() -> None:
    assert ties("Norway sees Sweden as a friend.") == {("Sweden", "partner", "Norway")}


def test_a_state_is_a_member_of_a_council() -> None:
    assert ties("Norway is a member of the Council of Europe.") == {("Norway", "member", "Council of Europe")}
    assert ties("Ana Torvald is a member of the Norwegian Senate.") == set()
