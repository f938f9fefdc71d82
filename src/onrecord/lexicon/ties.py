"""Words that tell standing relations: allies, members, relatives, owners and the rest."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, get_args

from onrecord.errors import LexiconError
from onrecord.model import Relation


@dataclass(frozen=True, slots=True)
class TieWord:
    """A word that tells a relation between `a` and `b`; `example` is a sentence that does, with its two sides.

    `houses`: b must be an organization or a state. `places`: neither side may be a person. `present`: only in the
    present tense. `close`: only with an adjective of closeness. `cases`: the prepositions that lead to b.
    `aims`: verbs of [aims] do ("efforts to defeat b"). `contest`: only between persons, beside a word of elections.
    `party`: b must be a party. `personal`: b must be a person. `reverse`: b is the verb's subject and a its object.
    `foes`: only in the present, and neither side a person. `bought`: only what is done, and b an organization.
    """

    word: str
    relation: Relation
    example: str
    a: str
    b: str
    houses: bool = False
    places: bool = False
    present: bool = False
    close: bool = False
    contest: bool = False
    party: bool = False
    personal: bool = False
    reverse: bool = False
    foes: bool = False
    bought: bool = False
    cases: tuple[str, ...] = ()
    aims: bool = False


@dataclass(frozen=True, slots=True)
class Ties:
    """All that the lexicon knows of ties; keys are lemmas, of verbs with their preposition ("belong to")."""

    nouns: Mapping[str, TieWord]
    verbs: Mapping[str, TieWord]
    bonds: Mapping[str, TieWord]
    toward: Mapping[str, TieWord]
    aims: Mapping[str, TieWord]
    joined: Mapping[str, TieWord]
    close: frozenset[str]
    strained: frozenset[str]
    employers: frozenset[str]
    parties: frozenset[str]
    plain: frozenset[str]
    letters: Mapping[str, str]
    chambers: frozenset[str]
    contests: frozenset[str]
    games: frozenset[str]

    def noun(self, lemma: str) -> TieWord | None:
        """The entry of a noun, or of its end behind a hyphen: "arch-enemy", "great-grandson"."""
        return self.nouns.get(lemma) or self.nouns.get(lemma.rpartition("-")[2])

    def names_chamber(self, words: Collection[str]) -> bool:
        """True where one of the words (small) is that of a chamber; a National Congress is a party, but for China's."""
        party = {"national", "congress"} <= set(words) and not {"people", "people's", "people’s"} & set(words)
        return bool(self.chambers & set(words)) and not party

    @property
    def words(self) -> tuple[TieWord, ...]:
        """Every entry."""
        tables = (self.nouns, self.verbs, self.bonds, self.toward, self.joined)
        return tuple(entry for table in tables for entry in table.values())


def _entry(raw: Mapping[str, Any]) -> TieWord:
    lacking = [key for key in ("word", "relation", "example", "a", "b") if not raw.get(key)]
    if lacking:
        raise LexiconError(f"ties.toml: entry {dict(raw)!r} lacks {lacking[0]!r}: give it as text")
    if raw["relation"] not in get_args(Relation):
        raise LexiconError(
            f"ties.toml: {raw['word']!r} has relation {raw['relation']!r}: use one of {get_args(Relation)}"
        )
    flags = {
        flag: bool(raw.get(flag))
        for flag in (
            "houses",
            "places",
            "present",
            "close",
            "contest",
            "party",
            "personal",
            "reverse",
            "aims",
            "foes",
            "bought",
        )
    }
    cases = tuple(raw.get("cases", ()))
    return TieWord(raw["word"], raw["relation"], raw["example"], raw["a"], raw["b"], cases=cases, **flags)


@cache
def load_ties() -> Ties:
    """The ties lexicon, read once. Raises LexiconError when an entry is malformed."""
    raw = tomllib.loads(resources.files("onrecord.lexicon").joinpath("ties.toml").read_text(encoding="utf-8"))
    tables = ("noun", "verb", "bond", "toward", "joined")
    nouns, verbs, bonds, toward, joined = ({e.word: e for e in map(_entry, raw[table])} for table in tables)
    lists = (frozenset(raw[table]["words"]) for table in ("close", "employers", "parties"))
    close, employers, parties = lists
    plain, strained = frozenset(raw["parties"]["plain"]), frozenset(raw["close"]["strained"])
    letters, chambers = dict(raw["parties"]["letters"]), frozenset(raw["chambers"]["words"])
    contests, games = (frozenset(raw[table]["words"]) for table in ("contests", "games"))
    aims = {
        verb: TieWord(verb, relation, "", "", "")
        for relation in ("supporter", "opponent") for verb in raw["aims"][relation]
    }  # fmt: skip
    return Ties(
        nouns,
        verbs,
        bonds,
        toward,
        aims,
        joined,
        close,
        strained,
        employers,
        parties,
        plain,
        letters,
        chambers,
        contests,
        games,
    )
