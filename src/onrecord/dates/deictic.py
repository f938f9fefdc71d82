"""Rules for times counted from the day of publication: yesterday, on Monday, last week, two days ago."""

import re
from datetime import timedelta

from onrecord.dates import edtf
from onrecord.dates.setting import Grain, Reading, Rule, Setting, nearest_season, relative
from onrecord.dates.words import SEASONS, number, pattern, weekday_number

_TODAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "last night": -1}
# Names that hold a word of the calendar but no date.
_NAMED_DAYS = (
    r"(?<!Black\x20)(?<!Good\x20)(?<!Super\x20)(?<!Bloody\x20)(?<!Ash\x20)(?<!Palm\x20)(?<!Easter\x20)(?<!Cyber\x20)"
    r"(?<!Holy\x20)(?<!Maundy\x20)(?<!Every\x20)(?<!every\x20)(?<!Each\x20)(?<!each\x20)(?<!The\x20)"
)
_NAMED_AFTER = (
    r"(?!['’]?s? (?:prayers?|Prayers?|Times|Telegraph|Mirror|Express|Mail|Herald|Mass|Night Live|Group|"
    r"Review)\b)(?!-)"
)


def _today(match: re.Match[str], setting: Setting) -> Reading | None:
    word = " ".join(match["day"].lower().split())
    shift = _TODAY.get(word, 0)
    return relative(setting.published and edtf.moved(setting.published, shift), "day")


def _overnight(match: re.Match[str], setting: Setting) -> Reading | None:
    """The night before the day of publication."""
    published = setting.published
    return relative(published and edtf.interval(edtf.moved(published, -1), published), "other")


def _from_now(match: re.Match[str], setting: Setting) -> Reading | None:
    shift = 2 if match["which"].lower() == "tomorrow" else -2
    return relative(setting.published and edtf.moved(setting.published, shift), "day")


def _weekday(match: re.Match[str], setting: Setting) -> Reading | None:
    published = setting.published
    if published is None:
        return relative(None, "day")
    behind = (published.weekday() - weekday_number(match["weekday"])) % 7
    which = " ".join((match["which"] or "").lower().split())
    if which in {"last", "past", "this past", "the past"}:
        shift = -(behind or 7)
    elif which in {"next", "this coming", "coming", "the coming"} or (which == "this" and setting.future):
        shift = 7 - behind
    elif which == "this":
        shift = weekday_number(match["weekday"]) - published.weekday()
    elif setting.future:
        shift = (7 - behind) % 7
    else:
        shift = -behind
    return relative(edtf.moved(published, shift), "day")


def _weekday_of_week(match: re.Match[str], setting: Setting) -> Reading | None:
    published = setting.published
    if published is None:
        return relative(None, "day")
    weeks = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    return relative(edtf.moved(published, 7 * weeks + weekday_number(match["weekday"]) - published.weekday()), "day")


def _unit(match: re.Match[str], setting: Setting) -> Reading | None:
    unit, which = match["unit"].lower(), match["which"].lower().rpartition(" ")[2]
    shift = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(which, 0)
    phase = (match["phase"] or "").lower()
    grain: Grain = "year" if unit == "year" else "month" if unit == "month" or unit in SEASONS else "other"
    if setting.published is None:
        return relative(None, grain)
    return relative(_unit_value(setting, unit, shift, phase), grain)


def _unit_value(setting: Setting, unit: str, shift: int, phase: str) -> str | None:
    published = setting.published
    if published is None:
        return None
    if unit == "week" and shift == 0 and phase in {"earlier", "later"}:
        monday = published - timedelta(days=min(published.weekday(), published.toordinal() - 1))
        sunday = edtf.moved(monday, 6)
        return edtf.interval(monday, published) if phase == "earlier" else edtf.interval(published, sunday)
    if unit == "week":
        return edtf.week(published, shift)
    if unit == "weekend":
        # Said on a Monday, "the weekend" is the one that has just passed.
        back = 1 if shift == 0 and published.weekday() < 5 and not setting.future else 0
        return edtf.weekend(published, shift - back)
    if unit == "month":
        return edtf.month(published.year, published.month + shift)
    if unit == "year":
        return edtf.year(published.year + shift)
    if unit == "decade":
        decade = published.year // 10 + shift
        return f"{decade:03d}X" if 0 < decade <= 999 else None
    return _season_value(setting, SEASONS[unit], shift)


