"""Narrow heads on an exported network: what they learn from, and what is left of the wide ones."""

import json
import warnings
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")
onnxruntime = pytest.importorskip("onnxruntime")

from onrecord.language.session import OUTPUTS, WHOLE  # noqa: E402
from onrecord.language.wordpiece import SHAPES, WordPiece  # noqa: E402
from training.corpora import Annotated  # noqa: E402
from training.examples import IGNORE, Labels  # noqa: E402
from training.export import OUTPUTS as EVERY  # noqa: E402
from training.export import gate, quantise, write_onnx  # noqa: E402
from training.graft import write_grafted  # noqa: E402
from training.lean import lean_of_tags, write_lean  # noqa: E402
from training.narrow import fit, make_batch, measure, read_texts  # noqa: E402
from training.narrow_heads import NarrowHeads, Widths, pick  # noqa: E402
from training.network import Config, Encoder, Network, Sizes  # noqa: E402
from training.taught import Taught, keep, open_taught, open_teacher, read_rows  # noqa: E402

WORDS = "the envoy met vesna in norvik .".split()
VOCABULARY = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", *WORDS)
LABELS = Labels(upos=("DET", "NOUN", "VERB"), feats=("_", "Number=Sing"), deprel=("dep", "obj", "root"))
SENTENCE = Annotated(
    words=tuple(WORDS), upos=("DET", "NOUN", "VERB", "NOUN", "X", "NOUN", "X"), feats=("_",) * 7,
    heads=(2, 3, 0, 3, 6, 3, 3), deprels=("dep", "obj", "root", "obj", "dep", "obj", "dep"),
)  # fmt: skip
DOCS = [(SENTENCE, Annotated(words=("vesna", "met", "."))), (SENTENCE,)]
SMALL = Widths(arc=8, label=6, names=10, kinds=4, factuality=4, pairing=8)
LEAN = {"place": -1.0}
SIZES = Sizes(
    upos=3, feats=2, deprel=3, names=len(LABELS.names), things=len(LABELS.things), politics=len(LABELS.politics),
    cues=3, modality=((0, 3), (3, 5), (5, 7)), pairs=4,
)  # fmt: skip


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A narrow network by chance, exported as the one that ships, whose places lean."""
    folder = tmp_path_factory.mktemp("weights")
    torch.manual_seed(0)
    config = Config(hidden=16, layers=1, heads=2, inner=32, vocabulary=len(VOCABULARY), positions=64, epsilon=1e-12)
    network = Network(Encoder(config), SIZES, arc=12, label=8)
    torch.nn.init.normal_(network.arc.weight, std=0.3)
    torch.nn.init.normal_(network.label.weight, std=0.3)
    with warnings.catch_warnings(action="ignore"):  # the exporter's own
        write_onnx(network, WordPiece(VOCABULARY), LABELS, folder / "plain.onnx")
    quantise(folder / "plain.onnx", folder / "model.onnx")
    gate(folder / "model.onnx")
    card = {"upos": LABELS.upos, "feats": LABELS.feats, "deprel": LABELS.deprel, "names": LABELS.names}
    (folder / "labels.json").write_text(json.dumps(card), encoding="utf-8")
    (folder / "vocab.txt").write_text("\n".join(VOCABULARY) + "\n", encoding="utf-8")
    write_lean(folder, LEAN, folder)
    return folder


@pytest.fixture(scope="module")
def taught(weights: Path, tmp_path_factory: pytest.TempPathFactory) -> Taught:
    """What that network says of two documents."""
    card = json.loads((weights / "labels.json").read_text(encoding="utf-8"))
    folder = tmp_path_factory.mktemp("kept")
    session = open_teacher(onnx.load(str(weights / "model.onnx")))
    keep(read_rows(session, card, WordPiece(VOCABULARY), DOCS), folder)
    return open_taught(folder)


def inputs() -> dict[str, np.ndarray]:
    """Seven words of one sentence and one of another, a piece each."""
    places = np.arange(1, 9)[None]
    pieces = np.array([[2, *range(4, 11), 7, 3]])
    sentence = np.array([[1] * 7 + [2]])
    return {"pieces": pieces, "shapes": pieces % SHAPES, "first": places, "last": places, "sentence": sentence}


def narrow_heads() -> NarrowHeads:
    torch.manual_seed(1)
    counts = {"upos": 3, "feats": 2, "deprel": 3, "names": len(LABELS.names), "kinds": len(LABELS.things)}
    return NarrowHeads(16, SMALL, {**counts, "pairing": 64})


def open_session(folder: Path) -> onnxruntime.InferenceSession:
    return onnxruntime.InferenceSession(str(folder / "model.onnx"), providers=["CPUExecutionProvider"])


def run(folder: Path, *, whole: bool) -> dict[str, np.ndarray]:
    return dict(zip(EVERY, open_session(folder).run(list(EVERY), {**inputs(), WHOLE: np.array(whole)}), strict=True))


def test_what_the_wide_heads_say_is_kept_by_window(taught: Taught) -> None:
    assert taught.lengths.tolist() == [10, 7]
    window = taught.window(0)
    assert window["arc"].shape == (10, 11) and window["states"].shape == (10, 32) and window["rel"].shape == (10, 3, 3)
    assert window["sentence"].tolist() == [1] * 7 + [2] * 3
    assert window["gold_heads"].tolist() == [2, 3, 0, 3, 6, 3, 3, *[IGNORE] * 3]
    assert window["gold_upos"].tolist() == [0, 1, 2, 1, IGNORE, 1, IGNORE, *[IGNORE] * 3]
    assert (window["arc"].argmax(-1) == window["top"][:, 0]).all()


def test_a_batch_is_padded_with_what_teaches_nothing(taught: Taught) -> None:
    batch = make_batch(taught, [0, 1])
    assert batch["sentence"][1].tolist() == [1] * 7 + [0] * 3
    assert (batch["gold_heads"][1, 7:] == IGNORE).all() and (batch["arc"][1, :, 8:] == -1e4).all()


def test_narrow_heads_learn_the_trees(taught: Taught, capsys: pytest.CaptureFixture[str]) -> None:
    heads = narrow_heads()
    before = measure(heads, taught)["las"]
    fit(heads, [taught] * 40, taught, epochs=4, seed=1)
    assert measure(heads, taught)["las"] > max(before, 60)
    assert "narrow epoch 3 done" in capsys.readouterr().out


@pytest.mark.filterwarnings("ignore")  # the exporter's own
def test_grafted_heads_answer_in_place_of_the_wide_ones(weights: Path, tmp_path: Path) -> None:
    heads = narrow_heads()
    write_grafted(heads, weights, tmp_path)
    old, new = (run(folder, whole=True) for folder in (weights, tmp_path))
    for name in ("cues", "modality", "source_cue", "content_word"):  # these are the old heads on the old states
        assert np.allclose(old[name], new[name], atol=1e-5)
    assert run(tmp_path, whole=False)["cues"].size == 0
    assert {name: new[name].shape for name in OUTPUTS} == {name: old[name].shape for name in OUTPUTS}
    assert np.allclose(np.exp(new["names"]).sum(-1), 1, atol=1e-4)


@pytest.mark.filterwarnings("ignore")
def test_names_still_lean(weights: Path, tmp_path: Path) -> None:
    heads = narrow_heads()
    torch.nn.init.zeros_(heads.names.weight)
    torch.nn.init.zeros_(heads.names.bias)
    write_grafted(heads, weights, tmp_path)
    raw = np.exp(lean_of_tags(LEAN, LABELS.names))
    assert np.allclose(np.exp(run(tmp_path, whole=False)["names"][0, 0]), raw / raw.sum(), atol=1e-5)


@pytest.mark.filterwarnings("ignore")
def test_what_is_narrow_is_not_narrowed_again(weights: Path, tmp_path: Path) -> None:
    heads = narrow_heads()
    write_grafted(heads, weights, tmp_path)
    with pytest.raises(ValueError, match="narrow what"):
        write_grafted(heads, tmp_path, tmp_path)


def test_pick_takes_rows_of_each_batch() -> None:
    rows = torch.arange(12.0).view(2, 3, 2)
    assert pick(rows, torch.tensor([[2, 0], [1, 1]])).tolist() == [[[4, 5], [0, 1]], [[8, 9], [8, 9]]]


def test_articles_that_records_were_made_of_are_left_out(tmp_path: Path) -> None:
    for name, text in (("crossner-politics/train.txt", ""), ("re-docred/dev.json", "[]")):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "meantime" / "intra-doc_annotation").mkdir(parents=True)
    (tmp_path / "re3d").mkdir()
    (tmp_path / "wikinews").mkdir()
    articles = [{"url": f"https://norvik.example/{n}", "text": f"Vesna waits {n}."} for n in (1, 2)]
    (tmp_path / "wikinews" / "articles.jsonl").write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
    records = tmp_path / "records"
    records.mkdir()
    (records / "1.json").write_text(json.dumps({"document": articles[0]}), encoding="utf-8")
    assert [doc[0].words[2] for doc in read_texts(tmp_path, [records])] == ["2"]
