"""The example sentences of the event lexicon, through the real reader: they tell of an event of the entry's type."""

from typing import get_args

import pytest

from onrecord.claims.events import find_events
from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.lexicon.event_words import load_event_words
from onrecord.model import Document, Event, EventType

# The language model misreads a short sentence now and then; the entry is not at fault.
MISREAD = 0.03


def types_told(sentence: str) -> set[str]:
    tree = Tree(analyse(Document(id="example", text=sentence)))
    drafts = find_events(tree, find_cast(tree))
    return {draft.what.event for draft in drafts if isinstance(draft.what, Event)}


@pytest.mark.parametrize("event", get_args(EventType))
def test_examples_yield_their_type(event: EventType) -> None:
    entries = [entry for entry in load_event_words().entries if entry.event == event]
    missed = [entry.example for entry in entries if event not in types_told(entry.example)]
    assert len(missed) <= max(1, MISREAD * len(entries)), missed


def test_examples_of_light_verbs_yield_an_event() -> None:
    verbs = [verb for verbs in load_event_words().light.values() for verb in verbs]
    missed = [
        verb.example for verb in verbs if not types_told(verb.example) & (set(verb.types) or {*get_args(EventType)})
    ]
    assert len(missed) <= max(1, MISREAD * len(verbs)), missed


@pytest.mark.parametrize(
    ("sentence", "told", "not_told"),
    [
        ("The government refused to impose sanctions on Portugal.", "REJECT", "SANCTION"),
        ("Ana Torvald fired the minister Lars Edmond.", "SANCTION", "ASSAULT"),
        ("The army fired missiles at the rebels.", "ASSAULT", "SANCTION"),
        ("The police charged Lars Edmond with fraud.", "ACCUSE", "ASSAULT"),
        ("The prosecutor dropped the charges against Lars Edmond.", "CONCEDE", "REJECT"),
        ("The government lifted its sanctions against Portugal.", "CONCEDE", "SANCTION"),
        ("The deputies voted against the bill.", "REJECT", "SUPPORT"),
        ("Ana Torvald will not endorse Lars Edmond.", "REJECT", "SUPPORT"),
        ("The parliament voted to impeach Ana Torvald.", "ACCUSE", "SUPPORT"),
        ("Ana Torvald ordered the army to leave Portugal.", "REQUEST", "COERCE"),
        ("Ana Torvald ordered an airstrike on Portugal.", "ASSAULT", "REQUEST"),
        ("Ana Torvald said that Portugal must end its attacks on Spain.", "REQUEST", "ACCUSE"),
        ("Ana Torvald said that Portugal had violated the treaty.", "ACCUSE", "REQUEST"),
        ("Ana Torvald said that Lars Edmond had been killed.", "ASSAULT", "ACCUSE"),
        ("The rebels called off the strike.", "CONCEDE", "PROTEST"),
        ("Portugal fired missiles targeting Spain.", "ASSAULT", "SANCTION"),
        ("The company did not comply with the order of the court.", "REJECT", "AGREE"),
        ("Ana Torvald called the accusation against her party baseless.", "REJECT", "ACCUSE"),
        ("Ana Torvald told reporters that Lars Edmond was a traitor.", "ACCUSE", "SUPPORT"),
    ],
)
def test_a_word_with_two_senses(sentence: str, told: str, not_told: str) -> None:
    types = types_told(sentence)
    assert told in types and not_told not in types
