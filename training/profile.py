"""How fast raw text becomes an analysis, and how much of that time the encoder itself takes."""

import tempfile
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import onnx
import onnx.utils
import onnxruntime
from numpy.typing import NDArray

from onrecord.language.analysis import analyse_with
from onrecord.language.session import Arrays, load_model
from onrecord.model import Document


def measure_encoder_share(folder: Path, texts: Sequence[str]) -> float:
    """The seconds that the encoder alone needs for what an analysis feeds it, divided by those of the analysis."""
    model = load_model(threads=1, folder=folder)
    fed: list[dict[str, NDArray[np.int64]]] = []

    def run(inputs: Mapping[str, NDArray[np.int64]]) -> Arrays:
        fed.append({name: inputs[name] for name in ("pieces", "shapes")})
        return model.run(inputs)

    noting = replace(model, run=run)
    documents = [Document(id=str(number), text=text) for number, text in enumerate(texts)]
    for document in documents:
        analyse_with(noting, document)
    # processor time: what else runs on the machine does not count
    encoder = _open_encoder(folder / "model.onnx")
    whole, alone = [], []
    for _ in range(3):
        started = time.process_time()
        for document in documents:
            analyse_with(model, document)
        whole.append(time.process_time() - started)
        started = time.process_time()
        for inputs in fed:
            encoder.run(None, inputs)
        alone.append(time.process_time() - started)
    return min(alone) / min(whole)


def _open_encoder(path: Path) -> onnxruntime.InferenceSession:
    """A session of the encoder's part of the network: up to the last tensor that its layers give."""
    inner = [
        output for node in onnx.load(str(path)).graph.node for output in node.output if "/encoder/layers." in output
    ]
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    with tempfile.TemporaryDirectory() as place:
        target = str(Path(place) / "encoder.onnx")
        onnx.utils.extract_model(str(path), target, ["pieces", "shapes"], [inner[-1]], check_model=False)
        return onnxruntime.InferenceSession(target, options, providers=["CPUExecutionProvider"])


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
