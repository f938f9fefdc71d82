"""Whose doing a minister tells with "we"."""

import pytest

from onrecord.claims import find_claims
from onrecord.language import analyse
from onrecord.model import Document, Event


def actors(text: str, event: str) -> set[str]:
    """Who does what is of this type, by name."""
    entities, claims = find_claims(analyse(Document(id="we", text=text)))
    names = {entity.id: entity.name for entity in entities}
    told = [claim.what for claim in claims if isinstance(claim.what, Event) and claim.what.event == event]
    return {names[actor] for what in told for actor in what.actors}


@pytest.mark.parametrize(
    ("words", "event"),
    [("We have sent food to Sweden", "AID"), ("We are imposing sanctions on Sweden", "SANCTION")],
)
def test_what_a_minister_says_we_do_his_state_does(words: str, event: str) -> None:
    text = f"“{words},” said the Norwegian Foreign Minister Lars Edmond. The Norwegian government met on Monday."
    assert actors(text, event) == {"Norway"}


def test_what_a_minister_says_we_say_he_says() -> None:
    text = "“We thank Sweden,” said the Norwegian Foreign Minister Lars Edmond. The Norwegian government met on Monday."
    assert actors(text, "SUPPORT") == {"Lars Edmond"}
