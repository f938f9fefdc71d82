"""On whose word a claim stands: the chain of speakers in whose statements it lies, outermost first."""

from collections.abc import Mapping, Sequence

from onrecord.claims.draft import Draft
from onrecord.claims.mentions import FIRST_PERSON
from onrecord.claims.tree import Tree
from onrecord.model import Attribution, Span, Statement


def find_attribution(draft: Draft, tree: Tree, statements: Sequence[Draft]) -> tuple[Attribution, ...]:
    """The speakers of all statements that hold the claim's predicate, the widest first; joint speakers share a link."""
    anchor = _anchor(draft, tree)
    holding: list[tuple[int, int, Statement]] = []
    for other in statements:
        said = other.what
        if not isinstance(said, Statement) or other is draft or _same_report(draft, other):
            continue
        if any(span.covers(anchor) for span in said.content):
            size = sum(span.end - span.start for span in said.content)
            holding.append((-size, len(holding), said))
    chain: list[Attribution] = []
    seen: set[tuple[Span, ...]] = set()
    for _, _, said in sorted(holding, key=lambda item: item[:2]):
        if said.content in seen:  # joint speakers: the first stands for them all
            continue
        seen.add(said.content)
        chain.append(Attribution(said.speaker, said.cue))
    return tuple(chain)


def _anchor(draft: Draft, tree: Tree) -> Span:
    if isinstance(draft.what, Statement):
        return draft.what.cue or draft.what.content[0]
    return tree.tokens[draft.predicate].span


def _same_report(draft: Draft, other: Draft) -> bool:
    return (
        isinstance(draft.what, Statement)
        and isinstance(other.what, Statement)
        and draft.what.content == other.what.content
    )


def first_persons(tree: Tree, statements: Sequence[Draft]) -> Mapping[int, str]:
    """Tokens of "I", "we", "our" inside what somebody says, and who says it (the innermost speaker)."""
    found: dict[int, tuple[int, str]] = {}
    for token in tree.tokens:
        if token.upos != "PRON" or token.text.lower() not in FIRST_PERSON:
            continue
        for draft in statements:
            said = draft.what
            if isinstance(said, Statement) and any(span.covers(token.span) for span in said.content):
                size = sum(span.end - span.start for span in said.content)
                if token.index not in found or size < found[token.index][0]:
                    found[token.index] = (size, said.speaker)
    return {token: speaker for token, (_, speaker) in found.items()}
