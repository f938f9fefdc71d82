"""Words that tell that somebody is under sanctions or on a list of them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

from onrecord.errors import LexiconError


@dataclass(frozen=True, slots=True)
class ListingWord:
    """A noun of sanctions or lists, or a verb that puts a target on or off them; `example` tells target and authority.

    `needs_list`: the verb counts only with a noun of sanctions. `against`: the target stands behind that noun
    ("sanctions on X"). `faced`: the target is the subject. `named_as`: the verb counts only with one of these nouns
    ("designated as a terrorist"). `beside`: the noun counts only with one of these words in its phrase ("asset
    freeze"). `held`: the target is whose these things are ("froze the assets of X"). `banning`: the
    authority may be where it is so ("banned in Norway"). `topic`: only where the article speaks of sanctions (a verb
    with `named_as` does without such a noun there).
    """

    word: str
    status: Literal["on", "off"]
    example: str
    target: str
    authority: str
    needs_list: bool
    against: bool
    faced: bool
    named_as: frozenset[str]
    beside: frozenset[str]
    held: frozenset[str]
    banning: bool
    topic: bool


@dataclass(frozen=True, slots=True)
class Listings:
    """All that the lexicon knows of listings, by lemma."""

    nouns: Mapping[str, ListingWord]
    verbs: Mapping[str, ListingWord]

    @property
    def words(self) -> tuple[ListingWord, ...]:
        """Every entry."""
        return (*self.nouns.values(), *self.verbs.values())


def _entry(raw: Mapping[str, Any]) -> ListingWord:
    lacking = [key for key in ("word", "example", "target", "authority") if not raw.get(key)]
    if lacking:
        raise LexiconError(f"listings.toml: entry {dict(raw)!r} lacks {lacking[0]!r}: give it as text")
    status = raw.get("status", "on")
    if status not in ("on", "off"):
        raise LexiconError(f"listings.toml: {raw['word']!r} has status {status!r}: use 'on' or 'off'")
    return ListingWord(
        raw["word"], status, raw["example"], raw["target"], raw["authority"],
        bool(raw.get("list")), bool(raw.get("against")), bool(raw.get("faced")), frozenset(raw.get("as", ())),
        frozenset(raw.get("beside", ())), frozenset(raw.get("held", ())),
        bool(raw.get("banning")), bool(raw.get("topic")),
    )  # fmt: skip


@cache
def load_listings() -> Listings:
    """The listings lexicon, read once. Raises LexiconError when an entry is malformed."""
    raw = tomllib.loads(resources.files("onrecord.lexicon").joinpath("listings.toml").read_text(encoding="utf-8"))
    nouns = {entry.word: entry for entry in map(_entry, raw["noun"])}
    return Listings(nouns, {entry.word: entry for entry in map(_entry, raw["verb"])})
