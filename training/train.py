"""Train the network: `python -m training.train --data DATA --encoder FOLDER --gold RECORDS --out BUILD` (resumes)."""

import argparse
import dataclasses
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import nn

from onrecord.language.antecedents import FEATURES
from onrecord.language.wordpiece import WordPiece, read_vocabulary
from training.corpora import read_ewt
from training.examples import MODALITY_GROUPS, Labels, count_labels
from training.fit import average, fit_pairs, freeze_old, read_states
from training.gum import read_gum
from training.losses import WEIGHTS, losses
from training.materials import Material, epoch_batches, first_materials, read_trees, second_materials
from training.measure import measure_trees
from training.network import Network, Sizes, load_encoder

SAVE_SECONDS = 300


def build_network(encoder: Path, labels: Labels) -> Network:
    """A network over the encoder of a local folder, its heads still untrained."""
    sizes = Sizes(
        upos=len(labels.upos), feats=len(labels.feats), deprel=len(labels.deprel), names=len(labels.names),
        things=len(labels.things), politics=len(labels.politics), cues=len(labels.cues), modality=MODALITY_GROUPS,
        pairs=len(FEATURES),
    )  # fmt: skip
    return Network(load_encoder(encoder), sizes)


@dataclasses.dataclass(frozen=True, slots=True)
class Plan:
    """A stage: how long and how fast to train. `rate` is the encoder's learning rate; the heads take five times it."""

    name: str
    epochs: int
    rate: float
    size: int
    seed: int


def make_optimizer(network: Network, plan: Plan) -> torch.optim.AdamW:
    """AdamW over two groups: the encoder, and the heads."""
    inner = list(network.encoder.parameters())
    known = {id(p) for p in inner}
    outer = [p for p in network.parameters() if id(p) not in known]
    return torch.optim.AdamW([{"params": inner}, {"params": outer}], weight_decay=0.01, betas=(0.9, 0.98))


def set_rate(optimizer: torch.optim.AdamW, plan: Plan, share: float) -> None:
    """Linear warm-up over the first twentieth of the training, then linear decay; `share` runs from 0 to 1."""
    rate = plan.rate * min(share / 0.05, 1.0) * max(0.02, 1.0 - share)
    for group, factor in zip(optimizer.param_groups, (1, 5), strict=True):
        group["lr"] = factor * rate


@dataclasses.dataclass(frozen=True, slots=True)
class Bench:
    """What a training works on: the network, how words become pieces, the labels, and the folder for its files."""

    network: Network
    pieces: WordPiece
    labels: Labels
    out: Path

    @property
    def device(self) -> torch.device:
        """Where the network lies."""
        return next(self.network.parameters()).device


def train(bench: Bench, materials: Sequence[Material], plan: Plan) -> None:
    """Train one stage to its end, saving after each epoch what it resumes from; skip it where its end is there."""
    network, out = bench.network, bench.out
    final, state = out / f"{plan.name}.pt", out / f"checkpoint-{plan.name}.pt"
    if final.exists():
        network.load_state_dict(torch.load(final, weights_only=True, map_location=bench.device), strict=False)
        return
    optimizer = make_optimizer(network, plan)
    first = 0
    if state.exists():
        kept = torch.load(state, weights_only=True, map_location=bench.device)
        network.load_state_dict(kept["network"])
        optimizer.load_state_dict(kept["optimizer"])
        first = kept["epoch"]
    for epoch in range(first, plan.epochs):
        started = time.monotonic()
        train_epoch(bench, optimizer, materials, plan, epoch)
        kept = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch + 1}
        torch.save(kept, out / "checkpoint.part")
        (out / "checkpoint.part").rename(state)
        torch.save(network.state_dict(), out / "latest.pt")
        print(f"{plan.name} epoch {epoch} done in {time.monotonic() - started:.0f} s", flush=True)
    torch.save(network.state_dict(), final)


