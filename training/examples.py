"""Turn annotated documents into windows of words, augmented, and windows into padded batches of tensors."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from onrecord.language.wordpiece import WordPiece, shape_of
from training.corpora import NAME_TAGS, POLITICS_TAGS, THING_KINDS, Annotated, Doc
from training.invented import swap_names
from training.pairs import Acts, Pairs, make_acts, make_pairs, moved

WINDOW_PIECES = 126
IGNORE = -100
CUE_TAGS = ("O", "B", "I")
MODALITY = ("CERTAIN", "PROBABLE", "POSSIBLE", "POS", "NEG", "NON_FUTURE", "FUTURE")
MODALITY_GROUPS = ((0, 3), (3, 5), (5, 7))
SWAPPED, STOPLESS = 0.3, 0.05


@dataclass(frozen=True, slots=True)
class Labels:
    """The label sets of the heads, in the order of their indices."""

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    deprel: tuple[str, ...]
    names: tuple[str, ...] = NAME_TAGS
    things: tuple[str, ...] = THING_KINDS
    politics: tuple[str, ...] = POLITICS_TAGS
    cues: tuple[str, ...] = CUE_TAGS
    modality: tuple[str, ...] = MODALITY


def count_labels(docs: Sequence[Doc], *, rare: int = 3) -> Labels:
    """The labels that the treebanks use at least `rare` times."""
    upos, feats, deprel = Counter[str](), Counter[str](), Counter[str]()
    for doc in docs:
        for sentence in doc:
            upos.update(sentence.upos)
            feats.update(sentence.feats)
            deprel.update(sentence.deprels)

    def kept(counts: Counter[str]) -> tuple[str, ...]:
        return tuple(sorted(label for label, count in counts.items() if count >= rare))

    return Labels(upos=kept(upos), feats=kept(feats), deprel=tuple(sorted({*kept(deprel), "dep"})))


def augment(sentence: Annotated, chance: random.Random) -> Annotated:
    """The sentence, now and then in other case or with other quotation marks; its annotation stays."""
    words = sentence.words
    roll = chance.random()
    if roll < 0.06:
        words = tuple(word.lower() for word in words)
    elif roll < 0.11:
        words = tuple(word[:1].upper() + word[1:] for word in words)
    elif roll < 0.13:
        words = tuple(word.upper() for word in words)
    if chance.random() < 0.4:
        words = tuple(curl(words))
    return replace(sentence, words=words)


def drop_stop(sentence: Annotated) -> Annotated:
    """The sentence without its last period, where that is plain punctuation and the sentence reports nothing."""
    last = len(sentence.words)
    if last < 3 or sentence.words[-1] != "." or sentence.acts or not sentence.heads or last in sentence.heads:
        return sentence
    layers = ("words", "upos", "feats", "heads", "deprels", "lemmas", "names", "things", "politics", "cues")
    return replace(sentence, **{layer: getattr(sentence, layer)[:-1] for layer in layers})


def curl(words: Sequence[str]) -> Iterator[str]:
    """The words with straight quotation marks and apostrophes made curly."""
    open_quote = False
    for word in words:
        if word in ('"', "``", "''"):
            open_quote = not open_quote
            yield "“" if open_quote else "”"
        else:
            yield word.replace("'", "’")


def windows(doc: Doc, pieces: WordPiece, limit: int, *, chance: random.Random | None = None) -> Iterator[Doc]:
    """Runs of whole sentences of at most `limit` pieces; a longer sentence is a window of its own, cut at 500."""
    current: list[Annotated] = []
    size = 0
    for plain in doc:
        sentence = augment(plain, chance) if chance else plain
        length = sum(len(pieces.pieces_of(word)) for word in sentence.words)
        if length > 500:
            continue
        if current and size + length > limit:
            yield tuple(current)
            current, size = [], 0
        current.append(sentence)
        size += length
    if current:
        yield tuple(current)


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of a batch: inputs as the exported network takes them, then one target for each head."""

    inputs: tuple[Tensor, Tensor, Tensor, Tensor, Tensor]
    upos: Tensor
    feats: Tensor
    heads: Tensor
    deprel: Tensor
    names: Tensor
    things: Tensor
    factuality: Tensor
    politics: Tensor
    cues: Tensor
    modality: Tensor
    acts: Acts | None
    pairs: Pairs | None

    def to(self, device: torch.device) -> "Batch":
        """The same batch, its tensors on another device."""
        return moved(self, device)


def piece_rows(window: Doc, pieces: WordPiece) -> tuple[list[int], list[int], list[int], list[int], list[int]]:
    """Piece ids, shapes, first and last piece of each word, sentence number of each word."""
    ids, shapes = [pieces.cls], [0]
    first, last, sentences = [], [], []
    for number, sentence in enumerate(window, 1):
        for word in sentence.words:
            own = pieces.pieces_of(word)
            first.append(len(ids))
            ids.extend(own)
            shapes.extend([shape_of(word)] * len(own))
            last.append(len(ids) - 1)
            sentences.append(number)
    return [*ids, pieces.sep], [*shapes, 0], first, last, sentences


