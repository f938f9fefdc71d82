"""Read `cues.toml`: the words that report what somebody said or wrote, and what was spoken of."""

import shlex
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.errors import LexiconError

CLASSES = ("say", "state", "rule", "urge", "quote", "judge", "commit", "show", "speech", "carry", "text")


@dataclass(frozen=True, slots=True)
class Cues:
    """Lemmas by the way in which they report; "point out" stands for a verb with its particle."""

    lists: dict[str, frozenset[str]]
    examples: dict[str, str]

    def reports(self, lemma: str, *classes: str) -> bool:
        """True when the word is in one of these classes."""
        return any(lemma in self.lists[name] for name in classes)


@cache
def load_cues() -> Cues:
    """The reporting words. Raises LexiconError when a class or its example is missing."""
    raw = tomllib.loads(files("onrecord.lexicon").joinpath("cues.toml").read_text(encoding="utf-8"))
    missing = [name for name in CLASSES if not {"verbs", "example"} <= raw.get(name, {}).keys()]
    if missing:
        raise LexiconError(f"cues.toml: section {missing[0]} needs both `verbs` and `example`; add what is missing")
    lists = {name: frozenset(shlex.split(raw[name]["verbs"])) for name in CLASSES}
    return Cues(lists, {name: raw[name]["example"] for name in CLASSES})
