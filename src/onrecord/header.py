"""What the head of a text gives: its day (a label, a dateline, a lone date), and the subject of an e-mail."""

import re
from collections.abc import Iterator, Sequence

from onrecord.dates import find_times
from onrecord.dates.edtf import day as day_of
from onrecord.documents import read_moment

DATELINE = re.compile(r"([A-Z\d][^\n]{2,80}?)\s*[–—-]{1,2}\s")
PLACE = re.compile(r"(?:[A-Z][\w.'’-]*|and|of|the|[\W_])*")
"""What stands in a dateline beside the date: names of towns, countries and agencies."""
DAY = re.compile(r"\d{4}-\d\d-\d\d")
HEAD_LINES = 12
"""So many lines may stand before the first paragraph: headline, paper, author, dateline."""
LABEL = re.compile(
    r"(?:(?:first |originally )?(?:published|posted|issued|released|sent)(?: (?:online|on|at))*\s*:?\s"
    r"|(?P<plain>date)\s*:|(?:date (?:of (?:publication|issue|release)|published|issued|posted|sent)"
    r"|(?:publication|publishing|release|issue|publish) date)\s*:"
    r"|for immediate release\W|(?:press|media|news) (?:release|statement|notice)\W)[\s:,–—-]*",
    re.IGNORECASE,
)
"""What tells of a date beside it that it is the text's own; "Updated:" and "Embargoed until" do not."""
DATED = re.compile(
    r"(?:on )?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
    r"(?P<date>\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9}\.?,? \d{4}"
    r"|[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|(?P<first>\d{1,2})(?P<sign>[./-])(?P<second>\d{1,2})(?P=sign)(?P<year>\d{4}))"
    r"(?:(?:,|\s+at|\s*[–—-])?\s+\d{1,2}(?:[.:h]\d\d){0,2}(?:\s?[ap]\.?m\.?)?(?:\s+\(?[a-z]{2,5}\)?)?)?\.?",
    re.IGNORECASE,
)
"""A date with its year, with no more beside it than a day of the week, an hour and a zone."""
ALONE = re.compile(r"[A-Z][^\d,]{1,60}(?:,[^\d,]{1,30})?,[^,]*\d[^,]*(?:,\s*\d{4})?")
"""A line that may hold no more than a place, a paper or a day of the week, and a day."""
MOMENT = re.compile(
    r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|GMT)"
    r"|\d{4}-\d\d-\d\d[T ]\d\d:\d\d\S*"
)
"""A day with its hour as e-mails and programs write it (RFC 822, ISO 8601)."""
CELLS = re.compile(r"\s*[|·•\t]\s*|\s{3,}")
MARKS = re.compile(r"^[\s>#]+|[*_]+")
SUBJECT, SENDER = re.compile(r"^Subject: *(\S.*?)\s*$", re.MULTILINE), re.compile(r"^From: *\S", re.MULTILINE)
APPOINTMENT = re.compile(r"(?:time|venue|where|location|place)\s*:", re.IGNORECASE)
"""Beside one of these a bare "Date:" tells when something is to be."""


def find_subject(text: str) -> str | None:
    """The subject of an e-mail, None for a text that does not open with who it is from and what it is about."""
    head = "\n".join(text.split("\n", HEAD_LINES)[:HEAD_LINES])
    subject = SUBJECT.search(head)
    return subject[1] if subject and SENDER.search(head) else None


def find_day(text: str) -> str | None:
    """The day, or the moment, that the first lines of a text give as its own; None where they leave it open.

    Only a date with its year counts, and one in figures only where it cannot be read in two ways ("13/03/2024").
    """
    lines = [MARKS.sub("", line).strip() for line in text.split("\n", HEAD_LINES)[:HEAD_LINES]]
    labelled = next(_labelled(lines), None)
    if labelled:
        return labelled
    for line in lines:
        if day := find_dateline(line) or (find_dateline(f"{line} – ") if ALONE.fullmatch(line) else None):
            return day
    alone = set(_alone(lines))
    return alone.pop() if len(alone) == 1 else None


def find_dateline(text: str) -> str | None:
    """The day that the text's dateline names with its year ("GENEVA, 6 November 2024 – …"), else None."""
    dateline = DATELINE.match(text)
    if dateline is None:
        return None
    times = [time for time in find_times(dateline[1], published=None) if time.anchor == "absolute"]
    if len(times) != 1 or not DAY.fullmatch(times[0].value or ""):
        return None
    around = dateline[1][: times[0].span.start] + dateline[1][times[0].span.end :]
    return times[0].value if PLACE.fullmatch(around) else None


def _labelled(lines: Sequence[str]) -> Iterator[str]:
    """The dates that stand behind a word which says that they are the text's own."""
    is_invitation = any(APPOINTMENT.match(line) for line in lines)
    for cell in (cell for line in lines for cell in CELLS.split(line)):
        label = LABEL.match(cell)
        if label and not (label["plain"] and is_invitation):
            words = cell[label.end() :]
            if found := (read_moment(words) if MOMENT.fullmatch(words) else None) or _read(words):
                yield found


def _alone(lines: Sequence[str]) -> Iterator[str]:
    """The dates that stand alone on a line or between its bars, but for those that a line introduces by a colon."""
    told = [line for line in lines if line]
    for number, line in enumerate(told):
        if number and told[number - 1].endswith(":"):
            continue
        yield from (found for cell in CELLS.split(line) if (found := _read(cell)))


def _read(words: str) -> str | None:
    """The day that the words are, None where they are anything else."""
    found = DATED.fullmatch(words.strip())
    if found is None:
        return None
    if found["sign"]:
        first, second = int(found["first"]), int(found["second"])
        if (first > 12) == (second > 12) and first != second:
            return None
        day, month = (second, first) if second > 12 else (first, second)
        there = day_of(int(found["year"]), month, day)
        return str(there) if there else None
    times = find_times(found["date"], published=None)
    return times[0].value if len(times) == 1 and DAY.fullmatch(times[0].value or "") else None
