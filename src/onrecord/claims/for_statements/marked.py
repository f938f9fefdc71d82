"""Words in quotation marks that nobody said: titles, nicknames, and words that only describe something."""

import re

from onrecord.claims.for_statements.cues import Cue
from onrecord.claims.tree import Tree
from onrecord.lexicon.cues import load_cues
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Span

SHORT_QUOTE_WORDS = 4


def is_title(tree: Tree, quote: Span) -> bool:
    """True for the title of a book, film or show in marks: every word but small ones in capitals, behind its noun or
    behind whose it is ("the Post’s “Town and Country”")."""
    opening = tree.text[max(0, quote.start - 30) : quote.start]
    before = re.search(r"(\w+),?\s*[“\"‘«]$", opening)
    words = re.findall(r"[^\W\d_]+(?:['’]\w+)?", quote.of(tree.text))
    owned = re.search(r"\w['’]s\s[“\"‘«]$", opening) is not None and len(words) > 1
    titled = before is not None and before.group(1).lower() in word_list("works")
    return (titled or owned) and all(word[:1].isupper() or len(word) < 5 for word in words)


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


def is_of_object(tree: Tree, cue: Cue, quote: Span) -> bool:
    """True where the noun that the words in marks describe hangs on the cue itself: "called it a “grave” mistake"."""
    inside = tree.tokens_in(quote)
    nouns = {tree.tokens[token].head for token in inside} - set(inside)
    return any(tree.head(noun) == cue.word for noun in nouns)


def is_deep(tree: Tree, cue: Cue, quote: Span) -> bool:
    """True for a few words in marks deep in a phrase that the cue governs: "proposed a way out of “packing” courts"."""
    inside = tree.tokens_in(quote)
    tops = [token for token in inside if tree.tokens[token].head not in inside]
    short = len(quote.of(tree.text).split()) <= SHORT_QUOTE_WORDS
    over = tree.children(cue.word, "obj")
    if not load_cues().reports(tree.lemma(cue.word), "say"):
        over += tree.children(cue.word, "ccomp")  # "asked how what was kept in “approved cabinets” got lost"
    return short and any(one in tree.ancestors(top) for one in over for top in tops if one not in inside)
