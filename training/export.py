"""Write the weights that ship: `python -m training.export --build BUILD --encoder FOLDER` (one int8 ONNX file)."""

import argparse
import hashlib
import json
import logging
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from onrecord.language.session import OUTPUTS as READ
from onrecord.language.session import WHOLE
from onrecord.language.wordpiece import WordPiece, read_vocabulary
from training.corpora import Annotated
from training.examples import Labels, make_batch
from training.network import Network
from training.train import build_network

PACKAGE = Path(__file__).parent.parent / "src" / "onrecord" / "language" / "weights"
INPUTS = ("pieces", "shapes", "first", "last", "sentence")
OUTPUTS = (
    "upos", "feats", "arc", "top", "rel", "names", "kinds", "factuality", "politics", "cues", "modality",
    "source_cue", "source_word", "content_cue", "content_word", "anaphor", "antecedent",
)  # fmt: skip


def read_labels(build: Path) -> Labels:
    """The label sets that the trainer wrote."""
    raw = json.loads((build / "labels.json").read_text(encoding="utf-8"))
    return Labels(**{name: tuple(values) for name, values in raw.items()})


def write_onnx(network: Network, pieces: WordPiece, labels: Labels, path: Path) -> None:
    """The network in full precision, with free batch, piece and word dimensions."""
    network.eval()
    sample = Annotated(words=("The", "minister", "met", "Vesna", "Karadova", "."))
    other = Annotated(words=("He", "left", "."))
    batch = make_batch([(sample, other), (sample,)], pieces, labels)
    axes = {name: {0: "batch", 1: "pieces"} for name in INPUTS[:2]} | {
        name: {0: "batch", 1: "words"} for name in INPUTS[2:]
    }
    free = axes | {name: {0: "batch", 1: "words"} for name in OUTPUTS} | {"arc": {0: "batch", 1: "words", 2: "heads"}}
    torch.onnx.export(
        network, batch.inputs, str(path), input_names=list(INPUTS), output_names=list(OUTPUTS),
        dynamic_axes=free, opset_version=17, dynamo=False,
    )  # fmt: skip


def quantise(plain: Path, small: Path) -> None:
    """Weights as int8, per channel and with reduced range: 0.2 LAS below full precision, a quarter of the size."""
    prepared = plain.with_suffix(".prepared.onnx")
    quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
    logging.getLogger().setLevel(logging.ERROR)
    quantize_dynamic(
        str(prepared), str(small), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather", "Gemm"], extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip


def gate(path: Path) -> None:
    """Let the network leave out what reading does not ask for: those heads run only where the input `whole` is true.

    They move into one branch of an ONNX If; the other branch gives empty arrays.
    """
    model = onnx.load(str(path))
    graph = model.graph
    more = [output for output in graph.output if output.name not in READ]
    wanted = set(READ)
    kept: list[onnx.NodeProto] = []
    apart: list[onnx.NodeProto] = []
    for node in reversed(graph.node):
        needed = not wanted.isdisjoint(node.output)
        (kept if needed else apart).insert(0, node)
        wanted.update(node.input if needed else ())
    empty = [
        onnx.helper.make_node(
            "Constant", [], [f"no_{output.name}"],
            value=onnx.helper.make_tensor(f"no_{output.name}", output.type.tensor_type.elem_type, [0, 0, 0], []),
        )
        for output in more
    ]  # fmt: skip
    nothing = [
        onnx.helper.make_tensor_value_info(f"no_{output.name}", output.type.tensor_type.elem_type, [0, 0, 0])
        for output in more
    ]
    branches = {
        "then_branch": onnx.helper.make_graph(apart, "whole", [], [_within(output) for output in more]),
        "else_branch": onnx.helper.make_graph(empty, "reading", [], nothing),
    }
    for node in branches["then_branch"].node:
        node.output[:] = [f"{name}_" if name in {output.name for output in more} else name for name in node.output]
        node.input[:] = [f"{name}_" if name in {output.name for output in more} else name for name in node.input]
    choice = onnx.helper.make_node("If", [WHOLE], [output.name for output in more], **branches)
    del graph.node[:]
    graph.node.extend([*kept, choice])
    graph.input.append(onnx.helper.make_tensor_value_info(WHOLE, onnx.TensorProto.BOOL, []))
    del graph.value_info[:]  # without the shapes of what is within, the runtime fuses more: a tenth faster
    onnx.save(model, str(path))


def _within(output: onnx.ValueInfoProto) -> onnx.ValueInfoProto:
    """An output as the branch that makes it names it."""
    own = onnx.ValueInfoProto()
    own.CopyFrom(output)
    own.name = f"{output.name}_"
    return own


def main() -> None:
    """Command line of the export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=PACKAGE)
    options = parser.parse_args()
    labels = read_labels(options.build)
    network = build_network(options.encoder, labels)
    network.load_state_dict(torch.load(options.build / "latest.pt", weights_only=True, map_location="cpu"))
    pieces = WordPiece(read_vocabulary((options.encoder / "vocab.txt").read_text(encoding="utf-8")))
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder) / "plain.onnx", Path(folder) / "model.onnx"
        write_onnx(network, pieces, labels, plain)
        quantise(plain, small)
        gate(small)
        onnx.checker.check_model(str(small))
        shutil.copy(small, options.out / "model.onnx")
    shutil.copy(options.encoder / "vocab.txt", options.out / "vocab.txt")
    digest, known = (
        hashlib.sha256((options.out / name).read_bytes()).hexdigest() for name in ("model.onnx", "vocab.txt")
    )
    card = {
        "model_sha256": digest, "vocab_sha256": known,
        "upos": labels.upos, "feats": labels.feats, "deprel": labels.deprel,
        "names": labels.names, "kinds": labels.things, "politics": labels.politics, "cues": labels.cues,
        "modality": labels.modality, "attribution_bias": network.bias.tolist(), "coreference": network.seen.tolist(),
    }  # fmt: skip
    (options.out / "labels.json").write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{options.out / 'model.onnx'}: {(options.out / 'model.onnx').stat().st_size / 1e6:.1f} MB, sha256 {digest}")


if __name__ == "__main__":
    main()
