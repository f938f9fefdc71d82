"""Names that are as many as the noun before them tells are those people: "two ministers, A and B" are two, not four."""

from collections.abc import Sequence

from onrecord.dates.words import NUMBERS
from onrecord.language.decode import Parse

OPENING = frozenset({",", ":", "-", "–", "—", "("})
NAMING = frozenset({"conj", "appos"})
FEWEST, MOST = 2, 20


def name_the_counted(words: Sequence[str], parse: Parse) -> None:
    """Hang the names behind a counted noun on it as its apposition (UD), where the tree has them as more of a list."""
    for numeral, relation in enumerate(parse.deprels):
        noun = parse.heads[numeral] - 1
        count = _count(words[numeral]) if relation == "nummod" and numeral < noun else None
        if count is None or parse.deprels[noun].partition(":")[0] in NAMING:
            continue
        names = _names_behind(parse, noun)
        if len(names) == count and words[names[0] - 1] in OPENING:
            _hang(parse, names[0], noun, "appos")
            for name in names[1:]:
                _hang(parse, name, names[0], "conj")


def _count(word: str) -> int | None:
    """How many a numeral in digits or letters says there are, from 2 to 20."""
    count = int(word) if word.isdecimal() and len(word) <= 2 else NUMBERS.get(word.lower(), 0)
    return count if FEWEST <= count <= MOST else None


def _names_behind(parse: Parse, noun: int) -> list[int]:
    """The heads of names in the list behind a noun, in text order; none where something else is in it."""
    found = [noun]
    for known in found:
        found += [
            word for word in range(known + 1, len(parse.heads))
            if parse.heads[word] == known + 1 and parse.deprels[word] in NAMING and word not in found
        ]  # fmt: skip
    names = sorted(found[1:])
    return names if all(_is_name(parse, word) for word in names) else []


def _is_name(parse: Parse, word: int) -> bool:
    """True for a proper noun, or a title before one ("Senator" in "Senator Orel")."""
    return parse.upos[word] == "PROPN" or any(
        head == word + 1 and parse.upos[kid] == "PROPN" for kid, head in enumerate(parse.heads)
    )


def _hang(parse: Parse, word: int, head: int, relation: str) -> None:
    if parse.heads[word] != head + 1 or parse.deprels[word] != relation:
        parse.heads[word], parse.deprels[word] = head + 1, relation
