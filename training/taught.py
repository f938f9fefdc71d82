"""What an exported network says of the words of documents: their states and each head's scores, kept on disk."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray

from onrecord.language.session import OUTPUTS, WHOLE
from onrecord.language.windows import lay_out, make_batches, make_inputs, pack
from onrecord.language.wordpiece import WordPiece
from training.corpora import Annotated, Doc
from training.examples import IGNORE

STATES, SOFT = "states", ("upos", "feats", "rel")
"""Of these outputs only the best label goes out: what is taken is the scores before."""
GOLD = ("upos", "feats", "heads", "deprel")
KINDS = {"sentence": np.int16, "top": np.int16, **{f"gold_{layer}": np.int16 for layer in GOLD}}
"""All other columns are numbers of half precision."""

Row = dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Taught:
    """Columns with a row for each word, window after window; `arc` lies flat, `words × (1 + words)` for each window."""

    lengths: NDArray[np.int64]
    columns: Mapping[str, NDArray[Any]]
    starts: NDArray[np.int64]
    arc_starts: NDArray[np.int64]

    def window(self, number: int) -> Row:
        """The rows of one window."""
        start, length = int(self.starts[number]), int(self.lengths[number])
        low, high = int(self.arc_starts[number]), int(self.arc_starts[number + 1])
        out = {name: own[start : start + length] for name, own in self.columns.items() if name != "arc"}
        return {**out, "arc": self.columns["arc"][low:high].reshape(length, length + 1)}


def find_source(model: onnx.ModelProto, output: str) -> onnx.NodeProto:
    """The node that gives this tensor. Raises ValueError when there is none."""
    for node in model.graph.node:
        if output in node.output:
            return node
    raise ValueError(f"the network has no {output}: narrow what `training.export` wrote")


def find_states(model: onnx.ModelProto) -> str:
    """The name of the tensor with the words' states: their first and last pieces' side by side."""
    gathered = {output for node in model.graph.node if node.op_type == "GatherElements" for output in node.output}
    for node in model.graph.node:
        if node.op_type == "Concat" and len(node.input) == 2 and gathered.issuperset(node.input):
            return str(node.output[0])
    raise ValueError("the network has no words' states: narrow what `training.export` wrote")


def find_name_scores(model: onnx.ModelProto) -> str:
    """The name of the tensor with the scores of names, before they lean and become log-probabilities."""
    scores = str(find_source(model, "names").input[0])
    source = find_source(model, scores)
    return str(source.input[0]) if "lean" in source.input else scores


def open_teacher(model: onnx.ModelProto) -> onnxruntime.InferenceSession:
    """A session that gives the words' states as well, and scores where the network tells the best label only."""
    kind = onnx.TensorProto.FLOAT
    sources = {f"soft_{name}": str(find_source(model, name).input[0]) for name in SOFT}
    sources |= {STATES: find_states(model), "soft_names": find_name_scores(model)}
    for name, source in sources.items():
        model.graph.node.append(onnx.helper.make_node("Identity", [source], [name]))
        model.graph.output.append(onnx.helper.make_tensor_value_info(name, kind, None))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


def read_rows(
    session: onnxruntime.InferenceSession, card: Mapping[str, Any], pieces: WordPiece, docs: Iterable[Doc]
) -> Iterator[Row]:
    """What the network says of each window of these documents, and what their trees say."""
    wanted = [name for name in OUTPUTS if name not in (*SOFT, "names")]
    wanted += [STATES, "soft_names", *(f"soft_{name}" for name in SOFT)]
    index = {layer: {label: n for n, label in enumerate(card[layer])} for layer in ("upos", "feats", "deprel")}
    for doc in docs:
        words = [sentence.words for sentence in doc]
        layout = lay_out(words, pieces)
        for batch in make_batches(pack(layout.sizes)):
            inputs = make_inputs(batch, layout, pieces)
            scores = dict(zip(wanted, session.run(wanted, {**inputs, WHOLE: np.array(False)}), strict=True))
            for row, window in enumerate(batch):
                whole = all(s.end - s.start == len(words[s.sentence]) for s in window.stretches)
                if whole:
                    own = [doc[stretch.sentence] for stretch in window.stretches]
                    yield _taught_row(scores, row, own) | _gold_row(own, index)


def _taught_row(scores: Mapping[str, NDArray[Any]], row: int, own: Sequence[Annotated]) -> Row:
    count = sum(len(sentence.words) for sentence in own)
    out = {name.removeprefix("soft_"): values[row, :count] for name, values in scores.items()}
    anaphor, antecedent = out.pop("anaphor"), out.pop("antecedent")
    return {
        **out,
        "arc": out["arc"][:, : count + 1],
        "top": np.minimum(out["top"], count),
        "rel": out["rel"].swapaxes(-1, -2),
        "pairing": np.concatenate([anaphor, antecedent], -1),
        "sentence": np.repeat(np.arange(1, len(own) + 1), [len(sentence.words) for sentence in own]),
    }


def _gold_row(own: Sequence[Annotated], index: Mapping[str, Mapping[str, int]]) -> Row:
    gold: dict[str, list[int]] = {layer: [] for layer in GOLD}
    for sentence in own:
        base, nothing = len(gold["upos"]), [IGNORE] * len(sentence.words)
        for layer, values in (("upos", sentence.upos), ("feats", sentence.feats), ("deprel", sentence.deprels)):
            gold[layer] += [index[layer].get(value, IGNORE) for value in values] or nothing
        gold["heads"] += [base + head if head else 0 for head in sentence.heads] or nothing
    return {f"gold_{layer}": np.array(values, np.int64) for layer, values in gold.items()}


def keep(rows: Iterable[Row], folder: Path) -> None:
    """Write rows into a folder, a file for each column."""
    folder.mkdir(parents=True, exist_ok=True)
    lengths: list[int] = []
    shapes: dict[str, list[int]] = {}
    for row in rows:
        mode = "ab" if lengths else "wb"
        lengths.append(len(row["sentence"]))
        for name, values in row.items():
            shapes[name] = [] if name == "arc" else list(values.shape[1:])
            with (folder / f"{name}.bin").open(mode) as file:
                values.astype(KINDS.get(name, np.float16)).tofile(file)
    (folder / "shapes.json").write_text(json.dumps({"lengths": lengths, "shapes": shapes}), encoding="utf-8")


def open_taught(folder: Path) -> Taught:
    """What `keep` wrote, read from disk as it is used."""
    card = json.loads((folder / "shapes.json").read_text(encoding="utf-8"))
    lengths = np.array(card["lengths"], np.int64)
    columns = {
        name: np.memmap(folder / f"{name}.bin", KINDS.get(name, np.float16), "r").reshape(-1, *shape)
        for name, shape in card["shapes"].items()
    }
    starts, arcs = (np.concatenate([[0], np.cumsum(sizes)]) for sizes in (lengths, lengths * (lengths + 1)))
    return Taught(lengths, columns, starts, arcs)
