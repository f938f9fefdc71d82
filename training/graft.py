"""Put narrow heads on the encoder of an exported network, in place of the wide ones."""

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch

from onrecord.language.session import OUTPUTS as READ
from training.export import quantise
from training.narrow_heads import NarrowHeads
from training.taught import find_name_scores, find_states

INPUTS = ("encoded", "first", "last", "sentence")
PREFIX = "narrow/"


def find_encoded(model: onnx.ModelProto) -> str:
    """The name of the tensor with the encoder's states of pieces: the last that its layers give."""
    inner = [output for node in model.graph.node for output in node.output if "/encoder/layers." in output]
    return str(inner[-1])


def write_heads(heads: NarrowHeads, path: Path) -> None:
    """The heads alone as int8 ONNX; the names of what comes out begin with PREFIX."""
    heads.eval()
    places = torch.tensor([[1, 2, 3], [1, 2, 0]])
    sample = (torch.zeros(2, 5, heads.first.in_features // 2), places, places, torch.ones(2, 3, dtype=torch.long))
    outputs = [PREFIX + name for name in (*READ, "states", "scores")]
    axes = {name: {0: "batch", 1: "words"} for name in (*INPUTS[1:], *outputs)}
    axes |= {"encoded": {0: "batch", 1: "pieces"}, f"{PREFIX}arc": {0: "batch", 1: "words", 2: "heads"}}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            heads, sample, str(plain), input_names=list(INPUTS), output_names=outputs, dynamic_axes=axes,
            opset_version=17, dynamo=False,
        )  # fmt: skip
        quantise(plain, path)


def graft(model: onnx.ModelProto, heads: onnx.ModelProto) -> None:
    """Give the network other heads for the outputs of reading; what only the old ones needed is gone.

    How names lean, and the heads that reading does not use, go on from what the new heads give.
    """
    graph = model.graph
    new = {f"{PREFIX}{name}": name for name in READ if name != "names"}
    new |= {f"{PREFIX}states": find_states(model), f"{PREFIX}scores": find_name_scores(model)}
    renamed = {**new, "encoded": find_encoded(model)}
    placed = onnx.compose.add_prefix(heads, PREFIX, rename_inputs=False, rename_outputs=False).graph
    for node in placed.node:
        node.input[:] = [renamed.get(name, name) for name in node.input]
        node.output[:] = [renamed.get(name, name) for name in node.output]
    early, late, replaced = [], [], set(new.values())
    for node in graph.node:
        if replaced & set(node.output):
            continue
        follows = not replaced.isdisjoint(inputs_of(node))
        replaced.update(node.output if follows else ())
        (late if follows else early).append(node)
    nodes = needed([*early, *placed.node, *late], {output.name for output in graph.output})
    del graph.node[:]
    graph.node.extend(nodes)
    graph.initializer.extend(placed.initializer)
    used = {name for node in nodes for name in inputs_of(node)}
    initial = [value for value in graph.initializer if value.name in used]
    del graph.initializer[:]
    graph.initializer.extend(initial)
    del graph.value_info[:]


def needed(nodes: list[onnx.NodeProto], wanted: set[str]) -> list[onnx.NodeProto]:
    """The nodes that the wanted tensors come from, in their order."""
    kept: list[onnx.NodeProto] = []
    for node in reversed(nodes):
        if not wanted.isdisjoint(node.output):
            kept.insert(0, node)
            wanted.update(inputs_of(node))
    return kept


def inputs_of(node: onnx.NodeProto) -> set[str]:
    """The tensors that a node reads, in its branches too."""
    inner = [own for attribute in node.attribute for own in attribute.g.node]
    return set(node.input).union(*(inputs_of(own) for own in inner))


def write_grafted(heads: NarrowHeads, weights: Path, out: Path) -> str:
    """Write the network of a folder with these heads into another folder; gives what was written."""
    out.mkdir(parents=True, exist_ok=True)
    card = json.loads((weights / "labels.json").read_text(encoding="utf-8"))
    model = onnx.load(str(weights / "model.onnx"))
    with tempfile.TemporaryDirectory() as folder:
        write_heads(heads, Path(folder) / "heads.onnx")
        graft(model, onnx.load(str(Path(folder) / "heads.onnx")))
    onnx.checker.check_model(model)
    target = out / "model.onnx"
    onnx.save(model, str(target))
    card["model_sha256"] = hashlib.sha256(target.read_bytes()).hexdigest()
    (out / "labels.json").write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if out.resolve() != weights.resolve():
        shutil.copy(weights / "vocab.txt", out / "vocab.txt")
    return f"{target}: {target.stat().st_size / 1e6:.1f} MB, sha256 {card['model_sha256']}"
