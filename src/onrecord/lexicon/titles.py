"""Titles of offices, the words that stand around them, and the verbs by which offices are got and lost."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args

from onrecord.errors import LexiconError
from onrecord.model import Change, Tenure

TitleKind = Literal["state", "portfolio", "place", "seat", "organization", "rank", "candidate"]


@dataclass(frozen=True, slots=True)
class TitleWord:
    """The words of an office; `alone`: they name one even with no body, country or name beside them.

    `chamber` is a part of the name of the chamber in which the office is a seat, lower case.
    """

    words: tuple[str, ...]
    kind: TitleKind
    alone: bool
    country: str | None
    chamber: str | None
    example: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """A word beside a title that tells a tenure; `kept`: it is part of the title all the same."""

    word: str
    tenure: Tenure
    kept: bool
    example: str


@dataclass(frozen=True, slots=True)
class Turn:
    """A verb or noun by which an office is got, held or lost.

    `subject_holds` says on which side of a verb the holder stands; `before` is the tenure of the other side;
    `past` replaces `tenure` when the verb stands in the past tense.
    """

    word: str
    subject_holds: bool
    tenure: Tenure | None
    change: Change | None
    before: Tenure | None
    past: Tenure | None
    example: str


@dataclass(frozen=True, slots=True)
class Contests:
    """Words of contests for an office: nouns, what candidates do in them, how they leave, and for which office."""

    nouns: frozenset[str]
    verbs: frozenset[str]
    leaving: frozenset[str]
    offices: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Dead:
    """Words that tell that somebody is dead."""

    verbs: frozenset[str]
    passive: frozenset[str]
    words: frozenset[str]
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Titles:
    """All that the lexicon knows of offices.

    `by_first` finds the titles that begin with a word, longest first; `lasts` are the words that titles end with.
    """

    by_first: Mapping[str, tuple[TitleWord, ...]]
    prefixes: Mapping[str, Prefix]
    suffixes: Mapping[str, Prefix]
    modifiers: frozenset[str]
    fields: frozenset[str]
    verbs: Mapping[str, Turn]
    roles: Mapping[str, Turn]
    contests: Contests
    dead: Dead
    reigns: Mapping[str, str]
    usual: Mapping[str, tuple[str, ...]]
    lacking: Mapping[str, tuple[str, ...]]
    common: Mapping[str, frozenset[str]]
    national: Mapping[str, str]
    international: frozenset[str]
    lasts: frozenset[str]

    @property
    def words(self) -> tuple[TitleWord, ...]:
        """All titles, in the order of their first words."""
        return tuple(entry for entries in self.by_first.values() for entry in entries)


def _text(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value:
        raise LexiconError(f"titles.toml: entry {dict(entry)!r} lacks {key!r}: give it as text")
    return value


def _title(entry: Mapping[str, Any]) -> TitleWord:
    kind = _text(entry, "kind")
    if kind not in get_args(TitleKind):
        raise LexiconError(f"titles.toml: {entry.get('word')!r} has kind {kind!r}: use one of {get_args(TitleKind)}")
    known: TitleKind = kind  # type: ignore[assignment]  # checked just above
    words = tuple(_text(entry, "word").split())
    return TitleWord(
        words, known, bool(entry.get("alone")), entry.get("country"), entry.get("chamber"), _text(entry, "example")
    )


def _tenure(entry: Mapping[str, Any], key: str) -> Tenure | None:
    value: Tenure | None = entry.get(key)
    if value is not None and value not in get_args(Tenure):
        raise LexiconError(f"titles.toml: {key} {value!r} in {dict(entry)!r}: use one of {get_args(Tenure)}")
    return value


def _prefix(entry: Mapping[str, Any]) -> Prefix:
    tenure = _tenure(entry, "tenure")
    if tenure is None:
        raise LexiconError(f"titles.toml: {entry.get('word')!r} tells no tenure: use one of {get_args(Tenure)}")
    return Prefix(_text(entry, "word"), tenure, bool(entry.get("kept")), _text(entry, "example"))


def _turn(entry: Mapping[str, Any], key: str) -> Turn:
    change: Change | None = entry.get("change")
    if change is not None and change not in get_args(Change):
        raise LexiconError(f"titles.toml: change {change!r} in {dict(entry)!r}: use one of {get_args(Change)}")
    subject_holds = entry.get("holder", "subject") == "subject"
    before, past = _tenure(entry, "before"), _tenure(entry, "past")
    return Turn(
        _text(entry, key), subject_holds, _tenure(entry, "tenure"), change, before, past, _text(entry, "example")
    )


@cache
def load_titles() -> Titles:
    """The titles lexicon, read once. Raises LexiconError when an entry is malformed."""
    raw = tomllib.loads(resources.files("onrecord.lexicon").joinpath("titles.toml").read_text(encoding="utf-8"))
    by_first: dict[str, list[TitleWord]] = {}
    for entry in sorted(map(_title, raw["title"]), key=lambda entry: (-len(entry.words), entry.words)):
        by_first.setdefault(entry.words[0], []).append(entry)
    contests, dead = raw["contests"], raw["dead"]
    return Titles(
        by_first={first: tuple(entries) for first, entries in sorted(by_first.items())},
        prefixes={prefix.word: prefix for prefix in map(_prefix, raw["prefix"])},
        suffixes={suffix.word: suffix for suffix in map(_prefix, raw["suffix"])},
        modifiers=frozenset(raw["modifiers"]["any"]),
        fields=frozenset(word.lower() for word in raw["modifiers"]["portfolio"]),
        verbs={turn.word: turn for turn in (_turn(entry, "verb") for entry in raw["change"])},
        roles={turn.word: turn for turn in (_turn(entry, "word") for entry in raw["role"])},
        contests=Contests(
            frozenset(contests["nouns"]),
            frozenset(contests["verbs"]),
            frozenset(contests["leaving"]),
            dict(contests["offices"]),
        ),
        dead=Dead(*(frozenset(dead[key]) for key in ("verbs", "passive", "words", "nouns"))),
        reigns=dict(raw["reigns"]),
        usual={title: tuple(codes) for title, codes in raw["usual"].items()},
        lacking={words: tuple(codes) for words, codes in raw["lacking"].items()},
        common={title: frozenset(words) for title, words in raw["common"].items()},
        national={name: code for code, names in raw["national"].items() for name in names},
        international=frozenset(raw["international"]["words"]),
        lasts=frozenset(entry.words[-1] for entries in by_first.values() for entry in entries),
    )
