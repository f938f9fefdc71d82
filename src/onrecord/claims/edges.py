"""The stretch of text that each word of a dependency tree governs."""

from collections.abc import Sequence

from onrecord.model import Token


def find_edges(tokens: Sequence[Token], kids: Sequence[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    """First and last token of the subtree of each token, found leaves first; `kids` are the dependents of each."""
    low = list(range(len(tokens)))
    high = list(range(len(tokens)))
    order = [token.index for token in tokens if token.head == token.index]
    for number in order:
        order.extend(kids[number])
    for number in reversed(order):
        head = tokens[number].head
        low[head] = min(low[head], low[number])
        high[head] = max(high[head], high[number])
    return tuple(zip(low, high, strict=True))
