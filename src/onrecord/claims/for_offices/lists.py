"""Lists: the names that share a plural title, past the remarks between them, and titles of others in a list."""

from collections.abc import Iterator

from onrecord.claims.for_offices.title_phrase import TitlePhrase
from onrecord.claims.for_offices.titles import Reader
from onrecord.model import Name

QUANTIFIERS = frozenset(("several", "some", "many", "other", "various"))


def list_of_names(reader: Reader, name: Name) -> Iterator[Name]:
    """The names of "A of Ohio, B (Labour), C, in 1990, and D"."""
    current = name
    for _ in range(12):
        yield current
        token = _past_remarks(reader, current.last + 1)
        while reader.lower(token) in (",", "and", "&", "or"):
            token += 1
        following = reader.names.person_from(token)
        if following is None or token == current.last + 1:
            return
        current = following


def _past_remarks(reader: Reader, token: int) -> int:
    """The first token behind "(Labour)", "of Ohio" and ", in 1990" after a name in a list."""
    tokens, names = reader.tree.tokens, reader.names.at
    if reader.lower(token) == "(":
        closing = (end for end in range(token + 1, min(token + 10, len(tokens))) if tokens[end].text == ")")
        token = next(closing, token - 1) + 1
    if reader.lower(token) in ("of", "from"):
        start = token + 1 + (reader.lower(token + 1) == "the")
        token = names[start].last + 1 if start in names else token
    start = token + (reader.lower(token) == ",")
    return start + 2 if reader.lower(start) == "in" and reader.lower(start + 1).isdigit() else token


def is_counted(reader: Reader, phrase: TitlePhrase) -> bool:
    """True for "11 representatives" and "several officials", which are others than who is named before."""
    words = {reader.lower(token) for token in range(phrase.first, phrase.title_first)}
    words.add(reader.lower(phrase.first - 1))
    return bool(reader.tree.children(phrase.head, "nummod")) or bool(words & QUANTIFIERS)
