"""What is told of and yet no event: what is only lacked, and what one says nothing of."""

from told import events


def test_support_that_is_lacking_is_not_given() -> None:
    assert {kind for kind, *_ in events("Lars Edmond won support from Norway.")} == {"SUPPORT"}
    assert not events("Lars Edmond spoke of a lack of support from Norway.")


def test_who_says_nothing_of_something_refuses_nothing() -> None:
    assert not events("Lars Edmond declined to be drawn on the vote.")


def test_where_somebody_supports_others_is_not_whom_he_supports() -> None:
    found = events("In Paris, Lars Edmond expressed support for Norway.")
    assert ("SUPPORT", "Lars Edmond", "Norway") in found
    assert "Paris" not in {whom for *_, whom in found}
