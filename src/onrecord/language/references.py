"""The mentions that the model sees in a document, with the phrases around their heads."""

from collections.abc import Sequence
from functools import cache

from onrecord.language.antecedents import NAME, NOMINAL, PRONOUN, PRONOUNS, Reference
from onrecord.language.decode import Parse

DROPPED = frozenset(
    """
    conj cc parataxis punct cop nsubj aux mark case discourse advcl csubj dislocated orphan vocative list expl
    reparandum advmod
    """.split()
)
RELATIVE = frozenset({",", "who", "which", "that", "whom", "whose", "(", "–", "—", "-", ":"})


def find_references(words: Sequence[Sequence[str]], parses: Sequence[Parse], kinds: Sequence[str]) -> list[Reference]:
    """The mentions of a document in text order of their heads; `kinds` are the model's labels for kinds of things."""
    found: list[Reference] = []
    numbers = {kind: number for number, kind in enumerate(kinds)}
    base = 0
    for sentence, (forms, parse) in enumerate(zip(words, parses, strict=True)):
        small = [form.lower() for form in forms]
        kids = dependents(parse.heads)
        for head, kind in enumerate(parse.kinds):
            if kind == "none":
                continue
            first, last = mention_span(forms, kids, parse.deprels, head)
            stop = next((word for word in range(head + 1, last + 1) if small[word] in RELATIVE), last + 1)
            count = parse.feats[head].get("Number", "")
            found.append(
                Reference(
                    first=base + first, last=base + last, head=base + head, words=tuple(small[first:stop]),
                    sentence=sentence, form=_form(small[head], parse.upos[head]), kind=numbers[kind],
                    number=1 if count == "Sing" else 2 if count == "Plur" else 0,
                    subject=parse.deprels[head].startswith("nsubj"),
                )
            )  # fmt: skip
        base += len(forms)
    return found


def _form(word: str, upos: str) -> int:
    if word in PRONOUNS and upos in ("PRON", "DET"):
        return PRONOUN
    return NAME if upos == "PROPN" else NOMINAL


def dependents(heads: Sequence[int]) -> list[list[int]]:
    """The dependents of each word of a sentence, counted from 0; `heads` count from 1, 0 is the root."""
    kids: list[list[int]] = [[] for _ in heads]
    for word, head in enumerate(heads):
        if head:
            kids[head - 1].append(word)
    return kids


def mention_span(
    words: Sequence[str], kids: Sequence[Sequence[int]], deprels: Sequence[str], head: int
) -> tuple[int, int]:
    """First and last word of the phrase around a head: its subtree without coordinates, clauses' parts and edge signs.

    All numbers count words of the sentence from 0; both ends are inclusive.
    """
    pending = [kid for kid in kids[head] if not _is_dropped(deprels[kid]) or _is_possessive(deprels, head, kid)]
    first = last = head
    while pending:
        word = pending.pop()
        first, last = min(first, word), max(last, word)
        pending.extend(kids[word])
    while last > head and _is_sign(words[last]) and words[last] not in (")", "]", "'", "’"):
        last -= 1
    while first < head and _is_sign(words[first]):
        first += 1
    return first, last


@cache
def _is_dropped(deprel: str) -> bool:
    return deprel.partition(":")[0] in DROPPED


def _is_sign(word: str) -> bool:
    return not word.isalnum() and not any(ch.isalnum() for ch in word)


def _is_possessive(deprels: Sequence[str], head: int, kid: int) -> bool:
    """Whether the word is the "'s" of a head: a case mark that follows."""
    return deprels[kid] == "case" and kid > head
