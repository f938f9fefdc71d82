"""How firmly and on whose word: the sentences of `minimal_pairs.toml` through the whole path."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from onrecord.claims import find_claims
from onrecord.language import analyse
from onrecord.model import Claim, Document, Entity, Event, Tie

FILE = Path(__file__).with_name("minimal_pairs.toml")
IN_ALL, IN_EACH = 0.98, 0.90


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence and its answer; see the head of the file."""

    text: str
    claim: str
    word: str = ""
    by: tuple[str, ...] = ()
    never: tuple[str, ...] = field(default=())


def load() -> dict[str, list[Row]]:
    """The rows of the file by what they try."""
    raw = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {name: [Row(**{k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}) for row in rows]
            for name, rows in raw.items()}  # fmt: skip


@cache
def read(text: str) -> tuple[dict[str, Entity], tuple[Claim, ...]]:
    """The entities by id, and the claims of one sentence, however sure."""
    entities, claims = find_claims(analyse(Document(id="pair", text=text)))
    return {entity.id: entity for entity in entities}, claims


def name_of(claim: Claim) -> str:
    """What the table calls the claim: an event's type, a tie with its relation, or the kind."""
    if isinstance(claim.what, Event):
        return claim.what.event
    return f"tie:{claim.what.relation}" if isinstance(claim.what, Tie) else claim.kind


def words_of(text: str, claim: Claim) -> str:
    """The word that tells of the event, or the words that carry the claim."""
    spans = (claim.what.trigger,) if isinstance(claim.what, Event) else claim.evidence
    return " … ".join(span.of(text) for span in spans)


def faults(row: Row) -> list[str]:
    """What is wrong in how the row is read, by the reading that comes nearest; nothing when it is right."""
    wrong = min((list(against(row, reading)) for reading in row.claim.split(" or ")), key=len)
    for ban in row.never:
        kind, _, status = ban.partition(" ")
        wrong += [
            f"invented {kind} {c.status}" for c in read(row.text)[1] if name_of(c) == kind and status in ("", c.status)
        ]
    return wrong


def against(row: Row, reading: str) -> Iterator[str]:
    """What differs from one reading of the row."""
    entities, claims = read(row.text)
    wanted, statuses = reading.split()
    found = [c for c in claims if name_of(c) == wanted and row.word in words_of(row.text, c)]
    if not found and "none" not in statuses.split("/"):
        yield f"no {wanted}"
    for claim in found:
        if claim.status not in statuses.split("/"):
            yield f"{claim.status}, not {statuses}"
        chain = [entities[link.entity].name for link in claim.attribution]
        right = len(chain) == len(row.by) and all(
            part.casefold() in name.casefold() for part, name in zip(row.by, chain, strict=True)
        )
        if row.by != ("*",) and not right:
            yield f"on the word of {chain}, not {list(row.by)}"


@cache
def missed() -> dict[str, list[str]]:
    """The wrong rows by what they try, each with its faults."""
    return {
        name: [f"{name}: {'; '.join(wrong)}: {row.text}" for row in rows if (wrong := faults(row))]
        for name, rows in load().items()
    }


def test_there_are_ten_of_each_and_150_in_all() -> None:
    rows = load()
    assert sum(map(len, rows.values())) >= 150
    assert [name for name, some in rows.items() if len(some) < 10] == []


def test_all_pairs() -> None:
    wrong = [line for lines in missed().values() for line in lines]
    count = sum(map(len, load().values()))
    assert len(wrong) <= (1 - IN_ALL) * count, f"{len(wrong)} of {count} wrong:\n" + "\n".join(wrong)


@pytest.mark.parametrize("name", sorted(load()))
def test_each_phenomenon(name: str) -> None:
    wrong = missed()[name]
    assert len(wrong) <= (1 - IN_EACH) * len(load()[name]) + 1e-9, "\n".join(wrong)
