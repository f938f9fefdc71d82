"""Words that say how firmly a text puts a claim: what governs, modifies or opens it, with their effects."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args

from onrecord.errors import LexiconError
from onrecord.model import Status

Effect = Literal["plan", "possible", "alleged", "deny", "fail", "pass", "fact", "report"]
Part = Literal["verb", "passive", "light", "adj", "noun"]
STATUS_OF_EFFECT: Mapping[Effect, Status] = {
    "plan": "planned", "possible": "possible", "alleged": "alleged", "deny": "denied", "fail": "denied",
    "pass": "asserted", "fact": "asserted", "report": "asserted",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StatusWord:
    """A word, its effect on what it governs, and an example that marks the governed word with asterisks.

    `nouns`: its object may be what it governs; `cases`: prepositions by which it reaches a noun; `subjects`: so may its
    subject; `infinitive`: it governs an infinitive only ("told him to go", not "told him that she goes"); `only`: the
    only nouns it governs ("offered condolences").
    """

    word: str
    effect: Effect
    example: str
    part: Part | None = None
    nouns: bool = True
    cases: frozenset[str] = frozenset()
    subjects: bool = False
    infinitive: bool = False
    only: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class StatusWords:
    """All of them, by what they do and by lemma; `governors` by lemma and part of speech.

    `pairs`: the second words of governors that are two ("put_off"), by the first.
    """

    governors: Mapping[tuple[str, Part], StatusWord]
    pairs: Mapping[str, frozenset[str]]
    modifiers: Mapping[str, StatusWord]
    modals: Mapping[str, StatusWord]
    openings: Mapping[str, StatusWord]

    def all(self) -> tuple[StatusWord, ...]:
        """Every entry, in the order of the file."""
        return (
            *self.governors.values(),
            *self.modifiers.values(),
            *self.modals.values(),
            *self.openings.values(),
        )


@cache
def status_words() -> StatusWords:
    """The words of `status.toml`. Raises LexiconError when an entry is malformed or stands there twice."""
    with resources.files("onrecord.lexicon").joinpath("status.toml").open("rb") as file:
        data = tomllib.load(file)
    governors: dict[tuple[str, Part], StatusWord] = {}
    for entry in data["governor"]:
        word = _entry(entry)
        if word.part is None or (word.word, word.part) in governors:
            raise LexiconError(f"status.toml: governor {word.word!r} has no part of speech or stands there twice")
        governors[word.word, word.part] = word
    split = [word.split("_", 1) for word, _ in governors if "_" in word]
    pairs = {first: frozenset(second for other, second in split if other == first) for first, _ in split}
    return StatusWords(governors, pairs, _table(data["modifier"]), _table(data["modal"]), _table(data["opening"]))


def _table(entries: list[dict[str, Any]]) -> Mapping[str, StatusWord]:
    table: dict[str, StatusWord] = {}
    for entry in entries:
        word = _entry(entry)
        if word.word in table:
            raise LexiconError(f"status.toml: {word.word!r} stands there twice: leave one")
        table[word.word] = word
    return table


def _entry(entry: dict[str, Any]) -> StatusWord:
    try:
        word = StatusWord(
            entry["word"],
            entry["effect"],
            entry["example"],
            entry.get("part"),
            nouns=entry.get("nouns", True),
            cases=frozenset(entry.get("cases", ())),
            subjects=entry.get("subjects", False),
            infinitive=entry.get("infinitive", False),
            only=frozenset(entry.get("only", ())),
        )
    except KeyError as error:
        raise LexiconError(f"status.toml: {entry.get('word', entry)!r} has no {error.args[0]}: add it") from error
    if word.effect not in get_args(Effect) or word.part not in (None, *get_args(Part)):
        raise LexiconError(f"status.toml: {word.word!r} has an unknown effect or part: see the head of the file")
    if word.example.count("*") != 2:
        raise LexiconError(f"status.toml: the example of {word.word!r} must mark one word with asterisks")
    return word
