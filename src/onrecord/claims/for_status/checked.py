"""Claims that a fact check sets out to check, which nobody but those who spread them puts forward."""

import re
from collections.abc import Iterator

from onrecord.model import Span

CHECKED = re.compile(
    r"^(?:the )?(?:claim|rumou?r|myth|what was claimed)(?: \d+)?[:–—][ \t]*(?:\n+[ \t]*)?(.+)$", re.I | re.M
)


def find_checked(text: str) -> Iterator[Span]:
    """The paragraphs that a label opens as the claim of others: "CLAIM: Orten has resigned"."""
    yield from (Span(*match.span(1)) for match in CHECKED.finditer(text))
