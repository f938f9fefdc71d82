"""The word lists: each has an example that uses one of its words, and a rule that asks for it."""

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from onrecord.errors import LexiconError
from onrecord.lexicon.word_lists import load_word_lists, word_list

RAW = tomllib.loads(files("onrecord.lexicon").joinpath("word_lists.toml").read_text(encoding="utf-8"))
CODE = "".join(path.read_text(encoding="utf-8") for path in Path("src/onrecord/claims").rglob("*.py"))


@pytest.mark.parametrize("name", RAW)
def test_the_example_uses_a_word_of_the_list(name: str) -> None:
    example = RAW[name]["example"].lower()
    assert any(word.removesuffix("e") in example for word in word_list(name))


@pytest.mark.parametrize("name", RAW)
def test_a_rule_asks_for_the_list(name: str) -> None:
    assert f'word_list("{name}")' in CODE


def test_words_stand_once_in_a_list() -> None:
    assert [name for name in RAW if len(RAW[name]["words"].split()) != len(load_word_lists()[name])] == []


def test_a_list_that_is_not_there_is_told() -> None:
    with pytest.raises(LexiconError, match="no list voles"):
        word_list("voles")
