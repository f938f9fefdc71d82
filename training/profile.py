"""How fast raw text becomes an analysis, and whose that time is: `python -m training.profile ARTICLES.jsonl`."""

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import onnx
import onnx.utils
import onnxruntime
from numpy.typing import NDArray

from onrecord.language.analysis import analyse_with
from onrecord.language.session import OUTPUTS, WEIGHTS, WHOLE, Arrays, load_model
from onrecord.language.windows import Inputs
from onrecord.model import Document

HEADS = {
    "tags": ("upos", "feats"),
    "trees": ("arc", "top", "rel"),
    "names": ("names",),
    "kinds of things": ("kinds",),
    "factuality": ("factuality",),
    "pairing of mentions": ("anaphor", "antecedent"),
}
"""The outputs of each head of reading."""
ROUNDS = 3


def measure_encoder_share(folder: Path, texts: Sequence[str]) -> float:
    """The seconds that the encoder alone needs for what an analysis feeds it, divided by those of the analysis."""
    documents, fed = _feed(folder, texts)
    model, encoder = load_model(threads=1, folder=folder), _open_encoder(folder / "model.onnx")
    whole, alone = _seconds(
        [lambda: [analyse_with(model, document) for document in documents], lambda: _run(encoder, fed)]
    )
    return alone / whole


def measure_shares(folder: Path, texts: Sequence[str]) -> dict[str, float]:
    """Shares of the time of an analysis: the encoder, each head (what the network saves without it), our own code."""
    documents, fed = _feed(folder, texts)
    model, path = load_model(threads=1, folder=folder), folder / "model.onnx"
    sessions = [_open_encoder(path), _open_part(path, OUTPUTS)]
    sessions += [_open_part(path, [name for name in OUTPUTS if name not in own]) for own in HEADS.values()]
    runs = [partial(_run, session, fed) for session in sessions]
    whole, encoder, network, *without = _seconds(
        [lambda: [analyse_with(model, document) for document in documents], *runs]
    )
    heads = {name: (network - own) / whole for name, own in zip(HEADS, without, strict=True)}
    return {
        "encoder": encoder / whole,
        "heads": (network - encoder) / whole,
        **heads,
        "our own code": 1 - network / whole,
    }


def _feed(folder: Path, texts: Sequence[str]) -> tuple[list[Document], list[Inputs]]:
    """Documents of these texts, and what their analysis feeds the network."""
    model = load_model(threads=1, folder=folder)
    fed: list[Inputs] = []

    def run(inputs: Mapping[str, NDArray[np.int64]]) -> Arrays:
        fed.append(dict(inputs))
        return model.run(inputs)

    noting = replace(model, run=run)
    documents = [Document(id=str(number), text=text) for number, text in enumerate(texts)]
    for document in documents:
        analyse_with(noting, document)
    return documents, fed


def _seconds(works: Sequence[Callable[[], object]]) -> list[float]:
    """The least processor time of each of these in some rounds: what else runs on the machine does not count."""
    found: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for own, work in zip(found, works, strict=True):
            started = time.process_time()
            work()
            own.append(time.process_time() - started)
    return [min(own) for own in found]


def _run(session: onnxruntime.InferenceSession, fed: Sequence[Inputs]) -> None:
    names = [given.name for given in session.get_inputs()]
    for inputs in fed:
        session.run(None, {name: inputs[name] for name in names})


def _open_encoder(path: Path) -> onnxruntime.InferenceSession:
    """A session of the encoder's part of the network: up to the last tensor that its layers give."""
    inner = [
        output for node in onnx.load(str(path)).graph.node for output in node.output if "/encoder/layers." in output
    ]
    return _open_part(path, [inner[-1]])


def _open_part(path: Path, outputs: Sequence[str]) -> onnxruntime.InferenceSession:
    """A session of what these outputs of the network need."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    with tempfile.TemporaryDirectory() as place:
        target = str(Path(place) / "part.onnx")
        inputs = [given.name for given in onnx.load(str(path)).graph.input if given.name != WHOLE]
        onnx.utils.extract_model(str(path), target, inputs, list(outputs), check_model=False)
        part = onnx.load(target)
        used = {name for node in part.graph.node for name in node.input}
        kept = [given for given in part.graph.input if given.name in used]
        del part.graph.input[:]
        part.graph.input.extend(kept)
        del part.graph.value_info[:]  # as in what `training.export` writes: with shapes at hand the runtime fuses less
        return onnxruntime.InferenceSession(part.SerializeToString(), options, providers=["CPUExecutionProvider"])


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


def main() -> None:
    """Command line of the profile."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path, help="a document with `text` per line")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--first", type=int, default=60, help="so many articles")
    options = parser.parse_args()
    lines = options.articles.read_text(encoding="utf-8").splitlines()[: options.first]
    shares = measure_shares(options.weights, [json.loads(line)["text"] for line in lines])
    print(json.dumps({name: round(share, 4) for name, share in shares.items()}, indent=2))


if __name__ == "__main__":
    main()
