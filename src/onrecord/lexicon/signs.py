"""Read `signs.toml`: words beside a name that tell whether it names a state, a body, a place or somebody."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from onrecord.errors import LexiconError

SECTIONS = (
    "of_states", "of_rulers", "of_bodies", "of_places", "states", "places", "either", "amid", "credited", "reached",
    "treated", "heard", "beside", "talks",
)  # fmt: skip


@cache
def load_signs() -> Mapping[str, frozenset[str]]:
    """The words of each list, lemmas in lower case. Raises LexiconError when a list or its example is missing."""
    raw = tomllib.loads(files("onrecord.lexicon").joinpath("signs.toml").read_text(encoding="utf-8"))
    for name in SECTIONS:
        if not raw.get(name, {}).get("words") or not raw[name].get("example"):
            raise LexiconError(f"signs.toml: the list {name} needs both `words` and `example`; add what is missing")
    return {name: frozenset(raw[name]["words"].split()) for name in SECTIONS}
