"""What guests of interviews tell of their own lives is no event; what they tell of states and officeholders is."""

from onrecord.model import Event
from onrecord.read import read

INTERVIEW = (
    "This is an interview with {guest}.\n\n((Courier)) How did you begin?\n\n((Lena Torvald)) My neighbours asked me "
    "to stop.\n\n((Courier)) And now?\n\n((Lena Torvald)) I refused to stop. Norway urged me to leave the country.\n"
)


def _told(guest: str) -> set[tuple[str, str]]:
    reading = read(INTERVIEW.format(guest=guest))
    names = {entity.id: entity.name for entity in reading.entities}
    events = (claim.what for claim in reading.claims if isinstance(claim.what, Event))
    return {(event.event, names[event.actors[0]]) for event in events}


def test_a_private_guest_tells_no_events_of_herself() -> None:
    assert _told("Potter Lena Torvald") == {("REQUEST", "Norway")}


def test_a_guest_with_an_office_does() -> None:
    assert _told("Senator Lena Torvald") >= {("REQUEST", "Norway"), ("REJECT", "Lena Torvald")}
