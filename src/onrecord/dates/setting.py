"""What a time expression is read against: the publication date, the last dated expression, the tense."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from onrecord.dates import edtf
from onrecord.model import Anchor

Grain = Literal["day", "month", "year", "clock", "order", "other"]
# How much farther a date ahead counts than one behind when the tense is not known: news looks back.
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Setting:
    """The publication date, the last day, month or year named before, a year named in the same sentence, the tense.

    `last` and `day` are of what lies behind; `ahead` is the last day named that lies after publication. `future` is
    True for what lies ahead, False for what lies behind, None where it is not known.
    """

    published: date | None
    last: str | None = None
    day: str | None = None
    ahead: str | None = None
    year: int | None = None
    future: bool | None = None

    def told(self) -> date | None:
        """The day that the text has spoken of last, ahead or behind as the tense asks."""
        return edtf.read_day(self.ahead if self.future and self.ahead else self.day)

    def after(self, reading: "Reading") -> "Setting":
        """The setting of what follows an expression; only a day, month or year changes it."""
        if reading.grain not in {"day", "month", "year"} or not edtf.is_plain(reading.value):
            return self
        if self.published is not None and (reading.value or "") > str(self.published):
            return replace(self, ahead=reading.value) if reading.grain == "day" else self
        return replace(self, last=reading.value, day=reading.value if reading.grain == "day" else self.day)


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means: EDTF value or None, anchor, and its grain."""

    value: str | None
    anchor: Anchor
    grain: Grain


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of time expression: its pattern and what a match of it means (None: no time after all).

    A weak rule yields to any other whose match overlaps its own.
    """

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Setting], Reading | None]
    weak: bool = False


def absolute(value: object, grain: Grain) -> Reading | None:
    """An expression that needs no publication date; none at all where the calendar has no such date."""
    return None if value is None else Reading(str(value), "absolute", grain)


def relative(value: object, grain: Grain) -> Reading:
    """An expression that needs the publication date; `value` None where that is missing."""
    return Reading(None if value is None else str(value), "relative", grain)


def order(value: str | None = None) -> Reading:
    """An expression that gives an order only."""
    return Reading(value, "order", "order")


def nearest_day(setting: Setting, month: int, number: int) -> date | None:
    """The day of this month and number that fits best: in the given tense, else near, else past."""
    if setting.published is None:
        return None if setting.year is None else edtf.day(setting.year, month, number)
    published = setting.published
    # February 29 can lie eight years off, around the turn of a century.
    years = range(published.year - 8, published.year + 9)
    days = [found for year in years if 1 <= year <= 9999 and (found := edtf.day(year, month, number))]
    fitting = [found for found in days if _fits((found - published).days, setting.future)] or days
    return min(fitting, key=lambda found: _distance((found - published).days), default=None)


def nearest_month(setting: Setting, number: int) -> str | None:
    """The month of this number that fits best: in the given tense, else near, else past."""
    return _month(setting, [number + 12 * shift for shift in (-1, 0, 1)])


def nearest_season(setting: Setting, code: int) -> str | None:
    """The season of this EDTF code that fits best: in the given tense, else near, else past."""
    middle = {21: 4, 22: 7, 23: 10, 24: 13}[code]
    month = _month(setting, [middle + 12 * shift for shift in (-2, -1, 0, 1)])
    if month is None:
        return None
    year = int(month[:4]) - (1 if code == 24 else 0)
    return f"{year:04d}-{code}"


def _month(setting: Setting, numbers: list[int]) -> str | None:
    if setting.published is None:
        return None if setting.year is None else edtf.month(setting.year, min(n for n in numbers if n > 0))
    now = setting.published.month
    fitting = [number for number in numbers if _fits(number - now, setting.future)] or numbers
    return edtf.month(setting.published.year, min(fitting, key=lambda number: _distance(number - now)))


def _fits(ahead: int, future: bool | None) -> bool:
    return future is None or (ahead >= 0 if future else ahead <= 0)


def _distance(ahead: int) -> int:
    return ahead * _AHEAD if ahead > 0 else -ahead
