"""The words of status: all entries are well formed and tell their effect."""

from typing import get_args

from onrecord.lexicon.status import STATUS_OF_EFFECT, Effect, status_words
from onrecord.model import Status


def test_every_effect_has_a_status() -> None:
    assert set(STATUS_OF_EFFECT) == set(get_args(Effect))
    assert set(STATUS_OF_EFFECT.values()) == set(get_args(Status))


def test_every_effect_has_words() -> None:
    assert {word.effect for word in status_words().all()} == set(get_args(Effect))


def test_a_word_found_and_one_not_found() -> None:
    governors = status_words().governors
    assert governors["refuse", "verb"].effect == "deny"
    assert ("refuse", "noun") not in governors
    assert ("say", "passive") in governors


def test_examples_mark_one_word_and_hold_the_entry() -> None:
    for word in status_words().all():
        before, marked, after = word.example.split("*")
        assert marked
        assert word.word[0] in (before + after).lower()
