"""Each example sentence of the event lexicon, through the real reader: it tells of an event of the entry's type."""

import pytest

from onrecord.claims.events import find_events
from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.lexicon.event_words import EventWord, LightVerb, load_event_words
from onrecord.model import Document, Event

ENTRIES = load_event_words().entries
LIGHT = tuple(verb for verbs in load_event_words().light.values() for verb in verbs)


def types_told(sentence: str) -> set[str]:
    tree = Tree(analyse(Document(id="example", text=sentence)))
    drafts = find_events(tree, find_cast(tree))
    return {draft.what.event for draft in drafts if isinstance(draft.what, Event)}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.event}-{'-'.join(entry.words)}-{entry.kind}")
def test_the_example_yields_the_type(entry: EventWord) -> None:
    assert entry.event in types_told(entry.example), entry.example


@pytest.mark.parametrize("verb", LIGHT, ids=lambda verb: "-".join((*verb.words, *verb.at)))
def test_the_example_of_a_light_verb_yields_an_event(verb: LightVerb) -> None:
    assert types_told(verb.example) >= (set(verb.types) if len(verb.types) == 1 else set())
    assert types_told(verb.example), verb.example
