"""Find events: who did what to whom, after the PLOVER codebook, from words that the lexicon knows."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from onrecord.claims.draft import Draft
from onrecord.claims.for_events.addressed import (
    find_addressed,
    is_of_things,
    is_own_country,
    is_promised,
    led_to,
    threatened,
    who_is_to_act,
)
from onrecord.claims.for_events.authored import DEEDS
from onrecord.claims.for_events.culprits import is_alleged
from onrecord.claims.for_events.fates import without_sufferers
from onrecord.claims.for_events.filters import (
    bears_name,
    hosts_abroad,
    is_back_reference,
    is_glued,
    is_idea,
    is_paper,
    protesters_near,
    protesters_of,
    states_of,
)
from onrecord.claims.for_events.left_untold import decided_in, untold_doers, who_answers, whose_doing
from onrecord.claims.for_events.parts import Parts
from onrecord.claims.for_events.senses import event_senses, light_verbs
from onrecord.claims.for_events.surroundings import IDEAS
from onrecord.claims.for_events.swallowed import asked, is_swallowed, refusal, swallows, told_once
from onrecord.claims.for_events.talks import (
    are_single,
    find_talks,
    has_met_a_thing,
    is_by_phone,
    is_one_sided,
    occasions,
    of_kind,
    without_topics,
    words_beside,
)
from onrecord.claims.for_events.told_clauses import find_carried_on, find_cited
from onrecord.claims.for_events.violence import (
    DONE_BY_THINGS,
    HARM,
    complete_by_harm,
    complete_by_noun,
    strikes_some,
)
from onrecord.claims.for_events.worth import Found, is_told
from onrecord.claims.for_statements.acts import Act
from onrecord.claims.for_who.named import Named
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast
from onrecord.lexicon.event_words import EventWord, LightVerb
from onrecord.lexicon.nouns import load_nouns
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Event, EventType, Span, Status

# Asking for a thing, refusing it and threatening it are events; the thing itself is not one yet.
SWALLOWING = frozenset({"REQUEST", "REJECT", "THREATEN"})
# What one does in words is done, whatever others answer: "rejected the request", "refused the demand".
SPEECH_ACTS = frozenset({"REQUEST", "ACCUSE", "THREATEN"})
# What stands for nobody by these is a thing where things do the like: "it supports our strategy", not "it would expel".
GIVEN_BY_THINGS: frozenset[EventType] = frozenset({"SUPPORT", "AID", "COOPERATE", "REJECT", "REQUEST", "CONCEDE"})
SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})


def find_events(tree: Tree, cast: Cast, acts: Sequence[Act] = ()) -> Iterator[Draft]:
    """The events of a document in text order, with what its acts of saying do. Each has an actor or a recipient."""
    parts = Parts(Named(tree, cast))
    found = told_once(tree, list(find_candidates(parts, find_carried_on(tree, acts), find_cited(tree, acts))))
    swallowed = {token: event for event in found if event.event in SWALLOWING for token in swallows(tree, event)}
    wanted = set(asked(tree))
    seen: dict[tuple[object, ...], int] = {}
    befallen: set[tuple[EventType, str]] = set()
    for event in found:
        if is_swallowed(event, swallowed.get(event.token)) or not is_told(parts.named, event) or event.token in wanted:
            continue
        if event.assumed and any(key[:2] == (tree.tokens[event.token].sentence, event.event) for key in seen):
            continue
        if event.event in SPEECH_ACTS and event.token in swallowed:
            event = replace(event, status="asserted")  # what is refused had been asked, or said, by somebody else
        if _is_told_before(event, befallen):
            continue
        key = (tree.tokens[event.token].sentence, event.event, frozenset(event.actors), frozenset(event.recipients))
        if key not in seen:
            seen[key] = event.token
            befallen.update((event.event, entity) for entity in event.recipients)
            yield from _drafts(tree, cast, event)


def _is_told_before(event: Found, befallen: Set[tuple[EventType, str]]) -> bool:
    """True for "the killing of Orten" where it was told already that somebody killed him: a noun without who did it."""
    nobody = event.sense.kind == "noun" and not event.actors
    return nobody and all((event.event, entity) in befallen for entity in event.recipients)


def find_candidates(
    parts: Parts,
    carried_on: Mapping[int, Sequence[int]] | None = None,
    cited: Mapping[int, tuple[int, ...]] | None = None,
) -> Iterator[Found]:
    """All that words may tell of in text order, descriptions and what is only asked for included."""
    for token in parts.tree.tokens:
        yield from _at(parts, parts.named.cast, token.index)
        for clause in (carried_on or {}).get(token.index, ()):
            yield from _said(parts.telling(token.index, clause, cited or {}), parts.named.cast, token.index, clause)


def _said(parts: Parts, cast: Cast, verb: int, clause: int) -> Iterator[Found]:
    """The event of saying what a sentence says that the verb does not govern: “We are late,” she said. “He lied.”"""
    senses = (sense for sense in event_senses(parts, verb, "verb") if "ccomp" in sense.present)
    for found in _first(_verb(parts, cast, verb, sense) for sense in senses):
        yield replace(found, clause=parts.clauses(verb)[0])


def _at(parts: Parts, cast: Cast, token: int) -> Iterator[Found]:
    """The event that the word at this token tells of, by its first sense that fits."""
    upos = parts.tree.tokens[token].upos
    if upos in ("NOUN", "PROPN"):
        title = parts.tree.tokens[token].text.istitle() and upos == "PROPN" and token in parts.named.at  # of a film
        aside = title or parts.tree.is_a(token, "compound", "amod", "flat") or parts.tree.tokens[token].text == "March"
        senses = () if aside else tuple(event_senses(parts, token, "noun"))
        if senses:
            hosts = tuple(light_verbs(parts, token))
            yield from _first(_noun(parts, cast, token, sense, hosts) for sense in senses)
    elif upos in ("VERB", "ADJ") and not is_glued(parts.tree, token):
        readings = (_verb(parts, cast, token, sense) for sense in event_senses(parts, token, "verb"))
        yield from _first(readings)


def _first(readings: Iterator[Found | None]) -> Iterator[Found]:
    found = next((reading for reading in readings if reading is not None), None)
    if found is not None:
        yield found


def _verb(parts: Parts, cast: Cast, verb: int, sense: EventWord) -> Found | None:
    owners = sense.event != "CONSULT"
    if sense.sides:
        return _talks_of_verb(parts, verb, sense, owners=owners)
    if sense.event == "MOBILIZE" and sense.actor == ("obj",) and not parts.tree.is_passive(verb):
        return None  # "the governor sent troops": not the troops
    doing = whose_doing(parts, verb, sense.event, parts.of_verb(verb, sense.actor, owners=owners))
    actors = of_kind(cast, (parts.sent(verb) if sense.mode == "visit" else ()) or doing, sense.actor_kinds)
    whose = owners and not _wants_a_person(sense)
    told = parts.of_verb(verb, sense.recipient, owners=whose and not is_of_things(parts, verb, sense))
    if sense.event in SPEECH_ACTS:
        told = find_addressed(parts, verb, sense, told)
    recipients = of_kind(cast, told, sense.recipient_kinds)
    if sense.mode == "visit" and not sense.recipient:  # a site receives nobody, "the Karsk Region" does
        recipients = of_kind(cast, parts.of_verb(verb, ("obj",), owners=False), frozenset({"state"}))
    actors = actors or of_kind(cast, decided_in(parts, verb), sense.actor_kinds)
    actors = actors or of_kind(cast, untold_doers(parts, verb, sense), sense.actor_kinds)
    actors, recipients = complete_by_harm(parts, verb, sense, actors, recipients)
    recipients = without_sufferers(parts, verb, sense, recipients)
    if sense.event == "REQUEST" and sense.aux:  # "the premier said Norland must leave the union"
        recipients = tuple(entity for entity in recipients if not is_own_country(parts, verb, actors, entity))
    if sense.event == "AGREE" and sense.needs == "actor":  # "promised to free the hostages": not promised to them
        recipients = tuple(entity for entity in recipients if parts.named.has_name(entity))
    if sense.event == "THREATEN" and not set(recipients) - set(actors):
        recipients = threatened(parts, verb)
    recipients = _others(parts, sense, actors, recipients)
    enough = _enough(parts, sense, actors, recipients) or (bool(actors) and strikes_some(parts, verb, sense))
    if not enough or (not actors and _is_done_by_a_thing(parts, verb, sense)):
        return None
    refusing = refusal(parts.tree, verb, sense)
    if sense.refused and refusing is None:
        return None
    if refusing is not None and not recipients and not parts.tree.is_passive(verb):  # "did not pass his budget"
        recipients = _others(parts, sense, actors, parts.of_verb(verb, ("obj",), owners=True))
    event: EventType = sense.event if refusing is None else "REJECT"
    predicate = verb if refusing is None else refusing
    status: Status | None = "planned" if is_promised(parts.tree, verb, event) else None
    if event == "ASSAULT" and actors and is_alleged(parts, verb):
        status = "alleged"
    found = Found(verb, sense, event, sense.mode, actors, recipients, (), predicate, False, status=status)
    return found if recipients else replace(found, led_to=_others(parts, sense, actors, led_to(parts, verb, sense)))


def _talks_of_verb(parts: Parts, verb: int, sense: EventWord, *, owners: bool) -> Found | None:
    """An event of equal sides that a verb tells of."""
    if parts.tree.is_passive(verb) and parts.verb_tokens(verb, "obl:with") and not parts.doers(verb):
        return None  # "were met with tear gas"
    sides = without_topics(parts, verb, sense, (), parts.of_verb(verb, sense.sides, owners=owners))
    found = find_talks(parts.named, verb, sense, sides, ())
    unknown = not parts.tree.is_passive(verb) and not parts.doers(verb)
    if found is None or unknown and len(found.actors) > 1:  # whom somebody unknown met did not meet each other
        return None
    if is_one_sided(parts, verb, sense, found) or has_met_a_thing(parts, verb, sense, found):
        return None
    if any(are_single(parts.tree, noun) for noun in parts.tree.children(verb, "obj")):
        doers = set(parts.doers(verb))
        return replace(found, apart=tuple(entity for entity in found.actors if entity not in doers))
    apart = tuple(e for e in parts.met_apart(verb) if e in found.actors)
    alone = led_to(parts, verb, sense) if len(found.actors) == 1 else ()
    return replace(found, apart=apart, led_to=_others(parts, sense, found.actors, alone))


def _is_done_by_a_thing(parts: Parts, verb: int, sense: EventWord) -> bool:
    """True where the subject is nobody: "the messages disparaged her"; bombs and coups stand for who sent them."""
    doers = parts.tree.doers(verb)
    if any(load_nouns().denotes(parts.tree.lemma(doer), "thing") for doer in doers):
        return True  # "was killed by his lions"
    words = [parts.tree.tokens[doer] for doer in doers if parts.tree.lemma(doer) not in DEEDS]
    if sense.event == "REQUEST" and any(word.upos == "NOUN" and word.noun_kind in IDEAS for word in words):
        return True  # "the crisis demands that all act"
    if sense.event in DONE_BY_THINGS or "nsubj" not in sense.actor:
        return False
    things = {"it", "this", "that", "these", "which"} if sense.event in GIVEN_BY_THINGS else ()
    return any(parts.tree.tokens[doer].upos == "NOUN" or parts.tree.lemma(doer) in things for doer in doers)


def _noun(
    parts: Parts, cast: Cast, noun: int, sense: EventWord, light: Sequence[tuple[int, LightVerb]]
) -> Found | None:
    carried = [(verb, entry) for verb, entry in light if _carries(entry, sense)]
    hosts = tuple(verb for verb, _ in carried)
    owners = sense.event != "CONSULT"
    lent = {part: [e for verb, entry in carried if entry.subject == part for e in
            whose_doing(parts, verb, sense.event, _lenders(parts, verb, entry))]
            for part in ("actor", "recipient")}  # fmt: skip
    if sense.event == "COOPERATE" and sense.words[0] in word_list("lasting") and not hosts:
        return None
    if sense.sides:
        return _noun_of_talks(parts, noun, sense, hosts, (*lent["actor"], *lent["recipient"]))
    whose = owners and sense.event != "PROTEST"  # "a protest of Orten's death"
    own, suffered = _own_sides(parts, noun, sense, bool(lent["actor"]))
    if sense.mode == "visit" and not own and not lent["actor"]:
        lent["actor"] = list(parts.around(noun))
    doing = own or lent["actor"] or parts.of_noun(noun, sense.actor, hosts, owners=whose)
    actors = of_kind(cast, tuple(dict.fromkeys(doing)), sense.actor_kinds)
    others = parts.of_noun(noun, suffered, hosts, owners=owners and not _wants_a_person(sense))
    given = [e for verb, entry in carried if entry.subject == "actor"
             for e in parts.who(parts.verb_tokens(verb, "iobj"), owners=False)]  # fmt: skip
    actors = tuple(entity for entity in actors if entity not in lent["recipient"])
    of = "nmod:of" in sense.recipient or sense.event == "SUPPORT"
    if lent["recipient"] and not actors and of:  # "won the endorsement of the party"
        givers = parts.of_noun(noun, ("nmod:of",), (), owners=owners)
        actors, others = of_kind(cast, givers, sense.actor_kinds), tuple(e for e in others if e not in givers)
    recipients = of_kind(cast, tuple(dict.fromkeys((*lent["recipient"], *given, *others))), sense.recipient_kinds)
    met = [token for verb, entry in carried if entry.subject == "recipient" for token in _borne(parts, verb)]
    recipients = without_sufferers(parts, noun, sense, recipients, met)
    if sense.event == "REQUEST" and not recipients:
        told = who_answers(parts, noun) or who_is_to_act(parts, noun, hosts)
        recipients = of_kind(cast, told, sense.recipient_kinds)
    actors, recipients = complete_by_noun(parts, noun, sense, actors, recipients)
    assumed = sense.event == "PROTEST" and not actors
    if assumed and not is_back_reference(parts.tree, noun):
        actors = protesters_of(parts.named, noun)
    recipients = _others(parts, sense, actors, recipients)
    if not _enough(parts, sense, actors, recipients):
        return None
    status: Status | None = "alleged" if actors and sense.event == "ASSAULT" and is_alleged(parts, noun) else None
    return Found(
        noun, sense, sense.event, sense.mode, actors, recipients, hosts, noun, bool(own), assumed, status=status
    )


def _own_sides(parts: Parts, noun: int, sense: EventWord, is_lent: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who does what the noun says by its own phrases, and the relations of those to whom it is done."""
    owners = sense.event not in ("CONSULT", "PROTEST")  # "a protest of Orten's death"
    suffered, given = sense.recipient, is_lent and sense.event == "REQUEST"  # "made a demand of Norland"
    own = parts.of_noun(noun, [part for part in sense.actor if not given or part != "nmod:of"], (), owners=owners)
    if given:
        suffered = (*suffered, "nmod:of")
    if sense.event == "SUPPORT" and (givers := _givers(parts, noun, sense)):  # "his endorsement by the union"
        own, suffered = givers, (*suffered, "nmod:poss")
    if not own and _is_doers(parts, noun, sense):
        own, suffered = parts.of_noun(noun, ("nmod:poss",), (), owners=owners), ("nmod:of",)
    return own, suffered


