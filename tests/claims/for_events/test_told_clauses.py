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
        "The minister Ana Torvald apologised to Lars Edmond for calling him a liar.",
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
