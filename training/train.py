"""Train the network: `python -m training.train --data DATA --encoder FOLDER --out BUILD` (resumes by itself)."""

import argparse
import dataclasses
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor, nn

from onrecord.language.wordpiece import WordPiece, read_vocabulary
from training.corpora import Doc, read_crossner, read_ewt, read_gum
from training.examples import IGNORE, Batch, Labels, batches, count_labels, epoch_windows
from training.measure import measure_trees
from training.network import Network, Sizes, load_encoder

WEIGHTS = {"upos": 0.5, "feats": 0.5, "arc": 1.0, "label": 1.0, "names": 1.0, "things": 0.5, "factuality": 0.15}
SAVE_SECONDS = 300


def build_network(encoder: Path, labels: Labels) -> Network:
    """A network over the encoder of a local folder, its heads still untrained."""
    sizes = Sizes(len(labels.upos), len(labels.feats), len(labels.deprel), len(labels.names), len(labels.things))
    return Network(load_encoder(encoder), sizes)


def losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The mean loss of each head over the words that carry its annotation."""
    words = network.words(*batch.inputs[:4])
    sentence = batch.inputs[4]
    out: dict[str, Tensor] = {}

    def entropy(name: str, scores: Tensor, target: Tensor) -> None:
        if (target != IGNORE).any():
            out[name] = nn.functional.cross_entropy(scores.flatten(0, 1).float(), target.flatten(), ignore_index=IGNORE)

    entropy("upos", network.upos(words), batch.upos)
    entropy("feats", network.feats(words), batch.feats)
    entropy("things", network.things(words), batch.things)
    entropy("arc", network.arcs(words, sentence), batch.heads)
    entropy("label", network.relations(words, batch.heads.clamp(min=0)), batch.deprel)
    out |= _open_losses(network, words, batch)
    return out


def _open_losses(network: Network, words: Tensor, batch: Batch) -> dict[str, Tensor]:
    """Names, where several tags may be allowed (their probabilities add up), and factuality, a number."""
    out: dict[str, Tensor] = {}
    decided = ~batch.names.all(-1) & (batch.inputs[4] > 0)
    if decided.any():
        scores = network.names(words)[decided].float()
        allowed = scores.masked_fill(~batch.names[decided], -1e9)
        out["names"] = (scores.logsumexp(-1) - allowed.logsumexp(-1)).mean()
    known = ~batch.factuality.isnan()
    if known.any():
        guess = network.factuality(words).squeeze(-1)[known].float()
        out["factuality"] = nn.functional.smooth_l1_loss(guess, batch.factuality[known])
    return out


@dataclasses.dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to train. `rate` is the encoder's learning rate; the heads take five times it."""

    epochs: int
    rate: float
    size: int
    seed: int
    words_per_epoch: int


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


def shuffled(docs: list[Doc], pieces: WordPiece, labels: Labels, plan: Plan, epoch: int) -> Iterator[Batch]:
    """The batches of one epoch in an order that the seed and the epoch decide."""
    chance = random.Random(plan.seed * 1000 + epoch)
    chosen = epoch_windows(docs, pieces, chance)
    chance.shuffle(chosen)
    run = 400  # windows are sorted by length within runs only, so that batches stay mixed
    for start in range(0, len(chosen), run):
        made = list(batches(chosen[start : start + run], pieces, labels, size=plan.size))
        chance.shuffle(made)
        yield from made


def train(network: Network, docs: list[Doc], pieces: WordPiece, labels: Labels, plan: Plan, out: Path) -> None:
    """Train to the end of the plan, saving `checkpoint.pt` every few minutes and after each epoch."""
    optimizer = make_optimizer(network, plan)
    state = out / "checkpoint.pt"
    first = 0
    if state.exists():
        kept = torch.load(state, weights_only=True)
        network.load_state_dict(kept["network"])
        optimizer.load_state_dict(kept["optimizer"])
        first = kept["epoch"]
    total = plan.epochs * plan.words_per_epoch
    for epoch in range(first, plan.epochs):
        network.train()
        done, saved, started, sums = 0, time.monotonic(), time.monotonic(), dict[str, float]()
        torch.manual_seed(plan.seed * 1000 + epoch)
        for step, batch in enumerate(shuffled(docs, pieces, labels, plan, epoch)):
            set_rate(optimizer, plan, (epoch * plan.words_per_epoch + done) / total)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                parts = losses(network, batch)
            loss = sum((WEIGHTS[name] * part for name, part in parts.items()), torch.zeros(()))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            done += int((batch.inputs[4] > 0).sum())
            for name, part in parts.items():
                value = part.item()
                sums[name] = 0.98 * sums.get(name, value) + 0.02 * value
            if step % 50 == 0:
                rate = done / (time.monotonic() - started)
                line = " ".join(f"{name} {value:.3f}" for name, value in sums.items())
                print(f"epoch {epoch} words {done} {rate:.0f}/s {line}", flush=True)
            if time.monotonic() - saved > SAVE_SECONDS:
                torch.save(network.state_dict(), out / "latest.pt")
                saved = time.monotonic()
        kept = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch + 1}
        torch.save(kept, out / "checkpoint.part")
        (out / "checkpoint.part").rename(state)
        torch.save(network.state_dict(), out / "latest.pt")
        print(f"epoch {epoch} done in {time.monotonic() - started:.0f} s", flush=True)


def main() -> None:
    """Command line of the trainer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--size", type=int, default=1600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    pieces = WordPiece(read_vocabulary(options.encoder / "vocab.txt"))
    trees = read_ewt(options.data, "train") + read_gum(options.data, "train")
    politics = options.data / "crossner-politics"
    docs = trees + read_crossner(politics / "train.txt") + read_crossner(politics / "dev.txt")
    labels = count_labels(trees)
    (options.out / "labels.json").write_text(json.dumps(dataclasses.asdict(labels), ensure_ascii=False, indent=1) + "\n")
    torch.manual_seed(options.seed)
    network = build_network(options.encoder, labels)
    words = sum(len(s.words) for doc in docs for s in doc)
    print(f"{len(docs)} documents, {words} words", flush=True)
    plan = Plan(options.epochs, options.rate, options.size, options.seed, words)
    train(network, docs, pieces, labels, plan, options.out)
    print(measure_trees(network, read_ewt(options.data, "dev"), pieces, labels))


if __name__ == "__main__":
    main()