def _noun_of_talks(
    parts: Parts, noun: int, sense: EventWord, hosts: tuple[int, ...], lent: Sequence[str]
) -> Found | None:
    """An event of equal sides that a noun tells of; `lent` are those whom a light verb brings to it."""
    own = parts.of_noun(noun, sense.sides, hosts, owners=sense.event != "CONSULT")
    met = parts.of_noun(noun, ("nmod:with",), hosts, owners=False)
    if parts.noun_tokens(noun, "nmod:between", ()):
        lent = ()
    elif own and not lent and (len(own) == 1 or {*own} == {*met}):
        lent = parts.around(noun)
        head = parts.tree.head(noun)
        harmed = head is not None and parts.tree.lemma(head) in HARM  # "was injured in clashes with the police"
        if not lent and sense.event == "ASSAULT" and not harmed:  # "clashes with the police broke out"
            lent = protesters_near(parts.named, noun)
    found = find_talks(parts.named, noun, sense, tuple(dict.fromkeys((*lent, *own))), hosts)
    if found is not None and {*found.actors} <= {*met}:
        return None  # "talks with the government", untold whose
    if found is None or not are_single(parts.tree, noun):
        return found
    others = tuple(entity for entity in own if entity not in lent) if lent else ()
    return replace(found, apart=others, mode="meet" if found.mode == "multilateral" and not others else found.mode)


