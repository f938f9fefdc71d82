"""Nouns that are set once for two lands."""

import pytest

from onrecord.claims import find_claims
from onrecord.language import analyse
from onrecord.model import Document, Event, Statement

DONE = [
    ("North and South Korea agreed to reopen the road.", {("AGREE", "North Korea, South Korea", "")}),
    ("The leaders of North and South Korea signed the accord.", {("SUPPORT", "North Korea, South Korea", "")}),
    ("North and South Dakota sued the ministry.", {("ACCUSE", "North Dakota, South Dakota", "ministry")}),
    ("The Dutch and Belgian prime ministers met on Monday.", {("CONSULT", "Netherlands, Belgium", "")}),
    ("The North and South Korean leaders shook hands.", {("CONSULT", "North Korea, South Korea", "")}),
    ("US and Peruvian officials met in Velmark.", {("CONSULT", "United States, Peru", "")}),
    ("The Swedish and Finnish governments condemned the raid.", {("ACCUSE", "Sweden, Finland", "")}),
    ("Chilean and Peruvian warships sailed through the strait.", {("MOBILIZE", "Chile, Peru", "")}),
]


@pytest.mark.parametrize(("text", "expected"), DONE)
def test_both_lands_do_it(text: str, expected: set[tuple[str, str, str]]) -> None:
    entities, claims = find_claims(analyse(Document(id="set-once", text=text)))
    names = {entity.id: entity.name for entity in entities}
    found = [claim.what for claim in claims if isinstance(claim.what, Event)]
    told = {(e.event, ", ".join(map(names.get, e.actors)), ", ".join(map(names.get, e.recipients))) for e in found}  # type: ignore[arg-type]
    assert told == expected


def test_border_guards_of_two_lands_stay_a_group() -> None:
    entities, _ = find_claims(
        analyse(Document(id="g", text="Chilean and Peruvian border guards arrested Lars Edmond."))
    )
    assert "Chilean and Peruvian border guards" in {entity.name for entity in entities}


@pytest.mark.parametrize(
    "text",
    [
        "The Swedish and Finnish governments said the cable had been cut.",
        "Authorities in Sweden and Finland said the cable had been cut.",
    ],
)
def test_two_governments_say_it_each(text: str) -> None:
    entities, claims = find_claims(analyse(Document(id="said", text=text)))
    names = {entity.id: entity.name for entity in entities}
    assert [names[c.what.speaker] for c in claims if isinstance(c.what, Statement)] == ["Sweden", "Finland"]
