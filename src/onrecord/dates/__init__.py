"""Finds time expressions in English text and resolves them to EDTF against the day of publication."""

from dataclasses import replace

from onrecord.dates.edtf import read_day
from onrecord.dates.find import find
from onrecord.dates.setting import Setting
from onrecord.model import Time

__all__ = ["find_times", "read_day", "resolve", "resolve_alone"]


def find_times(text: str, *, published: str | None, future: bool | None = None) -> tuple[Time, ...]:
    """Every time expression of the text with its EDTF value, sorted, none overlapping.

    `published` is the ISO date or date-time of publication; without it, what is relative has no value. `future` says
    that the text speaks of what lies ahead (True) or behind (False), which decides "on Monday" and "in March"; None
    goes by the words before the expression, else by nearness.
    """
    return find(text, Setting(read_day(published), future=future))


def resolve(time: Time, *, published: str | None, future: bool) -> Time:
    """The time expression read again for a claim that lies ahead (`future`) or behind; its span stays.

    What depends on the text around it ("the same day") keeps its value.
    """
    if time.anchor != "relative":
        return time
    day = read_day(published)
    readings = {tense: _alone(time.text, Setting(day, future=tense)) for tense in (None, True, False)}
    if time.value not in readings.values():
        return time
    value = readings[future]
    return time if value is None else replace(time, value=value)


def resolve_alone(words: str, *, published: str, future: bool | None = None) -> str | None:
    """The value of an expression outside its text, counted from another day, in the past or `future` of that day where
    that is known; None where it hangs on its text."""
    return _alone(words, Setting(read_day(published), future=future))


def _alone(words: str, setting: Setting) -> str | None:
    """The value of an expression outside its text, None where it is not one whole expression."""
    found = find(words, setting)
    return found[0].value if len(found) == 1 and found[0].span.end == len(words) else None
