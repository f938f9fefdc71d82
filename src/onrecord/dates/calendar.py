"""Rules for dates that name a day, month, year, season, decade or period of the calendar."""

import re

from onrecord.dates import edtf
from onrecord.dates.setting import (
    Reading,
    Rule,
    Setting,
    absolute,
    nearest_day,
    nearest_month,
    nearest_season,
    relative,
)
from onrecord.dates.words import (
    HOLIDAYS,
    PERIODS,
    SEASONS,
    month_number,
    pattern,
)

# Words after a bare number of four digits that make it an amount, not a year.
_COUNTED = (
    r"(?!\s?(?:%|percent|per cent|people|men|women|children|troops|soldiers|police|km|kilom|miles|met(?:re|er)s|feet|"
    r"tons|tonnes|dollars|euros|pounds|rubles|members|votes|seats|jobs|homes|houses|officers|refugees|migrants|"
    r"protesters|demonstrators|civilians|workers|employees|students|cases|prisoners|hostages|others|of (?:them|"
    r"the|his)|"
    r"fighters|militants|rebels|personnel|staff|families|residents|delegates|companies|vehicles|tanks|aircraft|"
    r"MHz|GMT|BST|UTC|hours|local time|Avenue|Street|Road)\b)"
)
# In front of it: money, decimals, codes, phone numbers.
_NO_YEAR_BEFORE = (
    r"(?<![\w$€£¥#.,/:+])(?<!\d[-–])(?<!No\x20)(?<!room\x20)(?<!Room\x20)(?<!Article\x20)"
    r"(?<!Resolution\x20)(?<!resolution\x20)"
)
_NO_YEAR_AFTER = r"(?![\w$€£%])(?!,\d{3})(?!\.\d)(?!:\d)(?!/\d)"


def _day_month(match: re.Match[str], setting: Setting) -> Reading | None:
    month, number = month_number(match["month"]), int(re.sub(r"\D", "", match["day"]))
    if match["year"]:
        return absolute(edtf.day(int(match["year"]), month, number), "day")
    if match["which"]:
        year = _year_told(match, setting)
        return relative(year and edtf.day(year, month, number), "day")
    if edtf.day(2000, month, number) is None:
        return None
    return relative(nearest_day(setting, month, number), "day")


def _year_told(match: re.Match[str], setting: Setting) -> int | None:
    """The year of "last year", "this year", "next year"."""
    if setting.published is None:
        return None
    return setting.published.year + {"last": -1, "this": 0, "next": 1}[match["which"].lower()]


def _days_month(match: re.Match[str], setting: Setting) -> Reading | None:
    month = month_number(match["month"])
    numbers = [int(re.sub(r"\D", "", match[group])) for group in ("first", "second")]
    if numbers[0] >= numbers[1] or edtf.day(2000, month, numbers[1]) is None:
        return None
    if match["year"]:
        days = [edtf.day(int(match["year"]), month, number) for number in numbers]
        return absolute(edtf.interval(days[0], days[1]), "other")
    if match["which"]:
        year = _year_told(match, setting)
        return relative(year and edtf.interval(*(edtf.day(year, month, number) for number in numbers)), "other")
    end = nearest_day(setting, month, numbers[1])
    if end is None:
        return relative(None, "other")
    start = edtf.day(end.year, month, numbers[0])
    listed = match.groupdict().get("and") is not None
    return relative(edtf.joined(str(start), str(end)) if listed else edtf.interval(start, end), "other")


def _iso(match: re.Match[str], setting: Setting) -> Reading | None:
    return absolute(edtf.read_day(match["iso"]), "day")


def _month_year(match: re.Match[str], setting: Setting) -> Reading | None:
    return absolute(edtf.month(int(match["year"]), month_number(match["month"])), "month")


def _month_of(match: re.Match[str], setting: Setting) -> Reading | None:
    if setting.published is None:
        return relative(None, "month")
    shift = {"last": -1, "this": 0, "the same": 0, "next": 1}[match["which"].lower()]
    return relative(edtf.month(setting.published.year + shift, month_number(match["month"])), "month")


