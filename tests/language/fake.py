"""A small model without weights: it tags by a table, hangs each word on the one before, and names nothing else."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from onrecord.language.antecedents import FEATURES
from onrecord.language.session import Arrays, Labels, Model, read_features
from onrecord.language.wordpiece import WordPiece

LABELS = Labels(
    upos=("NOUN", "PUNCT", "PROPN"),
    feats=(read_features("_"), read_features("Number=Sing")),
    deprel=("dep", "flat", "nsubj", "root"),
    names=("O", "B-person", "I-person", "B-place", "I-place"),
    kinds=("none", "person"),
    coreference=np.zeros((3, len(FEATURES) + 1), np.float32),
)
VOCABULARY = (
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    *"abcdefghijklmnopqrstuvwxyz",
    *(f"##{ch}" for ch in "abcdefghijklmnopqrstuvwxyz"),
)


class Recorder:
    """Runs as the model does, and remembers the inputs of each batch."""

    def __init__(self, *, crooked: bool = False) -> None:
        self.batches: list[Mapping[str, NDArray[np.int64]]] = []
        self.crooked = crooked

    def __call__(self, inputs: Mapping[str, NDArray[np.int64]]) -> Arrays:
        self.batches.append(inputs)
        sentence = inputs["sentence"]
        rows, words = sentence.shape
        arc = np.full((rows, words, words + 1), -1e4, dtype=np.float32)
        for row in range(rows):
            for word in range(words):
                if sentence[row, word] == 0:
                    continue
                opens = word == 0 or sentence[row, word - 1] != sentence[row, word]
                arc[row, word, 0] = 5.0 if opens and not self.crooked else -5.0
                for head in range(words):
                    if head != word and sentence[row, head] == sentence[row, word]:
                        arc[row, word, head + 1] = 3.0 if abs(head - word) == 1 else 0.0
        top = np.argsort(-arc, axis=-1, kind="stable")[..., :3]
        if top.shape[-1] < 3:
            top = np.concatenate([top, np.ones_like(top)], axis=-1)[..., :3]
        names = np.full((rows, words, 5), -5.0, dtype=np.float32)
        names[..., 0] = -0.1
        ones = np.ones((rows, words), dtype=np.int64)
        return {
            "upos": ones * 0,
            "feats": ones,
            "arc": arc,
            "top": top,
            "rel": np.full((rows, words, 3), 1),
            "names": names,
            "kinds": np.zeros((rows, words, 2), dtype=np.float32),
            "factuality": np.full((rows, words), 4.0, dtype=np.float32),
            "anaphor": np.zeros((rows, words, 2), dtype=np.float32),
            "antecedent": np.zeros((rows, words, 2), dtype=np.float32),
        }


def fake_model(run: Recorder | None = None) -> Model:
    """A model that answers at once."""
    return Model(run or Recorder(), LABELS, WordPiece(VOCABULARY))
