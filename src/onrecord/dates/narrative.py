"""Rules for times counted from what the text has just named: the same day, later, following the visit, at 5 p.m."""

import re
from datetime import date

from onrecord.dates import edtf
from onrecord.dates.setting import Reading, Rule, Setting, nearest_day, order, relative
from onrecord.dates.words import month_number, number, pattern, weekday_number


def _same(match: re.Match[str], setting: Setting) -> Reading | None:
    unit = match["unit"].lower()
    day = setting.told()
    if unit in {"week", "weekend"}:
        return relative(day and (edtf.week(day) if unit == "week" else edtf.weekend(day)), "other")
    if unit not in {"month", "year"}:
        return relative(day, "day")
    last = setting.last or ""
    if unit == "month":
        return relative(last[:7] if re.match(r"\d{4}-[01]\d", last) else None, "month")
    return relative(last[:4] or None, "year")


def _beside(match: re.Match[str], setting: Setting) -> Reading | None:
    ahead = match["way"].lower() in {"following", "next", "after"}
    return _moved(setting, 1 if ahead else -1, match["unit"].lower())


def _counted(match: re.Match[str], setting: Setting) -> Reading | None:
    sign = 1 if match["way"].lower() in {"later", "afterwards"} else -1
    return _moved(setting, sign * number(match["count"]), match["unit"].lower())


def _moved(setting: Setting, count: int, unit: str) -> Reading:
    last = setting.last
    day = setting.told()
    if unit in {"year", "decade"}:
        known = last is not None and re.match(r"\d{4}", last)
        return relative(
            edtf.year(int(last[:4]) + count * (10 if unit == "decade" else 1)) if known and last else None, "year"
        )
    if unit == "month":
        known = last is not None and re.match(r"\d{4}-(?:0\d|1[0-2])", last)
        return relative(edtf.month(int(last[:4]), int(last[5:7]) + count) if known and last else None, "month")
    if unit == "week":
        moved = day and edtf.moved(day, 7 * count)
        return relative(f"{moved}~" if moved else None, "other")
    return relative(day and edtf.moved(day, 0 if unit == "hour" else count), "day")


def _weekday_told(match: re.Match[str], setting: Setting) -> Reading | None:
    day = setting.told()
    if day is None:
        return relative(None, "day")
    ahead = (weekday_number(match["weekday"]) - day.weekday()) % 7
    if not ahead and match["way"].lower() != "that":
        ahead = 7
    return relative(edtf.moved(day, ahead), "day")


def _within_day(match: re.Match[str], setting: Setting) -> Reading | None:
    return relative(setting.told() or setting.published, "day")


def _told_day(match: re.Match[str], setting: Setting) -> Reading | None:
    return relative(setting.told(), "day")


def _clock(match: re.Match[str], setting: Setting) -> Reading | None:
    day = setting.told() or setting.published
    return Reading(None if day is None else str(day), "relative", "clock")


def _month_of_year(match: re.Match[str], setting: Setting) -> Reading | None:
    year = (setting.last or "")[:4]
    return relative(edtf.month(int(year), month_number(match["month"])) if year.isdecimal() else None, "month")


def _day_of_month(match: re.Match[str], setting: Setting) -> Reading | None:
    """ "on the 3rd": of the month told of, else of the nearest that fits the tense."""
    told, number = setting.told(), int(re.sub(r"\D", "", match["nth"]))
    if told is not None:
        return relative(edtf.day(told.year, told.month, number), "day")
    months = [nearest_day(setting, month, number) for month in range(1, 13)] if setting.published else []
    days = [day for day in months if day is not None and setting.published is not None]
    behind = [day for day in days if setting.future or setting.published is None or day <= setting.published]
    return relative(_nearest(behind, setting), "day")


def _nearest(days: list[date], setting: Setting) -> date | None:
    published = setting.published
    return min(days, key=lambda day: abs((day - published).days), default=None) if published else None


def _order(match: re.Match[str], setting: Setting) -> Reading | None:
    return order()


def _by_then(match: re.Match[str], setting: Setting) -> Reading | None:
    day = setting.told()
    return relative(day and f"../{day}", "other")


def _since_then(match: re.Match[str], setting: Setting) -> Reading | None:
    return order(f"{setting.last}/.." if edtf.is_plain(setting.last) else None)


_EVENTS = (
    r"(?:visit|meeting|talks|summit|election|elections|vote|trip|attack|attacks|war|conference|session|ruling|"
    r"announcement|ceremony|funeral|burial|trial|inauguration|debate|rally|protests?|call|speech|address|inquiry|"
    r"death|resignation|arrest|coup|invasion|strike|strikes|bombings?|negotiations|referendum|forum|briefing|"
    r"interview|primary|decision|incident|explosion|crash|verdict|hearing|deadline|campaign|reshuffle|"
    r"appointment|ceasefire)"
)
_OF_EVENT = (
    r"(?:(?i:the|his|her|their|its|a|an|this|that)|[A-Z][\w.-]*['’]s?) "
    rf"(?:(?!{{MONTH}}|{{WEEKDAY}}|\d|(?i:today|yesterday|last|next))[\w’'.-]+ ){{0,3}}(?i:{_EVENTS})\b"
)
_HALF = r"(?:[ap]\.?m\.?(?!\w))"
_ZONE = (
    r"(?: (?:US |U\.S\. )?(?i:east coast time|eastern(?: standard| daylight)?(?: time)?|central time|pacific time|"
    r"local time|moscow time|GMT|UTC|BST|CET|CEST|EST|EDT|ET|PT|AEST|IST|JST|KST)\b)?(?: \([^()\n]{3,18}\))?"
)

