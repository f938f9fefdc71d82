"""Fit narrow heads to what an exported network says: `python -m training.narrow --weights FOLDER --data DATA --kept K`.

The encoder stays as it is, and so do the heads that reading does not use. The heads of reading learn on the states that
the int8 encoder gives: what the wide heads say of them (Hinton et al. 2015), and the trees of EWT and GUM train.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from torch import Tensor, nn

from onrecord.language.sentences import split
from onrecord.language.wordpiece import WordPiece, read_vocabulary
from training.corpora import Annotated, Doc, read_crossner, read_ewt
from training.examples import IGNORE, augment
from training.graft import write_grafted
from training.materials import read_trees
from training.narrow_heads import NarrowHeads, Widths
from training.newswire import read_docred, read_meantime, read_re3d
from training.taught import Taught, keep, open_taught, open_teacher, read_rows

RATE, WORDS = 2e-3, 2000
GOLD = 0.5
"""How much the trees of the treebanks count beside what the wide heads say."""
WEIGHTS = {"factuality": 0.5, "pairing": 0.5}
WARM = 0.02
DRAWS = 2
TAGS = ("upos", "feats")


def read_texts(data: Path, without: Sequence[Path]) -> list[Doc]:
    """Words to read as the wide heads do: Wikinews, but for the articles that records in these folders were made of,
    and the name corpora."""
    paths = [path for folder in without for path in sorted(folder.glob("*.json"))]
    left_out = {json.loads(path.read_text(encoding="utf-8"))["document"].get("url") for path in paths}
    lines = (data / "wikinews" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [article["text"] for article in map(json.loads, lines) if article["url"] not in left_out]
    news = [
        tuple(Annotated(words=tuple(text[start:end] for start, end in places)) for places in split(text))
        for text in texts
    ]
    names = read_crossner(data / "crossner-politics" / "train.txt")
    more = [*names, *read_meantime(data), *read_re3d(data), *read_docred(data)]
    return news + [tuple(Annotated(words=sentence.words) for sentence in doc) for doc in more]


def make_batch(taught: Taught, chosen: Sequence[int]) -> dict[str, Tensor]:
    """One tensor for each column, padded: 0 for what is read, IGNORE for gold labels, far below any score for arcs."""
    windows = [taught.window(number) for number in chosen]
    longest = max(len(window["sentence"]) for window in windows)
    out = {}
    for name in windows[0]:
        rows = [window[name] for window in windows]
        shape = (longest, longest + 1) if name == "arc" else (longest, *rows[0].shape[1:])
        empty = -1e4 if name == "arc" else IGNORE if name.startswith("gold") else 0
        made = np.full((len(rows), *shape), empty, np.float32 if rows[0].dtype.kind == "f" else np.int64)
        for number, row in enumerate(rows):
            made[number][tuple(slice(size) for size in row.shape)] = row
        out[name] = torch.from_numpy(made)
    return out


def losses(heads: NarrowHeads, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """How far each head is from the wide one, over the words of the batch, and from the trees where they are known."""
    counted = batch["sentence"] > 0
    parts = heads.parts(batch["states"])
    arc = heads.arcs(parts, batch["sentence"])
    entropy = nn.functional.cross_entropy
    out = {name: entropy(parts[name][counted], batch[name][counted].softmax(-1)) for name in TAGS}
    out["arc"] = entropy(arc[counted], batch["arc"][counted].softmax(-1))
    labels = heads.relations(parts, batch["top"])[counted]
    sure = batch["arc"].softmax(-1).gather(-1, batch["top"])[counted]  # a head that is hardly one teaches hardly
    spread = entropy(labels.flatten(0, 1), batch["rel"][counted].softmax(-1).flatten(0, 1), reduction="none")
    out["label"] = (spread * sure.flatten()).sum() / sure.sum()
    out["names"] = entropy(heads.names(parts["names"])[counted], batch["names"][counted].softmax(-1))
    out["kinds"] = entropy(heads.kinds(parts["kinds"])[counted], batch["kinds"][counted].softmax(-1))
    facts = heads.factuality(parts["factuality"]).squeeze(-1)
    out["factuality"] = nn.functional.smooth_l1_loss(facts[counted], batch["factuality"][counted])
    out["pairing"] = nn.functional.mse_loss(heads.pairing(parts["pairing"])[counted], batch["pairing"][counted])
    known = batch["gold_heads"] != IGNORE
    if known.any():
        scores = heads.relations(parts, batch["gold_heads"].clamp(min=0)[..., None]).squeeze(-2)
        for name, own in (("upos", parts["upos"]), ("feats", parts["feats"]), ("heads", arc), ("deprel", scores)):
            out[f"gold_{name}"] = GOLD * entropy(own[known], batch[f"gold_{name}"][known], ignore_index=IGNORE)
    return out


def fit(heads: NarrowHeads, taught: Sequence[Taught], check: Taught, *, epochs: int, seed: int) -> None:
    """Train the heads; the learning rate falls to nothing. Tells after each epoch how trees of `check` are read."""
    torch.manual_seed(seed)
    chance, started = random.Random(seed), time.monotonic()
    optimizer = torch.optim.AdamW(heads.parameters(), lr=RATE, weight_decay=0.01, betas=(0.9, 0.98))
    total, done = epochs * sum(int(own.lengths.sum()) for own in taught), 0
    for epoch in range(epochs):
        heads.train()
        means: dict[str, float] = {}
        for own, chosen in epoch_batches(taught, chance):
            share = done / total
            optimizer.param_groups[0]["lr"] = RATE * min(share / WARM, 1.0) * (1 - share)
            parts = losses(heads, make_batch(own, chosen))
            optimizer.zero_grad()
            torch.stack([WEIGHTS.get(name, 1.0) * part for name, part in parts.items()]).sum().backward()
            nn.utils.clip_grad_norm_(heads.parameters(), 5.0)
            optimizer.step()
            done += int(own.lengths[chosen].sum())
            for name, part in parts.items():
                means[name] = 0.98 * means.get(name, part.item()) + 0.02 * part.item()
        line = " ".join(f"{name} {value:.3f}" for name, value in (means | measure(heads, check)).items())
        print(f"narrow epoch {epoch} done in {time.monotonic() - started:.0f} s: {line}", flush=True)


def epoch_batches(taught: Sequence[Taught], chance: random.Random) -> Iterator[tuple[Taught, list[int]]]:
    """The windows of one epoch in batches of like length, of about WORDS words each."""
    runs: list[tuple[Taught, list[int]]] = []
    for own in taught:
        keys = [length + chance.uniform(0, 8) for length in own.lengths.tolist()]
        pending: list[int] = []
        for number in sorted(range(len(keys)), key=keys.__getitem__):
            if pending and int(own.lengths[number]) * (len(pending) + 1) > WORDS:
                runs.append((own, pending))
                pending = []
            pending.append(number)
        if pending:
            runs.append((own, pending))
    chance.shuffle(runs)
    yield from runs


@torch.no_grad()
def measure(heads: NarrowHeads, check: Taught) -> dict[str, float]:
    """Percent of the words whose best head is right, and whose relation is right too, without making it one tree."""
    heads.eval()
    right = labelled = words = 0
    for start in range(0, len(check.lengths), 16):
        batch = make_batch(check, range(start, min(start + 16, len(check.lengths))))
        known = batch["gold_heads"] != IGNORE
        parts = heads.parts(batch["states"])
        best = heads.arcs(parts, batch["sentence"]).argmax(-1)
        relations = heads.relations(parts, best[..., None]).squeeze(-2).argmax(-1)
        hit = (best == batch["gold_heads"]) & known
        right += int(hit.sum())
        labelled += int((hit & (relations == batch["gold_deprel"])).sum())
        words += int(known.sum())
    return {"uas": 100 * right / max(words, 1), "las": 100 * labelled / max(words, 1)}


def teach(options: argparse.Namespace, card: dict[str, Any]) -> tuple[list[Taught], Taught]:
    """What the wide heads say of the treebanks' train splits and of other texts; and of EWT dev.

    What is kept already is not made again.
    """
    pieces = WordPiece(read_vocabulary((options.weights / "vocab.txt").read_text(encoding="utf-8")))
    session = open_teacher(onnx.load(str(options.weights / "model.onnx")))
    parts = {f"trees-{draw}": draw_trees(options.data, options.seed + draw) for draw in range(DRAWS)}
    parts |= {"texts": read_texts(options.data, options.without), "dev": read_ewt(options.data, "dev")}
    for name, docs in parts.items():
        if not (options.kept / name / "shapes.json").exists():
            keep(read_rows(session, card, pieces, docs), options.kept / name)
    *made, check = (open_taught(options.kept / name) for name in parts)
    return made, check


def draw_trees(data: Path, seed: int) -> list[Doc]:
    """The treebanks' train splits, some sentences in other case or with other quotation marks."""
    chance = random.Random(seed)
    return [tuple(augment(sentence, chance) for sentence in doc) for doc in read_trees(data)]


def main() -> None:
    """Command line of the narrowing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="folder that `training.export` wrote")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--kept", type=Path, required=True, help="folder for what the wide heads say (about 3 GB)")
    parser.add_argument("--without", type=Path, nargs="*", default=[], help="records whose articles are left out")
    parser.add_argument("--out", type=Path, help="where to write; the folder of the weights itself if not given")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    card = json.loads((options.weights / "labels.json").read_text(encoding="utf-8"))
    made, check = teach(options, card)
    torch.manual_seed(options.seed)
    counts = {layer: len(card[layer]) for layer in ("upos", "feats", "deprel", "names", "kinds")}
    counts["pairing"] = made[0].columns["pairing"].shape[-1] // 2
    heads = NarrowHeads(made[0].columns["states"].shape[-1] // 2, Widths(), counts)
    fit(heads, made, check, epochs=options.epochs, seed=options.seed)
    print(write_grafted(heads, options.weights, options.out or options.weights))


if __name__ == "__main__":
    main()
