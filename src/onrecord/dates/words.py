"""Words of the calendar: months, weekdays, numbers, units, and the mini-language that patterns are written in."""

import re
from collections.abc import Mapping

MONTHS: Mapping[str, int] = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4,
    "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS: Mapping[str, int] = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
# EDTF level 1 codes of the seasons, independent of hemisphere.
SEASONS: Mapping[str, int] = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
NUMBERS: Mapping[str, int] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "a hundred": 100, "one hundred": 100,
}  # fmt: skip
# Named stretches of history that news uses as dates.
PERIODS: Mapping[str, str] = {
    "first world war": "1914/1918", "world war i": "1914/1918", "world war one": "1914/1918",
    "second world war": "1939/1945", "world war ii": "1939/1945", "world war two": "1939/1945",
    "world war 2": "1939/1945", "cold war": "1947/1991",
    "september 11 attacks": "2001-09-11", "september 11 terrorist attacks": "2001-09-11", "9/11": "2001-09-11",
    "9/11 attacks": "2001-09-11",
}  # fmt: skip
HOLIDAYS: Mapping[str, tuple[int, int]] = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "valentine's day": (2, 14), "halloween": (10, 31),
}  # fmt: skip

# At most one line break, so that an expression never runs from one paragraph into the next.
SPACE = r"(?:[^\S\n]{1,4}|[^\S\n]{0,3}\n[^\S\n]{0,3})"


def _names(words: Mapping[str, object]) -> str:
    """An alternation of the words, longest first, with a capital or all in capitals."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(f"{word.capitalize()}|{word.upper()}" for word in ordered)


_FULL_MONTHS = {name: number for name, number in MONTHS.items() if len(name) > 4 or name in {"may", "june", "july"}}
_SHORT_MONTHS = {name: number for name, number in MONTHS.items() if name not in _FULL_MONTHS}
_MONTH = rf"(?:(?:{_names(_FULL_MONTHS)})\b|(?:{_names(_SHORT_MONTHS)})\b\.?)"
_WEEKDAY = rf"(?:(?:{_names(WEEKDAYS)})\b)"
_NUMBER_WORDS = "|".join(sorted((word for word in NUMBERS if len(word) > 2 or word == "a"), key=len, reverse=True))

VOCABULARY: Mapping[str, str] = {
    "MONTH": _MONTH,
    "WEEKDAY": _WEEKDAY,
    "DAY": r"(?:3[01]|[12]\d|0?[1-9])(?!\d)",
    "ORDINAL": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)\b",
    "YEAR": r"(?:1[6-9]\d\d|20\d\d)(?!\d)",
    "NUMBER": rf"(?i:\d{{1,3}}\b|(?:{_NUMBER_WORDS}|an)\b(?:-(?:one|two|three|four|five|six|seven|eight|nine)\b)?)",
    "UNIT": r"(?i:hour|day|week|weekend|month|year|decade|centur(?:y|ie))",
    "SEASON": r"(?i:spring|summer|autumn|fall|winter)",
    "PART": r"(?i:mornings?|afternoon|evening|night|noon|midnight|lunchtime)",
    "PHASE": r"(?i:very early|early|mid|late|earlier|later)",
    "DASH": r"(?:\s?[-–—]\s?)",
}


def pattern(source: str) -> re.Pattern[str]:
    """A compiled pattern: a blank stands for white space, `{NAME}` for an entry of VOCABULARY.

    A number after the name, as in `{DAY:first}`, gives the part a group name.
    """

    def part(match: re.Match[str]) -> str:
        name, _, group = match.group(1).partition(":")
        return f"(?P<{group}>{VOCABULARY[name]})" if group else f"(?:{VOCABULARY[name]})"

    parts = (re.sub(r"\{([A-Z]+(?::\w+)?)\}", part, piece) for piece in source.split(" "))
    return re.compile(SPACE.join(parts))


def month_number(word: str) -> int:
    """The month 1–12 that a month's name or abbreviation stands for."""
    return MONTHS[word.lower().rstrip(".")]


def weekday_number(word: str) -> int:
    """The weekday 0–6, Monday first."""
    return WEEKDAYS[word.lower()]


def number(word: str) -> int:
    """The number that digits or a number word ("twenty-two") stand for."""
    word = word.lower()
    if word.isdecimal():
        return int(word)
    tens, _, ones = word.partition("-")
    return NUMBERS[tens] + (NUMBERS[ones] if ones else 0)