def _is_doers(parts: Parts, noun: int, sense: EventWord) -> bool:
    """True where the possessor of a fate is not whom it befell: "Norland's arrest of Orten"."""
    both = "nmod:poss" in sense.recipient
    return both and all(parts.of_noun(noun, (way,), (), owners=False) for way in ("nmod:poss", "nmod:of"))


def _givers(parts: Parts, noun: int, sense: EventWord) -> tuple[str, ...]:
    """Who supports by what follows where the possessor is not who does: "Orten's endorsement by the union"."""
    after = [relation for relation in ("nmod:by", "nmod:from") if relation in sense.actor]
    whose = "nmod:poss" in sense.actor and parts.tree.children(noun, "nmod:poss")
    return parts.of_noun(noun, after, (), owners=False) if whose else ()


def _wants_a_person(sense: EventWord) -> bool:
    """True where people are meant and not whose a thing is: "released the names of the victims" releases no victims."""
    return bool(sense.recipient_kinds) and sense.recipient_kinds <= {"person", "group"} and not sense.objects


def _lenders(parts: Parts, verb: int, entry: LightVerb) -> tuple[str, ...]:
    """Whom the light verb lends to its noun; what "Norland's plans drew" is drawn by Norland."""
    passive = parts.tree.is_passive(verb) and entry.subject == "recipient"  # "was met with criticism"
    found = () if passive else parts.doers(verb)
    return found or (parts.who(_borne(parts, verb), owners=True) if entry.subject == "recipient" else ())


