"""Nouns that are set once for two: "North and South Korea", "the Dutch and Belgian premiers"."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Analysis, Name, Token
from onrecord.places import country_of_adjective, country_of_name, region_of

JOINED = frozenset({"and", "or"})


def with_both_named(analysis: Analysis) -> Analysis:
    """The analysis, with both lands of "North and South Korea" as names that "and" joins, and of "the Dutch and Belgian
    premiers" the premiers as the noun of both adjectives, whatever the tree made of it."""
    tokens = list(analysis.tokens)
    halves = [name for at in range(len(tokens) - 3) if (name := _halved(analysis, tokens, at)) is not None]
    for at in range(len(tokens) - 3):
        _set_below_noun(tokens, at)
    if not halves and tokens == list(analysis.tokens):
        return analysis
    others = (n for n in analysis.names if not any(h.first <= n.first <= n.last <= h.last for h in halves))
    names = sorted((*others, *halves), key=lambda name: name.first)
    return replace(analysis, tokens=tuple(tokens), names=tuple(names))


def _halved(analysis: Analysis, tokens: list[Token], at: int) -> Name | None:
    """The first of "North and South Korea" as a name; what the second was to its verb the first is now."""
    first, _, second, land = tokens[at : at + 4]
    if whole_of([token.text for token in tokens[at : at + 4]]) is None:
        return None
    if first.head in (second.index, land.index, land.head) and first.deprel not in ("nsubj", "obj", "obl", "nmod"):
        root = land.head == land.index
        tokens[at] = replace(first, head=at if root else land.head, deprel=land.deprel, upos="PROPN")
        tokens[at + 1] = replace(tokens[at + 1], head=land.index)
        tokens[at + 2] = replace(second, head=land.index, deprel="compound")
        tokens[at + 3] = replace(land, head=at, deprel="conj")
        for token in analysis.tokens[max(at - 4, 0) : at]:
            if token.head == land.index and token.deprel in ("case", "det", "cc:preconj", "mark"):
                tokens[token.index] = replace(token, head=at)
    return Name(at, at, "place", first.span, 1.0)


def whole_of(words: Sequence[str]) -> str | None:
    """What the first of "North", "and", "South", "Korea" is in full, None for other words."""
    if len(words) < 4 or {words[0], words[2]} - {"North", "South", "East", "West"} or words[1] not in JOINED:
        return None
    both = [f"{direction} {words[3]}" for direction in (words[0], words[2])]
    known = all(country_of_name(one) or country_of_adjective(one) or region_of(one) for one in both)
    return both[0] if known else None


def _set_below_noun(tokens: list[Token], at: int) -> None:
    """Hang "Dutch" and "Belgian" on the premiers of both, where "Dutch" was taken for the people."""
    first, joint, second = tokens[at : at + 3]
    if joint.text not in JOINED or first.upos == "ADJ" or second.upos != "ADJ":
        return
    if country_of_adjective(first.text) is None or country_of_adjective(second.text) is None:
        return
    behind = (t for t in tokens[at + 3 : at + 7] if t.head == at and t.deprel == "conj" and t.upos == "NOUN")
    noun = next(behind, None)
    if noun is None or second.head not in (at, noun.index):
        return
    for token in tokens:
        if token.head == at and token.index not in (at, noun.index, second.index):
            tokens[token.index] = replace(token, head=noun.index)
    root = first.head == at
    tokens[noun.index] = replace(noun, head=noun.index if root else first.head, deprel=first.deprel)
    tokens[at] = replace(first, head=noun.index, deprel="amod")
    tokens[at + 1] = replace(joint, head=second.index)
    tokens[at + 2] = replace(second, head=at, deprel="conj")
