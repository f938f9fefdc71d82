"""Whom an event is aimed at where its sense names nobody."""

import pytest

from onrecord.claims import find_claims
from onrecord.language import analyse
from onrecord.model import Document, Event, EventType

AIMED: tuple[tuple[str, EventType, tuple[str, ...]], ...] = (
    ("Norway agreed to lift the sanctions on Sweden.", "AGREE", ("Sweden",)),
    ("Norway agreed to help with the inquiry.", "AGREE", ()),
    ("Japan lifted the sanctions imposed on Spain.", "CONCEDE", ("Spain",)),
    ("The Supreme Court threw out a lawsuit filed by Lars Edmond.", "REJECT", ("Lars Edmond",)),
    ("The Supreme Court overturned the conviction of Lars Edmond.", "REJECT", ()),
    ("Ana Torvald condemned what she called Norway's aggression.", "ACCUSE", ("Norway",)),
    ("Ana Torvald condemned what Norway did in Sweden.", "ACCUSE", ("Norway",)),
    ("Norway agreed to move its embassy to Jerusalem.", "AGREE", ()),
)


@pytest.mark.parametrize(("sentence", "event", "recipients"), AIMED, ids=[sentence for sentence, _, _ in AIMED])
def test_recipients(sentence: str, event: EventType, recipients: tuple[str, ...]) -> None:
    entities, claims = find_claims(analyse(Document(id="aims", text=sentence)), min_confidence=0.0)
    names = {entity.id: entity.name for entity in entities}
    told = [claim.what for claim in claims if isinstance(claim.what, Event) and claim.what.event == event]
    assert [tuple(names[one] for one in what.recipients) for what in told] == [recipients]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lars Edmond was elected speaker in May amid threats by the rebels.",
        "Lars Edmond was sworn in as president in May despite protests by the opposition.",
        "Lars Edmond was named minister in May after a campaign by the unions.",
    ],
)
def test_who_does_what_goes_on_meanwhile_does_not_appoint(sentence: str) -> None:
    _, claims = find_claims(analyse(Document(id="aims", text=sentence)), min_confidence=0.0)
    assert not [claim for claim in claims if isinstance(claim.what, Event) and claim.what.event == "SUPPORT"]


def events(sentence: str) -> set[tuple[EventType, tuple[str, ...], tuple[str, ...]]]:
    """Type, actors and recipients of each event of a sentence, by name."""
    entities, claims = find_claims(analyse(Document(id="aims", text=sentence)), min_confidence=0.0)
    names = {entity.id: entity.name for entity in entities}
    told = [claim.what for claim in claims if isinstance(claim.what, Event)]
    return {(e.event, tuple(names[a] for a in e.actors), tuple(names[r] for r in e.recipients)) for e in told}


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Lars Edmond is due to call on President Ana Torvald later in the day.", "CONSULT"),
        ("Unions called on President Ana Torvald, a former banker, to raise wages.", "REQUEST"),
        ("Lars Edmond called on Ana Torvald for help.", "REQUEST"),
    ],
)
def test_who_is_called_on_is_visited_unless_something_is_asked(sentence: str, event: EventType) -> None:
    assert [found for found, _, recipients in events(sentence) if recipients == ("Ana Torvald",)] == [event]


def test_attacks_that_nobody_owns_are_nobodys() -> None:
    assert events("No group claimed responsibility for the attack.") == set()
    assert events("Lars Edmond, himself convicted of fraud, left.") == {("COERCE", (), ("Lars Edmond",))}
