"""Names written with a slash: "RFE/RL" and "CDU/CSU" are one each."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.model import Analysis, Name, Span

SLASHED = re.compile("[A-Z]{2,5}/[A-Z]{2,5}")


def with_slashed_names(analysis: Analysis) -> Analysis:
    """The analysis, with two abbreviations that only a slash parts made one name."""
    names = tuple(_joined(analysis))
    return analysis if len(names) == len(analysis.names) else replace(analysis, names=names)


def _joined(analysis: Analysis) -> Iterator[Name]:
    before: Name | None = None
    for name in analysis.names:
        if before is not None and _is_one(analysis.document.text, before, name):
            before = replace(before, last=name.last, kind="organization", span=Span(before.span.start, name.span.end))
            continue
        if before is not None:
            yield before
        before = name
    if before is not None:
        yield before


def _is_one(text: str, one: Name, other: Name) -> bool:
    kinds = {one.kind, other.kind}
    return bool(SLASHED.fullmatch(text, one.span.start, other.span.end)) and "organization" in kinds
