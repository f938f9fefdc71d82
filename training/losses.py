"""The losses of the heads, each over the words that carry its annotation."""

import torch
from torch import Tensor, nn

from training.examples import IGNORE, MODALITY_GROUPS, Batch
from training.network import MASKED, PAIRED, Network
from training.pairs import Acts, Pairs

WEIGHTS = {
    "upos": 0.5, "feats": 0.5, "arc": 1.0, "label": 1.0, "names": 1.0, "things": 0.5, "factuality": 0.15,
    "politics": 0.5, "cues": 1.0, "modality": 0.2, "source": 1.0, "content": 1.0, "coreference": 0.4,
}  # fmt: skip
SCALE = PAIRED**0.5


def losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The mean loss of each head that the batch teaches anything."""
    words = network.words(*batch.inputs[:4])
    sentence = batch.inputs[4]
    politics, cues, modality = network.marks(words)
    out: dict[str, Tensor] = {}

    def entropy(name: str, scores: Tensor, target: Tensor) -> None:
        if (target != IGNORE).any():
            out[name] = nn.functional.cross_entropy(scores.flatten(0, 1).float(), target.flatten(), ignore_index=IGNORE)

    entropy("upos", network.upos(words), batch.upos)
    entropy("feats", network.feats(words), batch.feats)
    entropy("things", network.things(words), batch.things)
    entropy("politics", politics, batch.politics)
    entropy("cues", cues, batch.cues)
    if (batch.heads != IGNORE).any():
        entropy("arc", network.arcs(words, sentence), batch.heads)
        entropy("label", network.relations(words, batch.heads.clamp(min=0)), batch.deprel)
    for target, (first, end) in zip(batch.modality, MODALITY_GROUPS, strict=True):
        entropy(f"modality{first}", modality[..., first:end], target)
    groups = [out.pop(f"modality{first}") for first, _ in MODALITY_GROUPS if f"modality{first}" in out]
    if groups:
        out["modality"] = torch.stack(groups).sum()
    return out | _open_losses(network, words, batch) | _paired_losses(network, words, batch)


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


def _paired_losses(network: Network, words: Tensor, batch: Batch) -> dict[str, Tensor]:
    out: dict[str, Tensor] = {}
    if batch.acts is None and batch.pairs is None:
        return out
    source_cue, source_word, content_cue, content_word, anaphor, antecedent = (x.float() for x in network.links(words))
    if batch.acts is not None:
        for place, (name, cue, word) in enumerate(
            (("source", source_cue, source_word), ("content", content_cue, content_word))
        ):
            scores = score_acts(batch.acts, cue, word) + network.bias[place]
            target = getattr(batch.acts, name)
            known = ~target.isnan()
            if known.any():
                out[name] = nn.functional.binary_cross_entropy_with_logits(scores[known], target[known])
    if batch.pairs is not None and batch.pairs.counted.any():
        out["coreference"] = pair_loss(batch.pairs, score_pairs(network, batch.pairs, anaphor, antecedent))
    return out


def score_acts(acts: Acts, cue: Tensor, word: Tensor) -> Tensor:
    """Scores `[acts, words]`: the mean projection of the cue's words times that of each word of its window."""
    own = torch.einsum("aw,awd->ad", acts.cue, cue[acts.rows])
    return torch.einsum("ad,awd->aw", own, word[acts.rows]) / SCALE


def score_pairs(network: Network, pairs: Pairs, anaphor: Tensor, antecedent: Tensor) -> Tensor:
    """Scores `[mentions, candidates]`; masked where there is no candidate."""
    own, other = anaphor[pairs.rows, pairs.words], antecedent[pairs.rows, pairs.words]
    return score_mentions(network, pairs, own, other)


def score_mentions(network: Network, pairs: Pairs, own: Tensor, other: Tensor) -> Tensor:
    """The same, given the projections `[mentions, size]` of the mentions' heads."""
    chosen = other[pairs.candidates.clamp(min=0)]
    weights = network.seen[pairs.form]
    scores = torch.einsum("md,mkd->mk", own, chosen) / SCALE + torch.einsum("mf,mkf->mk", weights[:, :-1], pairs.seen)
    return (scores + weights[:, -1:]).masked_fill(pairs.candidates < 0, MASKED)


def pair_loss(pairs: Pairs, scores: Tensor) -> Tensor:
    """Minus the log of the share that right antecedents get, or no antecedent where the mention is the first."""
    nothing = torch.zeros_like(scores[:, :1]).masked_fill(pairs.choice[:, None], MASKED)
    every = torch.cat([nothing, scores], 1)
    right = torch.cat([(pairs.new & ~pairs.choice)[:, None], pairs.right], 1)
    share = every.logsumexp(1) - every.masked_fill(~right, 2 * MASKED).logsumexp(1)
    return share[pairs.counted].mean()
