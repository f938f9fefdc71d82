"""Terms: from when to when an office is told to be held: "mayor from 2010 to 2014", "president until 2015"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.claims.draft import Draft
from onrecord.model import Time

BETWEEN = re.compile(r" of [^,.;()]{1,60},? |,? \(?")
"""What may stand between a title and its years: the body, a comma, a parenthesis."""
OPENINGS = ("since ", "from ", "between ", *(ENDINGS := ("until ", "till ", "through ")))


def find_term(text: str, draft: Draft, times: Sequence[Time]) -> Time | None:
    """The years right behind the words of an office that tell from when to when, since or until when it is held."""
    end = draft.evidence[-1].end
    behind = (time for time in times if end < time.span.start)
    told = min(behind, key=lambda time: time.span.start, default=None)
    if told is None or told.value is None or not BETWEEN.fullmatch(text[end : told.span.start]):
        return None
    years = told.text[:1].isdigit() and "/" in told.value
    return as_term(told) if told.text.lower().startswith(OPENINGS) or years else None


def as_term(time: Time) -> Time:
    """The time, as that of an office: "until 2015" is an interval that ends then."""
    open_end = time.value is not None and "/" not in time.value and time.text.lower().startswith(ENDINGS)
    return replace(time, value=f"../{time.value}") if open_end else time
