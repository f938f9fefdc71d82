"""Live blogs: the clock times at the heads of their entries, which date what each entry tells."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.model import Span, Time

_ENTRY = re.compile(
    r"^[ \t]*(?P<time>(?:[01]?\d|2[0-3])[.:][0-5]\d(?:[ \t]?[ap]\.?m\.?)?(?:[ \t](?:GMT|UTC|BST|CES?T|E[SD]?T))?"
    r"|(?:1[0-2]|[1-9])[ \t]?[ap]\.?m\.?)(?:[ \t]*[:|—–-][ \t]|[ \t]*\n|[ \t]+(?=[A-Z“\"]))",
    re.MULTILINE,
)
_LEAST_ENTRIES = 2


def find_entry_times(text: str, *, published: str | None) -> tuple[Time, ...]:
    """The times at the heads of a live blog's entries, in text order; none where the text is no live blog."""
    spans = [Span(*match.span("time")) for match in _ENTRY.finditer(text)]
    if len(spans) < _LEAST_ENTRIES:
        return ()
    day = published[:10] if published else None
    return tuple(Time(span.of(text), span, day, "relative") for span in spans)


def entry_time(entries: Sequence[Time], start: int) -> Time | None:
    """The time of the entry that a place of the text lies in, or None before the first."""
    place = bisect_right([entry.span.start for entry in entries], start)
    return entries[place - 1] if place else None
