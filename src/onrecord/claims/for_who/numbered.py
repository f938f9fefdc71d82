"""Houses of government that are called by their number: "No 10" and "Number Ten" are names."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.lexicon.nouns import load_nouns
from onrecord.model import Analysis, Name, Token
from onrecord.places import country_of_adjective, country_of_name, seat_of

NUMBERED = re.compile(r"(?:No\.? ?10|Number (?:10|Ten))(?: Downing Street)?(?![\w.,]*\d)")
# What the house is to its verb or noun; "No 10 seats" and "a number 10 shirt" only count.
SIDES = frozenset({"nsubj", "nsubj:pass", "obl", "obl:agent", "nmod", "nmod:poss", "obj", "iobj", "conj"})
STAFF = frozenset({"official", "source", "insider", "adviser", "aide", "staff"})


def with_numbered_houses(analysis: Analysis) -> Analysis:
    """The analysis, with each house that is called by its number as one name, where its country is spoken of."""
    found = dict(_houses(analysis))
    if not found:
        return analysis
    tokens = list(analysis.tokens)
    for head, name in found.items():
        for token in tokens[name.first : name.last + 1]:
            if token.index != head:
                tokens[token.index] = replace(token, upos="PROPN", head=head, deprel="compound")
        relation = "compound" if tokens[head].deprel == "nummod" else tokens[head].deprel
        tokens[head] = replace(tokens[head], upos="PROPN", noun_kind="organization", deprel=relation)
    others = [n for n in analysis.names if not any(h.span.overlaps(n.span) for h in found.values())]
    names = sorted((*others, *found.values()), key=lambda name: name.first)
    return replace(analysis, tokens=tuple(tokens), names=tuple(names))


def _houses(analysis: Analysis) -> Iterator[tuple[int, Name]]:
    """The name of each house, with the token of it that its verb or noun governs."""
    for match in NUMBERED.finditer(analysis.document.text):
        inside = [t for t in analysis.tokens if match.start() <= t.span.start and t.span.end <= match.end()]
        if not inside or (inside[0].span.start, inside[-1].span.end) != match.span():
            continue
        first, last = inside[0].index, inside[-1].index
        heads = [t.index for t in inside if not first <= t.head <= last and _acts(analysis, t)]
        country = seat_of(match[0])
        if heads and country and _is_spoken_of(analysis, country.code):
            span = replace(inside[0].span, end=inside[-1].span.end)
            yield heads[-1], Name(first, last, "organization", span, 1.0)


def _acts(analysis: Analysis, token: Token) -> bool:
    """True for what somebody does or suffers, and for whose somebody is: "No 10 said", "a No 10 spokesman"."""
    above = analysis.tokens[token.head].lemma.lower()
    beside = token.deprel in ("nummod", "compound") and (above in STAFF or load_nouns().denotes(above, "voice"))
    return token.deprel in SIDES or beside


def _is_spoken_of(analysis: Analysis, code: str) -> bool:
    """True where an article names the country, one of its houses of government, or a minister."""
    if any(token.lemma.lower() == "minister" for token in analysis.tokens):
        return True
    words = [n.span.of(analysis.document.text) for n in analysis.names] + [t.text for t in analysis.tokens]
    lands = (country_of_name(word) or country_of_adjective(word) or seat_of(word) for word in words)
    return any(land is not None and land.code.startswith(code) for land in lands)
