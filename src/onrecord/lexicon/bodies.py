"""Read `bodies.toml`: words in the names of bodies that tell what a body is and not which."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.errors import LexiconError


@dataclass(frozen=True, slots=True)
class BodyWords:
    """`common`: bodies of many countries are called so; `kinds`: may be left out; `small`: of, the, and.

    `unnamed`: one alone names no body; `members` tells for a party's members what the party is called.
    `legal_forms` are words, `long_forms` phrases of what a company is by law.
    """

    common: frozenset[str]
    unnamed: frozenset[str]
    members: Mapping[str, str]
    kinds: frozenset[str]
    small: frozenset[str]
    legal_forms: frozenset[str]
    long_forms: tuple[tuple[str, ...], ...]


@cache
def load_body_words() -> BodyWords:
    """The words, read once. Raises LexiconError when a list lacks its words or its example."""
    raw = tomllib.loads(files("onrecord.lexicon").joinpath("bodies.toml").read_text(encoding="utf-8"))
    for name in ("common", "unnamed", "members", "kinds", "legal", "small"):
        if not raw.get(name, {}).get("words") or not raw[name].get("example"):
            raise LexiconError(f"bodies.toml: the list {name} needs both `words` and `example`; add what is missing")
    words = {name: raw[name]["words"].split() for name in raw}
    parties = raw["members"]["parties"].split()
    if len(parties) != len(words["members"]):
        raise LexiconError(
            "bodies.toml: each word of the list members needs its party in `parties`; add what is missing"
        )
    return BodyWords(
        common=frozenset(words["common"]),
        unnamed=frozenset(words["unnamed"]),
        members=dict(zip(words["members"], parties, strict=True)),
        kinds=frozenset(words["kinds"]),
        small=frozenset(words["small"]),
        legal_forms=frozenset(words["legal"]),
        long_forms=tuple(tuple(phrase.split()) for phrase in raw["legal"]["phrases"]),
    )
