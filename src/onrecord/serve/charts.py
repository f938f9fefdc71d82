"""What is drawn on a time axis: where its bars, points and years stand, as parts of its width in per cent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.answers import Answer, Month, Quad, quad_of
from onrecord.dates.edtf import read_day
from onrecord.serve.words import country_in_words

LEAST_WIDTH = 0.8
MOST_TICKS = 7
STEPS = (1, 2, 5, 10, 20, 50, 100)
HALF_HEIGHT = 56
"""Pixels above and below the line of a balance."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis."""

    year: int
    at: float


@dataclass(frozen=True, slots=True)
class Axis:
    """The days that an axis spans."""

    first: date
    last: date

    def place(self, day: date) -> float:
        """Where a day stands, from 0 to 100."""
        return round(100 * (day - self.first).days / max(1, (self.last - self.first).days), 2)

    def ticks(self) -> list[Tick]:
        """Some years within the axis."""
        years = [year for year in range(self.first.year, self.last.year + 1) if date(year, 1, 1) >= self.first]
        step = next((each for each in STEPS if len(years) / each <= MOST_TICKS), STEPS[-1])
        return [Tick(year, self.place(date(year, 1, 1))) for year in years if year % step == 0]


@dataclass(frozen=True, slots=True)
class Bar:
    """An office on the axis; `told` are the claims that tell of it, and `years` says the same in words,
    with whoever says so where no article does."""

    label: str
    tenure: str
    at: float
    width: float
    years: str
    told: int
    claim: int
    article: int


@dataclass(frozen=True, slots=True)
class Point:
    """A claim on the line of two sides: who does it (`one`, `other` or `both`), and whether it is friendly."""

    at: float
    lane: str
    tone: Literal["cooperation", "conflict", "neither"]
    answer: Answer


@dataclass(frozen=True, slots=True)
class Column:
    """A month of a balance: how high each class stands, in pixels."""

    month: Month
    at: float
    width: float
    heights: tuple[tuple[Quad, int, int], ...]  # class, top, height


def span_of(days: Iterable[date]) -> Axis | None:
    """The axis of whole years that holds all the days; None for no days."""
    kept = sorted(days)
    return Axis(date(kept[0].year, 1, 1), date(kept[-1].year, 12, 31)) if kept else None


def office_bars(answers: Iterable[Answer], *, of_person: bool) -> tuple[Axis | None, list[Bar]]:
    """The offices of a dossier as bars: of a person each office, of a body or a state each holder of one.

    What several articles tell of the same office is one bar from the first day that any of them tells of to the last.
    Only what is told as a fact is drawn. Of an office that is told to be over, the day of the article tells nothing but
    that it ended before: it counts where no more is told, as a point.
    """
    groups: dict[tuple[object, ...], list[Answer]] = {}
    for answer in answers:
        key = ((answer.title or "").lower(), answer.whom_ids, answer.country, answer.who_ids)
        if answer.status == "asserted":
            groups.setdefault(key, []).append(answer)
    drawn = [group for group in groups.values() if _days(group)]
    axis = span_of(day for group in drawn for day in _days(group))
    if axis is None:
        return None, []
    bars = [_bar(axis, group, of_person=of_person) for group in drawn]
    return axis, sorted(bars, key=lambda bar: (bar.at, bar.label))


def _days(group: Sequence[Answer]) -> list[date]:
    """The days of an office: its own times and those of the articles that tell of it as it is, else when it is over."""
    held = [answer.published for answer in group if not _is_former(answer)]
    told = [day for answer in group for day in (answer.earliest, answer.latest)] + held
    found = [day for day in map(read_day, told) if day is not None]
    return found or _over(group)


def _over(group: Sequence[Answer]) -> list[date]:
    """The first day on which an article tells that the office is over, where one does."""
    days = [read_day(answer.published) for answer in group if _is_former(answer)]
    return sorted(day for day in days if day is not None)[:1]


def _is_former(answer: Answer) -> bool:
    return answer.detail.split(",")[0] == "former"


def _bar(axis: Axis, group: Sequence[Answer], *, of_person: bool) -> Bar:
    days, over = _days(group), _over(group)
    first, last, latest = min(days), max(days), group[0]
    place = ", ".join(latest.whom) or (country_in_words(latest.country) if latest.country else "")
    holder = latest.title if of_person else f"{', '.join(latest.who)}, {latest.title}"
    label = f"{holder}, {place}" if place and of_person else str(holder)
    at = axis.place(first)
    years = str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    width = max(LEAST_WIDTH, axis.place(last) - at)
    tenure = latest.detail.split(",")[0]
    if days == over:
        years, tenure = f"over by {first.year}", "over"
    elif over and tenure == "former" and first.year == last.year < over[0].year:
        years += f", over by {over[0].year}"
    if all(answer.said_by for answer in group):
        years += f", says {latest.said_by[0]}"
    return Bar(label, tenure, at, width, years, len(group), latest.claim, latest.article)


def line_of_two(answers: Iterable[Answer], one: int, other: int) -> tuple[Axis | None, list[Point]]:
    """The claims of two sides as points on one line."""
    dated = [(day, answer) for answer in answers if (day := read_day(answer.day)) is not None]
    axis = span_of(day for day, _ in dated)
    if axis is None:
        return None, []
    return axis, [Point(axis.place(day), _lane(answer, one, other), _tone(answer), answer) for day, answer in dated]


def _lane(answer: Answer, one: int, other: int) -> str:
    doers = set(answer.whom_ids if answer.kind == "listing" else answer.who_ids)  # of a listing, who lists
    if one in doers and other not in doers:
        return "one"
    return "other" if other in doers and one not in doers else "both"


def _tone(answer: Answer) -> Literal["cooperation", "conflict", "neither"]:
    if answer.kind == "event":
        return "cooperation" if quad_of(answer.detail.split()[0]).endswith("cooperation") else "conflict"
    if answer.kind == "listing" or answer.detail == "opponent":
        return "conflict"
    return "cooperation" if answer.detail in FRIENDLY else "neither"


FRIENDLY = frozenset({"ally", "partner", "supporter"})


def balance(axis: Axis, months: Sequence[Month]) -> list[Column]:
    """The months of a balance as columns: cooperation above the line, conflict below it, the material kind outside."""
    sums = [
        sum(count for quad, count in month.counts.items() if quad.endswith(side))
        for month in months
        for side in ("cooperation", "conflict")
    ]
    unit = HALF_HEIGHT / max([3, *sums])
    width = max(LEAST_WIDTH, round(100 * 26 / max(1, (axis.last - axis.first).days), 2))
    return [_column(axis, month, unit, width) for month in months]


def _column(axis: Axis, month: Month, unit: float, width: float) -> Column:
    first = date.fromisoformat(f"{month.month}-01")
    heights: list[tuple[Quad, int, int]] = []
    up = down = float(HALF_HEIGHT)
    for quad, count in month.counts.items():
        height = round(count * unit)
        if quad.endswith("cooperation"):
            up -= height
            heights.append((quad, round(up), height))
        else:
            heights.append((quad, round(down), height))
            down += height
    return Column(month, max(0.0, axis.place(first)), width, tuple(each for each in heights if each[2]))
