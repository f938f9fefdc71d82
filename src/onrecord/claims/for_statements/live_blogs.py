"""Live blogs: the clock times at the heads of their entries, which date what each entry tells."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.dates import find_times
from onrecord.model import Span, Time

_ENTRY = re.compile(
    r"^[ \t]*(?P<time>"
    r"(?:(?P<day>\d{1,2} [A-Z][a-z]{2,8} \d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{4}-\d\d-\d\d),?[ \t](?:at )?)?"
    r"(?:(?:[01]?\d|2[0-3])[.:][0-5]\d(?:[ \t]?[ap]\.?m\.?)?(?:[ \t](?:GMT|UTC|BST|CES?T|E[SD]?T))?"
    r"|(?:1[0-2]|[1-9])[ \t]?[ap]\.?m\.?))(?:[ \t]*[:|—–-][ \t]|[ \t]*\n|[ \t]+(?=[A-Z“\"]))",
    re.MULTILINE,
)
_LEAST_ENTRIES = 2


def find_entry_times(text: str, *, published: str | None) -> tuple[Time, ...]:
    """The times at the heads of a live blog's entries, in text order; none where the text is no live blog."""
    entries = list(_ENTRY.finditer(text))
    if len(entries) < _LEAST_ENTRIES:
        return ()
    day = published[:10] if published else None
    return tuple(_entry(entry, day) for entry in entries)


def _entry(entry: re.Match[str], day: str | None) -> Time:
    """The time at the head of an entry: of the day that it names, else of the article's."""
    span = Span(*entry.span("time"))
    own = find_times(entry["day"], published=None) if entry["day"] else ()
    return Time(entry["time"], span, own[0].value, "absolute") if own else Time(entry["time"], span, day, "relative")


def entry_time(entries: Sequence[Time], start: int) -> Time | None:
    """The time of the entry that a place of the text lies in, or None before the first."""
    place = bisect_right([entry.span.start for entry in entries], start)
    return entries[place - 1] if place else None
