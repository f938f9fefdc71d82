"""Finish the network: average its two stages, and fit to the mean the heads that only the second one has."""

import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from onrecord.language.wordpiece import WordPiece
from training.corpora import Doc
from training.examples import WINDOW_PIECES, Labels, make_batch, windows
from training.losses import pair_loss, score_mentions
from training.network import Network
from training.pairs import Pairs, moved

RATE, SEEN_RATE = 2e-3, 5e-2
"""Learning rates of the projections, and of the few weights that tell what is seen of a pair, which have far to go."""


YOUNG = (
    "common",
    "politics",
    "cues",
    "modality",
    "paired",
    "source_cue",
    "source_word",
    "content_cue",
    "content_word",
    "bias",
)
"""Parts of the network that only the second stage teaches."""


def average(network: Network, first: Path, second: Path, *, share: float) -> None:
    """Load the mean of two stages, `share` of the second; parts that the first never learned come from the second.

    The mean of a network and its continuation on other data is better than either (Wortsman et al. 2022).
    """
    one, two = (torch.load(path, weights_only=True, map_location="cpu") for path in (first, second))
    mean = {name: share * value + (1 - share) * one[name] if _is_old(name) else value for name, value in two.items()}
    own = network.state_dict()
    network.load_state_dict({name: value for name, value in mean.items() if name in own}, strict=False)


def _is_old(name: str) -> bool:
    return name.partition(".")[0] not in (
        *YOUNG,
        "mention",
        "anaphor_side",
        "antecedent_side",
        "seen",
        "anaphor",
        "antecedent",
    )


def freeze_old(network: Network) -> None:
    """Let only the young heads learn."""
    for name, parameter in network.named_parameters():
        parameter.requires_grad_(name.partition(".")[0] in YOUNG)


def read_states(
    network: Network, docs: Sequence[Doc], pieces: WordPiece, labels: Labels
) -> Iterator[tuple[Tensor, Pairs]]:
    """The states of the heads of the mentions of each document, and its pairs."""
    network.eval()
    device = next(network.parameters()).device
    for doc in docs:
        chosen = list(windows(doc, pieces, WINDOW_PIECES))
        pairs = make_batch(chosen, pieces, labels, units=[0] * len(chosen)).pairs
        if pairs is None or not pairs.counted.any():
            continue
        batch = make_batch(chosen, pieces, labels).to(device)
        with torch.no_grad(), torch.autocast(device.type, dtype=torch.bfloat16):
            states = network.words(*batch.inputs[:4])
        yield states[pairs.rows, pairs.words].float(), moved(pairs, device)


def fit_pairs(network: Network, made: list[tuple[Tensor, Pairs]], *, epochs: int, seed: int) -> None:
    """Train nothing but the pairing of mentions, from scratch, on what `read_states` gave."""
    started = time.monotonic()
    torch.manual_seed(seed)
    network.requires_grad_(True)
    for module in (*network.mention, network.anaphor_side, network.antecedent_side):
        if isinstance(module, nn.Linear):
            module.reset_parameters()
    with torch.no_grad():
        network.seen.zero_()
    groups = [{"params": network.mention_parameters(), "lr": RATE}, {"params": [network.seen], "lr": SEEN_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    chance, done, total = random.Random(seed), 0, epochs * len(made)
    for epoch in range(epochs):
        network.train()
        chance.shuffle(made)
        losses = []
        for states, pairs in made:
            for group, rate in zip(optimizer.param_groups, (RATE, SEEN_RATE), strict=True):
                group["lr"] = rate * (1 - done / total)
            done += 1
            loss = pair_loss(pairs, score_mentions(network, pairs, *network.mentions(states)))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([*network.mention_parameters(), network.seen], 5.0)
            optimizer.step()
            losses.append(loss.item())
        print(f"pairs {epoch} loss {sum(losses) / len(losses):.3f} {time.monotonic() - started:.0f} s", flush=True)
