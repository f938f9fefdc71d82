"""Read `nouns.toml`: which nouns denote a person, a group, an organisation or an occasion."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.errors import LexiconError

SECTIONS = (
    "person",
    "group",
    "organization",
    "occasion",
    "female",
    "male",
    "government",
    "party",
    "voice",
    "union",
    "thing",
)


@dataclass(frozen=True, slots=True)
class Nouns:
    """Lemmas, lower case, by what they denote; `examples` holds one sentence for each list."""

    lists: dict[str, frozenset[str]]
    examples: dict[str, str]

    def denotes(self, lemma: str, what: str) -> bool:
        """True when the noun is in the list called `what`."""
        return lemma in self.lists[what]


@cache
def load_nouns() -> Nouns:
    """The noun lists. Raises LexiconError when a list or its example is missing."""
    raw = tomllib.loads(files("onrecord.lexicon").joinpath("nouns.toml").read_text(encoding="utf-8"))
    missing = [name for name in SECTIONS if not {"nouns", "example"} <= raw.get(name, {}).keys()]
    if missing:
        raise LexiconError(f"nouns.toml: section {missing[0]} needs both `nouns` and `example`; add what is missing")
    lists = {name: frozenset(raw[name]["nouns"].split()) for name in SECTIONS}
    return Nouns(lists, {name: raw[name]["example"] for name in SECTIONS})
