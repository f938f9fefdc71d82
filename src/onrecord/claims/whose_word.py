"""On whose word a claim stands: the chain of those in whose words it lies, outermost first."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.claims.draft import Draft
from onrecord.claims.for_statements.hearsay import Voice, find_hearsay
from onrecord.claims.for_who.mentions import FIRST_PERSON
from onrecord.claims.for_who.named import publishing_power
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast
from onrecord.model import Attribution, Office, Span, Statement

CLAUSES = ("root", "xcomp", "ccomp", "advcl", "parataxis")
"""Relations in which a noun says something of a subject, and is no mere title."""
QUOTES = '"“”„«»'


@dataclass(frozen=True, slots=True)
class Voices:
    """All on whose word something stands, by the tokens of their words; with each, the draft of its statement."""

    tree: Tree
    at: Mapping[int, tuple[tuple[Voice, Draft | None], ...]]

    def over(self, span: Span) -> Iterator[tuple[Voice, Draft | None]]:
        """Those whose words hold the span, the widest first."""
        token = bisect_left(self.tree.tokens, span.start, key=lambda token: token.span.start)
        found = [each for each in self.at.get(token, ()) if any(part.covers(span) for part in each[0].content)]
        yield from sorted(found, key=lambda each: (-sum(s.end - s.start for s in each[0].content), each[0].within))


def find_voices(tree: Tree, cast: Cast, statements: Sequence[Draft]) -> Voices:
    """The voices of a document: the speakers of its statements, and whoever else is said to say so."""
    found: list[tuple[Voice, Draft | None]] = []
    for draft in statements:
        said = draft.what
        if isinstance(said, Statement):
            found.append((Voice(said.speaker, said.cue, said.content), draft))
    found.extend((voice, None) for voice in find_hearsay(tree, cast, statements))
    at: dict[int, list[tuple[Voice, Draft | None]]] = {}
    for each in found:
        for span in each[0].content:
            for token in tree.tokens_in(span):
                at.setdefault(token, []).append(each)
    return Voices(tree, {token: tuple(voices) for token, voices in at.items()})


def find_attribution(draft: Draft, voices: Voices) -> tuple[Attribution, ...]:
    """Those in whose words the claim's predicate lies, the widest first; joint speakers share a link."""
    chain: list[Attribution] = []
    seen: set[tuple[tuple[Span, ...], bool]] = set()
    named_so = isinstance(draft.what, Office) and is_beside_name(voices.tree, draft.predicate)
    for voice, statement in voices.over(_anchor(draft, voices.tree)):
        if statement is draft or _same_report(draft, voice):
            continue
        if named_so and not _is_quoted(voices.tree, voice, draft.predicate):
            continue  # "he said that President Orten lied": it is the article that calls Orten so
        words = (voice.content, voice.within)
        again = bool(chain) and chain[-1].entity == voice.speaker
        if words not in seen and not again:  # joint speakers: the first stands for them all
            chain.append(Attribution(voice.speaker, voice.cue))
        seen.add(words)
    return tuple(chain)


def is_beside_name(tree: Tree, title: int) -> bool:
    """True for a title that stands beside a name, and is not said of it: "President Orten", "Orten, the president"."""
    said = tree.tokens[title].upos == "VERB" or tree.child(title, "cop") is not None
    return not said and not tree.is_a(title, *CLAUSES)


def _is_quoted(tree: Tree, voice: Voice, token: int) -> bool:
    """True for what lies between the quotation marks of the voice's words."""
    at = tree.tokens[token].span.start
    within = next(span for span in voice.content if span.start <= at < span.end)
    before = tree.text[max(0, within.start - 1) : at]
    return sum(before.count(mark) for mark in QUOTES) % 2 == 1


def _anchor(draft: Draft, tree: Tree) -> Span:
    if isinstance(draft.what, Statement):
        return draft.what.cue or draft.what.content[0]
    return tree.tokens[draft.predicate].span


def _same_report(draft: Draft, voice: Voice) -> bool:
    said = draft.what
    return isinstance(said, Statement) and (said.content == voice.content or voice.content == (said.cue,))


def second_persons(voices: Voices, cast: Cast) -> Mapping[int, str]:
    """Tokens of "you" and "your" in what is said to one person or body alone, named, and to whom it is said."""
    found: dict[int, str] = {}
    for token in voices.tree.tokens:
        if token.upos != "PRON" or token.text.lower() not in ("you", "your", "yours", "yourself"):
            continue
        told = [draft.what for _, draft in voices.over(token.span) if draft is not None]
        said = told[-1] if told else None
        if not isinstance(said, Statement) or said.form == "indirect" or len(said.addressees) != 1:
            continue
        [addressee] = said.addressees
        known = cast.entities[addressee]
        if known.kind in ("person", "organization", "state") and any(m.form == "name" for m in known.mentions):
            found[token.index] = addressee
    return found


def first_persons(voices: Voices, cast: Cast, spoken_for: Mapping[str, str]) -> Mapping[int, str]:
    """Tokens of "I", "we", "our" inside what somebody says, and who says it (the innermost speaker).

    The "we" of whoever speaks for a body is that body (`spoken_for`, entity ids), the "we" of a government's own press
    release that state.
    """
    found: dict[int, str] = {}
    publisher = publishing_power(voices.tree, cast)
    for token in voices.tree.tokens:
        if token.upos == "PRON" and token.text.lower() in FIRST_PERSON:
            said = [voice for voice, statement in voices.over(token.span) if statement is not None]
            ours = token.text.lower() in ("we", "us", "our", "ours", "ourselves")
            if said:
                speaker = said[-1].speaker
                found[token.index] = spoken_for.get(speaker, speaker) if ours else speaker
            elif publisher is not None and ours:
                found[token.index] = publisher
    return found
