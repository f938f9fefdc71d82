"""The whole way to the weights on a few invented sentences: every stage, resumed, exported, leaning, read."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")
safetensors = pytest.importorskip("safetensors.torch")

from training import export, lean, train  # noqa: E402
from training.reader import open_reader, read_words  # noqa: E402

MET = """
The    DET   Definite=Def|PronType=Art 2 det    O     (1-person-new-cf1-2-coref
envoy  NOUN  Number=Sing               3 nsubj  O     1)
met    VERB  Tense=Past                0 root   O     _
Vesna  PROPN Number=Sing               3 obj    B-PER (2-person-new-cf2-1-coref)
in     ADP   _                         6 case   O     _
Norvik PROPN Number=Sing               3 obl    B-LOC (3-place-new-cf3-1-coref)
.      PUNCT _                         3 punct  O     _
"""
SAID = """
She    PRON  Number=Sing               2 nsubj  O     (2-person-giv-cf1-1-ana)
said   VERB  Tense=Past                0 root   O     _
that   SCONJ _                         5 mark   O     _
Norvik PROPN Number=Sing               5 nsubj  B-LOC (3-place-giv-cf2-1-coref)
waits  VERB  Tense=Pres                2 ccomp  O     _
.      PUNCT _                         2 punct  O     _
"""
SENTENCES = [[line.split() for line in text.strip().splitlines()] for text in (MET, SAID)]
DOCUMENT = SENTENCES * 3


def conllu(name: str, *, entities: bool) -> str:
    """The document as CoNLL-U."""
    lines = [f"# newdoc id = {name}"]
    for rows in DOCUMENT:
        for number, (form, upos, feats, head, deprel, _, entity) in enumerate(rows, 1):
            misc = f"Entity={entity}" if entities and entity != "_" else "_"
            lines.append("\t".join((str(number), form, form.lower(), upos, "_", feats, head, deprel, "_", misc)))
        lines.append("")
    return "\n".join([*lines, ""])


def tagged(kinds: dict[str, str], *, numbered: bool) -> str:
    """The document with tags of names, one word a line."""
    blocks = []
    for rows in DOCUMENT:
        own = [(row[0], row[5][:2] + kinds[row[5][2:]] if row[5] != "O" else "O") for row in rows]
        blocks.append(
            "\n".join(f"{n}\t{word}\t{tag}" if numbered else f"{word}\t{tag}" for n, (word, tag) in enumerate(own, 1))
        )
    return "\n\n".join(blocks) + "\n\n"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_corpora(data: Path) -> None:
    """Each corpus that the stages read, in a few lines; MEANTIME has no article."""
    facts = [
        {"text": " ".join(row[0] for row in rows), "targets": [{"span1": [1], "label": 2.5}]} for rows in SENTENCES
    ]
    for split in ("train", "dev"):
        write(data / "ud-ewt" / f"{split}.conllu", conllu("norvik", entities=False))
        write(data / "uner-ewt" / f"{split}.iob2", tagged({"PER": "PER", "LOC": "LOC"}, numbered=True))
        write(data / "uds-ih2" / f"{split}.jsonl", "\n".join(map(json.dumps, facts)))
        write(
            data / "crossner-politics" / f"{split}.txt", tagged({"PER": "politician", "LOC": "country"}, numbered=False)
        )
    write(data / "gum" / "GUM_news_norvik.conllu", conllu("GUM_news_norvik", entities=True))
    write(data / "gum" / "splits.md", "## train\n\n  * GUM_news_norvik\n")
    (data / "meantime" / "intra-doc_annotation").mkdir(parents=True)
    text = "Vesna met Ilva in Norvik. She waits."
    columns = "ID Text Pronoun Pronoun-offset A A-offset A-coref B B-offset B-coref".split()
    row = ["1", text, "She", str(text.index("She")), "Vesna", "0", "TRUE", "Ilva", str(text.index("Ilva")), "FALSE"]
    for part in ("development", "test"):
        write(data / "gap" / f"gap-{part}.tsv", "\t".join(columns) + "\n" + "\t".join(row) + "\n")
    mention = {"name": "Vesna", "type": "PER", "pos": [0, 1], "sent_id": 0}
    write(data / "re-docred" / "dev.json", json.dumps([{"sents": [["Vesna", "waits", "."]], "vertexSet": [[mention]]}]))
    write(data / "wikinews" / "articles.jsonl", json.dumps({"url": "https://norvik.example/1", "text": text}))
    spans = {"documentId": "d", "begin": 0, "end": 5, "type": "Person"}
    write(data / "re3d" / "norvik" / "documents.json", json.dumps({"_id": "d", "text": text}))
    write(data / "re3d" / "norvik" / "entities.json", json.dumps(spans))


def tensors(hidden: int, inner: int, words: int) -> Iterator[tuple[str, Sequence[int]]]:
    """Names and shapes of what a BERT of one layer holds."""
    parts = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
             "output": "attention.output.dense"}  # fmt: skip
    linear = dict.fromkeys(parts.values(), (hidden, hidden))
    linear |= {"intermediate.dense": (inner, hidden), "output.dense": (hidden, inner)}
    for name, shape in linear.items():
        yield f"encoder.layer.0.{name}.weight", shape
        yield f"encoder.layer.0.{name}.bias", shape[:1]
    norms = ("embeddings.LayerNorm", *(f"encoder.layer.0.{name}.LayerNorm" for name in ("attention.output", "output")))
    for name in norms:
        yield f"{name}.weight", (hidden,)
        yield f"{name}.bias", (hidden,)
    for name, rows in (("word", words), ("position", 512), ("token_type", 2)):
        yield f"embeddings.{name}_embeddings.weight", (rows, hidden)


def write_encoder(folder: Path) -> None:
    """A BERT of one narrow layer, its weights by chance."""
    folder.mkdir()
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *sorted({row[0].lower() for rows in SENTENCES for row in rows})]
    write(folder / "vocab.txt", "\n".join(pieces) + "\n")
    config = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 32,
              "vocab_size": len(pieces), "max_position_embeddings": 512, "layer_norm_eps": 1e-12}  # fmt: skip
    write(folder / "config.json", json.dumps(config))
    torch.manual_seed(0)
    state = {name: 0.1 * torch.randn(*shape) for name, shape in tensors(16, 32, len(pieces))}
    safetensors.save_file(state, str(folder / "model.safetensors"))


@pytest.mark.filterwarnings("ignore")  # the exporter's own
def test_the_weights_are_made_from_an_empty_folder_and_every_stage_resumes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data, encoder, build, weights = (tmp_path / name for name in ("corpora", "encoder", "build", "weights"))
    write_corpora(data)
    write_encoder(encoder)
    (tmp_path / "records").mkdir()

    def call(main: Callable[[], None], *arguments: object) -> str:
        monkeypatch.setattr(sys, "argv", ["command", *map(str, arguments)])
        main()
        return capsys.readouterr().out

    def run(epochs: int) -> str:
        folders = ("--data", data, "--encoder", encoder, "--gold", tmp_path / "records", "--out", build)
        return call(train.main, *folders, "--epochs", epochs, 1, "--pairing", 1)

    first = run(1)
    assert [f"{stage} epoch 0 done" in first for stage in ("trees", "all", "young")] == [True] * 3
    assert "pairs 0 loss" in first
    again = run(1)
    assert "epoch 0 done" not in again and "pairs 0 loss" in again  # the ends of the stages are there
    (build / "trees.pt").unlink()
    later = run(2)  # from the checkpoint: its first epoch is done
    assert "trees epoch 1 done" in later and "trees epoch 0 done" not in later

    call(export.main, "--build", build, "--encoder", encoder, "--out", weights)
    assert "UNER dev with" in call(lean.main, "--weights", weights, "--data", data)
    assert "lean" in json.loads((weights / "labels.json").read_text(encoding="utf-8"))
    reading = read_words(open_reader(weights), [[row[0] for row in rows] for rows in SENTENCES])
    assert [len(parse.upos) for parse in reading.parses] == [7, 6]
    assert all(parse.heads.count(0) == 1 for parse in reading.parses)
