"""Load the language model that lies in the package: its weights checked, its labels, its vocabulary."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from onrecord.errors import WeightsError
from onrecord.language.wordpiece import WordPiece, read_vocabulary

WEIGHTS = Path(__file__).parent / "weights"
OUTPUTS = ("upos", "feats", "arc", "top", "rel", "names", "kinds", "factuality", "anaphor", "antecedent")
WHOLE = "whole"
"""The input that asks for the heads that reading does not use; without them a run is shorter."""
CARD = ("model_sha256", "vocab_sha256", "upos", "feats", "deprel", "names", "kinds", "coreference")
REMEDY = "install onrecord again, or make the weights with `python -m training.export`"

Arrays = Mapping[str, NDArray[Any]]
Run = Callable[[Mapping[str, NDArray[np.int64]]], Arrays]


@dataclass(frozen=True, slots=True)
class Labels:
    """The label sets of the model's outputs, in the order of their numbers.

    `coreference` `[forms, features + 1]` is what the model learned of what pairs of mentions look like.
    """

    upos: tuple[str, ...]
    feats: tuple[Mapping[str, str], ...]
    deprel: tuple[str, ...]
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    coreference: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Model:
    """What turns windows of words into scores: `run` takes the five inputs and gives the arrays named in OUTPUTS."""

    run: Run
    labels: Labels
    pieces: WordPiece


@cache
def load_model(*, threads: int = 1, folder: Path = WEIGHTS) -> Model:
    """The model of a folder with `model.onnx`, `labels.json` and `vocab.txt`, loaded once for each process.

    Raises WeightsError when a file is missing or damaged.
    """
    card = _read_card(folder / "labels.json")
    vocabulary = _read_checked(folder / "vocab.txt", card["vocab_sha256"]).decode()
    pieces = WordPiece(read_vocabulary(vocabulary))
    weights = _read_checked(folder / "model.onnx", card["model_sha256"])
    return Model(_open_session(weights, threads), _read_labels(card), pieces)


def _read_checked(path: Path, digest: str) -> bytes:
    """What is in a file whose SHA-256 is known. Raises WeightsError when it is missing or another."""
    try:
        read = path.read_bytes()
    except OSError as error:
        raise WeightsError(f"{path} is missing ({error}): {REMEDY}") from error
    found = hashlib.sha256(read).hexdigest()
    if found != digest:
        raise WeightsError(f"{path} is damaged (sha256 {found}, expected {digest}): {REMEDY}")
    return read


def _read_card(path: Path) -> dict[str, Any]:
    try:
        card = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise WeightsError(f"{path} is missing or damaged ({error}): {REMEDY}") from error
    missing = [key for key in CARD if key not in card]
    if missing:
        raise WeightsError(f"{path} has no {', '.join(missing)}: {REMEDY}")
    return dict(card)


def _read_labels(card: Mapping[str, Any]) -> Labels:
    return Labels(
        upos=tuple(card["upos"]),
        feats=tuple(read_features(line) for line in card["feats"]),
        deprel=tuple(card["deprel"]),
        names=tuple(card["names"]),
        kinds=tuple(card["kinds"]),
        coreference=np.array(card["coreference"], np.float32),
    )


def read_features(line: str) -> dict[str, str]:
    """Names and values of UD features written as "Number=Sing|Person=3"; "_" stands for none."""
    return {} if line == "_" else dict(pair.split("=", 1) for pair in line.split("|"))


def _open_session(weights: bytes, threads: int) -> Run:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_mem_pattern = False  # batches differ in shape, a planned layout would never fit twice
    session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])

    part = {WHOLE: np.array(False)}

    def run(inputs: Mapping[str, NDArray[np.int64]]) -> Arrays:
        return dict(zip(OUTPUTS, session.run(list(OUTPUTS), {**inputs, **part}), strict=True))

    return run
