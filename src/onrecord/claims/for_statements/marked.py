"""Words in quotation marks that nobody said: titles, nicknames, and words that only describe something."""

import re

from onrecord.claims.for_statements.cues import Cue
from onrecord.claims.tree import Tree
from onrecord.model import Span

WORKS = frozenset(
    """
    book film movie song novel album play poem memoir documentary series painting musical opera essay autobiography
    biography titled entitled single episode
    """.split()
)
SHORT_QUOTE_WORDS = 4


def is_title(tree: Tree, quote: Span) -> bool:
    """True for the title of a book, film or song in marks: every word but small ones in capitals, behind its noun."""
    before = re.search(r"(\w+),?\s*[“\"‘«]$", tree.text[max(0, quote.start - 30) : quote.start])
    words = re.findall(r"[^\W\d_]+(?:['’]\w+)?", quote.of(tree.text))
    titled = before is not None and before.group(1).lower() in WORKS
    return titled and all(word[:1].isupper() or len(word) < 5 for word in words)


def is_nickname(tree: Tree, quote: Span) -> bool:
    """True for what stands in marks amid a person's name: "Lars “Bob” Edmond"."""
    persons = (name.span for name in tree.analysis.names if name.kind == "person")
    between = re.search(r"\b[A-Z]\w+ [“\"‘]$", tree.text[max(0, quote.start - 30) : quote.start])
    amid = between and re.match(r"[”\"’] [A-Z]\w", tree.text[quote.end : quote.end + 4])
    called = bool(amid) and re.fullmatch(r"[A-Z]\w+", quote.of(tree.text)) is not None
    return called or any(span.start < quote.start and quote.end < span.end for span in persons)


def is_attributive(tree: Tree, quote: Span) -> bool:
    """True for words in marks that only describe the noun behind them: "wrote about the “grain tax” plan"."""
    inside = [token for token in tree.tokens if quote.covers(token.span)]
    numbers = {token.index for token in inside}
    out = {token.head for token in inside if token.head not in numbers or token.head == token.index}
    tops = [token for token in inside if token.head not in numbers and token.upos != "PUNCT"]
    return (
        len(out) == 1
        and bool(tops)
        and all(tree.is_a(token.index, "amod", "compound") and token.head > inside[-1].index for token in tops)
    )


def is_deep(tree: Tree, cue: Cue, quote: Span) -> bool:
    """True for a few words in marks deep in a phrase that the cue governs: "proposed a way out of “packing” courts"."""
    inside = tree.tokens_in(quote)
    tops = [token for token in inside if tree.tokens[token].head not in inside]
    short = len(quote.of(tree.text).split()) <= SHORT_QUOTE_WORDS
    objects = tree.children(cue.word, "obj")
    return short and any(obj in tree.ancestors(top) for obj in objects for top in tops if obj not in inside)
