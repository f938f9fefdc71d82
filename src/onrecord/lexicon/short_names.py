"""Read `short_names.toml`: short forms of first names, by the full names that they stand for."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from onrecord.errors import LexiconError


@cache
def load_short_names() -> Mapping[str, frozenset[str]]:
    """Full names by short form; lower case without accents. Raises LexiconError when a group has no short form."""
    raw = tomllib.loads(files("onrecord.lexicon").joinpath("short_names.toml").read_text(encoding="utf-8"))
    found: dict[str, set[str]] = defaultdict(set)
    for full, forms in raw["short"].items():
        if not forms.split():
            raise LexiconError(f"short_names.toml: {full} has no short form; add one or take the line out")
        for form in forms.split():
            found[form].add(full)
    return {form: frozenset(names) for form, names in found.items()}


def full_names(name: str) -> frozenset[str]:
    """The full names that a first name in lower case may stand for, itself included."""
    return load_short_names().get(name, frozenset()) | {name}
