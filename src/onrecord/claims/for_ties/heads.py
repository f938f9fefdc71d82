"""Heads: who leads a state, a party or a body, by "his rule of", "took control of", "Torvald's regime"."""

from collections.abc import Iterator

from onrecord.claims.draft import Draft
from onrecord.claims.for_ties.members import ARMED, LED, is_led_by_one, is_party
from onrecord.claims.for_ties.sides import FAIR, LIKELY, REGIMES, Sides
from onrecord.claims.for_who.named import country_code
from onrecord.lexicon.leaders import is_leader_of
from onrecord.lexicon.ties import TieWord
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Tie

LEADER = TieWord("leader", "leader", "", "", "", houses=True)
UNDER = ("leadership", "command", "rule", "chairmanship", "presidency", "stewardship")
AT_HEAD = {"helm": "at", "head": "at", "charge": "in"}
PART = TieWord("part", "part", "", "", "", places=True)
RULERS = ("dictator", "strongman", "ruler", "autocrat", "despot")


def find_rule(reader: Sides) -> Iterator[Draft]:
    """Persons who rule a state or head a party, by nouns and phrases that say so."""
    tree = reader.tree
    for token in tree.tokens:
        lemma = token.lemma.lower()
        if token.upos == "NOUN" and lemma in ("rule", "reign", "leadership", "dictatorship", "governance"):
            yield from _rule_of(reader, token.index)
        if token.upos == "NOUN" and lemma in ("control", "power", "charge", "leadership", "helm", "reins"):
            yield from _taken(reader, token.index)
        if lemma in AT_HEAD and tree.case(token.index) == AT_HEAD[lemma]:
            yield from _at_head(reader, token.index)
        if token.upos == "NOUN" and lemma in UNDER and tree.case(token.index) == "under":
            yield from _under_rule(reader, token.index)
        if token.index in reader.names.at and tree.case(token.index) == "under":
            yield from _under(reader, token.index)


def _led(reader: Sides, leaders: tuple[int, ...], bodies: tuple[int, ...], predicate: int) -> Iterator[Draft]:
    """The persons as leaders of a state or of a party, not of a company or a ministry; bodies as those of a state."""
    for leader in leaders:
        person, ruler = reader.names.person_at(leader), reader.named(leader)
        if person is None and (ruler is None or reader.cast.kind(ruler) != "organization"):
            continue
        for body in bodies:
            entity = reader.named(body)
            state = entity is not None and reader.cast.kind(entity) == "state"
            if state or (person is not None and is_led_by_one(reader, body)):
                yield from reader.draft(LEADER, (leader, body), predicate, FAIR)


def _rule_of(reader: Sides, noun: int) -> Iterator[Draft]:
    """ "Torvald's long rule of Norway"."""
    tree = reader.tree
    for leader in tree.children(noun, "nmod:poss"):
        for body in tree.obliques(noun, "of", "over", "in") if reader.names.person_at(leader) is not None else ():
            yield from reader.draft(LEADER, (leader, body), noun, LIKELY)


def _taken(reader: Sides, noun: int) -> Iterator[Draft]:
    """ "Torvald took control of Norway", "Torvald seized power in Norway"."""
    tree, verb = reader.tree, reader.tree.head(noun)
    links = ("in",) if tree.lemma(noun) == "power" else ("of",)
    if tree.children(noun, "cop") and tree.case(noun) == "in":  # "is in power in Norway"
        yield from _led(reader, tree.subjects(noun), tree.obliques(noun, *links), noun)
    elif verb is not None and tree.is_a(noun, "obj") and tree.lemma(verb) in word_list("taking"):
        places = (*tree.obliques(noun, *links), *tree.obliques(verb, *links))
        yield from _led(reader, tree.subjects(verb), places, noun)


def _under_rule(reader: Sides, noun: int) -> Iterator[Draft]:
    """ "The brigade under the command of Torvald", "Under Torvald's leadership, the party moved": who leads it."""
    tree, head = reader.tree, reader.tree.head(noun)
    if head is None:
        return
    led = (head,) if tree.is_a(noun, "nmod") else tree.subjects(head) if tree.is_a(noun, "obl") else ()
    for leader in (*tree.obliques(noun, "of"), *tree.children(noun, "nmod:poss")):
        for body in led if reader.names.person_at(leader) is not None else ():
            yield from reader.draft(LEADER, (leader, body), noun, FAIR, unnamed=tree.is_a(noun, "nmod"))


