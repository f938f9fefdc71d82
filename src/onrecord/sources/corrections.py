"""Find the words in which an article says that it was corrected, clarified or amended."""

import re
from collections.abc import Iterable, Iterator

LONGEST = 1500
"""A paragraph with more characters is no note, whatever it starts with."""
FEWEST_WORDS = 5
SIGNS = ("correct", "clarif", "amend", "erratum", "version of this", "updated", "revised")
"""A page without one of these has no note, and need not be searched."""
THIS = r"(?:this|the|our) (?:\w+ )?(?:article|story|report|piece|post|page|item|headline|text)"
CHANGED = r"(?:amended|corrected|updated|edited|changed|clarified|revised|modified)"
HEADING = r"(?:corrections?|clarifications?|corrections? (?:and|&|/) clarifications?|amendments?|erratum)"
NOTE = re.compile(
    rf"[\W_]*(?:{HEADING}\s*(?:[:(–—-]|,? ?(?:on )?(?:\d|\w+\.? \d))"
    rf"|(?:(?:editor|ed)\W?s?\W? note|note|update|updated)\W[^.]*?\b(?:{CHANGED}|corrects?|version of this)\b"
    rf"|{THIS} (?:was|has been|have been|is) (?:since |later |further )?{CHANGED}\b"
    rf"|(?:an?|the) (?:earlier|previous|original|prior|first) version of {THIS})",
    re.IGNORECASE,
)
ALONE = re.compile(rf"[\W_]*{HEADING}[\W_]*", re.IGNORECASE)


def may_hold_corrections(text: str) -> bool:
    """False where no paragraph of the text or page can be a note of correction."""
    text = text.lower()
    return any(sign in text for sign in SIGNS)


def find_corrections(paragraphs: Iterable[str]) -> tuple[str, ...]:
    """The paragraphs that are notes of correction, each once; a heading alone takes the next paragraph along."""
    return tuple(dict.fromkeys(_find(" ".join(paragraph.split()) for paragraph in paragraphs)))


def _find(paragraphs: Iterable[str]) -> Iterator[str]:
    heading = ""
    for paragraph in paragraphs:
        whole = f"{heading} {paragraph}".strip()
        if (heading or NOTE.match(paragraph)) and len(whole) <= LONGEST and len(whole.split()) >= FEWEST_WORDS:
            yield whole
        heading = paragraph if ALONE.fullmatch(paragraph) else ""