def _season_value(setting: Setting, code: int, shift: int) -> str | None:
    published = setting.published
    if published is None or shift == 0:
        return None if published is None else f"{published.year:04d}-{code}"
    return nearest_season(Setting(published, future=shift > 0), code)


def _ago(match: re.Match[str], setting: Setting) -> Reading | None:
    return _counted(match, setting, -1)


def _ahead(match: re.Match[str], setting: Setting) -> Reading | None:
    return _counted(match, setting, 1)


def _counted(match: re.Match[str], setting: Setting, sign: int) -> Reading | None:
    count, unit, published = sign * number(match["count"]), match["unit"].lower(), setting.published
    grain: Grain = "day" if unit in {"hour", "day", "week"} else "year" if unit in {"year", "decade"} else "month"
    if published is None:
        return relative(None, grain)
    vague = "~" if match["about"] else ""
    if unit == "hour":
        value: object = None
    elif unit == "day":
        value = edtf.moved(published, count)
    elif unit == "week":
        value, vague = edtf.moved(published, 7 * count), "~"
    elif unit == "month":
        value = edtf.month(published.year, published.month + count)
    else:
        value = edtf.year(published.year + count * (10 if unit == "decade" else 1))
        vague = "~" if unit == "decade" else vague
    return relative(None if value is None else f"{value}{vague}", grain)


def _stretch(match: re.Match[str], setting: Setting) -> Reading | None:
    published = setting.published
    if published is None or not match["count"]:
        return relative(None, "other")
    ahead = match["which"].lower() in {"next", "coming"}
    count = number(match["count"]) * (1 if ahead else -1)
    unit = match["unit"].lower()
    other: object = None
    if unit in {"day", "week"}:
        other = edtf.moved(published, count * (7 if unit == "week" else 1))
        ends: tuple[object, object] = (other, published)
    elif unit == "month":
        ends = (edtf.month(published.year, published.month + count), edtf.month(published.year, published.month))
    elif unit == "year":
        ends = (edtf.year(published.year + count), edtf.year(published.year))
    else:
        return relative(None, "other")
    return relative(edtf.interval(*(ends[::-1] if ahead else ends)), "other")


def _vague(match: re.Match[str], setting: Setting) -> Reading | None:
    return relative(None, "other")


_ABOUT = (
    r"(?:(?P<about>(?i:about|around|nearly|almost|some|roughly|over|more than|less than|just over|"
    r"just under)) )?"
)
_UNITS = r"(?P<unit>(?i:week|weekend|month|year|decade|spring|summer|autumn|fall|winter))"

