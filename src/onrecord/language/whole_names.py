"""Make names whole: a capitalised word that the tree ties to a name as its part belongs to it ("White" to "House")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.lexicon.titles import load_titles
from onrecord.model import NameKind

Found = tuple[int, int, NameKind, float]
TIES = frozenset({"compound", "flat", "amod"})
"""Relations (UD) by which a word is a part of the name that its head is in."""
HEADLINE = 0.7
"""A sentence with a larger share of capitalised words is a headline, whose capitals say nothing of names."""
PERSON: NameKind = "person"
SYLLABLE = re.compile(
    r"(?:b|ch|d|f|g|gw|h|hs|j|k|kw|l|m|n|ng|p|r|s|sh|ss|t|ts|tz|w|y)?(?:[aeiou]{1,3}|y|yeo?|yoo?|yu|wa)(?:h|h?n|k|l|m|ng|p|r|t)?",
    re.IGNORECASE,
)
"""A syllable of Korean and Chinese given names in Latin letters, which news writes as "Jae-in", "Ing-wen"."""
OPENING, CLOSING = ("“", '"', "‘", "'", "(", "«"), ("”", '"', "’", "'", ")", "»")
LONGEST_NICKNAME = 3
INSTITUTIONS = frozenset(
    "department ministry committee commission agency bureau institute university authority association federation "
    "organization organisation foundation corporation embassy council parliament".split()
)
"""What the last word of nobody's name is, though a title right behind it makes it look so."""
TITLE_DEPTH = 4
"""How many words up the tree a title may hang from the one who bears it."""


@dataclass(frozen=True, slots=True)
class Context:
    """One sentence: its words, and for each its head (from 0, the root's is -1), whether it is tied to that as a part
    of a name, and whether it denotes a person or stands in a person's name.

    `scores` are log-probabilities `[words, tags]` of the tags of names.
    """

    words: Sequence[str]
    heads: Sequence[int]
    tied: Sequence[bool]
    persons: Sequence[bool]
    upos: Sequence[str]
    scores: NDArray[Any]

    @property
    def is_headline(self) -> bool:
        """True where nearly every word is capitalised."""
        letters = [word for word in self.words if word[:1].isalpha()]
        return sum(word[0].isupper() for word in letters) > HEADLINE * len(letters)


def make_whole(names: Sequence[Found], context: Context, tags: Sequence[str]) -> list[Found]:
    """The names of a sentence, in text order, widened to the words that belong to them, and joined where one is in two.

    A widened name is of the kind that its words together are likeliest to name.
    """
    taken = {word for first, last, _, _ in names for word in range(first, last + 1)}
    headline = context.is_headline
    left = _with_first_parts(names, context.words)
    out: list[Found] = []
    while left:
        first, last, kind, score = left.pop(0)
        old = (first, last)
        last -= last > first and context.words[last] == "-"
        while True:
            if left and _are_one((first, last, kind), left[0], context):
                last = left.pop(0)[1]
            elif _belongs_before(first - 1, (first, last, kind), context, headline) and first - 1 not in taken:
                first -= 1
            elif _is_hyphened((first, last, kind), context) and (
                last + 2 not in taken or left and left[0][:2] == (last + 2,) * 2
            ):
                last += 2
                left = left[1:] if last in taken else left
            elif kind == PERSON and last + 3 not in taken and _is_given(context.words[last + 1 : last + 4]):
                last += 3
            elif kind == PERSON and (end := _past_nickname((first, last), context)):
                last = end
                left = [name for name in left if name[0] > last]
            elif not headline and last + 1 not in taken and _belongs_behind((first, last, kind), context):
                last += 1
            else:
                break
        misread = kind == PERSON and last > first and context.words[last].lower() in INSTITUTIONS
        if misread or ((first, last) != old and kind != PERSON):
            kind = likeliest_kind(context.scores[first : last + 1], tags)
        out.append((first, last, kind, score))
    return out


def _past_nickname(name: tuple[int, int], context: Context) -> int | None:
    """The surname behind a nickname in marks inside a name: "John “J.D.” Torvald"; None where there is none."""
    words, (first, last) = context.words, name
    opened = next((word for word in range(first, min(last + 2, len(words))) if words[word] in OPENING), None)
    if opened is None:
        return None
    mark = CLOSING[OPENING.index(words[opened])]
    for word in range(opened + 2, min(opened + LONGEST_NICKNAME + 2, len(words) - 1)):
        if words[word] == mark and word >= last:
            behind, name_words = word + 1, range(first, last + 1)
            named = words[behind][:1].isupper() and context.upos[behind] == "PROPN"
            hangs = context.heads[behind] in name_words or any(context.heads[own] == behind for own in name_words)
            return behind if named and hangs else None
    return None