NARRATIVE: tuple[Rule, ...] = (
    Rule(
        "the same day",
        pattern(
            r"\b(?i:the same|that same|that very|that) (?P<unit>(?i:day|night|evening|morning|afternoon|week|"
            r"weekend|month|year))\b"
        ),
        _same,
    ),
    Rule(
        "the following day",
        pattern(
            r"\b(?i:the|a) (?:very )?(?P<way>(?i:following|next|previous|preceding|prior)) (?P<unit>(?i:day|morning|"
            r"evening|night|afternoon|week|month|year))\b"
        ),
        _beside,
    ),
    Rule(
        "the following Monday",
        pattern(r"\b(?:(?i:the) )?(?P<way>(?i:following|(?<=the\x20)next|that)) {WEEKDAY:weekday}(?: {PART}\b)?"),
        _weekday_told,
    ),
    Rule(
        "days after the event",
        pattern(
            r"\b(?:(?i:about|around|nearly|almost|some|more than|less than|only|just) )?(?:{NUMBER}|"
            r"(?i:several|some|many|a few)) {UNIT}s? (?i:before|after|following|prior to|into) "
            rf"{_OF_EVENT}"
        ),
        _order,
    ),
    Rule(
        "the day before",
        pattern(
            r"\b(?i:the) (?P<unit>(?i:day|week|month|year)) (?P<way>(?i:before|after|"
            r"earlier))\b(?! (?i:yesterday|tomorrow))"
            rf"(?: {_OF_EVENT})?"
        ),
        _beside,
    ),
    Rule(
        "March of that year",
        pattern(r"\b{MONTH:month},? (?:(?i:of) )?(?i:that|the same|that same) (?i:year)\b"),
        _month_of_year,
    ),
    Rule(
        "on the 3rd",
        pattern(r"\b(?<=[Oo]n\x20)(?i:the) (?P<nth>{ORDINAL})(?=[,.;:]|\s*$|\s(?:and|at|in|to|by|after|but|when)\b)"),
        _day_of_month,
    ),
    Rule("by that date", pattern(r"\b(?i:by|before|until) (?i:that) (?i:date|day)\b"), _by_then),
    Rule(
        "two days later",
        pattern(
            r"\b(?:(?i:about|around|nearly|almost|some|more than|less than|only|"
            r"just) )?{NUMBER:count} {UNIT:unit}s? (?P<way>(?i:later|earlier|afterwards|before(?=[,.;])))\b"
        ),
        _counted,
    ),
    Rule(
        "later in the day",
        pattern(
            r"\b(?i:(?:later|earlier|early|late)(?: on)? (?:in )?(?:the|that) (?:day|night|evening|morning|"
            r"afternoon))\b|"
            r"\b(?i:in|by|until|during) (?i:the )(?:{PHASE} )?(?i:morning|afternoon|evening)(?: hours)?\b|"
            r"\b(?i:early|late) (?i:evening|morning|afternoon)\b"
        ),
        _within_day,
    ),
    Rule("at the time", pattern(r"\b(?i:at (?:the|that) time)\b(?! of)"), _told_day),
    Rule(
        "clock",
        pattern(
            r"(?<![\w.:$€£])(?i:at |by |until |around |about |from |just |after |before |shortly |"
            r"approximately ){0,3}(?:"
            rf"(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s?(?i:{_HALF}){_ZONE}|(?:[01]\d|2[0-3]|"
            rf"\d)[:][0-5]\d(?::[0-5]\d)?(?:\s?(?:hrs|h)\b)?{_ZONE}|"
            rf"(?i:at (?:noon|midnight)|around (?:noon|midnight))\b{_ZONE})(?![\w:])"
        ),
        _clock,
    ),
    Rule("since then", pattern(r"\b(?i:ever )?(?i:since) (?i:then|that (?:time|day))\b"), _since_then),
    Rule(
        "order",
        pattern(
            r"\b(?:(?i:months|years|weeks|days|hours|shortly|soon|immediately|long) )?(?i:previously|subsequently|"
            r"formerly|afterwards?|thereafter|beforehand|"
            r"earlier|later(?: on)?)\b(?! (?i:than|versions?))|\b(?i:in the past)\b(?! (?i:{UNIT}|few|several|\d))|"
            r"\b(?i:before|after) (?i:then|that)(?=[,.;])|\b(?i:before|since|afterward)(?=[,.;])|\b(?i:until|"
            r"by) (?i:then|now)\b|"
            r"\b(?i:then)(?= (?i:the|an?|deputy|prime|foreign) )|"
            r"(?:(?<=\bhas\x20)|(?<=\bhave\x20)|(?<=\bhad\x20))since(?= [a-z])"
        ),
        _order,
        weak=True,
    ),
    Rule(
        "following the visit",
        pattern(
            rf"\b(?i:following|after|before|prior to|ahead of|during|in the wake of|in the aftermath of|since) "
            rf"{_OF_EVENT}"
        ),
        _order,
        weak=True,
    ),
)
