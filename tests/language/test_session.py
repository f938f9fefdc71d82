"""The weights that ship load; missing and damaged ones are told apart and named."""

import json
import shutil
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from onrecord.errors import WeightsError
from onrecord.language.session import OUTPUTS, WEIGHTS, WHOLE, load_model, read_features


def test_the_weights_that_ship_load_once() -> None:
    assert load_model(threads=1) is load_model(threads=1)


@pytest.mark.parametrize("name", ["model.onnx", "labels.json", "vocab.txt"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "weights"
    shutil.copytree(WEIGHTS, folder)
    (folder / name).unlink()
    with pytest.raises(WeightsError, match=f"{name} is missing.*install onrecord again"):
        load_model(threads=1, folder=folder)


@pytest.mark.parametrize("name", ["model.onnx", "vocab.txt"])
def test_a_damaged_file_is_named(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "weights"
    shutil.copytree(WEIGHTS, folder)
    (folder / name).write_bytes(b"no weights")
    with pytest.raises(WeightsError, match=rf"{name} is damaged \(sha256"):
        load_model(threads=1, folder=folder)


@pytest.mark.parametrize("card", ["{", json.dumps({"upos": []})])
def test_broken_labels_are_named(tmp_path: Path, card: str) -> None:
    folder = tmp_path / "weights"
    shutil.copytree(WEIGHTS, folder)
    (folder / "labels.json").write_text(card, encoding="utf-8")
    with pytest.raises(WeightsError, match=r"labels\.json"):
        load_model(threads=1, folder=folder)


def test_features() -> None:
    assert read_features("Number=Sing|Person=3") == {"Number": "Sing", "Person": "3"}
    assert read_features("_") == {}


def test_heads_that_reading_does_not_use_run_only_when_the_whole_network_is_asked_for() -> None:
    session = onnxruntime.InferenceSession(str(WEIGHTS / "model.onnx"), providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    one, words = np.array([[101, 2002, 2187, 1012, 102]]), np.array([[1, 2, 3]])
    inputs = {"pieces": one, "shapes": np.zeros_like(one), "first": words, "last": words, "sentence": words**0}
    whole, part = (
        dict(zip(names, session.run(names, {**inputs, WHOLE: np.array(wanted)}), strict=True))
        for wanted in (True, False)
    )
    more = set(names) - set(OUTPUTS)
    assert {"politics", "cues", "modality"} <= more
    assert all(whole[name].shape[:2] == (1, 3) and part[name].size == 0 for name in more)
    assert all(np.array_equal(whole[name], part[name]) for name in OUTPUTS)