@dataclasses.dataclass(slots=True)
class Progress:
    """Words done of an epoch and running means of the losses."""

    words: int = 0
    means: dict[str, float] = dataclasses.field(default_factory=dict)

    def add(self, words: int, parts: dict[str, torch.Tensor]) -> None:
        """Take in one step."""
        self.words += words
        for name, part in parts.items():
            value = part.item()
            self.means[name] = 0.98 * self.means.get(name, value) + 0.02 * value


def train_epoch(
    bench: Bench, optimizer: torch.optim.AdamW, materials: Sequence[Material], plan: Plan, epoch: int
) -> None:
    """One epoch in an order that the seed and the epoch decide."""
    network, device = bench.network, bench.device
    network.train()
    torch.manual_seed(plan.seed * 1000 + epoch)
    chance = random.Random(plan.seed * 1000 + epoch)
    words = sum(material.words for material in materials)
    progress, started = Progress(), time.monotonic()
    saved = started
    for step, batch in enumerate(epoch_batches(materials, bench.pieces, bench.labels, chance, size=plan.size)):
        set_rate(optimizer, plan, (epoch + min(progress.words / words, 1.0)) / plan.epochs)
        with torch.autocast(device.type, dtype=torch.bfloat16):
            parts = losses(network, batch.to(device))
        loss = sum((WEIGHTS[name] * part for name, part in parts.items()), torch.zeros((), device=device))
        if not loss.requires_grad:
            continue
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        progress.add(int((batch.inputs[4] > 0).sum()), parts)
        if step % 50 == 0:
            rate = progress.words / (time.monotonic() - started)
            line = " ".join(f"{name} {value:.3f}" for name, value in progress.means.items())
            print(f"{plan.name} {epoch} {progress.words}/{words} {rate:.0f}/s {line}", flush=True)
        if time.monotonic() - saved > SAVE_SECONDS:
            torch.save(network.state_dict(), bench.out / "latest.pt")
            saved = time.monotonic()


def main() -> None:
    """Command line of the trainer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--gold", type=Path, help="folder of records to learn statements and names from")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, nargs=2, default=(9, 4), help="of the first and of the second stage")
    parser.add_argument("--pairing", type=int, default=8, help="epochs of fitting the pairing of mentions at the end")
    parser.add_argument("--share", type=float, default=0.5, help="of the second stage in the mean of both")
    parser.add_argument("--rates", type=float, nargs=2, default=(3e-4, 2e-4))
    parser.add_argument("--size", type=int, default=1600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cpu", help="cpu, or cuda where a GPU is at hand")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    pieces = WordPiece(read_vocabulary((options.encoder / "vocab.txt").read_text(encoding="utf-8")))
    labels = count_labels(read_trees(options.data))
    (options.out / "labels.json").write_text(
        json.dumps(dataclasses.asdict(labels), ensure_ascii=False, indent=1) + "\n"
    )
    torch.manual_seed(options.seed)
    bench = Bench(build_network(options.encoder, labels).to(options.device), pieces, labels, options.out)
    stages = (first_materials(options.data), second_materials(options.data, options.gold))
    for name, materials, epochs, rate in zip(("trees", "all"), stages, options.epochs, options.rates, strict=True):
        print(name, {material.name: material.words for material in materials}, flush=True)
        train(bench, materials, Plan(name, epochs, rate, options.size, options.seed))
    average(bench.network, options.out / "trees.pt", options.out / "all.pt", share=options.share)
    freeze_old(bench.network)
    train(bench, stages[1], Plan("young", 1, options.rates[1], options.size, options.seed))
    made = list(read_states(bench.network, read_gum(options.data, "train"), pieces, labels))
    fit_pairs(bench.network, made, epochs=options.pairing, seed=options.seed)
    torch.save(bench.network.state_dict(), options.out / "latest.pt")
    print(measure_trees(bench.network, read_ewt(options.data, "dev"), pieces, labels))


if __name__ == "__main__":
    main()
