"""Sides that go without saying: thanks, and refusals of what was asked."""

import pytest

from onrecord.claims import find_claims
from onrecord.language import analyse
from onrecord.model import Document, Event


def sides(text: str, event: str) -> list[tuple[str, str]]:
    """Actors and recipients of each event of the type, by name."""
    entities, claims = find_claims(analyse(Document(id="understood", text=text)))
    names = {entity.id: entity.name for entity in entities}
    told = [c.what for c in claims if isinstance(c.what, Event) and c.what.event == event]
    return [(" + ".join(names[e] for e in w.actors), " + ".join(names[e] for e in w.recipients)) for w in told]


@pytest.mark.parametrize(
    ("text", "event", "actors", "recipients"),
    [
        ("Ana Torvald said Lars Edmond was arrested on Monday.", "COERCE", "", "Lars Edmond"),
        ("Lars Edmond was arrested on Monday.", "COERCE", "", "Lars Edmond"),
        ("Lars Edmond asked for talks but Ana Torvald refused.", "REJECT", "Ana Torvald", "Lars Edmond"),
        ("Norway closed its border on Monday. Sweden criticised the move.", "ACCUSE", "Sweden", "Norway"),
        ("Norway closed its border. Nobody spoke. It rained. Sweden criticised the move.", "ACCUSE", "Sweden", ""),
        ("Lars Edmond asked for talks. The rebels left the town. Ana Torvald refused.", "REJECT", "Ana Torvald", ""),
    ],
)
def test_sides_understood(text: str, event: str, actors: str, recipients: str) -> None:
    assert sides(text, event) == [(actors, recipients)]


def test_support_for_nobody_told_counts_where_it_is_given() -> None:
    assert sides("The parliament passed the bill.", "SUPPORT") == [("parliament", "")]
    assert not sides("The parliament could not pass the bill.", "SUPPORT")
    assert sides("Norway has not endorsed Sweden.", "SUPPORT") == [("Norway", "Sweden")]


@pytest.mark.parametrize(
    ("speaker", "actor"),
    [
        ("Ana Torvald, a spokeswoman for the Harbour Ministry", "Harbour Ministry"),
        ("Harbour Ministry press secretary Ana Torvald", "Harbour Ministry"),
        ("Ana Torvald, a deputy", "Ana Torvald"),
    ],
)
def test_the_we_of_a_spokesman_is_whom_he_speaks_for(speaker: str, actor: str) -> None:
    assert sides(f"“We condemn the rebels,” said {speaker}.", "ACCUSE") == [(actor, "rebels")]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Gunmen killed two miners on Friday. The Karsk Front claimed responsibility.", "two miners"),
        (
            "Gunmen killed two miners. Ana Torvald asked for calm. Lars Edmond asked for calm. Mourners prayed. "
            "Anton Orten prayed. The Karsk Front claimed responsibility for the attack.",
            "two miners",
        ),
        ("The Karsk Front claimed responsibility for the attack.", ""),
    ],
)
def test_who_claims_an_attack_struck_whom_it_struck(text: str, recipients: str) -> None:
    assert sides(text, "ASSAULT")[-1] == ("Karsk Front", recipients)


@pytest.mark.parametrize(
    ("text", "status", "source"),
    [
        ("On Friday the Karsk Front claimed responsibility for the attack.", "alleged", "Karsk Front"),
        ("The attack was claimed by the Karsk Front on Friday.", "alleged", "Karsk Front"),
        ("The Karsk Front has not claimed responsibility for the attack.", "denied", "Karsk Front"),
    ],
)
def test_an_attack_that_is_claimed_stands_on_the_word_of_who_claims_it(text: str, status: str, source: str) -> None:
    entities, claims = find_claims(analyse(Document(id="claimed", text=text, published="2021-09-16")))
    names = {entity.id: entity.name for entity in entities}
    [claim] = [claim for claim in claims if isinstance(claim.what, Event) and claim.what.event == "ASSAULT"]
    assert (claim.status, [names[link.entity] for link in claim.attribution]) == (status, [source])
    assert claim.time is None