def _at_head(reader: Sides, noun: int) -> Iterator[Draft]:
    """ "Torvald is at the helm of the Green Party", "Torvald, in charge of the Green Party since May": who leads it."""
    tree, head = reader.tree, reader.tree.head(noun)
    enclosed = reader.names.at.get(noun - 4)  # "Torvald, at the helm of the Green Party, said", taken for the verb's
    enclosed = enclosed if tree.is_a(noun, "obl") and tree.text_at(noun - 3) == "," else None
    beside: tuple[int, ...] = (head,) if head is not None and tree.is_a(noun, "nmod", "acl") else ()
    beside = reader.names.heads_of(enclosed) if enclosed is not None else beside
    for leader in tree.subjects(noun) if tree.children(noun, "cop") else beside:
        for body in tree.obliques(noun, "of") if reader.names.person_at(leader) is not None else ():
            yield from reader.draft(LEADER, (leader, body), noun, FAIR)


def _under(reader: Sides, leader: int) -> Iterator[Draft]:
    """ "Under Torvald, the Green Party moved to the left"; a state only where he is known to lead it."""
    tree, verb = reader.tree, reader.tree.head(leader)
    person = reader.names.person_at(leader)
    beside = tree.is_a(leader, "nmod") and verb in reader.names.at  # "the Green Party, under Ana Torvald, moved"
    if person is None or verb is None or not (beside or (tree.is_a(leader, "obl") and leader < verb)):
        return
    for body in (verb,) if beside else tree.subjects(verb):
        entity = reader.named(body)
        own = entity is not None and reader.cast.kind(entity) == "state" and _leads(reader, person, entity)
        if own or is_led_by_one(reader, body):
            yield from reader.draft(LEADER, (leader, body), leader, FAIR)


def _leads(reader: Sides, person: str, state: str) -> bool:
    """True where the person belongs to the state, or is one of its known leaders."""
    code, name = reader.cast.country(state), reader.cast.entities[person].name
    return code is not None and (reader.cast.country(person) == code or is_leader_of(code, name))


def find_heads(reader: Sides) -> Iterator[Draft]:
    """Leaders of the states and parties that are called theirs, and bodies called those of other bodies."""
    for token in reader.tree.tokens:
        lemma = token.lemma.lower()
        if lemma in (*REGIMES, *RULERS) and token.upos in ("NOUN", "PROPN"):
            yield from _regime(reader, token.index, _rulers(reader, token.index) if lemma in RULERS else None)
        if token.upos in ("PROPN", "NOUN") and reader.names.entity_at(token.index) is not None:
            yield from _of_owner(reader, token.index)
            yield from _ruling(reader, token.index)
        if lemma in (*LED, *ARMED, "party") and token.text.islower():
            yield from _called(reader, token.index)


def _rulers(reader: Sides, noun: int) -> tuple[int, ...]:
    """Whom a word for a ruler is said of: "the Norwegian dictator Lars Edmond", "Lars Edmond, a ruler of Norway"."""
    tree, head = reader.tree, reader.tree.head(noun)
    beside = tree.children(noun, "appos", "flat", "nmod:desc")
    above = (head,) if head is not None and tree.is_a(noun, "appos", "nmod:desc", "compound") else ()
    return (*beside, *above)


def _owners(reader: Sides, noun: int) -> tuple[int, ...]:
    """Whose regime it is."""
    owners = reader.tree.children(noun, "nmod:poss")
    if reader.tree.lemma(noun) != "regime":
        return owners
    return (*owners, *(kid for kid in reader.tree.children(noun, "compound", "nmod") if kid < noun))


