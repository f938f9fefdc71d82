"""Names whose bounds the model missed: "RFE/RL" is one, "Speaker of the Sabor Ana Orel" are a body and its holder."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.lexicon.first_names import load_first_names
from onrecord.lexicon.titles import load_titles
from onrecord.model import Analysis, Name, NameKind, Span, Token

SLASHED = re.compile("[A-Z]{2,5}/[A-Z]{2,5}")
LONG = 3
"""So many words have a body and somebody's full name at least."""


def with_slashed_names(analysis: Analysis) -> Analysis:
    """The analysis, with two abbreviations that only a slash parts made one name."""
    names = tuple(_joined(analysis))
    return analysis if len(names) == len(analysis.names) else replace(analysis, names=names)


def _joined(analysis: Analysis) -> Iterator[Name]:
    before: Name | None = None
    for name in analysis.names:
        if before is not None and _is_one(analysis.document.text, before, name):
            before = replace(before, last=name.last, kind="organization", span=Span(before.span.start, name.span.end))
            continue
        if before is not None:
            yield before
        before = name
    if before is not None:
        yield before


def _is_one(text: str, one: Name, other: Name) -> bool:
    kinds = {one.kind, other.kind}
    return bool(SLASHED.fullmatch(text, one.span.start, other.span.end)) and "organization" in kinds


def with_holders_apart(analysis: Analysis) -> Analysis:
    """The analysis, with the body or place of a title cut off the name of its holder."""
    names = tuple(_apart(analysis))
    return analysis if names == analysis.names else replace(analysis, names=names)


def _apart(analysis: Analysis) -> Iterator[Name]:
    tokens, pending = analysis.tokens, list[Name]()
    for name in analysis.names:
        cut = _first_of_holder(tokens, name)
        if cut == name.first:
            pending.append(name)
            continue
        kind: NameKind = "organization" if tokens[name.first - 1].text.lower() != "of" else "place"
        first = name.first
        if pending and pending[-1].last + 1 == first:  # "the State" before "Duma Ivan Orel"
            first = pending.pop().first
        body = replace(name, first=first, last=cut - 1, kind=kind, span=_span(tokens, first, cut - 1))
        pending += [body, replace(name, first=cut, span=_span(tokens, cut, name.last))]
    yield from pending


def _is_of_title(tokens: Sequence[Token], last: int) -> bool:
    """True where a title leads up to this word with "of": "Governor of the Central Bank of"."""
    first = last
    while first > 0 and (tokens[first].text in ("of", "the") or tokens[first].text[:1].isupper()):
        if tokens[first].text.lower() in load_titles().lasts:
            break
        first -= 1
    return tokens[first].text.lower() in load_titles().lasts and tokens[first + 1].text == "of" and first < last


def _span(tokens: Sequence[Token], first: int, last: int) -> Span:
    return Span(tokens[first].span.start, tokens[last].span.end)


def _first_of_holder(tokens: Sequence[Token], name: Name) -> int:
    """Where the holder's name begins behind the body of the title before it; the name's own beginning else.

    Nobody is called "the", so what stands behind that is the body's; behind "of" alone a first name tells it.
    """
    words = [token.text for token in tokens[name.first : name.last + 1]]
    if name.kind != "person" or len(words) < LONG or not all(word[:1].isalpha() for word in words):
        return name.first
    before = name.first - 1
    while before > 0 and tokens[before].upos == "PROPN":
        before -= 1
    articled = before > 0 and tokens[before].text == "the"
    if not _is_of_title(tokens, before):
        return name.first
    known = [place for place in range(1, len(words) - 1) if words[place].lower() in load_first_names()]
    if words[0].lower() in load_first_names() or not (known or articled):
        return name.first
    return name.first + (known[0] if known else 1)
