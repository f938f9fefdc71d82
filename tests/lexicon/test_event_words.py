"""The event lexicon loads whole, says what is wrong with a bad entry, and covers political news widely."""

from itertools import pairwise
from typing import get_args

import pytest

from onrecord.errors import LexiconError
from onrecord.lexicon.event_words import load_event_words, parse_event_file, parse_light_verbs, parse_table
from onrecord.model import EventType

FRAMES = {"act": {"actor": "nsubj", "recipient": "obj"}, "deed": {"actor": "nmod:by", "recipient": "nmod:of"}}
GOOD = {"word": "praise", "example": "Ana Torvald praised the police."}


def parse(**fields: str) -> None:
    parse_event_file("events/support.toml", {"type": "SUPPORT", "verbs": [{**GOOD, **fields}]}, FRAMES)


def test_every_type_has_verbs_and_there_are_more_than_nine_hundred_words() -> None:
    entries = load_event_words().entries
    assert {entry.event for entry in entries if entry.kind == "verb"} == set(get_args(EventType))
    assert len({(entry.kind, entry.words) for entry in entries}) > 900


def test_an_entry_takes_the_parts_of_its_frame_or_its_own() -> None:
    table = {"type": "SUPPORT", "verbs": [GOOD, {**GOOD, "recipient": "obl:for"}]}
    plain, own = parse_event_file("events/support.toml", table, FRAMES)
    assert (plain.actor, plain.recipient) == (("nsubj",), ("obj",))
    assert (own.actor, own.recipient) == (("nsubj",), ("obl:for",))


def test_a_group_stands_for_its_words() -> None:
    frames = {**FRAMES, "groups": {"goods": "food money"}}
    table = {"type": "AID", "verbs": [{**GOOD, "objects": "@goods tent", "not_objects": "@goods"}]}
    (entry,) = parse_event_file("events/aid.toml", table, frames)
    assert (entry.objects, entry.not_objects) == ({"food", "money", "tent"}, {"food", "money"})


def test_the_sense_with_more_conditions_comes_first() -> None:
    senses = load_event_words().senses["verb"]["impose"]
    assert all(first.weight >= second.weight for first, second in pairwise(senses))


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"frame": "rumour"}, "frame 'rumour'"),
        ({"mode": "dance"}, "mode 'dance'"),
        ({"recipient": "object"}, "relation 'object'"),
        ({"needs": "nobody"}, "needs 'nobody'"),
        ({"recipient_kind": "planet"}, "recipient_kind 'planet'"),
        ({"word": ""}, "no word"),
        ({"example": " "}, "no example"),
        ({"colour": "red"}, "field 'colour'"),
        ({"objects": "@toys"}, "group '@toys'"),
    ],
)
def test_a_malformed_entry_is_named_with_its_file(fields: dict[str, str], complaint: str) -> None:
    with pytest.raises(LexiconError, match=complaint) as caught:
        parse(**fields)
    assert "lexicon/events/support.toml" in str(caught.value)


def test_an_unknown_type_and_broken_toml_are_told() -> None:
    with pytest.raises(LexiconError, match="type 'PRAISE'"):
        parse_event_file("events/praise.toml", {"type": "PRAISE"}, FRAMES)
    with pytest.raises(LexiconError, match=r"events/support\.toml is not TOML"):
        parse_table("events/support.toml", "verbs = [")


def test_a_malformed_light_verb_is_named() -> None:
    with pytest.raises(LexiconError, match=r"light_verbs.toml, entry 'hold': subject 'owner'"):
        parse_light_verbs({"verbs": [{"verb": "hold", "subject": "owner", "example": "They held talks."}]})


def test_regular_forms_lead_to_a_lemma_that_the_lemmatiser_missed() -> None:
    words = load_event_words()
    assert words.find("verb", "boycot", "boycotted")[0].words == ("boycott",)
    assert words.find("verb", "walrus", "walrus") == ()


def test_a_word_has_the_senses_of_both_spellings() -> None:
    words = load_event_words()
    assert words.find("verb", "mobilise", "mobilised") == words.find("verb", "mobilize", "mobilized") != ()
    assert words.find("verb", "favour", "favoured") == words.find("verb", "favor", "favored")
