"""Where an article's own words end: before its lists of sources, references and links."""

import re

_HEADING = re.compile(
    r"^[ \t]*(?:sources?|references|related (?:news|articles)|external links|see also|further reading)[ \t]*:?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)


def end_of_story(text: str) -> int:
    """The offset of the heading that opens such a list; the text's length where there is none."""
    heading = _HEADING.search(text)
    return heading.start() if heading else len(text)
