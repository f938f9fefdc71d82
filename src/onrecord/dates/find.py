"""Finds the time expressions of a text in order: match the rules, read each against what came before, join."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.dates import edtf
from onrecord.dates.calendar import CALENDAR
from onrecord.dates.deictic import DEICTIC
from onrecord.dates.narrative import NARRATIVE
from onrecord.dates.setting import Reading, Rule, Setting
from onrecord.dates.words import SPACE, pattern
from onrecord.model import Anchor, Span, Time

RULES: tuple[Rule, ...] = (*CALENDAR, *DEICTIC, *NARRATIVE)

# Words that open a time phrase, up to its core.
_OPENING = pattern(
    r"(?<![\w'’-])(?P<words>(?:(?i:ever since|as of|as early as|as late as|no later than|prior to|ahead of|"
    r"(?<!came\x20)(?<!come\x20)(?<!went\x20)(?<!go\x20)back in|"
    r"(?:late|early|earlier|later) (?:on|in)|"
    r"(?:beginning|starting) (?:on|in|from)|on|in|at|since|by|until|till|from|during|throughout|through|before|"
    r"after|around|"
    r"about|circa|only|just|starting|beginning|between|over) )"
    r"(?:(?i:(?:the )?(?:very )?(?:end|beginning|start|middle|course|evening|morning|night|afternoon|eve|first half|"
    r"second half|first quarter|early hours|small hours|close|autumn|summer|spring|winter|fall) of) )?(?:(?i:the) )?"
    r"|(?:(?i:the )?(?i:end|beginning|start|middle|course|evening|morning|night|afternoon|"
    r"eve) (?i:of) (?:(?i:the) )?)"
    r"|(?i:the) )$"
)
_RANGE = re.compile(rf"{SPACE}(?:to|until|till|through){SPACE}(?:on{SPACE}|in{SPACE})?|\s?[-–—]\s?")
_LIST = re.compile(rf"{SPACE}(?P<and>and){SPACE}|,?{SPACE}(?P<or>or){SPACE}")
_LOOSE_LIST = re.compile(rf"{SPACE}(?P<and>and){SPACE}(?:on|in){SPACE}")
# "from 2012 until his death in 2016".
_UNTIL = re.compile(rf"{SPACE}until{SPACE}(?:[\w’'-]+{SPACE}){{1,4}}(?:in|on){SPACE}")
_PREPOSITIONS = {"on", "in", "at", "since", "by", "from", "until", "before", "after"}
_CLOCK_GAP = re.compile(rf",?{SPACE}(?:(?:on|of){SPACE})?|,?{SPACE}(?:at|around|about){SPACE}")
# Words shortly before a date that say that it lies ahead.
_AHEAD = re.compile(
    r"(?<!was\x20)(?<!were\x20)(?<!been\x20)\b(?:will|['’]ll|shall|scheduled|slated|due|planned|expected|"
    r"upcoming|(?:is|are) (?:to|going to)|set for|set to)\b"
    r"[^.!?;\n“”\"]{0,50}$"
)
_SENTENCE_END = re.compile(r"[.!?](?=[\s”\"’])|\n")
# "told Telna This Week": written like the name that it is part of.
_IN_A_NAME = re.compile(r"(?:This|Last|Next) (?:Week|Month|Year|Night)")
_WINDOW = 60


@dataclass(frozen=True, slots=True)
class Found:
    """An expression found: `[core, end)` is what the rule matched, `[start, end)` has its opening words too."""

    start: int
    core: int
    end: int
    reading: Reading


def matches(text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """The rules' matches in the order of the text: the first, and of those that overlap the longest."""
    every = [(rule, match) for rule in RULES for match in rule.pattern.finditer(text) if match.end() > match.start()]
    every.sort(key=lambda pair: (pair[0].weak, pair[1].start() - pair[1].end(), pair[1].start()))
    taken: list[tuple[Rule, re.Match[str]]] = []
    covered = bytearray(len(text))
    for rule, match in every:
        if not any(covered[match.start() : match.end()]):
            taken.append((rule, match))
            covered[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    taken.sort(key=lambda pair: pair[1].start())
    yield from taken


def read_all(text: str, setting: Setting) -> list[Found]:
    """Every expression, each read against the last one before it that named a day or more."""
    found: list[Found] = []
    pairs = list(matches(text))
    for index, (rule, match) in enumerate(pairs):
        here = setting
        if setting.published is None:
            here = replace(setting, year=_year_beside(text, pairs, index))
        floor = max(found[-1].end if found else 0, match.start() - _WINDOW)
        if setting.future is None and _AHEAD.search(text, floor, match.start()):
            here = replace(here, future=True)
        reading = rule.read(match, here)
        if reading is None:
            continue
        found.append(Found(match.start(), match.start(), match.end(), reading))
        setting = setting.after(reading)
    return found


def _year_beside(text: str, pairs: list[tuple[Rule, re.Match[str]]], index: int) -> int | None:
    """The one year that the same sentence names, for a text whose own date is not known."""
    here = pairs[index][1]
    years = set()
    for _, match in pairs:
        year = match.groupdict().get("year")
        low, high = sorted((here.start(), match.start()))
        if year and _SENTENCE_END.search(text, low, high) is None:
            years.add(int(year))
    return years.pop() if len(years) == 1 else None


def joined(text: str, found: list[Found]) -> list[Found]:
    """Neighbours that are one expression made one: ranges, pairs, a clock time with its day."""
    done: list[Found] = []
    for item in found:
        both = _join(text, done[-1], item) if done else None
        if both:
            done[-1] = both
        else:
            done.append(item)
    return done


def _join(text: str, first: Found, second: Found) -> Found | None:
    gap = text[first.end : second.core]
    a, b = first.reading, second.reading
    anchor: Anchor = "relative" if "relative" in {a.anchor, b.anchor} else "absolute"
    if a.anchor == "order" and b.anchor != "order":
        return _since_clause(text, first, second)
    if "order" in {a.anchor, b.anchor}:
        return None
    if "clock" in {a.grain, b.grain}:
        day = b if a.grain == "clock" else a
        fits = _CLOCK_GAP.fullmatch(gap) and day.grain in {"day", "clock"}
        return replace(first, end=second.end, reading=day) if fits else None
    if not {a.grain, b.grain} <= {"day", "month", "year"}:
        return None
    opening = text[max(0, first.core - 12) : first.core].lower().split()
    if a.grain != b.grain and not (anchor == "absolute" and opening and opening[-1] in ("from", "between")):
        return None  # "from August 30, 1997 to June 1998" is one
    pair = _LIST.fullmatch(gap)
    if pair is None and (not opening or opening[-1] not in _PREPOSITIONS):
        pair = _LOOSE_LIST.fullmatch(gap)
    between = pair is not None and "between" in text[max(0, first.core - 12) : first.end].lower().split()
    until = opening and opening[-1] == "from" and _UNTIL.fullmatch(gap)
    if _RANGE.fullmatch(gap) or between or until:
        value = edtf.interval(_in_year_of(a, b), b.value)
    elif pair and pair["and"]:
        value = edtf.joined(_in_year_of(a, b) or a.value, b.value) if a.value and b.value else None
    else:
        return None
    return replace(first, end=second.end, reading=Reading(value, anchor, "other"))


def _in_year_of(first: Reading, second: Reading) -> str | None:
    """The first date of a range in the year that only the second names ("from March to June 2019")."""
    if first.value is None or second.value is None or first.anchor == second.anchor or len(first.value) < 7:
        return first.value
    here, before = f"{second.value[:4]}{first.value[4:]}", f"{int(second.value[:4]) - 1:04d}{first.value[4:]}"
    return here if here <= second.value else before


def _since_clause(text: str, first: Found, second: Found) -> Found | None:
    """ "since the protests began in June": one expression, open at its end."""
    opening = text[first.start : first.end].lower()
    gap = text[first.end : second.core]
    if not opening.startswith(("since ", "ever since ")) or not re.fullmatch(r"(?: [\w’'-]+){0,4} ", gap):
        return None
    value = second.reading.value
    bounded = f"{value}/.." if edtf.is_plain(value) else value
    return replace(first, end=second.end, reading=Reading(bounded, second.reading.anchor, "other"))


def opened(text: str, found: Found, floor: int) -> Found:
    """The expression with its opening words ("since", "by the end of") and what they make of its value."""
    if found.reading.grain in {"order", "clock"}:
        return found
    match = _OPENING.search(text, max(floor, found.core - 40), found.core)
    if match is None or match.start() < floor:
        return found
    words = match["words"].lower().split()
    if words == ["the"]:
        return found
    value = _bounded(words, found.reading.value)
    return replace(found, start=match.start(), reading=replace(found.reading, value=value))


def _bounded(words: list[str], value: str | None) -> str | None:
    if value is None:
        return None
    if words[0] in {"about", "around", "circa"} and len(value) == 4:
        return f"{value}~"
    since = words[0] == "since" or words[:2] == ["ever", "since"]
    if since and "/" in value:
        return f"{value.partition('/')[0]}/.."
    if "/" in value or value.startswith("{"):
        return value
    if since or words[0] in {"beginning", "starting"}:
        return f"{value}/.."
    if words[0] in {"through", "before"} or words[:2] in (["prior", "to"], ["ahead", "of"]):
        return f"../{value}"
    return f"{value}/.." if words[0] == "after" else value


def find(text: str, setting: Setting) -> tuple[Time, ...]:
    """The time expressions of the text, sorted and not overlapping."""
    times: list[Time] = []
    floor = 0
    for item in joined(text, read_all(text, setting)):
        if _IN_A_NAME.fullmatch(text, item.core, item.end):
            continue
        whole = opened(text, item, floor)
        # What a rule itself opened with ("since March") bounds its value too.
        if whole.start == whole.core and whole.reading.grain == "month":
            words = text[whole.core : whole.end].lower().split()
            whole = replace(whole, reading=replace(whole.reading, value=_bounded(words, whole.reading.value)))
        span = Span(whole.start, whole.end)
        times.append(Time(text[span.start : span.end], span, whole.reading.value, whole.reading.anchor))
        floor = whole.end
    return tuple(times)