def _month(match: re.Match[str], setting: Setting) -> Reading | None:
    number = month_number(match["month"])
    words = (match["before"] or "").lower().split()
    published = setting.published
    if published is not None and "last" in words:
        return relative(edtf.month(published.year - (number >= published.month), number), "month")
    if published is not None and "next" in words:
        return relative(edtf.month(published.year + (number <= published.month), number), "month")
    if published is not None and "this" in words:
        return relative(edtf.month(published.year, number), "month")
    return relative(nearest_month(setting, number), "month")


def _months(match: re.Match[str], setting: Setting) -> Reading | None:
    first, second = month_number(match["first"]), month_number(match["second"])
    if match["year"]:
        year = int(match["year"])
        start = int(match["start"]) if match["start"] else year - (first > second)
        return absolute(edtf.interval(edtf.month(start, first), edtf.month(year, second)), "other")
    end = nearest_month(setting, second)
    start_month = end and edtf.month(int(end[:4]) - (first > second), first)
    return relative(edtf.interval(start_month, end), "other")


def _year(match: re.Match[str], setting: Setting) -> Reading | None:
    return absolute(match["year"], "year")


def _years(match: re.Match[str], setting: Setting) -> Reading | None:
    first, second = match["first"], match["second"]
    second = first[:2] + second if len(second) == 2 else second
    return absolute(f"{first}/{second}", "other") if first < second else None


def _season_year(match: re.Match[str], setting: Setting) -> Reading | None:
    return absolute(f"{match['year']}-{SEASONS[match['season'].lower()]}", "month")


def _season(match: re.Match[str], setting: Setting) -> Reading | None:
    return relative(nearest_season(setting, SEASONS[match["season"].lower()]), "month")


def _season_of(match: re.Match[str], setting: Setting) -> Reading | None:
    year = _year_told(match, setting)
    return relative(year and f"{year:04d}-{SEASONS[match['season'].lower()]}", "month")


def _week_of_month(match: re.Match[str], setting: Setting) -> Reading | None:
    number = month_number(match["month"])
    month = edtf.month(int(match["year"]), number) if match["year"] else nearest_month(setting, number)
    value = month and edtf.week_of_month(int(month[:4]), number, match["nth"].lower())
    return absolute(value, "other") if match["year"] else relative(value, "other")


def _quarter(match: re.Match[str], setting: Setting) -> Reading | None:
    return absolute(f"{match['year']}-{_QUARTERS[match['nth'].lower()]}", "month")


def _open_years(match: re.Match[str], setting: Setting) -> Reading | None:
    return absolute(f"{match['year']}/..", "other")


def _year_pair(match: re.Match[str], setting: Setting) -> Reading | None:
    first = int(match["first"])
    return absolute(f"{first}/{first + 1}", "other") if (first + 1) % 100 == int(match["second"]) else None


def _tens_in_words(match: re.Match[str], setting: Setting) -> Reading | None:
    return absolute(f"19{_TENS[match['tens'].lower()]}X", "other")


def _tens(match: re.Match[str], setting: Setting) -> Reading | None:
    century = match["century"] or "19"
    return absolute(f"{century}{match['tens']}X", "other")


def _century(match: re.Match[str], setting: Setting) -> Reading | None:
    number = int(match["number"]) if match["number"] else _CENTURIES[match["word"].lower()]
    return absolute(f"{number - 1:02d}XX", "other") if 1 <= number <= 22 else None


def _period(match: re.Match[str], setting: Setting) -> Reading | None:
    return absolute(PERIODS[" ".join(match["period"].lower().split())], "other")


def _holiday(match: re.Match[str], setting: Setting) -> Reading | None:
    month, number = HOLIDAYS[" ".join(match["holiday"].lower().replace("’", "'").split())]
    if match["year"]:
        return absolute(edtf.day(int(match["year"]), month, number), "day")
    return relative(nearest_day(setting, month, number), "day")


def _alternation(words: list[str]) -> str:
    return "|".join(sorted((word.replace("'", "['’]") for word in words), key=len, reverse=True))


