"""Excerpts of what is long: the stretch of a text around words that are searched, and long words cut for people."""

import re

AROUND = 110
"""Characters of an article shown before and after the words that were searched."""
LONGEST = 500
"""Words of a claim that are longer are cut where people read lists of them: one in sixteen statements."""


def cut_around(text: str, words: str, *, around: int = AROUND) -> str:
    """The stretch of a text around the first place where one of the words begins; its start where none does."""
    stems = [re.escape(word[: max(4, len(word) - 2)]) for word in re.findall(r"\w+", words)]
    place = re.search(rf"\b(?:{'|'.join(stems)})", text, re.IGNORECASE) if stems else None
    at = place.start() if place else 0
    start, end = max(0, at - around), min(len(text), at + around)
    start = text.find(" ", start, at) + 1 if start and text.find(" ", start, at) >= 0 else start
    end = text.rfind(" ", at, end) if end < len(text) and text.rfind(" ", at, end) > at else end
    inside = " ".join(text[start:end].split())
    return f"{'… ' if start else ''}{inside}{' …' if end < len(text) else ''}"


def shorten(text: str, words: str = "") -> str:
    """The text, cut where it is long: around the words that were searched, else behind its beginning."""
    if len(text) <= LONGEST:
        return text
    return cut_around(text, words, around=LONGEST // 2) if words else cut_around(text, "", around=LONGEST)
