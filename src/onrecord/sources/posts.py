"""The posts of a live blog in a page: the time of each is put on a line of its own, above the words of the post."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from lxml.etree import SubElement, XPath

from onrecord.documents import is_date
from onrecord.sources.inputs import tidy

FEWEST = 3
"""A page with fewer posts is no live blog: an article has the times of its publication and of its last change."""
FEWEST_CHARACTERS = 40
"""So many stand at least between the times of two posts, links left out."""
TIMES = XPath(
    "//time[not(ancestor::*[self::aside or self::footer or self::nav or self::a or contains(@class, 'comment') or "
    "contains(@id, 'comment')]) and not(contains(@class, 'updat') or contains(@class, 'modif') or "
    "@itemprop='dateModified')]"
)
CLOCK = re.compile(r"\b(?:[01]?\d|2[0-3])[.:]\d\d\b|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
CHANGED = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)
LISTS = ("ul", "ol", "dl")
INLINE = frozenset("a abbr b em i small span strong time u".split())
MARK = "data-post"
"""Marks the times of posts, which are not the article's own."""


def open_posts(tree: Any) -> str | None:
    """The moment of the earliest post, where the page is a live blog; the times of its posts become lines of their own.

    None where it is no live blog, which is left as it is, or where its posts give no more than the hour.
    """
    times = [time for time in TIMES(tree) if _is_clock(time)]
    if len(times) < FEWEST or not _are_apart(tree, times):
        return None
    moments = [_moment(time) for time in times]
    days = {moment.date() for moment in moments if moment}
    blocks = [_block(time, set(times)) for time in times]
    for time, block, moment in zip(times, blocks, moments, strict=True):
        shown = tidy(time.text_content()) or ""
        if moment and not (CLOCK.search(shown) and (len(days) == 1 or str(moment.year) in shown)):
            shown = f"{moment.day} {moment:%B %Y, %H:%M}"
        _put_line(block, shown)
        time.set(MARK, "")
    earliest = min((moment for moment in moments if moment), key=lambda moment: moment.isoformat(), default=None)
    return earliest.isoformat() if earliest else None


def _is_clock(time: Any) -> bool:
    """True for a time with its hour that is not that of a change."""
    around = str(time.getparent().text_content())
    if len(around) < 2 * FEWEST_CHARACTERS and CHANGED.search(around):
        return False
    return _moment(time) is not None or CLOCK.search(time.text_content()) is not None


def _moment(time: Any) -> datetime | None:
    given = (time.get("datetime") or "").strip()
    return datetime.fromisoformat(given) if len(given) > 10 and is_date(given) else None


def _are_apart(tree: Any, times: Sequence[Any]) -> bool:
    """True where words that are no links stand behind each of the times, before the next."""
    wanted, told, number = set(times), [0] * len(times), -1
    for node in tree.iter():
        if node in wanted:
            number += 1
        elif isinstance(node.tag, str) and node.tag not in ("a", "script", "style") and number >= 0:
            told[number] += len((node.text or "").strip())
        if number >= 0:
            told[number] += len((node.tail or "").strip())
    return min(told) >= FEWEST_CHARACTERS


def _block(time: Any, times: set[Any]) -> Any:
    """The largest element that holds the one time and no other: the post, or its time alone."""
    block = time
    while (parent := block.getparent()) is not None and parent.tag != "body":
        if sum(other in times for other in parent.iter("time")) > 1:
            break
        block = parent
    return block


def _put_line(block: Any, words: str) -> None:
    """Put the words on a line above what the element holds; an item of a list becomes a division or a paragraph."""
    holds_blocks = any(isinstance(each.tag, str) and each.tag not in INLINE for each in block)
    if block.tag == "li":
        block.tag = "div" if holds_blocks else "p"
        if block.getparent().tag in LISTS:
            block.getparent().tag = "div"
    line = SubElement(block, "p")
    line.text = words
    if holds_blocks:
        block.insert(0, line)
        line.tail, block.text = block.text, None
    else:
        block.addprevious(line)