def _borne(parts: Parts, verb: int) -> tuple[int, ...]:
    """What draws or meets with it: the subject."""
    return parts.tree.subjects(verb) if parts.tree.is_passive(verb) else parts.tree.doers(verb)


def _others(parts: Parts, sense: EventWord, actors: tuple[str, ...], recipients: tuple[str, ...]) -> tuple[str, ...]:
    """The recipients who are not themselves the actors."""
    if sense.mode == "visit":
        recipients = hosts_abroad(parts.named, actors, recipients)
    elif sense.event == "SANCTION":
        recipients = states_of(parts.named, recipients)
    elif sense.event in ("SUPPORT", "REJECT"):
        recipients = tuple(e for e in recipients if not is_idea(parts.named, e))
    return tuple(e for e in recipients if e not in actors and not is_paper(parts.named, e))


def _carries(entry: LightVerb, sense: EventWord) -> bool:
    """True when the light verb goes with nouns of this sense."""
    return (not entry.nouns or sense.words[0] in entry.nouns) and (not entry.types or sense.event in entry.types)


def _enough(parts: Parts, sense: EventWord, actors: Sequence[str], recipients: Sequence[str]) -> bool:
    """True where the sides that the sense needs are there, and named where it wants names."""
    if not bears_name(parts.named, sense, actors, recipients):
        return False
    if sense.needs == "both":
        return bool(actors and recipients)
    if sense.needs == "any":
        return bool(actors or recipients)
    return bool(actors if sense.needs == "actor" else recipients)


