"""The lean of kinds of names: fitted on sentences, put into a network, and taken out of what it reads."""

import json
from pathlib import Path

import numpy as np
import pytest

from onrecord.language.decode import Parse
from training.lean import Case, count_names, fit_lean, lean_of_tags, without_lean, write_lean

TAGS = ("O", "B-organization", "I-organization", "B-place", "I-place")
WORDS = ("Norvik", "waits")


def case(body: float, place: float, kind: str = "LOC") -> Case:
    """A sentence whose first word is a name of this kind, with such probabilities of a body and of a place."""
    rest = 1 - body - place
    rows = [[rest - 2e-4, body, 1e-4, place, 1e-4], [0.9996, 1e-4, 1e-4, 1e-4, 1e-4]]
    parse = Parse(
        upos=["PROPN", "VERB"], feats=[{}, {}], heads=[2, 0], deprels=["nsubj", "root"], kinds=["place", "none"],
        doubts=[0.0, 0.0], factuality=[0.0, 0.0], names=[], pairing=np.zeros((2, 2, 1), np.float32),
    )  # fmt: skip
    return Case(WORDS, parse, np.log(np.array(rows, np.float32)), frozenset({(0, 0, kind)}))


def test_a_kind_that_is_read_too_often_leans_away() -> None:
    cases = [case(0.5, 0.4), case(0.5, 0.3), case(0.9, 0.05, "ORG")]
    assert count_names(cases, {}, TAGS).right == 1
    lean = fit_lean(cases, TAGS)
    assert lean["place"] > lean["organization"]
    assert count_names(cases, lean, TAGS).right == 3


def test_nothing_leans_where_all_is_read_right() -> None:
    assert not any(fit_lean([case(0.1, 0.8), case(0.9, 0.05, "ORG")], TAGS).values())


def test_persons_do_not_lean() -> None:
    assert "person" not in fit_lean([case(0.5, 0.4)], TAGS)


def test_the_lean_of_a_kind_is_that_of_both_its_tags() -> None:
    assert lean_of_tags({"outside": 0.5, "place": -1.0}, TAGS).tolist() == [0.5, 0.0, 0.0, -1.0, -1.0]


def test_what_is_taken_out_is_what_was_put_in() -> None:
    lean = {"organization": -1.5}
    leaning = [
        Case(own.words, own.parse, own.scores + lean_of_tags(lean, TAGS), own.wanted) for own in [case(0.5, 0.4)]
    ]
    (plain,) = without_lean(leaning, lean, TAGS)
    assert np.allclose(plain.scores, case(0.5, 0.4).scores)


def test_a_network_leans_as_it_was_told_last(tmp_path: Path) -> None:
    onnx = pytest.importorskip("onnx")
    onnxruntime = pytest.importorskip("onnxruntime")
    make, kind = onnx.helper, onnx.TensorProto.FLOAT
    ends = [make.make_tensor_value_info(name, kind, ["batch", "words", len(TAGS)]) for name in ("scores", "names")]
    graph = make.make_graph([make.make_node("LogSoftmax", ["scores"], ["names"], axis=-1)], "g", ends[:1], ends[1:])
    model = make.make_model(graph, opset_imports=[make.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, str(tmp_path / "model.onnx"))
    (tmp_path / "labels.json").write_text(json.dumps({"names": TAGS}), encoding="utf-8")
    (tmp_path / "vocab.txt").write_text("[PAD]\n", encoding="utf-8")
    for lean in ({"person": 3.0}, {"person": -1.0, "outside": 0.5}):
        digest = write_lean(tmp_path, lean, tmp_path)
        session = onnxruntime.InferenceSession(str(tmp_path / "model.onnx"), providers=["CPUExecutionProvider"])
        (found,) = session.run(None, {"scores": np.zeros((1, 1, len(TAGS)), np.float32)})
        raw = np.exp(lean_of_tags(lean, TAGS))
        assert np.allclose(np.exp(found[0, 0]), raw / raw.sum(), atol=1e-6)
        card = json.loads((tmp_path / "labels.json").read_text(encoding="utf-8"))
        assert card["lean"] == lean and card["model_sha256"] == digest