def make_batch(chosen: Sequence[Doc], pieces: WordPiece, labels: Labels, *, units: Sequence[int] = ()) -> Batch:
    """One padded batch of windows; `units` numbers the document of each window where coreference is to be learned."""
    rows = [piece_rows(window, pieces) for window in chosen]
    longest, most = max(len(row[0]) for row in rows), max(len(row[2]) for row in rows)
    widths = (longest, longest, most, most, most)
    inputs = [torch.zeros(len(rows), width, dtype=torch.long) for width in widths]
    for number, row in enumerate(rows):
        for tensor, values in zip(inputs, row, strict=True):
            tensor[number, : len(values)] = torch.tensor(values)
    shape = (len(rows), most)
    layers = ("upos", "feats", "heads", "deprel", "things", "politics", "cues")
    targets = {name: np.full(shape, IGNORE) for name in layers}
    modality = np.full((len(MODALITY_GROUPS), *shape), IGNORE)
    names = np.ones((*shape, len(labels.names)), dtype=bool)
    facts = np.full(shape, np.nan, dtype=np.float32)
    for number, window in enumerate(chosen):
        offset = 0
        for sentence in window:
            _fill(targets, number, offset, sentence, labels)
            for word, tags in enumerate(sentence.names):
                names[number, offset + word] = [tag in tags for tag in labels.names]
            for word, value in sentence.factuality.items():
                facts[number, offset + word] = value
            for word, three in sentence.modality.items():
                modality[:, number, offset + word] = [_modality(value) for value in three]
            offset += len(sentence.words)
    a, b, c, d, e = inputs
    return Batch(
        inputs=(a, b, c, d, e), names=torch.from_numpy(names), factuality=torch.from_numpy(facts),
        modality=torch.from_numpy(modality), acts=make_acts(chosen, most),
        pairs=make_pairs(chosen, units) if units else None,
        **{key: torch.from_numpy(values) for key, values in targets.items()},
    )  # fmt: skip


def _modality(value: str) -> int:
    """The place of a value within its group."""
    place = MODALITY.index(value) if value in MODALITY else -1
    return next((place - first for first, end in MODALITY_GROUPS if first <= place < end), IGNORE)


def _fill(targets: dict[str, np.ndarray], row: int, offset: int, sentence: Annotated, labels: Labels) -> None:
    end = offset + len(sentence.words)
    layers = (("upos", sentence.upos, labels.upos), ("feats", sentence.feats, labels.feats),
              ("deprel", sentence.deprels, labels.deprel), ("things", sentence.things, labels.things),
              ("politics", sentence.politics, labels.politics), ("cues", sentence.cues, labels.cues))  # fmt: skip
    for key, values, known in layers:
        if values:
            index = {label: number for number, label in enumerate(known)}
            targets[key][row, offset:end] = [index.get(value, IGNORE) for value in values]
    if sentence.heads:
        targets["heads"][row, offset:end] = [head + offset if head else 0 for head in sentence.heads]


def batches(chosen: Sequence[Doc], pieces: WordPiece, labels: Labels, *, size: int) -> Iterator[Batch]:
    """Batches of windows of like length, of about `size` pieces each, in the order given by the lengths."""
    lengths = [sum(len(pieces.pieces_of(word)) for s in window for word in s.words) + 2 for window in chosen]
    order = sorted(range(len(chosen)), key=lambda number: lengths[number])
    pending: list[int] = []
    for number in order:
        if pending and lengths[number] * (len(pending) + 1) > size:
            yield make_batch([chosen[k] for k in pending], pieces, labels)
            pending = []
        pending.append(number)
    if pending:
        yield make_batch([chosen[k] for k in pending], pieces, labels)


def varied(doc: Doc, chance: random.Random) -> Doc:
    """The document, now and then with invented names or without some of its periods."""
    if chance.random() < SWAPPED:
        doc = swap_names(doc, chance)
    alone = all(
        sentence.mentions is None and all(number == 0 for a in sentence.acts for number, _ in a.content or ())
        for sentence in doc
    )
    return tuple(drop_stop(sentence) if alone and chance.random() < STOPLESS else sentence for sentence in doc)


def epoch_windows(docs: Sequence[Doc], pieces: WordPiece, chance: random.Random) -> list[Doc]:
    """All documents cut anew into windows of mixed lengths, so that single sentences are learned too."""
    out: list[Doc] = []
    for doc in docs:
        limit = chance.choice((1, 60, WINDOW_PIECES, WINDOW_PIECES))
        out.extend(windows(varied(doc, chance), pieces, limit, chance=chance))
    return out


def unit_batches(
    docs: Sequence[Doc], pieces: WordPiece, labels: Labels, chance: random.Random, *, size: int
) -> Iterator[Batch]:
    """Batches of whole documents with coreference, short documents together."""
    pending: list[Doc] = []
    units: list[int] = []
    for number, doc in enumerate(docs):
        own = list(windows(varied(doc, chance), pieces, WINDOW_PIECES, chance=chance))
        if pending and (len(pending) + len(own)) * WINDOW_PIECES > size:
            yield make_batch(pending, pieces, labels, units=units)
            pending, units = [], []
        pending.extend(own)
        units.extend([number] * len(own))
    if pending:
        yield make_batch(pending, pieces, labels, units=units)
