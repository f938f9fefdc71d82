"""Mend trees: objects taken for subjects, names beside titles, places in front, the second of two with a time each."""

from dataclasses import replace

from onrecord.lexicon.cues import load_cues
from onrecord.model import Analysis, Token

_TAKEN = ("obj", "iobj", "ccomp", "xcomp", "cop", "aux:pass", "expl", "nsubj:pass", "csubj")
_BETWEEN = frozenset({"VERB", "AUX", "SCONJ", "CCONJ"})
_STOPS = (":", ";", "“", "”", '"', "—", "–", "(", "?")


def with_objects(analysis: Analysis) -> Analysis:
    """The analysis with "condemns in the strongest terms the attack" read so that the attack is condemned."""
    tokens = list(analysis.tokens)
    kids: dict[int, list[Token]] = {}
    for token in tokens:
        if token.head != token.index:
            kids.setdefault(token.head, []).append(token)
    for verb in tokens:
        if verb.upos != "VERB" or any(kid.deprel in _TAKEN for kid in kids.get(verb.index, ())):
            continue
        subjects = [kid for kid in kids.get(verb.index, ()) if kid.deprel == "nsubj"]
        behind = [kid for kid in subjects if kid.index > verb.index]
        if len(behind) != 1 or len(subjects) == 1 or not _is_object(tokens, kids, verb, behind[0]):
            continue
        tokens[behind[0].index] = replace(behind[0], deprel="obj")
    return replace(analysis, tokens=tuple(tokens))


def _is_object(tokens: list[Token], kids: dict[int, list[Token]], verb: Token, noun: Token) -> bool:
    """True for a noun or name without a preposition that nothing sets apart from the verb."""
    if noun.upos not in ("NOUN", "PROPN") or any(kid.deprel == "case" for kid in kids.get(noun.index, ())):
        return False
    between = tokens[verb.index + 1 : noun.index]
    apart = sum(word.text == "," for word in between) == 1 or load_cues().reports(verb.lemma.lower(), "say")
    return not apart and not any(word.upos in _BETWEEN or word.text in _STOPS for word in between)


def with_each_dated(analysis: Analysis) -> Analysis:
    """The analysis with "flew to Norland on Monday and to Ostland on Friday" read so that Ostland is joined to Norland,
    and neither to Monday nor to the verb."""
    tokens = list(analysis.tokens)
    for token in analysis.tokens:
        head = tokens[token.head]
        if token.deprel != "conj" or token.upos != "PROPN" or head.index >= token.index:
            continue
        verb = head if head.upos == "VERB" else tokens[head.head] if head.noun_kind == "time" else None
        if verb is None or verb.upos != "VERB" or not _is_dated(tokens, token):
            continue
        alike = [t for t in tokens[verb.index + 1 : token.index] if t.head == verb.index and t.deprel in ("obj", "obl")]
        first = next((t for t in alike if t.noun_kind == token.noun_kind and t.upos == "PROPN"), None)
        if first is not None:
            tokens[token.index] = replace(token, head=first.index)
    return replace(analysis, tokens=tuple(tokens))


def _is_dated(tokens: list[Token], name: Token) -> bool:
    """True for a name with a time right behind it: "Ostland on Friday"."""
    behind = tokens[name.index + 1 : name.index + 4]
    return any(word.noun_kind == "time" for word in behind)


def with_names_of_holders(analysis: Analysis) -> Analysis:
    """The analysis with "met Secretary of State Orel and his aides" read so that Orel is met, not the State."""
    tokens = list(analysis.tokens)
    for name in analysis.tokens[3:]:
        last = tokens[name.index - 1]
        title = tokens[last.head]
        loose = name.deprel in ("appos", "obl") and name.head in (last.index, title.head)
        held = last.deprel == "nmod" and title.index < last.index and tokens[title.index + 1].text == "of"
        if not loose or not held or name.upos != "PROPN" or name.noun_kind != "person" or not title.text.istitle():
            continue
        if any(word.head == name.index and word.deprel == "case" for word in tokens[title.index : name.index]):
            continue
        head = name.index if title.head == title.index else title.head
        tokens[name.index] = replace(name, head=head, deprel=title.deprel)
        tokens[title.index] = replace(title, head=name.index, deprel="nmod:desc")
    return replace(analysis, tokens=tuple(tokens))


def with_places_in_front(analysis: Analysis) -> Analysis:
    """The analysis with "In Oslo Prime Minister Orel said" read so that it was said there, and Oslo is no part of the
    title."""
    tokens = list(analysis.tokens)
    marked = {token.head for token in tokens if token.deprel == "case" and token.lemma.lower() in ("in", "at")}
    for place in tokens:
        if place.index not in marked or place.deprel != "compound" or place.upos != "PROPN":
            continue
        above = tokens[place.head]
        while above.head != above.index and above.deprel in ("compound", "nmod:desc", "flat", "nsubj", "amod"):
            above = tokens[above.head]
        if above.upos == "VERB" and place.index < above.index:
            tokens[place.index] = replace(place, head=above.index, deprel="obl")
    return replace(analysis, tokens=tuple(tokens))