# EDTF level 2 codes of the quarters of a year.
_QUARTERS = {"first": 33, "second": 34, "third": 35, "fourth": 36, "last": 36, "final": 36}
_TENS = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8}
_TENS |= {"nineties": 9}
_CENTURIES = {"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20}
_CENTURIES |= {"twenty-first": 21}
_NTH = r"(?P<nth>(?i:first|second|third|fourth|last|final))"
_YEAR_AFTER = r"(?:,? {YEAR:year}|,? (?i:of )?(?P<which>(?i:last|this|next)) (?i:year)\b)?"
_WEEKDAY = r"(?:{WEEKDAY},? (?:the )?)?"
_AFTER_LIST = (
    r"(?=[,.;:)—–”\"]|\s*$|\s(?:at|in|for|with|the|to|by|of|as|and|he|she|"
    r"they|it|after|before|when|during)\b)"
)
_BEFORE_MONTH = (
    r"(?P<before>(?i:in|since|until|till|during|throughout|through|starting|beginning|early|mid|late|end of|"
    r"start of|beginning of|middle of|by the end of|last|this|next|earlier in|later in|back in|as early as|"
    r"(?:in|since|until|by|from) (?:early|mid|late|last|this|next)|(?:early|mid|late|later|earlier) (?:this|last|"
    r"next|in)))"
)

CALENDAR: tuple[Rule, ...] = (
    Rule(
        "iso",
        pattern(
            r"(?<![\w-])(?P<iso>\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|"
            r"[+-]\d\d:?\d\d)?)?(?![\w-])"
        ),
        _iso,
    ),
    Rule(
        "day month",
        pattern(rf"\b{_WEEKDAY}(?P<day>{{ORDINAL}}|{{DAY}})(?: of)?(?: |-){{MONTH:month}}{_YEAR_AFTER}"),
        _day_month,
    ),
    Rule(
        "month day",
        pattern(
            rf"\b{_WEEKDAY}{{MONTH:month}} (?:the )?(?P<day>{{ORDINAL}}|{{DAY}}){_YEAR_AFTER}(?!,?\d|"
            rf":\d)"
        ),
        _day_month,
    ),
    Rule(
        "days month",
        pattern(
            r"\b(?P<first>{ORDINAL}|{DAY})(?:{DASH}| to | until | through | (?P<and>and) )(?P<second>{ORDINAL}|{DAY})"
            r"(?: of)? {MONTH:month}" + _YEAR_AFTER
        ),
        _days_month,
    ),
    Rule(
        "month days",
        pattern(
            r"\b{MONTH:month} (?P<first>{ORDINAL}|{DAY})(?:{DASH}| to | until | through )(?P<second>{ORDINAL}|{DAY})"
            + _YEAR_AFTER
            + r"(?!,?\d|:\d)"
        ),
        _days_month,
    ),
    Rule(
        "month day and day",
        pattern(
            r"\b{MONTH:month} (?P<first>{ORDINAL}|{DAY}) (?P<and>and) (?P<second>{ORDINAL}|{DAY})"
            + _YEAR_AFTER
            + _AFTER_LIST
        ),
        _days_month,
    ),
    Rule("month year", pattern(r"\b(?:{PHASE}(?: in)?(?:-| ))?{MONTH:month}(?:,| of)? {YEAR:year}"), _month_year),
    Rule(
        "month of",
        pattern(r"\b(?:{PHASE}(?:-| ))?{MONTH:month} (?:of )?(?P<which>(?i:last|this|the same|next)) (?i:year)\b"),
        _month_of,
    ),
    Rule("month", pattern(rf"\b{_BEFORE_MONTH}(?:-| ){{MONTH:month}}(?![\w’'-]| \d)"), _month),
    Rule(  # "by May" and "by June Orten" are somebody
        "month as a bound",
        pattern(
            r"\b(?P<before>(?i:by|from|before|after|around|as of|prior to)) (?!May\b){MONTH:month}"
            r"(?![\w’'-]| \d| [A-Z])"
        ),
        _month,
    ),
    Rule(
        "month as modifier",
        pattern(r"\b(?P<before>(?i:the|last|this)) {MONTH:month}(?= [a-z])(?! (?:on|to|of|was|is|has|and)\b)"),
        _month,
    ),
    Rule(
        "years",
        pattern(_NO_YEAR_BEFORE + r"{YEAR:first}{DASH}(?P<second>20\d\d|19\d\d|\d\d)" + _NO_YEAR_AFTER + r"(?!-)"),
        _years,
    ),
    Rule(
        "year",
        pattern(
            _NO_YEAR_BEFORE + r"(?:(?i:early|mid|late)(?:-| ))?(?P<year>1[6-9]\d\d|20\d\d)" + _NO_YEAR_AFTER + _COUNTED
        ),
        _year,
    ),
    Rule(
        "season year", pattern(r"\b(?:{PHASE} )?(?:(?i:in|the) )?{SEASON:season}(?: of)?,? {YEAR:year}"), _season_year
    ),
    Rule(
        "season of last year",
        pattern(r"\b(?:(?i:in|the) )*{SEASON:season},? (?i:of )?(?P<which>(?i:last|this|next)) (?i:year)\b"),
        _season_of,
    ),
    Rule("quarter", pattern(rf"\b{_NTH} (?i:quarter) (?i:of|in) {{YEAR:year}}"), _quarter),
    Rule(
        "week of month",
        pattern(rf"\b{_NTH} (?i:week) (?i:of|in) {{MONTH:month}}(?:,? {{YEAR:year}})?(?![\w’'-]| \d)"),
        _week_of_month,
    ),
    Rule(
        "season",
        pattern(
            r"\b(?i:in|over|since|until|by|during|throughout|(?:later|"
            r"earlier) in)(?: the)?(?: {PHASE})? {SEASON:season}(?![\w-])(?! of\b)"
        ),
        _season,
    ),
    Rule(
        "months",
        pattern(
            r"\b(?i:from|between) (?:{PHASE} )?{MONTH:first}(?: {YEAR:start})? (?:to|and|until|through) "
            r"(?:{PHASE} )?{MONTH:second}(?: {YEAR:year})?(?! \d)"
        ),
        _months,
    ),
    Rule(
        "decade",
        pattern(r"(?<![\w$€£.,])(?:{PHASE}(?:-| ))?(?P<century>1[6-9]|20)(?P<tens>\d)0['’]?s\b"),
        _tens,
    ),
    Rule(
        "open years",
        pattern(_NO_YEAR_BEFORE + r"{YEAR:year}(?: (?i:onwards?)\b|{DASH}(?i:present|today|now)\b)"),
        _open_years,
    ),
    Rule("year pair", pattern(_NO_YEAR_BEFORE + r"{YEAR:first}/(?P<second>\d\d)(?![\d/])"), _year_pair),
    Rule(
        "decade in words",
        pattern(rf"\b(?<=the\x20)(?:{{PHASE}}(?:-| ))?(?P<tens>(?i:{'|'.join(_TENS)}))\b(?! of\b)"),
        _tens_in_words,
    ),
    Rule("short decade", pattern(r"(?<!\w)(?P<century>)['’](?P<tens>[2-9])0s\b"), _tens),
    Rule(
        "century",
        pattern(
            r"\b(?:{PHASE}(?:-| ))?(?:(?P<number>\d{1,2})(?:st|nd|rd|th)|(?P<word>(?i:"
            + "|".join(_CENTURIES)
            + r")))(?: |-)(?i:century)\b"
        ),
        _century,
    ),
    Rule("period", pattern(rf"\b(?P<period>(?i:{_alternation(list(PERIODS))}))\b"), _period),
    Rule(
        "holiday",
        pattern(
            rf"\b(?P<holiday>(?i:{_alternation(list(HOLIDAYS))}))\b(?:,? {{YEAR:year}})?(?! (?i:island|party|tree|"
            rf"market|card|carol|truce))"
        ),
        _holiday,
    ),
)
