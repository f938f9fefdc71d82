"""Read `word_lists.toml`: words that the rules ask for by what they have in common, such as kin, vehicles or courts."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from onrecord.errors import LexiconError


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of a list. Raises LexiconError when there is none of this name."""
    if name not in load_word_lists():
        raise LexiconError(f"word_lists.toml: there is no list {name}; add it with `words` and `example`")
    return load_word_lists()[name]


@cache
def load_word_lists() -> Mapping[str, frozenset[str]]:
    """The words of each list, lemmas in lower case. Raises LexiconError when a list lacks its words or its example."""
    raw = tomllib.loads(files("onrecord.lexicon").joinpath("word_lists.toml").read_text(encoding="utf-8"))
    for name, entry in raw.items():
        if not entry.get("words") or not entry.get("example"):
            raise LexiconError(
                f"word_lists.toml: the list {name} needs both `words` and `example`; add what is missing"
            )
    return {name: frozenset(entry["words"].split()) for name, entry in raw.items()}
