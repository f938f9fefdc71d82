"""Who helps by the phrase that a passive has, who is given what, and what is told without saying by whom."""

import pytest
from test_event_sides import sides_of

from onrecord.model import EventType

SIDES: tuple[tuple[str, EventType, str, str], ...] = (
    ("Lars Edmond was granted asylum in Norway.", "AID", "Norway", "Lars Edmond"),
    ("Norway pledged $5m to Sweden.", "AID", "Norway", "Sweden"),
    ("The navy went on to rescue eleven farm workers.", "AID", "navy", "eleven farm workers"),
    ("Turkey gave Azerbaijan military backing.", "SUPPORT", "Turkey", "Azerbaijan"),
    ("Norway offered Sweden emergency assistance.", "AID", "Norway", "Sweden"),
    ("Two men were charged with murder on Tuesday.", "ACCUSE", "", "Two men"),
)


@pytest.mark.parametrize(("sentence", "event", "actors", "recipients"), SIDES)
def test_untold_sides(sentence: str, event: EventType, actors: str, recipients: str) -> None:
    assert (actors, recipients) in sides_of(sentence, event)
