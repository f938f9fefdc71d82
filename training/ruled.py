"""The acts of reporting that the rules of `claims` find in a text, by the characters of each role."""

from collections.abc import Iterator, Mapping, Sequence

from onrecord.claims import gather
from onrecord.language import analyse
from onrecord.model import Document, Span, Statement
from training.polnear import Said

Roles = Mapping[str, Sequence[tuple[int, int]]]


def rule_acts(name: str, text: str) -> Iterator[Roles]:
    """One act for each cue and content; the source is the mention of the speaker that stands nearest to the cue."""
    gathered = gather(analyse(Document(id=name, text=text)))
    merged: dict[tuple[Span | None, tuple[Span, ...]], list[tuple[int, int]]] = {}
    for draft in gathered.statements:
        if not isinstance(draft.what, Statement):
            continue
        said = draft.what
        own = merged.setdefault((said.cue, said.content), [])
        if said.cue is None:
            continue
        mentions = [m.span for m in gathered.cast.entities[said.speaker].mentions]
        outside = [span for span in mentions if not any(span.overlaps(part) for part in said.content)]
        if outside:
            at = said.cue.start
            best = min(outside, key=lambda span: min(abs(span.start - at), abs(span.end - at)))
            own.append((best.start, best.end))
    for (cue, content), source in merged.items():
        yield {
            "source": source,
            "cue": [(cue.start, cue.end)] if cue else [],
            "content": [(span.start, span.end) for span in content],
        }


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