DEICTIC: tuple[Rule, ...] = (
    Rule(
        "today",
        pattern(
            r"\b(?<!USA\x20)(?<!Russia\x20)(?:{PHASE} (?:on )?)?(?P<day>(?i:today|tonight|yesterday|tomorrow|"
            r"last night|"
            r"this (?:very )?(?:morning|afternoon|evening)))\b(?! Show)(?: {PART}\b)?"
        ),
        _today,
    ),
    Rule(
        "overnight",
        pattern(
            r"\b(?<!stay\x20)(?<!stayed\x20)(?i:overnight)(?=[,.;]|\s*$|\s(?:and|as|at|by|in|after|when)\b)"
            r"(?! (?:in|on|by) (?:hospital|custody|{WEEKDAY}))"
        ),
        _overnight,
    ),
    Rule(
        "the day after tomorrow",
        pattern(r"\b(?i:the )?(?i:day) (?i:before|after) (?P<which>(?i:yesterday|tomorrow))\b"),
        _from_now,
    ),
    Rule(
        "weekday",
        pattern(
            _NAMED_DAYS + r"\b(?:{PHASE} (?:on )?)?(?:(?P<which>(?i:last|next|this past|this coming|"
            r"(?:the )?past|(?:the )?coming|this)) )?{WEEKDAY:weekday}" + _NAMED_AFTER + r"(?: {PART}\b)?"
        ),
        _weekday,
    ),
    Rule(
        "weekday of week",
        pattern(r"\b{WEEKDAY:weekday},? (?:of )?(?P<which>(?i:last|this|next)) week\b"),
        _weekday_of_week,
    ),
    Rule(
        "week, month, year",
        pattern(
            rf"\b(?:(?P<phase>{{PHASE}}) (?:in )?)?(?P<which>(?i:this (?:past|coming)|this|last|next|the (?:past|"
            rf"last|coming)|past)) {_UNITS}\b(?!-| of\b)"
        ),
        _unit,
    ),
    Rule(
        "end of the year",
        pattern(
            rf"\b(?P<phase>(?i:end|beginning|start|rest|middle|course|later|earlier)) (?:of|"
            rf"in) (?P<which>(?i:the)) {_UNITS}\b(?! of\b)"
        ),
        _unit,
    ),
    Rule(
        "weekend",
        pattern(
            r"\b(?i:over|during|at|"
            r"on) (?P<phase>)(?P<which>(?i:the)) (?P<unit>(?i:weekend))\b(?! of\b)"
        ),
        _unit,
    ),
    Rule("ago", pattern(rf"(?<!half\x20)(?<!Half\x20)\b{_ABOUT}{{NUMBER:count}} {{UNIT:unit}}s? (?i:ago)\b"), _ago),
    Rule(
        "some time ago",
        pattern(
            r"\b(?:(?i:just|only) )?(?i:several|some|many|(?:a )?few|a couple of|a number of|hundreds of|"
            r"thousands of)(?: short)? "
            r"(?i:{UNIT}s?|time|decades|years) (?i:ago)\b"
        ),
        _vague,
    ),
    Rule(
        "from now",
        pattern(
            rf"\b(?i:in )?{_ABOUT}{{NUMBER:count}} {{UNIT:unit}}s? (?i:from now|['’]s? time|"
            rf"time)\b"
        ),
        _ahead,
    ),
    Rule(
        "in two weeks",
        pattern(
            rf"(?<!first\x20)(?<!first\x20time\x20)(?<!time\x20)(?<!visit\x20)\b(?i:in) {_ABOUT}"
            rf"(?P<count>{{NUMBER}}) "
            r"(?P<unit>(?i:day|week))(?:s|['’]s|s['’])?(?: (?i:time))?\b(?! (?i:of|later|ago|after|before))"
        ),
        _ahead,
    ),
    Rule(
        "past weeks",
        pattern(
            r"\b(?i:over|in|during|for|within|throughout) (?i:the )?(?P<which>(?i:past|last|next|coming|previous|"
            r"recent))"
            r" (?:(?P<count>{NUMBER})(?: |-))?(?:(?i:few|several|couple of) )?{UNIT:unit}s\b(?! of\b)"
        ),
        _stretch,
    ),
    Rule(
        "the past two years",
        pattern(r"\b(?i:the|these) (?P<which>(?i:past|last|next|coming)) (?P<count>{NUMBER}) {UNIT:unit}s\b(?! of\b)"),
        _stretch,
    ),
    Rule(
        "recently",
        pattern(
            r"\b(?:(?i:more|most|very|quite|just|only|until) )?(?i:recently|lately)\b|"
            r"\b(?i:in )?(?i:recent) (?i:days|weeks|months|years|times|decades)\b|"
            r"\b(?i:in the (?:near|not too distant|foreseeable) future)\b|\b(?<=the\x20)(?i:recent)(?= [a-z])"
        ),
        _vague,
    ),
)
