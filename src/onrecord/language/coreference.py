"""How likely each mention of an article goes back to each earlier one, and the chains that follow from it."""

from collections.abc import Mapping, Sequence
from itertools import islice

import numpy as np

from onrecord.language.antecedents import (
    Floats,
    Ints,
    Reference,
    Table,
    describe_pairs,
    find_candidates,
    make_table,
)

ROWS_AT_ONCE = 2000
FAR = -1e4
LEAN = 0.5  # towards an antecedent: what the network learned on single pairs is too shy for chains (chosen on GUM dev)


def find_chains(mentions: Sequence[Reference], pairing: Floats, weights: Floats) -> list[int]:
    """The number of the chain of each mention; a mention with no other in its chain is alone in it.

    `mentions` are in text order of their heads; `pairing` `[mentions, 2, size]` holds the model's projections of the
    head words as anaphors and as antecedents, and `weights` `[forms, features + 1]` what it learned of what pairs look
    like. The time grows with the length of the text and not with its square.
    """
    if not mentions:
        return []
    table = make_table(mentions)
    candidates = find_candidates(table)
    chains = list(range(len(mentions)))
    for start in range(0, len(mentions), ROWS_AT_ONCE):
        rows = np.arange(start, min(start + ROWS_AT_ONCE, len(mentions)))
        scores = score_pairs(table, candidates[rows], rows, pairing, weights) + LEAN
        best = scores.argmax(-1)
        for place, column in enumerate(best.tolist()):
            if scores[place, column] > 0:
                chains[start + place] = chains[int(candidates[start + place, column])]
    return chains


def find_antecedents(
    mentions: Sequence[Reference], wanted: Sequence[int], pairing: Floats, weights: Floats
) -> dict[int, Mapping[int, float]]:
    """For the head of each mention whose number is wanted: how likely it goes back to each earlier head (log-odds).

    Arguments as for `find_chains`.
    """
    if not wanted:
        return {}
    table = make_table(mentions)
    rows = np.array(wanted)
    candidates = find_candidates(table, rows)
    scores = score_pairs(table, candidates, rows, pairing, weights)
    heads = np.fromiter((mention.head for mention in mentions), np.int64, len(mentions))
    kept = scores > FAR
    pairs = zip(heads[candidates[kept]].tolist(), scores[kept].tolist(), strict=True)
    counts = kept.sum(axis=-1).tolist()
    return {head: dict(islice(pairs, count)) for head, count in zip(heads[rows].tolist(), counts, strict=True)}


def score_pairs(table: Table, candidates: Ints, rows: Ints, pairing: Floats, weights: Floats) -> Floats:
    """How likely the mentions of these rows go back to their candidates: log-odds `[rows, candidates]`."""
    own = weights[table.form[rows]]
    scores: Floats = np.einsum("mkf,mf->mk", describe_pairs(table, candidates, rows), own[:, :-1]) + own[:, -1:]
    near = pairing[np.maximum(candidates, 0), 1]
    scores += np.matmul(near, pairing[rows, 0][..., None])[..., 0] / pairing.shape[-1] ** 0.5
    scores[candidates < 0] = FAR
    return scores
