"""Read text with the exported network, all its outputs: what the measures need beyond the language room's analysis."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from onrecord.language.antecedents import Reference
from onrecord.language.attribution import Act, Links, find_acts, snap
from onrecord.language.coreference import find_chains
from onrecord.language.decode import Parse, decode, find_names
from onrecord.language.references import find_references
from onrecord.language.session import WHOLE, Labels, load_model
from onrecord.language.windows import lay_out, make_batches, make_inputs, pack
from onrecord.language.wordpiece import WordPiece

Word = tuple[int, int]
LINKS = ("source_cue", "source_word", "content_cue", "content_word")


@dataclass(frozen=True, slots=True)
class Reader:
    """The network with its labels and vocabulary; `card` is what `labels.json` holds."""

    session: onnxruntime.InferenceSession
    labels: Labels
    pieces: WordPiece
    card: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """One document: words and parse of each sentence, and for each window its own words and their arrays."""

    words: Sequence[Sequence[str]]
    parses: Sequence[Parse]
    windows: Sequence[tuple[list[Word], dict[str, NDArray[np.float32]]]]


@dataclass(frozen=True, slots=True)
class Reported:
    """An act of reporting, by pairs of sentence and word."""

    cue: tuple[Word, ...]
    source: tuple[Word, ...]
    content: tuple[Word, ...]
    score: float


def open_reader(folder: Path, *, threads: int = 1) -> Reader:
    """The exported network of a folder."""
    model = load_model(threads=threads, folder=folder)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
    card = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    return Reader(session, model.labels, model.pieces, card)


def read_words(reader: Reader, words: Sequence[Sequence[str]]) -> Reading:
    """The reading of a document given as the words of its sentences."""
    outputs = [output.name for output in reader.session.get_outputs()]
    layout = lay_out(words, reader.pieces)
    found, windows = [], []
    for batch in make_batches(pack(layout.sizes)):
        inputs = make_inputs(batch, layout, reader.pieces)
        scores = dict(zip(outputs, reader.session.run(outputs, {**inputs, WHOLE: np.array(True)}), strict=True))
        found += decode(batch, words, scores, reader.labels)
        for row, window in enumerate(batch):
            own: list[Word] = []
            columns: list[int] = []
            offset = 0
            for stretch in window.stretches:
                for word in range(stretch.own_start, stretch.own_end):
                    own.append((stretch.sentence, word))
                    columns.append(offset + word - stretch.start)
                offset += stretch.end - stretch.start
            kept = ("names", "politics", "cues", "modality", *LINKS)
            windows.append((own, {name: scores[name][row][columns] for name in kept if name in scores}))
    found.sort(key=lambda pair: (pair[0].sentence, pair[0].start))
    parses: list[Parse] = []
    for stretch, parse in found:
        if stretch.sentence == len(parses):
            parses.append(parse)
        else:
            parses[-1].extend(parse)
    windows.sort(key=lambda window: window[0][0])
    return Reading(words, parses, windows)


def read_acts(reader: Reader, reading: Reading, *, bonus: float = 0.0) -> list[Reported]:
    """All acts of reporting of a document."""
    bias = (float(reader.card["attribution_bias"][0]), float(reader.card["attribution_bias"][1]))
    acts = []
    for own, arrays in reading.windows:
        links = Links(
            arrays["cues"],
            arrays["source_cue"],
            arrays["source_word"],
            arrays["content_cue"],
            arrays["content_word"],
            bias,
        )
        for act in find_acts(links, bonus=bonus):
            acts.append(_snapped(_placed(act, own), reading))
    return acts


def _snapped(act: Reported, reading: Reading) -> Reported:
    """The act with its source and each sentence of its content cut to phrases of the tree."""

    def cut_words(words: Sequence[Word]) -> tuple[Word, ...]:
        found: list[Word] = []
        for sentence in dict.fromkeys(number for number, _ in words):
            own = [word for number, word in words if number == sentence]
            cue = [word for number, word in act.cue if number == sentence]
            found.extend((sentence, word) for word in snap(own, reading.parses[sentence].heads, cue))
        return tuple(found)

    return replace(act, source=cut_words(act.source), content=cut_words(act.content))


def _placed(act: Act, own: Sequence[Word]) -> Reported:
    cue, source, content = (tuple(own[word] for word in words) for words in (act.cue, act.source, act.content))
    return Reported(cue, source, content, act.score)


def read_politics(reader: Reader, reading: Reading) -> list[tuple[int, int, int, str]]:
    """Names of political kinds: sentence, first word, last word, kind."""
    found = []
    tags = reader.card["politics"]
    for own, arrays in reading.windows:
        for first, last, kind, _ in find_names(arrays["politics"], tags):
            if own[first][0] == own[last][0]:
                found.append((own[first][0], own[first][1], own[last][1], str(kind)))
    return found


def read_chains(reader: Reader, reading: Reading) -> tuple[list[Reference], list[int]]:
    """The mentions of a document, in text order of their heads, and the number of the chain of each."""
    references = find_references(reading.words, reading.parses, reader.labels.kinds)
    if not references:
        return [], []
    pairing = np.concatenate([parse.pairing for parse in reading.parses])
    heads = [reference.head for reference in references]
    return references, find_chains(references, pairing[heads], reader.labels.coreference)
