"""Sides that go without saying: who thanks, whose arrests the police tell of, who pardons, whose request is refused."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.claims.draft import Draft
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast
from onrecord.claims.whose_word import Voices, find_attribution
from onrecord.lexicon.event_words import WordClass, load_event_words
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Event, Office

THANKS = frozenset({"thank", "thanks", "congratulation", "congratulations", "condolence", "congratulate"})
"""Words by which a speaker thanks or wishes well without saying "I"."""
ARRESTS = frozenset({"arrest", "detain", "apprehend"})
HELD = word_list("held")
POLICE = frozenset({"police", "sheriff", "constabulary", "gendarmerie", "policemen", "officers"})
PARDONS = frozenset({"pardon", "commute", "reprieve"})
CLEMENCY = frozenset({"clemency", "pardon", "reprieve", "commutation"})
"""What is granted to who is pardoned."""
REFUSALS = frozenset({"refuse", "decline", "reject", "rebuff", "ignore", "balk"})


def find_understood(tree: Tree, cast: Cast, voices: Voices, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts in the order of the text, with the sides that an article leaves to be understood."""
    bodies = {o.person: o.body for draft in drafts if isinstance(o := draft.what, Office) and o.body is not None}
    before: Draft | None = None
    pardoners = {w.actors for d in drafts if isinstance(w := d.what, Event) and w.actors and _is_pardon(tree, d)}
    culprits = {entity for draft in drafts for entity in _held_for_it(tree, cast, draft)}
    struck = {w.recipients for draft in drafts if isinstance(w := draft.what, Event) and w.event == "ASSAULT"}
    for draft in sorted(drafts, key=lambda draft: draft.evidence[0]):
        what = draft.what
        if not isinstance(what, Event):
            yield draft
            continue
        actors = what.actors or _speaker_who_acts(tree, cast, voices, draft, bodies)
        if not actors and len(pardoners) == 1 and _is_pardon(tree, draft):
            actors = next(iter(pardoners))  # "her sentence was commuted" by who pardoned the others
        if not actors and what.event == "ASSAULT" and len(culprits) == len(struck) == 1:
            actors = tuple(entity for entity in culprits if entity not in what.recipients)
        recipients = what.recipients or _who_asked(tree, draft, before)
        draft = replace(draft, what=replace(what, actors=actors, recipients=recipients))
        before = draft if what.event == "REQUEST" else before
        yield draft


def _held_for_it(tree: Tree, cast: Cast, draft: Draft) -> tuple[str, ...]:
    """Who is arrested or charged over an attack that the clause speaks of: "arrested Orten over the shooting"."""
    what = draft.what
    if not isinstance(what, Event) or what.event not in ("COERCE", "ACCUSE") or tree.lemma(draft.predicate) not in HELD:
        return ()
    hosts = list(tree.children(draft.predicate, "obl"))
    for host in hosts:
        hosts.extend(tree.children(host, "nmod"))
    acts = [kid for kid in (*hosts, *tree.children(draft.predicate, "advcl")) if _is_attack(tree, kid)]
    people = tuple(entity for entity in what.recipients if cast.kind(entity) == "person")
    return people if acts and len(what.recipients) == 1 else ()


def _is_attack(tree: Tree, word: int) -> bool:
    token = tree.tokens[word]
    kind: WordClass = "noun" if token.upos == "NOUN" else "verb"
    return "ASSAULT" in load_event_words().types(kind, tree.lemma(word), token.text)


def _is_pardon(tree: Tree, draft: Draft) -> bool:
    """True for pardons and commuted sentences, and for clemency that is granted."""
    if not isinstance(draft.what, Event) or draft.what.event != "CONCEDE":
        return False
    verb = draft.predicate
    granted = tree.lemmas_under(verb, "obj") if tree.lemma(verb) in ("grant", "give") else set()
    return tree.lemma(verb) in PARDONS or bool(granted & CLEMENCY)


def _speaker_who_acts(
    tree: Tree, cast: Cast, voices: Voices, draft: Draft, bodies: Mapping[str, str]
) -> tuple[str, ...]:
    """The speaker who thanks ("“Thank you,” she said"), and the police of "police said that two were arrested"."""
    word = tree.lemma(draft.predicate)
    thanks = isinstance(draft.what, Event) and draft.what.event == "SUPPORT" and word in THANKS
    arrested = word in ARRESTS and tree.is_passive(draft.predicate)
    chain = find_attribution(draft, voices) if thanks or arrested else ()
    if not chain:
        return ()
    speaker = chain[-1].entity
    if thanks:
        return (speaker,)
    speaker = bodies.get(speaker, speaker)
    police = POLICE & set(cast.entities[speaker].name.lower().split())
    return (speaker,) if police and cast.kind(speaker) in ("organization", "group") else ()


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
