"""Join the mentions of a whole article into chains, in time that grows with its length and not with its square."""

from collections.abc import Sequence

import numpy as np

from onrecord.language.antecedents import Floats, Reference, describe_pairs, find_candidates, make_table

ROWS_AT_ONCE = 2000
FAR = -1e4
LEAN = 0.5  # towards an antecedent: what the network learned on single pairs is too shy for chains (chosen on GUM dev)


def find_chains(mentions: Sequence[Reference], anaphor: Floats, antecedent: Floats, weights: Floats) -> list[int]:
    """The number of the chain of each mention; a mention with no other in its chain is alone in it.

    `mentions` are in text order of their heads; `anaphor` and `antecedent` are the model's projections of the head
    words `[mentions, size]`, and `weights` `[forms, features + 1]` what it learned of what pairs look like.
    """
    if not mentions:
        return []
    table = make_table(mentions)
    candidates = find_candidates(table)
    chains = list(range(len(mentions)))
    for start in range(0, len(mentions), ROWS_AT_ONCE):
        rows = slice(start, start + ROWS_AT_ONCE)
        seen = describe_pairs(table, candidates, rows)
        own = weights[table.form[rows]]
        scores = (seen * own[:, None, :-1]).sum(-1) + own[:, -1:] + LEAN
        near = antecedent[np.maximum(candidates[rows], 0)]
        scores += np.einsum("md,mkd->mk", anaphor[rows], near) / anaphor.shape[-1] ** 0.5
        scores[candidates[rows] < 0] = FAR
        best = scores.argmax(-1)
        for place, column in enumerate(best.tolist()):
            if scores[place, column] > 0:
                chains[start + place] = chains[int(candidates[start + place, column])]
    return chains


DROPPED = (
    "conj", "cc", "parataxis", "punct", "cop", "nsubj", "aux", "mark", "case", "discourse", "advcl", "csubj",
    "dislocated", "orphan", "vocative", "list", "expl", "reparandum", "advmod",
)  # fmt: skip


def _is_possessive(deprels: Sequence[str], head: int, kid: int) -> bool:
    """Whether the word is the "'s" of a head: a case mark that follows."""
    return deprels[kid] == "case" and kid > head


def mention_span(words: Sequence[str], heads: Sequence[int], deprels: Sequence[str], head: int) -> tuple[int, int]:
    """First and last word of the phrase around a head: its subtree without coordinates, clauses' parts and edge signs.

    `heads` count words of the sentence from 1, `head` from 0, as do the words returned, both inclusive.
    """
    kids: dict[int, list[int]] = {}
    for word, up in enumerate(heads):
        kids.setdefault(up - 1, []).append(word)
    pending = [
        kid
        for kid in kids.get(head, ())
        if deprels[kid].partition(":")[0] not in DROPPED or _is_possessive(deprels, head, kid)
    ]
    first = last = head
    while pending:
        word = pending.pop()
        first, last = min(first, word), max(last, word)
        pending.extend(kids.get(word, ()))
    while last > head and not any(ch.isalnum() for ch in words[last]) and words[last] not in (")", "]", "'", "’"):
        last -= 1
    while first < head and not any(ch.isalnum() for ch in words[first]):
        first += 1
    return first, last
