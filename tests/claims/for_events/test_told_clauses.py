"""What whole quotations say, and what "I think" opens, counts as said by who says it."""

import pytest

from onrecord.claims import find_claims
from onrecord.language import analyse
from onrecord.model import Document, Event
from tests.claims.told import events

BLAMED = ("ACCUSE", "Ana Torvald", "Lars Edmond")


@pytest.mark.parametrize(
    "text",
    [
        "“We are tired,” said Ana Torvald. “Lars Edmond has betrayed the miners.”",
        "“I think Lars Edmond is a liar,” said Ana Torvald.",
        "“It is clear that Lars Edmond has betrayed the miners,” said Ana Torvald.",
        "Ana Torvald said Lars Edmond had shown utter contempt for the miners.",
        "“Lars Edmond treats the law with contempt,” said Ana Torvald.",
        "Minister Ana Torvald attacked Lars Edmond, saying he had betrayed the miners.",
    ],
)
def test_whoever_is_blamed_in_a_quotation_is_accused(text: str) -> None:
    assert BLAMED in events(text)


@pytest.mark.parametrize(
    "text",
    [
        "“We are tired,” said Ana Torvald. “Lars Edmond could betray the miners.”",
        "“We are tired,” said Ana Torvald. “Lars Edmond has not betrayed the miners.”",
        "“I thought that Lars Edmond was a liar,” said Ana Torvald.",
        "Ana Torvald said Lars Edmond had a right to protection against abuse.",
        "“We are tired,” said Ana Torvald. “Lars Edmond came home on Monday.”",
    ],
)
def test_what_might_be_and_what_blames_nobody_accuses_nobody(text: str) -> None:
    assert not [event for event in events(text) if event[0] == "ACCUSE"]


def test_who_is_to_do_something_by_a_further_sentence_is_asked() -> None:
    found = events("“We are tired,” said Ana Torvald. “Minister Lars Edmond should resign.”")
    assert found == {("REQUEST", "Ana Torvald", "Lars Edmond")}


def test_a_further_sentence_is_its_own_evidence() -> None:
    text = "“We are tired,” said Ana Torvald. “Lars Edmond has betrayed the miners.”"
    _, claims = find_claims(analyse(Document(id="told", text=text)))
    [accused] = [c for c in claims if isinstance(c.what, Event) and c.what.event == "ACCUSE"]
    assert accused.evidence[0].of(text) == "Lars Edmond has betrayed the miners"
    assert accused.attribution == () and accused.status == "asserted"


def told(text: str) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Type, actors and recipients of each event of the whole reading."""
    entities, claims = find_claims(analyse(Document(id="told", text=text)))
    names = {entity.id: entity.name for entity in entities}
    what = [claim.what for claim in claims if isinstance(claim.what, Event)]
    return {(e.event, tuple(names[a] for a in e.actors), tuple(names[r] for r in e.recipients)) for e in what}


def test_you_are_who_is_spoken_to_alone() -> None:
    found = told("“You have betrayed the miners,” Ana Torvald told Lars Edmond.")
    assert ("ACCUSE", ("Ana Torvald",), ("Lars Edmond",)) in found


@pytest.mark.parametrize("listener", ["reporters", "Lars Edmond and Pia Falk"])
def test_you_are_nobody_where_no_one_person_is_spoken_to(listener: str) -> None:
    assert not [e for e in told(f"“You have betrayed the miners,” Ana Torvald told {listener}.") if e[0] == "ACCUSE"]


def test_who_vows_to_fight_an_ill_threatens_nobody() -> None:
    assert "THREATEN" not in {e[0] for e in events("President Torvald vowed to fight corruption.")}
    assert "THREATEN" in {e[0] for e in events("President Torvald vowed to fight the rebels.")}


def test_what_somebody_hopes_others_will_do_is_not_done() -> None:
    assert not events("Ana Torvald hopes that Norway will withdraw its troops from Sweden.")


@pytest.mark.parametrize(
    "text",
    [
        "The minister Ana Torvald said that Lars Edmond needs to leave.",
        "“It is essential that Lars Edmond leave,” said Ana Torvald.",
        "“Lars Edmond has a duty to leave,” said Ana Torvald.",
    ],
)
def test_who_is_said_to_need_to_do_something_is_asked_to(text: str) -> None:
    assert events(text) == {("REQUEST", "Ana Torvald", "Lars Edmond")}


@pytest.mark.parametrize(
    "text",
    [
        "The minister Ana Torvald said that Lars Edmond needs help.",
        "The minister Ana Torvald said that Lars Edmond had to leave.",
    ],
)
def test_what_was_or_would_be_due_is_asked_of_nobody(text: str) -> None:
    assert "REQUEST" not in {event[0] for event in events(text)}


def test_a_letter_to_somebody_says_what_its_writer_says() -> None:
    found = events("The mayor Ana Torvald wrote a letter to Lars Edmond criticising the plan.")
    assert ("ACCUSE", "Ana Torvald", "Lars Edmond") in found


def test_what_they_are_convinced_of_they_say() -> None:
    assert BLAMED in events("Ana Torvald said she is convinced that Lars Edmond has betrayed the miners.")


def test_a_clause_with_its_own_subject_blames_that_alone() -> None:
    found = events("“We are late, and Lars Edmond has betrayed the miners,” said Ana Torvald.")
    assert {event for event in found if event[0] == "ACCUSE"} == {BLAMED}
    found = events("The minister Ana Torvald said the ministry was late and Lars Edmond had betrayed the miners.")
    assert {event for event in found if event[0] == "ACCUSE"} == {BLAMED}


def test_it_is_a_shame_blames_who_did_it() -> None:
    assert BLAMED in events("Ana Torvald said it was shameful that Lars Edmond had left the miners alone.")
