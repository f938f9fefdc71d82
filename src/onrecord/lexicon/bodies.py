"""Read `bodies.toml`: words in the names of bodies that tell what a body is and not which."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.errors import LexiconError


@dataclass(frozen=True, slots=True)
class BodyWords:
    """`common`: bodies of many countries are called so; `kinds`: may be left out; `small`: of, the, and.

    `legal_forms` are words, `long_forms` phrases of what a company is by law.
    """

    common: frozenset[str]
    kinds: frozenset[str]
    small: frozenset[str]
    legal_forms: frozenset[str]
    long_forms: tuple[tuple[str, ...], ...]


@cache
def load_body_words() -> BodyWords:
    """The words, read once. Raises LexiconError when a list lacks its words or its example."""
    raw = tomllib.loads(files("onrecord.lexicon").joinpath("bodies.toml").read_text(encoding="utf-8"))
    for name in ("common", "kinds", "legal", "small"):
        if not raw.get(name, {}).get("words") or not raw[name].get("example"):
            raise LexiconError(f"bodies.toml: the list {name} needs both `words` and `example`; add what is missing")
    common, kinds, legal, small = (
        frozenset(raw[name]["words"].split()) for name in ("common", "kinds", "legal", "small")
    )
    return BodyWords(common, kinds, small, legal, tuple(tuple(phrase.split()) for phrase in raw["legal"]["phrases"]))
