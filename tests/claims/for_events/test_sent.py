"""Who visits where somebody is sent."""

import pytest
from told import events, offices

SENT = [
    ("Japan sent an adviser to Brasilia on Monday.", ("CONSULT", "Japan", "Brazil")),
    ("Chile sent its foreign minister to Peru.", ("CONSULT", "Chile", "Peru")),
    ("Norland sent Foreign Minister Lars Edmond to Peru.", ("CONSULT", "Lars Edmond", "Peru")),
    ("Ana Torvald sent her envoy Lars Edmond to Peru.", ("CONSULT", "Lars Edmond", "Peru")),
    ("President Ana Torvald sent her security adviser to Riyadh.", ("CONSULT", "her security adviser", "Saudi Arabia")),
    ("Norland sent 200 military advisers to Chad.", ("AID", "Norland", "Chad")),
]


@pytest.mark.parametrize(("text", "expected"), SENT)
def test_who_goes_there(text: str, expected: tuple[str, str, str]) -> None:
    assert {event for event in events(text) if event[0] in ("CONSULT", "AID")} == {expected}


def test_who_is_sent_for_talks_holds_them() -> None:
    found = events("Ana Torvald sent her envoy Lars Edmond to Peru for talks with President Vesna Karad.")
    assert ("CONSULT", "Lars Edmond, Vesna Karad", "") in found


def test_nobody_is_sent_to_his_own_country() -> None:
    found = offices("Ana Torvald sent her envoy Lars Edmond to Peru. Peru welcomed the visit. Peru is at war.")
    assert ("Lars Edmond", "envoy", None, None, "current", None) in found
