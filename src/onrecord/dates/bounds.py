"""The first and the last day that an EDTF value can mean, so that times can be compared and asked for."""

import calendar
import re
from datetime import date

SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14), 25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (12, 14)}
"""First and last month of the seasons of EDTF level 1 and 2 (of the north; winter runs into the next year)."""
SEASONS |= {29: (9, 11), 30: (12, 14), 31: (3, 5), 32: (6, 8)}  # of the south
SEASONS |= {32 + quarter: (3 * quarter - 2, 3 * quarter) for quarter in (1, 2, 3, 4)}
SEASONS |= {36 + third: (4 * third - 3, 4 * third) for third in (1, 2, 3)}
SEASONS |= {40: (1, 6), 41: (7, 12)}
DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?$")
Days = tuple[str | None, str | None]


def bounds(value: str) -> Days:
    """The first and the last day, each YYYY-MM-DD; None for an end that is open or cannot be told."""
    value = re.sub(r"[?~%]", "", value.strip())
    if value[:1] in "{[" and value[-1:] in "}]":
        return _hull([_range(each) for each in value[1:-1].split(",")])
    return _range(value)


def _range(value: str) -> Days:
    separator = "/" if "/" in value else ".." if ".." in value else ""
    if not separator:
        return _single(value.strip())
    start, end = value.split(separator, 1)
    return _single(start.strip())[0], _single(end.strip())[1]


def _hull(ranges: list[Days]) -> Days:
    starts, ends = [start for start, _end in ranges if start], [end for _start, end in ranges if end]
    return (
        min(starts) if len(starts) == len(ranges) else None,
        max(ends) if len(ends) == len(ranges) else None,
    )


def _single(value: str) -> Days:
    match = DATE.match(value)
    if not match:
        return None, None
    first, last = int(match[1].replace("X", "0")), int(match[1].replace("X", "9"))
    if first != last or match[2] in (None, "XX"):
        return _days(first, 1, 1), _days(last, 12, 31)
    month = int(match[2])
    if month in SEASONS:
        start, end = SEASONS[month]
        return _days(first, start, 1), _last_of_month(first, end)
    if match[3] in (None, "XX"):
        return _days(first, month, 1), _last_of_month(first, month)
    day = _days(first, month, int(match[3]))
    return day, day


def _last_of_month(year: int, month: int) -> str | None:
    """The last day of a month; `month` may run above 12 into the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return _days(year, month, calendar.monthrange(year, month)[1]) if 1 <= year <= 9999 else None


def _days(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
