"""EDTF values: days, weeks, months, years and seasons written, moved and joined (EDTF levels 1 and 2)."""

import re
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])$")
_YEAR = re.compile(r"\d{4}$")


def day(year: int, month: int, number: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def read_day(value: str | None) -> date | None:
    """The calendar day at the start of an ISO date or date-time, or None where there is none."""
    match = _DAY.match(value or "")
    return day(int(match[1]), int(match[2]), int(match[3])) if match else None


def moved(start: date, days: int) -> date | None:
    """The day so many days later (earlier when negative), or None past the ends of the calendar."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def month(year: int, number: int) -> str | None:
    """The month as EDTF; `number` may run below 1 or above 12 into the years around."""
    year += (number - 1) // 12
    return f"{year:04d}-{(number - 1) % 12 + 1:02d}" if 1 <= year <= 9999 else None


def year(number: int) -> str | None:
    """The year as EDTF, or None outside 1–9999."""
    return f"{number:04d}" if 1 <= number <= 9999 else None


def interval(start: object, end: object) -> str | None:
    """`start/end`, or None where an end is missing; one value where both are the same."""
    if start is None or end is None:
        return None
    return str(start) if str(start) == str(end) else f"{start}/{end}"


def week(inside: date, shift: int = 0) -> str | None:
    """Monday to Sunday of the week that lies `shift` weeks after the one of `inside`."""
    monday = moved(inside, 7 * shift - inside.weekday())
    return None if monday is None else interval(monday, moved(monday, 6))


def weekend(inside: date, shift: int = 0) -> str | None:
    """Saturday to Sunday of the week that lies `shift` weeks after the one of `inside`."""
    saturday = moved(inside, 7 * shift - inside.weekday() + 5)
    return None if saturday is None else interval(saturday, moved(saturday, 1))


def week_of_month(year: int, number: int, nth: str) -> str | None:
    """Seven days of a month: its "first", "second", "third", "fourth", or "last" ("final")."""
    if nth in ("last", "final"):
        following = day(year + number // 12, number % 12 + 1, 1)
        first = following and moved(following, -7)
    else:
        first = day(year, number, 1 + 7 * ("first", "second", "third", "fourth").index(nth))
    return None if first is None else interval(first, moved(first, 6))


def joined(first: str, second: str) -> str:
    """Two dates named together: an interval where one follows the other at once or more are meant, else a set."""
    if first > second:
        first, second = second, first
    return f"{first}/{second}" if _adjacent(first, second) else f"{{{first},{second}}}"


def _adjacent(first: str, second: str) -> bool:
    one, other = read_day(first), read_day(second)
    if one and other:
        return (other - one).days <= 1
    if _MONTH.match(first) and _MONTH.match(second):
        a, b = (int(value[:4]) * 12 + int(value[5:7]) for value in (first, second))
        return b - a <= 1
    return bool(_YEAR.match(first) and _YEAR.match(second) and int(second) - int(first) <= 1)


def is_plain(value: str | None) -> bool:
    """True for a single day, month, season or year, without interval, set or qualifier."""
    return value is not None and re.fullmatch(r"\d{4}(?:-\d\d){0,2}", value) is not None
