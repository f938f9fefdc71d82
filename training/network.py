"""The network: a BERT-like encoder with a case-shape embedding, and several heads on the words that it encodes."""

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from onrecord.language.wordpiece import SHAPES

MASKED = -1e4
PAIRED = 64
BEST_HEADS = 3


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many labels each head tells apart."""

    upos: int
    feats: int
    deprel: int
    names: int
    things: int
    politics: int
    cues: int
    modality: tuple[tuple[int, int], ...]
    pairs: int


@dataclass(frozen=True, slots=True)
class Config:
    """Dimensions of the encoder, as its folder's `config.json` gives them."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    epsilon: float


def read_config(folder: Path) -> Config:
    """The dimensions of a BERT-like encoder in a local folder."""
    raw = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    return Config(
        hidden=raw["hidden_size"],
        layers=raw["num_hidden_layers"],
        heads=raw["num_attention_heads"],
        inner=raw["intermediate_size"],
        vocabulary=raw["vocab_size"],
        positions=raw["max_position_embeddings"],
        epsilon=raw["layer_norm_eps"],
    )


class Layer(nn.Module):
    """One transformer layer, post-norm, as in BERT (Devlin et al. 2019)."""

    def __init__(self, config: Config, dropout: float) -> None:
        super().__init__()
        self.heads = config.heads
        self.query = nn.Linear(config.hidden, config.hidden)
        self.key = nn.Linear(config.hidden, config.hidden)
        self.value = nn.Linear(config.hidden, config.hidden)
        self.output = nn.Linear(config.hidden, config.hidden)
        self.norm = nn.LayerNorm(config.hidden, eps=config.epsilon)
        self.widen = nn.Linear(config.hidden, config.inner)
        self.narrow = nn.Linear(config.inner, config.hidden)
        self.last_norm = nn.LayerNorm(config.hidden, eps=config.epsilon)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, hidden = x.shape
        split = (batch, length, self.heads, hidden // self.heads)
        query, key, value = (f(x).view(split).transpose(1, 2) for f in (self.query, self.key, self.value))
        scores = query @ key.transpose(-1, -2) / (hidden // self.heads) ** 0.5 + mask
        mixed = self.dropout(scores.softmax(-1)) @ value
        x = self.norm(x + self.dropout(self.output(mixed.transpose(1, 2).reshape(batch, length, hidden))))
        return self.last_norm(x + self.dropout(self.narrow(nn.functional.gelu(self.widen(x)))))


class Encoder(nn.Module):
    """Pieces and their words' case shapes in, one state per piece out."""

    def __init__(self, config: Config, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(config.vocabulary, config.hidden)
        self.positions = nn.Embedding(config.positions, config.hidden)
        self.shapes = nn.Embedding(SHAPES, config.hidden)
        self.norm = nn.LayerNorm(config.hidden, eps=config.epsilon)
        self.layers = nn.ModuleList(Layer(config, dropout) for _ in range(config.layers))
        self.dropout = nn.Dropout(dropout)
        nn.init.normal_(self.shapes.weight, std=0.01)

    def forward(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.dropout(self.norm(self.pieces(pieces) + self.positions(places)[None] + self.shapes(shapes)))
        mask = (pieces == 0).to(x.dtype)[:, None, None, :] * MASKED
        for layer in self.layers:
            x = layer(x, mask)
        return x


def load_encoder(folder: Path) -> Encoder:
    """The encoder with the weights of a local folder (`model.safetensors` with BERT's names)."""
    config = read_config(folder)
    encoder = Encoder(config)
    raw = {name.removeprefix("bert."): tensor for name, tensor in load_file(folder / "model.safetensors").items()}
    state = {
        "pieces.weight": raw["embeddings.word_embeddings.weight"],
        "positions.weight": raw["embeddings.position_embeddings.weight"]
        + raw["embeddings.token_type_embeddings.weight"][0],
        "shapes.weight": encoder.shapes.weight.detach(),
    }
    names = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "output": "attention.output.dense", "norm": "attention.output.LayerNorm", "widen": "intermediate.dense",
        "narrow": "output.dense", "last_norm": "output.LayerNorm",
    }  # fmt: skip
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = raw[f"embeddings.LayerNorm.{part}"]
        for layer in range(config.layers):
            for ours, theirs in names.items():
                state[f"layers.{layer}.{ours}.{part}"] = raw[f"encoder.layer.{layer}.{theirs}.{part}"]
    encoder.load_state_dict(state)
    return encoder


class Biaffine(nn.Module):
    """Biaffine scores of pairs (Dozat and Manning 2017)."""

    def __init__(self, size: int, labels: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(labels, size + 1, size + 1))

    def pairs(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Scores `[batch, words, heads]` of each head for each dependent; for a single label."""
        return _one(dependent) @ self.weight[0] @ _one(head).transpose(1, 2)

    def labels(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Scores `[..., labels]` for dependents paired one to one with heads, both `[..., size]`."""
        labels, size, _ = self.weight.shape
        mixed = _one(dependent) @ self.weight.permute(1, 0, 2).reshape(size, labels * size)
        return (mixed.unflatten(-1, (labels, size)) * _one(head).unsqueeze(-2)).sum(-1)

    def among(self, dependent: Tensor, heads: Tensor) -> Tensor:
        """Scores `[..., labels, heads]` for dependents `[..., size]`, each with several heads `[..., heads, size]`."""
        labels, size, _ = self.weight.shape
        mixed = _one(dependent) @ self.weight.permute(1, 0, 2).reshape(size, labels * size)
        return mixed.view(*mixed.shape[:-1], labels, size) @ _one(heads).transpose(-1, -2)


def _one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Network(nn.Module):
    """Encoder and heads. `forward` gives what the language room reads; training calls the parts."""

    def __init__(
        self, encoder: Encoder, sizes: Sizes, *, arc: int = 256, label: int = 96, dropout: float = 0.2
    ) -> None:
        super().__init__()
        self.encoder = encoder
        width = 2 * encoder.pieces.embedding_dim
        self.dropout = nn.Dropout(dropout)
        self.upos = nn.Linear(width, sizes.upos)
        self.feats = nn.Linear(width, sizes.feats)
        self.names = self._tower(width, 256, sizes.names)
        self.things = self._tower(width, 128, sizes.things)
        self.factuality = self._tower(width, 128, 1)
        self.arc_dependent, self.arc_head = self._side(width, arc), self._side(width, arc)
        self.label_dependent, self.label_head = self._side(width, label), self._side(width, label)
        self.root = nn.Parameter(torch.randn(width) * 0.02)
        self.arc, self.label = Biaffine(arc, 1), Biaffine(label, sizes.deprel)
        self.modality_groups = sizes.modality
        self.common = nn.Sequential(nn.Linear(width, 192), nn.GELU(), nn.Dropout(0.2))
        self.politics = nn.Linear(192 + sizes.names, sizes.politics)
        self.cues, self.modality = nn.Linear(192, sizes.cues), nn.Linear(192, sizes.modality[-1][1])
        self.paired = nn.Sequential(nn.Linear(width, 320), nn.GELU(), nn.Dropout(0.2))
        self.source_cue, self.source_word = nn.Linear(320, PAIRED), nn.Linear(320, PAIRED)
        self.content_cue, self.content_word = nn.Linear(320, PAIRED), nn.Linear(320, PAIRED)
        self.mention = nn.Sequential(nn.Dropout(0.4), nn.Linear(width, 256), nn.GELU(), nn.Dropout(0.4))
        self.anaphor_side, self.antecedent_side = nn.Linear(256, PAIRED), nn.Linear(256, PAIRED)
        self.bias = nn.Parameter(torch.full((2,), -1.0))  # of being source or content of a cue
        self.seen = nn.Parameter(
            torch.zeros(3, sizes.pairs + 1)
        )  # weights by form of the anaphor; the last is for any pair

    def _tower(self, width: int, inner: int, labels: int) -> nn.Module:
        return nn.Sequential(nn.Linear(width, inner), nn.GELU(), nn.Dropout(0.2), nn.Linear(inner, labels))

    def _side(self, width: int, size: int) -> nn.Module:
        return nn.Sequential(nn.Linear(width, size), nn.LeakyReLU(0.1), nn.Dropout(0.3))

    def words(self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """States `[batch, words, 2 × hidden]`: each word's first and last piece, side by side."""
        states = self.encoder(pieces, shapes)
        hidden = states.shape[-1]
        parts = [states.gather(1, index[..., None].expand(-1, -1, hidden)) for index in (first, last)]
        return self.dropout(torch.cat(parts, -1))

    def arcs(self, words: Tensor, sentence: Tensor) -> Tensor:
        """Scores `[batch, words, 1 + words]` of each head; column 0 is the root; other sentences are masked."""
        scores = self.arc.pairs(self.arc_dependent(words), self.arc_head(self._with_root(words)))
        apart = (sentence[:, :, None] != sentence[:, None, :]) | (sentence == 0)[:, None, :]
        places = torch.arange(words.shape[1], device=words.device)
        own = (places[:, None] == places[None, :])[None]
        apart = torch.cat([torch.zeros_like(apart[..., :1]), apart | own], -1)
        return scores.masked_fill(apart, MASKED)

    def _with_root(self, words: Tensor) -> Tensor:
        return torch.cat([self.root.expand(words.shape[0], 1, -1), words], 1)

    def relations(self, words: Tensor, heads: Tensor) -> Tensor:
        """Scores `[batch, words, labels]` of the relation of each word to the head in column `heads`."""
        sides = self.label_head(self._with_root(words))
        chosen = sides.gather(1, heads[..., None].expand(-1, -1, sides.shape[-1]))
        return self.label.labels(self.label_dependent(words), chosen)

    def best_relations(self, words: Tensor, heads: Tensor) -> Tensor:
        """The relation `[batch, words, heads]` of each word to each of the heads in these columns."""
        sides = self.label_head(self._with_root(words))
        batch, length, best = heads.shape
        index = heads.reshape(batch, length * best, 1).expand(-1, -1, sides.shape[-1])
        chosen = sides.gather(1, index).view(batch, length, best, sides.shape[-1])
        return self.label.among(self.label_dependent(words), chosen).argmax(-2)

    def marks(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of the political kinds of names, of the cues of reporting, and of the groups of modality."""
        common = self.common(words)
        # what the larger corpora teach of names helps the few sentences of political kinds; the gradient stays theirs
        names = self.names(words).detach().softmax(-1)
        return self.politics(torch.cat([common, names], -1)), self.cues(common), self.modality(common)

    def links(self, words: Tensor) -> tuple[Tensor, ...]:
        """Projections `[batch, words, 64]` whose products score pairs: cue and source, cue and content, mentions."""
        paired = self.paired(words)
        cue = (self.source_cue(paired), self.source_word(paired), self.content_cue(paired), self.content_word(paired))
        return (*cue, *self.mentions(words))

    def mentions(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Projections of words as mentions that go back to another, and as those that are gone back to."""
        mention = self.mention(words)
        return self.anaphor_side(mention), self.antecedent_side(mention)

    def mention_parameters(self) -> list[nn.Parameter]:
        """What only the pairing of mentions uses, but for the weights of what is seen of a pair."""
        parts = (self.mention, self.anaphor_side, self.antecedent_side)
        return [parameter for part in parts for parameter in part.parameters()]

    def forward(
        self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor, sentence: Tensor
    ) -> tuple[Tensor, ...]:
        words = self.words(pieces, shapes, first, last)
        arc = self.arcs(words, sentence)
        padded = nn.functional.pad(arc, (0, BEST_HEADS - 1), value=2 * MASKED)  # a single word has two columns only
        top = padded.topk(BEST_HEADS, -1).indices.clamp(max=words.shape[1])
        rel = self.best_relations(words, top)
        politics, cues, modality = self.marks(words)
        groups = [modality[..., first:end].log_softmax(-1) for first, end in self.modality_groups]
        return (
            self.upos(words).argmax(-1),
            self.feats(words).argmax(-1),
            arc,
            top,
            rel,
            self.names(words).log_softmax(-1),
            self.things(words).log_softmax(-1),
            self.factuality(words).squeeze(-1),
            politics.log_softmax(-1),
            cues.log_softmax(-1),
            torch.cat(groups, -1),
            *self.links(words),
        )
