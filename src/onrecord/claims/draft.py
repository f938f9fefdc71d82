"""What an extractor hands on: the content of a claim, the word it hangs on, and the words that carry it."""

from dataclasses import dataclass

from onrecord.model import Content, Span, Status


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before status, source, time and place are asked for.

    `predicate` is the token that the claim hangs on: those questions are answered from its place in the tree.
    `score` is the extractor's own trust from 0 to 1, before calibration. `status` is set where the words of the claim
    tell it and not their place in the tree ("removed from the list": denied).
    """

    what: Content
    predicate: int
    evidence: tuple[Span, ...]
    score: float
    status: Status | None = None
