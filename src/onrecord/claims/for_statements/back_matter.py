"""Where an article's own words end: before its lists of sources and links, and where captions of pictures stand."""

import re

from onrecord.model import Span

_HEADING = re.compile(
    r"^[ \t]*(?:sources?|references|related (?:news|articles)|external links|see also|further reading)[ \t]*:?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_CAPTION = re.compile(
    r"^.*[.”\"] (?:images?|photos?|pictures?|credits?|photo credit|graphic): [^\n.]+(?:\([^)\n]*\))?\.?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)


def end_of_story(text: str) -> int:
    """The offset of the heading that opens such a list; the text's length where there is none."""
    heading = _HEADING.search(text)
    return heading.start() if heading else len(text)


def find_captions(text: str) -> tuple[Span, ...]:
    """The paragraphs that end with whose picture they describe: "Protesters on Monday. Image: Ana Torvald." """
    return tuple(Span(match.start(), match.end()) for match in _CAPTION.finditer(text))