def _regime(reader: Sides, noun: int, rulers: tuple[int, ...] | None) -> Iterator[Draft]:
    """Who rules, or whose regime it is, leads the state named beside it, else the one that the person belongs to."""
    tree, cast = reader.tree, reader.cast
    for owner in rulers if rulers is not None else _owners(reader, noun):
        person = reader.names.person_at(owner)
        if person is None or not reader.names.has_name(person):
            continue
        states = tree.children(noun, "amod", "nmod:poss") if rulers is not None else ()
        beside = (reader.named(kid) for kid in (*tree.obliques(noun, "in", "of", "over"), *states))
        state = next((e for e in beside if e is not None and cast.kind(e) == "state"), None)
        told = filter(None, (one.phrase.country for one in reader.holdings if one.person == person))
        country = cast.country(person) or next(told, None) or _titled_country(reader)
        state = state or _known_state(reader, person) or reader.state_of(country)
        if state is not None:
            yield Draft(Tie(person, state, "leader"), noun, (tree.span(min(owner, noun), max(owner, noun)),), LIKELY)


def _known_state(reader: Sides, person: str) -> str | None:
    """The state of the document that the person is known to have led."""
    name, states = reader.cast.entities[person].name, (e for e in reader.cast.entities.values() if e.kind == "state")
    return next((state.id for state in states if state.country and is_leader_of(state.country, name)), None)


def _titled_country(reader: Sides) -> str | None:
    """The country that the headline names last."""
    words = reversed((reader.tree.analysis.document.title or "").split())
    return next(filter(None, map(country_code, words)), None)


def _of_owner(reader: Sides, head: int) -> Iterator[Draft]:
    """ "Torvald's Green Party" is led by Torvald; "the Union's Court of Justice" is a part of the Union."""
    cast, entity = reader.cast, reader.named(head)
    if entity is None or cast.kind(entity) != "organization" or head not in reader.names.at:
        return
    if "fellow" in reader.tree.lemmas_under(head, "amod"):
        return  # "her fellow Democrat"
    name = reader.names.at[head]
    if head not in reader.names.heads_of(name):
        return
    behind = (kid for kid in reader.tree.obliques(head, "of") if reader.names.person_at(kid) is not None)
    for owner in (*reader.tree.children(head, "nmod:poss"), *behind):
        other = reader.named(owner)
        if other is None or name.first <= owner <= name.last:
            continue
        if reader.tree.tokens[owner].upos == "PRON" and cast.kind(other) != "person":
            continue  # "its Coalition" is hardly ever a part of it
        body = cast.kind(other) == "organization" and reader.tree.tokens[owner].text != "People"
        if body:
            yield from reader.draft(PART, (head, owner), head, LIKELY)
        elif cast.kind(other) == "person" and (is_party(reader, head) or _is_led(reader, owner, name.last)):
            yield from reader.draft(LEADER, (owner, head), head, FAIR)


def _called(reader: Sides, noun: int) -> Iterator[Draft]:
    """ "Torvald's Free Citizens movement": whose a body is that is named before its kind."""
    names = reader.names.at
    called = (kid in names and names[kid].kind == "organization" for kid in reader.tree.children(noun, "compound"))
    if noun not in names and any(called):
        for owner in reader.tree.children(noun, "nmod:poss"):
            if owner in names and reader.names.person_at(owner) is not None:
                yield from reader.draft(LEADER, (owner, noun), noun, FAIR)


def _is_led(reader: Sides, owner: int, last: int) -> bool:
    """True for "Torvald and his Karsk Front": a body of those that are called after who leads them."""
    named = owner in reader.names.at
    whose = reader.tree.tokens[owner].text.lower() in ("his", "her", "whose") or named
    return whose and reader.tree.lemma(last) in (*LED, *(ARMED if named else ()))


def _ruling(reader: Sides, head: int) -> Iterator[Draft]:
    """ "Norway's ruling Green Party" leads the state."""
    tree, cast, entity = reader.tree, reader.cast, reader.named(head)
    if entity is None or cast.kind(entity) != "organization":
        return
    kids = tree.children(head, "amod", "compound")
    if not any(tree.tokens[kid].text.lower() in ("ruling", "governing") for kid in kids):
        return
    near = (*tree.children(head, "nmod:poss", "amod"), *tree.obliques(head, "of", "in"))
    beside = (reader.named(kid) for kid in near)
    state = next((e for e in beside if e is not None and cast.kind(e) == "state"), None)
    state = state or reader.state_of(cast.country(entity))
    if state is not None:
        first = min(kid for kid in (*kids, head))
        yield Draft(Tie(entity, state, "leader"), head, (tree.span(first, head),), FAIR)
