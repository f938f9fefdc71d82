"""Names that few have heard of: what they do in the article tells whether they are states, bodies, places or people."""

import pytest

from onrecord import read
from onrecord.claims.for_who.called import agreed
from onrecord.claims.for_who.evidence import find_states
from onrecord.claims.tree import Tree
from onrecord.language import analyse
from onrecord.lexicon.signs import SECTIONS, load_signs
from onrecord.model import Document, Office


def kinds(text: str) -> dict[str, str]:
    """The kind of each entity of a text, by its name."""
    return {entity.name: entity.kind for entity in read(text, min_confidence=0).entities}


@pytest.mark.parametrize(
    ("name", "kind", "text"),
    [
        ("Karsland", "state", "Karsland's foreign minister, Lars Edmond, arrived on Monday. Karsland denied it."),
        ("Karsland", "state", "Lars Edmond met the prime minister of Karsland. He thanked Karsland."),
        ("Karsland", "state", "Karsland denied the charge. The embassy of Karsland accused the police."),
        ("Karsland", "state", "He accused neighbouring Karsland of arming them. Karsland denied the charge."),
        ("Karsland", "state", "Norway, Karsland and Peru signed a pact. Karsland thanked Peru."),
        ("Karsland", "state", "Karsland recalled its envoy. A Karslandi diplomat criticised Lars Edmond."),
        ("Ubumwe", "organization", "His party, Ubumwe, accused Lars Edmond. Ubumwe urged him to resign."),
        ("Der Bote", "organization", "Lars Edmond denied it, the newspaper Der Bote reported. Der Bote accused him."),
        ("Samlag", "organization", "Samlag, headed by Ana Orel, refused. Samlag wants a vote."),
        ("Samlag", "organization", "Samlag leader Lars Edmond resigned. Samlag accused the police."),
        ("Rada", "organization", "The Rada thanked Lars Edmond. The Rada passed the bill."),
        ("Abu Velm", "organization", "Police shot two Abu Velm militants. Abu Velm attacked the town."),
        ("Sur Velm", "organization", "Sur Velm, which attacked the town, denied it. Sur Velm thanked Norway."),
        ("Fatim", "organization", "Lars Edmond's Fatim condemned the vote. Fatim accused the police."),
        ("Tisva Party", "organization", "The Tisva Party won. Lars Edmond said Tisva was paid by Norway."),
        ("Velmar", "place", "Lars Edmond was arrested in Velmar. The mayor of Velmar accused the police."),
    ],
)
def test_what_a_name_does_tells_what_it_is(name: str, kind: str, text: str) -> None:
    assert kinds(text).get(name) == kind


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Zenga", "General Zenga accused the police. Zenga's army seized the bridge. Zenga thanked Norway."),
        ("Lars Edmond", "Lars Edmond resigned. Edmond's government fell. Edmond accused the police."),
        ("Sanda Orel-Bell", "Peru named Sanda Orel-Bell ambassador to Norway. Orel-Bell led the police."),
        ("Lars Selk", "The Selk case was closed. The police arrested Lars Selk. The late Selk was a judge."),
        ("Macron", "Macron's prime minister resigned. Macron thanked him."),
    ],
)
def test_who_is_introduced_is_somebody(name: str, text: str) -> None:
    assert kinds(text).get(name) == "person"


def test_long_names_adjectives_and_governments_are_the_state() -> None:
    text = (
        "The Republic of Karsland accused Norway. Karsland's president, Lars Edmond, thanked Peru. "
        "Karslandi police arrested ten people. The government of Karsland denied it."
    )
    tree = Tree(analyse(Document(id="t", text=text)))
    states = find_states(tree, tuple(agreed(tree)))
    assert states == dict.fromkeys(("karsland", "karslandi", "republic of karsland"), "Karsland")
    assert [entity.name for entity in read(text, min_confidence=0).entities if entity.kind == "state"] == [
        "Karsland", "Norway", "Peru",
    ]  # fmt: skip


def test_an_office_of_a_state_without_a_code_has_it_for_its_body() -> None:
    record = read("Karsland's chancellor, Lars Edmond, resigned. The embassy of Karsland thanked him.")
    names = {entity.id: entity.name for entity in record.entities}
    offices = [claim.what for claim in record.claims if isinstance(claim.what, Office)]
    assert [(names[one.person], names.get(one.body or ""), one.country) for one in offices] == [
        ("Lars Edmond", "Karsland", None)
    ]


def test_every_list_of_signs_has_words() -> None:
    assert set(load_signs()) == set(SECTIONS)
    assert all(load_signs().values())
