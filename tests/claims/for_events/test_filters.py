"""What is told of and yet no event: what is only lacked, and what one says nothing of."""

import pytest
from told import events, offices

PAIRS = (
    # who is spoken ill of keeps the office
    ("SANCTION", "Ana Torvald dismissed Lars Edmond as army chief.", "Ana Torvald dismissed Lars Edmond as “a fraud”."),
    ("SANCTION", "Ana Torvald dismissed Lars Edmond as mayor.", "Ana Torvald dismissed Lars Edmond as a clown."),
    # who regrets what others did gives nothing up
    ("CONCEDE", "Norway expressed regret over its decision.", "Norway expressed regret over Spain's decision."),
    # one's own navy is not helped
    ("AID", "The government bolstered the rebels.", "The government bolstered its navy."),
)


def test_support_that_is_lacking_is_not_given() -> None:
    assert {kind for kind, *_ in events("Lars Edmond won support from Norway.")} == {"SUPPORT"}
    assert not events("Lars Edmond spoke of a lack of support from Norway.")


def test_who_says_nothing_of_something_refuses_nothing() -> None:
    assert not events("Lars Edmond declined to be drawn on the vote.")


def test_where_somebody_supports_others_is_not_whom_he_supports() -> None:
    found = events("In Paris, Lars Edmond expressed support for Norway.")
    assert ("SUPPORT", "Lars Edmond", "Norway") in found
    assert "Paris" not in {whom for *_, whom in found}


@pytest.mark.parametrize(("kind", "told", "untold"), PAIRS)
def test_the_event_is_told_of_one_alone(kind: str, told: str, untold: str) -> None:
    assert kind in {event for event, _, _ in events(told)}
    assert kind not in {event for event, _, _ in events(untold)}


def test_whom_somebody_calls_names_stays_in_office() -> None:
    held = offices("Ana Torvald dismissed President Lars Edmond as “a plumber”.")
    assert {(person, tenure) for person, _, _, _, tenure, _ in held} == {("Lars Edmond", "current")}
