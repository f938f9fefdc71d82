"""Heads and parts told by possessives: "Torvald's regime", "Torvald's Green Party", "the ruling Green Party"."""

from collections.abc import Iterator

from onrecord.claims.draft import Draft
from onrecord.claims.for_ties.members import LED, is_party
from onrecord.claims.for_ties.rule import LEADER
from onrecord.claims.for_ties.sides import FAIR, LIKELY, REGIMES, Sides
from onrecord.claims.for_who.named import country_code
from onrecord.lexicon.leaders import is_leader_of
from onrecord.lexicon.ties import TieWord
from onrecord.model import Tie

PART = TieWord("part", "part", "", "", "", places=True)
RULERS = ("dictator", "strongman", "ruler", "autocrat", "despot")
RULING = ("ruling", "governing")


def find_heads(reader: Sides) -> Iterator[Draft]:
    """Leaders of the states and parties that are called theirs, and bodies called those of other bodies."""
    for token in reader.tree.tokens:
        lemma = token.lemma.lower()
        if lemma in (*REGIMES, *RULERS) and token.upos in ("NOUN", "PROPN"):
            yield from _regime(reader, token.index, _rulers(reader, token.index) if lemma in RULERS else None)
        if token.upos in ("PROPN", "NOUN") and reader.names.entity_at(token.index) is not None:
            yield from _of_owner(reader, token.index)
            yield from _ruling(reader, token.index)


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
        country = cast.country(person) or _office_country(reader, person) or _titled_country(reader)
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


def _office_country(reader: Sides, person: str) -> str | None:
    countries = (one.phrase.country for one in reader.holdings if one.person == person)
    return next((country for country in countries if country), None)


def _of_owner(reader: Sides, head: int) -> Iterator[Draft]:
    """ "Torvald's Green Party" and "the Green Party of Torvald" are led by Torvald; "the Union's Court of Justice" is a
    part of the Union."""
    cast, entity = reader.cast, reader.named(head)
    if entity is None or cast.kind(entity) != "organization" or head not in reader.names.at:
        return
    if any(reader.tree.lemma(kid) == "fellow" for kid in reader.tree.children(head, "amod")):
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


def _is_led(reader: Sides, owner: int, last: int) -> bool:
    """True for "Torvald and his Karsk Front": a body of those that are called after who leads them."""
    whose = reader.tree.tokens[owner].text.lower() in ("his", "her", "whose") or owner in reader.names.at
    return whose and reader.tree.lemma(last) in LED


def _ruling(reader: Sides, head: int) -> Iterator[Draft]:
    """ "Norway's ruling Green Party" leads the state."""
    tree, cast, entity = reader.tree, reader.cast, reader.named(head)
    if entity is None or cast.kind(entity) != "organization":
        return
    kids = tree.children(head, "amod", "compound")
    if not any(tree.tokens[kid].text.lower() in RULING for kid in kids):
        return
    beside = (
        reader.named(kid) for kid in (*tree.children(head, "nmod:poss", "amod"), *tree.obliques(head, "of", "in"))
    )
    state = next((e for e in beside if e is not None and cast.kind(e) == "state"), None)
    state = state or reader.state_of(cast.country(entity))
    if state is not None:
        first = min(kid for kid in (*kids, head))
        yield Draft(Tie(entity, state, "leader"), head, (tree.span(first, head),), FAIR)
