"""Measure a network on documents with gold words: tags, trees, names, kinds of things, factuality."""

from collections import Counter
from collections.abc import Sequence

import torch

from onrecord.language.wordpiece import WordPiece
from training.corpora import Doc
from training.examples import IGNORE, WINDOW_PIECES, Labels, batches, windows
from training.network import Network


def measure_trees(network: Network, docs: Sequence[Doc], pieces: WordPiece, labels: Labels) -> dict[str, float]:
    """Shares from 0 to 1 of words right: `upos`, `feats`, `uas`, `las` (greedy heads, full labels)."""
    network.eval()
    device = next(network.parameters()).device
    chosen = [window for doc in docs for window in windows(doc, pieces, WINDOW_PIECES)]
    right, seen = Counter[str](), Counter[str]()
    with torch.inference_mode():
        for batch in (made.to(device) for made in batches(chosen, pieces, labels, size=4000)):
            upos, feats, _, top, rel, names, things, *_ = network(*batch.inputs)
            head = top[..., 0]
            pairs = {
                "upos": (upos == batch.upos, batch.upos != IGNORE),
                "feats": (feats == batch.feats, batch.upos != IGNORE),
                "uas": (head == batch.heads, batch.heads != IGNORE),
                "las": ((head == batch.heads) & (rel[..., 0] == batch.deprel), batch.heads != IGNORE),
                "things": (things.argmax(-1) == batch.things, batch.things > 0),
                "names": (
                    batch.names.gather(-1, names.argmax(-1, keepdim=True)).squeeze(-1),
                    ~batch.names[..., 0] & ~batch.names.all(-1),
                ),
            }
            for name, (hit, counted) in pairs.items():
                right[name] += int((hit & counted).sum())
                seen[name] += int(counted.sum())
    return {name: right[name] / seen[name] for name in seen if seen[name]}
