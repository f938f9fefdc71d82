"""Rule: who leads a state or a body, told by "his rule of", "took control of", "at the helm of", "under Torvald"."""

from collections.abc import Iterator

from onrecord.claims.draft import Draft
from onrecord.claims.for_ties.members import is_party
from onrecord.claims.for_ties.sides import FAIR, LIKELY, Sides
from onrecord.lexicon.leaders import is_leader_of
from onrecord.lexicon.ties import TieWord
from onrecord.lexicon.word_lists import word_list

LEADER = TieWord("leader", "leader", "", "", "", houses=True)
RULES = ("rule", "reign", "leadership", "dictatorship", "governance")
UNDER = ("leadership", "command", "rule", "chairmanship", "presidency", "stewardship")
AT_HEAD = {"helm": "at", "head": "at", "charge": "in"}
TAKEN = ("control", "power", "charge", "leadership", "helm", "reins")
TAKING = word_list("taking")


def find_rule(reader: Sides) -> Iterator[Draft]:
    """Persons who rule a state or head a party, by nouns and phrases that say so."""
    tree = reader.tree
    for token in tree.tokens:
        lemma = token.lemma.lower()
        if token.upos == "NOUN" and lemma in RULES:
            yield from _rule_of(reader, token.index)
        if token.upos == "NOUN" and lemma in TAKEN:
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
            if state or (person is not None and is_party(reader, body)):
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
    elif verb is not None and tree.is_a(noun, "obj") and tree.lemma(verb) in TAKING:
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
        if own or is_party(reader, body):
            yield from reader.draft(LEADER, (leader, body), leader, FAIR)


def _leads(reader: Sides, person: str, state: str) -> bool:
    """True where the person belongs to the state, or is one of its known leaders."""
    code, name = reader.cast.country(state), reader.cast.entities[person].name
    if code is not None and reader.cast.country(person) == code:
        return True
    return code is not None and is_leader_of(code, name)
