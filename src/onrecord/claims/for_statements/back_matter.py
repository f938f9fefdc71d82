"""Where an article's own words end: before lists of sources, at captions, links and notes, at the ends of headlines."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from onrecord.model import Span

_HEADING = re.compile(
    r"^[ \t]*(?:sources?|references|footnotes|external links|see also|further reading"
    r"|related (?:news|articles)|(?:\d+ )?comments(?: \(\d+\))?|leave a (?:comment|reply))[ \t]*:?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_LINKS = re.compile(
    r"^[ \t]*(?:(?:most|top|related|latest|more|other|recommended|trending|breaking)[ \t]+"
    r"(?:read|popular|viewed|stories|news|headlines|coverage|content|topics|links|articles|reading|from \w[^\n.]{0,30})"
    r"|you (?:may|might) also like|(?:read|keep) (?:more|next|also|reading)|also read|recommended(?: for you)?"
    r"|trending(?: now)?|in other news|editor[’']?s[’']? picks?|more on this(?: story)?)[ \t]*:?[ \t]*$"
    r"(?:\n+[^\n]{0,139}[^\s.”\":][ \t]*$)+",
    re.IGNORECASE | re.MULTILINE,
)
"""A heading of links to other articles, and the headlines under it: what follows without a full stop."""
_AGENCIES = r"(?:AFP|AP|EPA(?:-EFE)?|Reuters|TASS|Xinhua|ANSA|dpa|Getty(?: Images)?|Shutterstock|Anadolu)"
_NAMED = r"[A-Z][\w.’'-]*(?:[ /]{1,3}[A-Z][\w.’'-]*){0,4}"
_PATTERNS = (
    # a paragraph that ends with whose picture it describes: "Protesters on Monday. Image: Ana Torvald."
    r"(?i:^.*[.”\")\]] [(\[]?(?:images?|photo(?:graph)?s?|pictures?|credits?|(?:photo|image|picture) credit|graphic): "
    r"[^\n.]+(?:\([^)\n]*\))?[)\]]?\.?[ \t]*$)",
    rf"^.*[.”\")\]] [(\[]?(?:Photo|Photograph|Image|Picture|PHOTO)s?(?: by| courtesy(?: of)?) {_NAMED}[)\]]?\.?[ \t]*$",
    rf"^.*[(\[][^()\n]*\b(?:{_AGENCIES}|[Pp]ool|[Ff]ile)(?: [Pp]hoto)? ?(?:/|via )[^()\n]*[)\]]\.?[ \t]*$",
    rf"^.*[.”\"] [^\n.]{{2,60}}(?:/| via ){_AGENCIES}[)\]]?\.?[ \t]*$",
    r"^[ \t]*\[[^\]\n]{10,}\][ \t]*$",
    r"^.* \[[^\]\n]{2,60}/[^\]\n]{2,40}\][ \t]*$",
    r"(?i:^[ \t]*(?:image|photo|picture|video|media)(?: (?:caption|source|credit)[:,]|:)(?:[ \t]*\n)?.*$)",
    r"^[ \t]*[(\[]?(?:FILE|File)(?: PHOTO| photo)?(?:[ \t]*[:—–]|[ \t]+-[ \t]).*$",
    # a link amid the text: "Read more: Velmark expels envoy"
    r"(?i:^[^\w\n]{0,6}(?:(?:must )?read|read more|read (?:it )?also|also read|see also|related(?: \w+)?|more on this"
    r"|watch|listen|don[’']t miss|recommended|editor[’']?s[’']? picks?|read the full story)"
    r"[ \t]*(?:[:|>»–—]|[ \t]-)[ \t]*\S.*$)",
    r"^[^\w\n]{0,6}(?:MORE|More|ALSO|Also)[ \t]*(?:[:|>»–—]|[ \t]-)[ \t]*[A-Z“\"][^\n]*[^\s.”\"][ \t]*$",
    # what a footnote cites
    r"^[ \t]*(?:\[\d{1,3}\]|\^|[¹²³⁴-⁹]+)[ \t]*\S[^\n]*(?:https?://\S+|\b(?:19|20)\d\d\)?)\.?[ \t]*$",
    # what a paper says of its own text
    r"(?i:^[^\w\n]{0,6}(?:corrections?|clarifications?|editor[’']?s[’']? note)(?: \([^)\n]*\))?[ \t]*[:–—].*$)",
    r"(?i:^.*\b(?:earlier|previous|original|first) version of (?:this (?:report|piece|post)|th(?:is|e) (?:article|story"
    r"|headline))\b.*$)",
    # who wrote it: "By Jana Selk, Political Editor"
    rf"^[ \t]*(?:By|BY|Text by|Words by) {_NAMED}(?:[ ,|]{{1,3}}(?:[A-Z][\w.’'-]*|and|in|for|at|of|the|&)){{0,20}}"
    r"[ ,|]*$(?=\n\s*\n|\n[A-Z\d]|\Z)",
)
_ASIDES = tuple(re.compile(pattern, re.MULTILINE) for pattern in _PATTERNS)
_LEAST = 3


def end_of_story(text: str) -> int:
    """The offset of the heading that opens such a list; the text's length where there is none."""
    heading = _HEADING.search(text)
    return heading.start() if heading else len(text)


def find_asides(text: str) -> Iterator[Span]:
    """The lines that a page sets beside its article: captions with whose picture it is, links to other articles and
    their headlines, notes on sources and corrections, bylines."""
    for pattern in (_LINKS, *_ASIDES):
        yield from (Span(match.start(), match.end()) for match in pattern.finditer(text))


def find_headline_ends(text: str) -> Iterator[int]:
    """The offsets of the line ends within blocks of three or more headlines: each line opens with a capital, a figure
    or a mark, and none ends as a sentence or the part of one does."""
    lines, place = list[tuple[int, str]](), 0
    for line in text.split("\n"):
        lines.append((place, line.strip()))
        place += len(line) + 1
    for told, block in groupby(lines, key=lambda line: bool(line[1])):
        own = list(block)
        if told and len(own) >= _LEAST and _are_headlines([line for _, line in own]):
            yield from (start - 1 for start, _ in own[1:])


def _are_headlines(lines: Sequence[str]) -> bool:
    apart = not any(line[0].islower() or line.endswith((".", ",", ";", ":", "-", "…")) for line in lines)
    return apart and not all(line.isupper() for line in lines)
