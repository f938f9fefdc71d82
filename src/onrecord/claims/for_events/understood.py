"""Sides that go without saying: who thanks, whose request is refused, whom attacks struck, whose move it was."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.claims.draft import Draft
from onrecord.claims.tree import Tree
from onrecord.claims.whose_word import Voices, find_attribution
from onrecord.model import Event

THANKS = frozenset({"thank", "thanks", "congratulation", "congratulations", "condolence", "congratulate"})
"""Words by which a speaker thanks or wishes well without saying "I"."""
REFUSALS = frozenset({"refuse", "decline", "reject", "rebuff", "ignore", "balk"})

MOVES = frozenset({"move", "decision", "step", "action"})
"""What takes up what somebody has just been told to do."""
_SENTENCES_AFTER = 2


def find_understood(tree: Tree, voices: Voices, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts in the order of the text, with the sides that an article leaves to be understood."""
    before: Draft | None = None
    attacks: list[Draft] = []
    done: Draft | None = None
    for draft in sorted(drafts, key=lambda draft: draft.evidence[0]):
        what = draft.what
        if not isinstance(what, Event):
            yield draft
            continue
        actors = what.actors or _speaker_who_thanks(tree, voices, draft)
        recipients = what.recipients or _who_asked(tree, draft, before) or _whom_they_struck(tree, draft, attacks)
        recipients = recipients or _who_did_it(tree, draft, done)
        draft = replace(draft, what=replace(what, actors=actors, recipients=recipients))
        before = draft if what.event == "REQUEST" else before
        if what.event == "ASSAULT" and recipients and not is_claimed(tree, draft):
            attacks.append(draft)
        done = draft if actors else done
        yield draft


def _speaker_who_thanks(tree: Tree, voices: Voices, draft: Draft) -> tuple[str, ...]:
    """The speaker who thanks: "“Thank you,” she said"."""
    thanks = isinstance(draft.what, Event) and draft.what.event == "SUPPORT" and tree.lemma(draft.predicate) in THANKS
    chain = find_attribution(draft, voices) if thanks else ()
    return (chain[-1].entity,) if chain else ()


def _who_asked(tree: Tree, draft: Draft, request: Draft | None) -> tuple[str, ...]:
    """Who had asked for what is refused: "Norland asked Velmark to wait, but Velmark refused"."""
    if request is None or tree.lemma(draft.predicate) not in REFUSALS:
        return ()
    refused, asked = draft.what, request.what
    if not isinstance(refused, Event) or not isinstance(asked, Event):
        return ()
    apart = tree.tokens[draft.predicate].sentence - tree.tokens[request.predicate].sentence
    answered = set(asked.recipients) & set(refused.actors) if asked.recipients else apart == 0
    fits = apart in (0, 1) and request.predicate < draft.predicate and answered
    return tuple(entity for entity in asked.actors if entity not in refused.actors) if fits else ()


def _whom_they_struck(tree: Tree, draft: Draft, attacks: Sequence[Draft]) -> tuple[str, ...]:
    """Whom an attack struck that is claimed: the one told right before, else the first of the article."""
    claimed = draft.what
    if not isinstance(claimed, Event) or not is_claimed(tree, draft) or not attacks:
        return ()
    here = tree.tokens[draft.predicate].sentence
    near = [attack for attack in attacks if here - tree.tokens[attack.predicate].sentence <= _SENTENCES_AFTER]
    struck = (near[-1] if near else attacks[0]).what
    return struck.recipients if isinstance(struck, Event) and not set(struck.recipients) & set(claimed.actors) else ()


def _who_did_it(tree: Tree, draft: Draft, done: Draft | None) -> tuple[str, ...]:
    """Who is blamed for "the move" that was told in the same sentence or the one before: "Norland closed its border.
    Ostland criticised the move."."""
    blamed, deed = draft.what, done.what if done is not None else None
    if done is None or not isinstance(blamed, Event) or not isinstance(deed, Event) or blamed.event != "ACCUSE":
        return ()
    moves = [kid for kid in tree.children(draft.predicate, "obj") if tree.lemma(kid) in MOVES]
    bare = any(
        tree.lemmas_under(kid, "det") & {"the", "this"} and not tree.children(kid, "nmod", "acl") for kid in moves
    )
    apart = tree.tokens[draft.predicate].sentence - tree.tokens[done.predicate].sentence
    fits = bare and apart in (0, 1) and deed.event != "ACCUSE" and not set(deed.actors) & set(blamed.actors)
    return deed.actors if fits else ()


def is_claimed(tree: Tree, draft: Draft) -> bool:
    """True for an attack that somebody says to be his own: "claimed responsibility for the attack"."""
    return isinstance(draft.what, Event) and draft.what.event == "ASSAULT" and tree.lemma(draft.predicate) == "claim"
