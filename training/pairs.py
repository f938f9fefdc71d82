"""Targets that join words of a window or mentions of a document: attributions and coreference."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar

import numpy as np
import torch
from torch import Tensor

from onrecord.language.antecedents import (
    NAME,
    NOMINAL,
    PRONOUN,
    PRONOUNS,
    Reference,
    describe_pairs,
    find_candidates,
    make_table,
)
from onrecord.language.references import RELATIVE
from training.corpora import THING_KINDS, Annotated, Doc, Mention


@dataclass(frozen=True, slots=True)
class Acts:
    """Acts of reporting: window of each `[acts]`, weights of its cue's words `[acts, words]`, targets or NaN."""

    rows: Tensor
    cue: Tensor
    source: Tensor
    content: Tensor


@dataclass(frozen=True, slots=True)
class Pairs:
    """Mentions `[mentions]` of whole documents: window and word of each, candidates, what is seen of them, targets.

    `right` marks `[mentions, candidates]` of the same chain; `new` the first mention of a chain; `counted` those that
    teach anything; `choice` those of which only the choice between the candidates is known.
    """

    rows: Tensor
    words: Tensor
    candidates: Tensor
    seen: Tensor
    form: Tensor
    right: Tensor
    new: Tensor
    counted: Tensor
    choice: Tensor


Tensors = TypeVar("Tensors")


def moved(value: Tensors, device: torch.device) -> Tensors:
    """The same dataclass, tuple or tensor, every tensor in it on another device; whatever else it holds stays."""
    if isinstance(value, Tensor):
        return value.to(device, non_blocking=True)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(moved(part, device) for part in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{own.name: moved(getattr(value, own.name), device) for own in fields(value)})
    return value


def make_acts(chosen: Sequence[Doc], most: int) -> Acts | None:
    """The acts of reporting whose cues stand in these windows."""
    rows, cues, sources, contents = [], [], [], []
    for row, window in enumerate(chosen):
        offsets = np.cumsum([0, *(len(sentence.words) for sentence in window)])
        for number, sentence in enumerate(window):
            for act in sentence.acts:
                cue = np.zeros(most, np.float32)
                cue[[offsets[number] + word for word in act.cue]] = 1 / len(act.cue)
                rows.append(row)
                cues.append(cue)
                end = int(offsets[-1])
                sources.append(_row(act.source, number, offsets, most, end))
                contents.append(_row(act.content, number, offsets, most, end))
                for near, word in act.open_words:
                    if 0 <= number + near < len(window):
                        contents[-1][offsets[number + near] + word] = np.nan
    if not rows:
        return None
    stacked = (torch.from_numpy(np.stack(column)) for column in (cues, sources, contents))
    return Acts(torch.tensor(rows), *stacked)


def _row(
    places: frozenset[tuple[int, int]] | None, number: int, offsets: np.ndarray, most: int, end: int
) -> np.ndarray:
    row = np.full(most, np.nan, np.float32)
    if places is None:
        return row
    row[:end] = 0
    for near, word in places:
        if 0 <= number + near < len(offsets) - 1:
            row[offsets[number + near] + word] = 1
    return row


def as_reference(sentence: Annotated, mention: Mention, start: int, number: int) -> Reference:
    """A mention as the pairing sees it; `start` is the sentence's first word in the text, `number` its number."""
    words = [word.lower() for word in sentence.words]
    stop = next((w for w in range(mention.head + 1, mention.last + 1) if words[w] in RELATIVE), mention.last + 1)
    head = words[mention.head]
    pos = sentence.upos[mention.head] if sentence.upos else ""
    form = NOMINAL
    if head in PRONOUNS and (not pos or pos in ("PRON", "DET")):
        form = PRONOUN
    elif pos == "PROPN" or (not pos and sentence.words[mention.head][:1].isupper()):
        form = NAME
    feats = sentence.feats[mention.head] if sentence.feats else ""
    thing = sentence.things[mention.head] if sentence.things else "none"
    return Reference(
        first=start + mention.first,
        last=start + mention.last,
        head=start + mention.head,
        words=tuple(words[mention.first : stop]),
        sentence=number,
        form=form,
        kind=THING_KINDS.index(thing) if thing != "none" else -1,
        number=1 if "Number=Sing" in feats else 2 if "Number=Plur" in feats else 0,
        subject=bool(sentence.deprels) and sentence.deprels[mention.head].startswith("nsubj"),
    )


def make_pairs(chosen: Sequence[Doc], units: Sequence[int]) -> Pairs | None:
    """The mentions of the documents that the windows come from; the windows of a document follow one another."""
    parts = [_unit(chosen, [row for row, other in enumerate(units) if other == unit]) for unit in dict.fromkeys(units)]
    made = [part for part in parts if part is not None]
    if not made:
        return None
    offset = 0
    columns: list[list[np.ndarray]] = [[] for _ in range(9)]
    for part in made:
        part[2][part[2] >= 0] += offset
        offset += len(part[0])
        for column, values in zip(columns, part, strict=True):
            column.append(values)
    return Pairs(*(torch.from_numpy(np.concatenate(column)) for column in columns))


def _unit(chosen: Sequence[Doc], rows: Sequence[int]) -> list[np.ndarray] | None:
    references, places, chains, choice = [], [], [], False
    start = number = 0
    for row in rows:
        offset = 0
        for sentence in chosen[row]:
            for mention in sentence.mentions or ():
                references.append(as_reference(sentence, mention, start, number))
                places.append((row, offset + mention.head))
                chains.append(mention.chain)
            choice = choice or sentence.choice
            offset += len(sentence.words)
            start += len(sentence.words)
            number += 1
    if len(references) < 2:
        return None
    table = make_table(references)
    candidates = find_candidates(table)
    ids = {chain: number for number, chain in enumerate(dict.fromkeys(chains))}
    chain = np.array([ids[name] for name in chains])
    right = (candidates >= 0) & (chain[np.maximum(candidates, 0)] == chain[:, None])
    new = np.array([name not in chains[:place] for place, name in enumerate(chains)])
    counted = right.any(1) | new
    if choice:
        counted = right.any(1) & (table.form == PRONOUN) & ((candidates >= 0).sum(1) > 1)
    found = np.array(places)
    return [
        found[:, 0], found[:, 1], candidates, describe_pairs(table, candidates), table.form, right, new, counted,
        np.full(len(references), choice),
    ]  # fmt: skip
