"""Read `thoughts.toml`: words for what people believe, want, plan or feel."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.errors import LexiconError

SECTIONS = ("clause", "thing", "noun", "adjective")


@dataclass(frozen=True, slots=True)
class Thoughts:
    """Lemmas by what they take, each with an example; "hope for" stands for a verb with its preposition."""

    examples: Mapping[str, Mapping[str, str]]

    def names(self, lemma: str, *sections: str) -> bool:
        """True when the word is in one of these sections."""
        return any(lemma in self.examples[name] for name in sections)


@cache
def load_thoughts() -> Thoughts:
    """The words for thoughts. Raises LexiconError when a section is missing or a word has no example."""
    raw = tomllib.loads(files("onrecord.lexicon").joinpath("thoughts.toml").read_text(encoding="utf-8"))
    for name in SECTIONS:
        if not raw.get(name) or not all(isinstance(example, str) and example for example in raw[name].values()):
            raise LexiconError(f"thoughts.toml: section {name} needs words with an example each; add what is missing")
    return Thoughts({name: raw[name] for name in SECTIONS})
