"""The acts of saying, judging and thinking that the reading finds in a text, by the characters of each role."""

from collections.abc import Iterator, Mapping, Sequence

from onrecord.claims.for_statements.acts import Act, find_acts
from onrecord.claims.for_statements.quotes import find_quotes
from onrecord.claims.tree import Tree
from onrecord.language import analyse
from onrecord.model import Analysis, Document
from training.polnear import Said

Roles = Mapping[str, Sequence[tuple[int, int]]]


def rule_acts(name: str, text: str) -> Iterator[Roles]:
    """The roles of each act of a text."""
    return acts_in(analyse(Document(id=name, text=text)))


def acts_in(analysis: Analysis) -> Iterator[Roles]:
    """The roles of each outermost act of an analysed text, as PolNeAR has them: none within another's words.

    The source of a relative clause is the pronoun and what it means.
    """
    tree = Tree(analysis)
    for act in outermost(tree, find_acts(tree)):
        cue = tree.span(act.cue.first, act.cue.last) if act.cue else None
        spans = [tree.span(*tree.phrase(token)) for token in _sources(tree, act)]
        yield {
            "source": [(span.start, span.end) for span in spans],
            "cue": [(cue.start, cue.end)] if cue else [],
            "content": [(span.start, span.end) for span in act.content],
        }


def outermost(tree: Tree, acts: Sequence[Act]) -> Iterator[Act]:
    """The acts whose cue lies neither in a quotation nor in the content of another act."""
    quotes = find_quotes(tree.text)
    for act in acts:
        place = tree.tokens[act.word].span
        held = any(span.covers(place) for other in acts if other is not act for span in other.content)
        if act.cue is None or not (held or any(quote.covers(place) for quote in quotes)):
            yield act


def _sources(tree: Tree, act: Act) -> Sequence[int]:
    subjects = tree.children(act.word, "nsubj")
    pronouns = [kid for kid in subjects if kid not in act.sources and tree.antecedent(kid) in act.sources]
    return (*act.sources, *pronouns)


def combine(ruled: Sequence[Said], seen: Sequence[Said]) -> list[Said]:
    """The acts that the rules find, and those that the network sees where the rules find nothing.

    An act of the rules without a source gets that of the network's act with the same cue.
    """
    combined = []
    for act in ruled:
        twin = next((other for other in seen if other.cue & act.cue), None)
        combined.append(Said(act.source or twin.source, act.cue, act.content) if twin else act)
    for act in seen:
        if not any(act.cue & other.cue or _same(act.content, other.content) for other in ruled):
            combined.append(act)
    return combined


def _same(one: frozenset[int], other: frozenset[int]) -> bool:
    return bool(one and other) and 2 * len(one & other) >= min(len(one), len(other))
