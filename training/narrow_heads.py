"""The narrow heads of reading: one matrix from the words' states to all of them, and what follows of each."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn

from training.network import BEST_HEADS, MASKED


@dataclass(frozen=True, slots=True)
class Widths:
    """How many units each head has behind the words' states; each side of an arc and of a relation has its own."""

    arc: int = 128
    label: int = 128
    names: int = 128
    kinds: int = 64
    factuality: int = 48
    pairing: int = 96


class NarrowHeads(nn.Module):
    """From the encoder's states of pieces `[batch, pieces, hidden]` to the arrays that reading asks for.

    The order of the units of `first` is that of `sizes`; all but those of the tags pass a leaky rectifier.
    """

    def __init__(self, hidden: int, widths: Widths, counts: Mapping[str, int]) -> None:
        super().__init__()
        own = asdict(widths)
        arc, label = own.pop("arc"), own.pop("label")
        self.sizes = {"arc_dependent": arc, "arc_head": arc, "label_dependent": label, "label_head": label, **own}
        self.tags = {"upos": counts["upos"], "feats": counts["feats"]}
        self.first = nn.Linear(2 * hidden, sum(self.sizes.values()) + sum(self.tags.values()))
        self.mix = nn.Linear(arc, arc)
        self.arc_root, self.label_root = nn.Parameter(torch.zeros(arc)), nn.Parameter(torch.zeros(label))
        self.of_dependent = nn.Linear(label, counts["deprel"])
        self.of_pair = nn.Linear(2 * label, counts["deprel"], bias=False)
        self.names = nn.Linear(widths.names, counts["names"])
        self.kinds = nn.Linear(widths.kinds, counts["kinds"])
        self.factuality = nn.Linear(widths.factuality, 1)
        self.pairing = nn.Linear(widths.pairing, 2 * counts["pairing"])

    def parts(self, states: Tensor) -> dict[str, Tensor]:
        """The units of each head for words with these states `[batch, words, 2 × hidden]`."""
        made = self.first(states)
        inner, *tags = made.split([sum(self.sizes.values()), *self.tags.values()], -1)
        inner = nn.functional.leaky_relu(inner, 0.1)
        found = dict(zip(self.sizes, inner.split(list(self.sizes.values()), -1), strict=True))
        return found | dict(zip(self.tags, tags, strict=True))

    def arcs(self, parts: Mapping[str, Tensor], sentence: Tensor) -> Tensor:
        """Scores `[batch, words, 1 + words]` of each head; column 0 is the root; other sentences are masked."""
        dependent = self.mix(parts["arc_dependent"])
        places = torch.arange(sentence.shape[1], device=sentence.device)
        apart = (sentence[:, :, None] != sentence[:, None, :]) | (places[:, None] == places[None, :])
        scores = (dependent @ parts["arc_head"].transpose(1, 2)).masked_fill(apart, MASKED)
        return torch.cat([dependent @ self.arc_root[:, None], scores], -1)

    def relations(self, parts: Mapping[str, Tensor], heads: Tensor) -> Tensor:
        """Scores `[batch, words, heads, labels]` of the relation of each word to the heads in these columns."""
        dependent, sides = parts["label_dependent"], parts["label_head"]
        sides = torch.cat([self.label_root.expand(sides.shape[0], 1, -1), sides], 1)
        batch, words, best = heads.shape
        chosen = pick(sides, heads.reshape(batch, words * best)).view(batch, words, best, sides.shape[-1])
        pair = torch.cat([chosen, chosen * dependent[:, :, None]], -1)
        return self.of_pair(pair) + self.of_dependent(dependent)[:, :, None]

    def forward(self, encoded: Tensor, first: Tensor, last: Tensor, sentence: Tensor) -> tuple[Tensor, ...]:
        """The arrays of reading, then the words' states and the scores of names, which other heads go on from."""
        states = torch.cat([pick(encoded, first), pick(encoded, last)], -1)
        parts = self.parts(states)
        arc = self.arcs(parts, sentence)
        padded = nn.functional.pad(arc, (0, BEST_HEADS - 1), value=2 * MASKED)  # a single word has two columns only
        top = padded.topk(BEST_HEADS, -1).indices.clamp(max=sentence.shape[1])
        names = self.names(parts["names"])
        anaphor, antecedent = self.pairing(parts["pairing"]).chunk(2, -1)
        return (
            parts["upos"].argmax(-1),
            parts["feats"].argmax(-1),
            arc,
            top,
            self.relations(parts, top).argmax(-1),
            names.log_softmax(-1),
            self.kinds(parts["kinds"]).log_softmax(-1),
            self.factuality(parts["factuality"]).squeeze(-1),
            anaphor,
            antecedent,
            states,
            names,
        )


def pick(rows: Tensor, places: Tensor) -> Tensor:
    """Of each `rows` `[batch, rows, size]` those at the places `[batch, picked]`."""
    offsets = torch.arange(rows.shape[0], device=rows.device)[:, None] * rows.shape[1]
    return nn.functional.embedding(places + offsets, rows.flatten(0, 1))
