"""Blocks of headlines: lines that each tell something for itself, though they end where a wrapped text might."""

from collections.abc import Iterator, Sequence
from itertools import groupby

_STOPS = (".", ",", ";", ":", "-", "…")
_LEAST = 3


def find_headline_ends(text: str) -> Iterator[int]:
    """The offsets of the line ends within blocks of three or more headlines: each line opens with a capital, a figure
    or a mark, and none ends as a sentence or the part of one does."""
    lines, place = list[tuple[int, str]](), 0
    for line in text.split("\n"):
        lines.append((place, line.strip()))
        place += len(line) + 1
    for told, block in groupby(lines, key=lambda line: bool(line[1])):
        own = list(block)
        if told and len(own) >= _LEAST and _are_headlines([line for _, line in own]):
            yield from (start - 1 for start, _ in own[1:])


def _are_headlines(lines: Sequence[str]) -> bool:
    apart = not any(line[0].islower() or line.endswith(_STOPS) for line in lines)
    return apart and not all(line.isupper() for line in lines)
