"""Read `first_names.toml`: first names that tell a person's gender."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from onrecord.errors import LexiconError

Gender = Literal["female", "male"]
GENDERS: tuple[Gender, ...] = ("female", "male")


@cache
def load_first_names() -> Mapping[str, Gender]:
    """Gender by first name, lower case without accents. Raises LexiconError when a name stands in both lists."""
    raw = tomllib.loads(files("onrecord.lexicon").joinpath("first_names.toml").read_text(encoding="utf-8"))
    found: dict[str, Gender] = {}
    for gender in GENDERS:
        if not {"names", "example"} <= raw.get(gender, {}).keys():
            raise LexiconError(
                f"first_names.toml: section {gender} needs both `names` and `example`; add what is missing"
            )
        for name in raw[gender]["names"].split():
            if found.get(name, gender) != gender:
                raise LexiconError(f"first_names.toml: {name} stands in both lists; take it out of them")
            found[name] = gender
    return found
