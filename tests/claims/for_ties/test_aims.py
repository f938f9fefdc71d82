"""Ties are found from what one side means to do for or against the other."""

import pytest
from told import Row, ties


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Norway is committed to supporting the Swedish government.", ("Norway", "supporter", "Sweden")),
        ("Norway is committed to defeating Hezbollah.", ("Norway", "opponent", "Hezbollah")),
        ("Norway reaffirmed its commitment to support Sweden.", ("Norway", "supporter", "Sweden")),
        ("Norway's efforts to support Sweden are slow.", ("Norway", "supporter", "Sweden")),
        ("Norway's campaign to degrade and defeat Hezbollah goes on.", ("Norway", "opponent", "Hezbollah")),
        ("Norway stands shoulder to shoulder with the government of Sweden.", ("Norway", "supporter", "Sweden")),
        ("Norway continues to stand with Sweden.", ("Norway", "supporter", "Sweden")),
    ],
)
def test_what_one_side_means_to_do(text: str, row: Row) -> None:
    assert row in ties(text)


@pytest.mark.parametrize(
    "text",
    ["Norway is committed to visiting Sweden.", "Norway's efforts to reach Sweden failed."],
)
def test_other_aims_tell_no_tie(text: str) -> None:
    assert ties(text) == set()


def test_people_who_stand_beside_each_other_are_no_supporters() -> None:
    assert ties("In the photo Ana Torvald stands with Swedish representatives.") == set()


def test_whose_backing_somebody_enjoys() -> None:
    assert ties("Ana Torvald enjoys the backing of Norway.") == {("Norway", "supporter", "Ana Torvald")}


def test_efforts_by_somebody_are_theirs() -> None:
    found = ties("Efforts by Norway to defeat the Karsk Front go on.")
    assert found == {("Norway", "opponent", "Karsk Front")}


def test_whoever_swears_allegiance_is_a_supporter() -> None:
    assert ("Norway", "supporter", "Hezbollah") in ties("Norway has pledged allegiance to Hezbollah.")