def _with_first_parts(names: Sequence[Found], words: Sequence[str]) -> list[Found]:
    """The names; a person's that begins amid a hyphened word ("Man-" "kei Tam") takes in its first part."""
    out: list[Found] = []
    for first, last, kind, score in names:
        amid = kind == PERSON and first > 1 and words[first - 1] == "-" and words[first][:1].islower()
        if amid and words[first - 2][:1].isupper():
            first -= 2
            if out and out[-1][1] == first:
                before = out.pop()
                if before[0] < first:
                    out.append((before[0], first - 1, before[2], before[3]))
        out.append((first, last, kind, score))
    return out


def _belongs_before(word: int, name: tuple[int, int, NameKind], context: Context, headline: bool) -> bool:
    first, last, kind = name
    if word < 0 or not first <= context.heads[word] <= last:
        return False
    if kind != PERSON and not headline and context.words[word] == "The" and word > 0:
        return context.words[word - 1][:1].isalpha()  # in mid-sentence: "The Hague"
    if not context.tied[word]:
        return False
    if kind == PERSON:
        return _is_initial(context.words[word])
    return kind != "group" and (context.upos[word] == "PROPN" or not (headline or word == 0))


def _belongs_behind(name: tuple[int, int, NameKind], context: Context) -> bool:
    """True when the name is the beginning of a longer one that the next word goes on with ("Jerusalem" "Post")."""
    first, last, kind = name
    word = last + 1
    if word >= len(context.words) or kind in (PERSON, "group") or context.upos[word] not in ("NOUN", "PROPN"):
        return False
    if not context.words[word][:1].isupper() or not context.words[last][:1].isupper():
        return False
    if context.words[word].lower() in load_titles().by_first:
        return False
    above = {
        head for part in range(first, last + 1)
        if context.tied[part] and not first <= (head := context.heads[part]) <= last
    }  # fmt: skip
    head = context.heads[word]
    if any(context.persons[top] for top in above) or _leads_to_person(word, context):
        return False  # "the UK Prime Minister" is no name of the UK
    later = context.tied[word] and head > word and head in above and context.words[head][:1].isupper()
    return word in above or later or (context.tied[word] and first <= head <= last)


def _is_hyphened(name: tuple[int, int, NameKind], context: Context) -> bool:
    """True where a hyphen joins the name's last word to its other half: "Agence France-" "Presse", "Orel Jae-" "in"."""
    first, last, kind = name
    words = context.words[last : last + 3]
    if len(words) < 3 or words[1] != "-" or not words[0][:1].isupper():
        return False
    if kind == PERSON and words[2].islower():
        return first < last and _is_given(words)
    return kind == "organization" and first < last and words[2][:1].isupper() and context.upos[last + 2] == "PROPN"


def _is_given(words: Sequence[str]) -> bool:
    """True for a given name of two syllables that a hyphen joins: "Jae" "-" "in"."""
    joined = len(words) == 3 and words[1] == "-" and words[0][:1].isupper() and words[2] != "run"
    return joined and all(map(SYLLABLE.fullmatch, (words[0], words[2])))


def _leads_to_person(word: int, context: Context) -> bool:
    """True for a word of a title: it or what it hangs on denotes a person."""
    for _ in range(TITLE_DEPTH):
        if word < 0 or context.persons[word]:
            return word >= 0
        word = context.heads[word] if context.words[word][:1].isupper() else -1
    return False


def _are_one(name: tuple[int, int, NameKind], other: Found, context: Context) -> bool:
    """True when two neighbours are parts of one name; a person's name is joined to a person's only."""
    first, last, kind = name
    if other[0] != last + 1 or (kind != other[2] and PERSON in (kind, other[2])):
        return False

    def hangs(low: int, high: int, to: tuple[int, int]) -> bool:
        return any(context.tied[word] and to[0] <= context.heads[word] <= to[1] for word in range(low, high + 1))

    return hangs(other[0], other[1], (first, last)) or hangs(first, last, (other[0], other[1]))


def _is_initial(word: str) -> bool:
    return word[:1].isupper() and (len(word) == 1 or (word.endswith(".") and len(word) < 4))


def likeliest_kind(scores: NDArray[Any], tags: Sequence[str]) -> NameKind:
    """The kind, other than a person, that words are likeliest to name, by their log-probabilities `[words, tags]`."""
    kinds = [own for own in _kinds(tags) if own[0] != PERSON]
    return max(kinds, key=lambda own: float(np.logaddexp(scores[:, own[1]], scores[:, own[2]]).sum()))[0]


def _kinds(tags: Sequence[str]) -> Iterator[tuple[NameKind, int, int]]:
    for place, tag in enumerate(tags):
        if tag.startswith("B-"):
            kind: Any = tag[2:]
            yield kind, place, tags.index(f"I-{kind}")