def _drafts(tree: Tree, cast: Cast, event: Found) -> Iterator[Draft]:
    """One draft; visits to several hosts and meetings with several groups are one each."""
    single = occasions(tree, cast, event)
    beside = words_beside(tree, cast, event, [(*actors, *recipients)[-1] for actors, recipients in single])
    for (actors, recipients), words in zip(single, beside if len(single) > 1 else (None,), strict=True):
        mode = "meet" if event.mode == "multilateral" and len(actors) == 2 < len(event.actors) else event.mode
        mode = "phone" if mode == "meet" and is_by_phone(tree, event.predicate) else mode
        what = Event(event.event, mode, actors, recipients, _trigger(tree, event))
        draft = Draft(what, event.predicate, (_evidence(tree, event),), _score(event), event.status, event.led_to)
        yield replace(draft, beside=words)


def _trigger(tree: Tree, event: Found) -> Span:
    """The word, with its particle where that follows at once."""
    if event.clause is not None:
        return tree.tokens[event.clause].span
    last = event.token
    while last + 1 < len(tree.tokens) and tree.lemma(last + 1) in event.sense.words[1:]:
        last += 1
    return tree.span(event.token, last)


def _evidence(tree: Tree, event: Found) -> Span:
    """The clause of the verb, or of the light verb that carries the noun, without its side clauses."""
    words = (event.token, *event.hosts, event.predicate) if event.clause is None else (event.clause,)
    edges = [tree.phrase(word) for word in words]
    return tree.span(min(first for first, _ in edges), max(last for _, last in edges))


def _score(event: Found) -> float:
    score = 0.55
    if event.actors and (event.recipients or event.event in SYMMETRIC and len(event.actors) > 1):
        score += 0.15
    return score if event.sense.kind != "noun" else score - 0.1
