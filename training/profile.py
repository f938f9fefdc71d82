"""How fast raw text becomes an analysis, and how much of that time the encoder itself takes."""

import json
import tempfile
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from onrecord.language.analysis import analyse_with
from onrecord.language.session import OUTPUTS, Arrays, load_model
from onrecord.model import Document


def measure_encoder_share(folder: Path, texts: Sequence[str]) -> float:
    """The seconds spent in the encoder's own layers divided by those of the whole analysis, on one thread."""
    with tempfile.TemporaryDirectory() as place:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.enable_profiling = True
        options.profile_file_prefix = str(Path(place) / "profile")
        session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
        spent = 0.0

        def run(inputs: Mapping[str, NDArray[np.int64]]) -> Arrays:
            nonlocal spent
            started = time.perf_counter()
            found = dict(zip(OUTPUTS, session.run(list(OUTPUTS), dict(inputs)), strict=True))
            spent += time.perf_counter() - started
            return found

        model = replace(load_model(threads=1, folder=folder), run=run)
        started = time.perf_counter()
        for number, text in enumerate(texts):
            analyse_with(model, Document(id=str(number), text=text))
        whole = time.perf_counter() - started
        events = json.loads(Path(session.end_profiling()).read_text(encoding="utf-8"))
    nodes = [event for event in events if event.get("cat") == "Node" and event["name"].endswith("_kernel_time")]
    encoder = sum(event["dur"] for event in nodes if "/encoder/" in event["name"])
    return float(spent / whole * encoder / sum(event["dur"] for event in nodes))


def measure_words_per_second(folder: Path, texts: Sequence[str], *, jobs: int = 2) -> float:
    """Words a second of so many processes at once, each with one thread and its share of the texts."""
    shares = [texts[start::jobs] for start in range(jobs)]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return sum(pool.map(_words_per_second, [folder] * jobs, shares))


def _words_per_second(folder: Path, texts: Sequence[str]) -> float:
    model = load_model(threads=1, folder=folder)
    analyse_with(model, Document(id="first", text=texts[0]))
    started = time.perf_counter()
    words = sum(len(analyse_with(model, Document(id="own", text=text)).tokens) for text in texts)
    return words / (time.perf_counter() - started)
