"""Ties told by compounds: "Norland-backed rebels", "the state-owned Norland Oil"."""

from collections.abc import Iterator

from onrecord.claims.draft import Draft
from onrecord.claims.for_ties.sides import LIKELY, Sides
from onrecord.claims.for_who.named import country_code
from onrecord.lexicon.word_lists import word_list
from onrecord.model import Relation, Tie
from onrecord.places import country_of_adjective, country_of_name, seat_of

LEANINGS: dict[str, Relation] = {"pro": "supporter", "anti": "opponent"}
LEANING = ("person", "organization", "group")
PUBLIC = ("state", "government")
OWNED = ("owned", "run", "controlled")


def find_compounds(reader: Sides) -> Iterator[Draft]:
    """ "Norland-backed rebels": the name before is one side, what the compound stands before the other."""
    tree = reader.tree
    for token in tree.tokens:
        word = reader.ties.joined.get(token.lemma.lower()) or reader.ties.joined.get(token.text.lower())
        before = token.index - 2
        if word is None or before < 0 or tree.tokens[token.index - 1].text != "-":
            continue
        head = tree.head(token.index)
        if head is not None and head > token.index:
            for side in reader.named_among((_called(reader, head),)):  # "Norland-backed groups such as the Karsk Front"
                yield from reader.draft(word, (before, side), token.index, LIKELY, unnamed=True)


def _called(reader: Sides, noun: int) -> int:
    """The name right behind the noun, as in "the Norland-backed group Karsk Front", else the noun."""
    name = reader.names.at.get(noun + 1)
    if noun in reader.names.at or name is None or name.first != noun + 1 or name.kind != "organization":
        return noun
    return next(iter(reader.names.heads_of(name)), noun)


def find_leanings(reader: Sides) -> Iterator[Draft]:
    """ "The pro-Norwegian politician Ana Torvald", "pro-Torvald protesters": whom the word is said of."""
    tree = reader.tree
    for token in tree.tokens:
        side, _, rest = token.text.replace("‑", "-").partition("-")
        word = LEANINGS.get(side.lower())
        seat = country_of_adjective(rest) or country_of_name(rest) or seat_of(rest) if word is not None else None
        side_of = (
            reader.state_of(seat.code) if seat is not None else _bearer_of(reader, rest) if word is not None else None
        )
        for bearer in _leaning(reader, token.index) if side_of is not None else ():
            entity = reader.named(bearer)
            entity = entity or reader.group_at(bearer)
            if word and side_of and entity not in (None, side_of) and reader.cast.kind(entity or "") in LEANING:
                first, last = reader.extent((bearer, token.index))
                tie = Tie(entity or "", side_of, word)
                yield Draft(tie, token.index, (tree.span(first, last),), LIKELY)


def _bearer_of(reader: Sides, name: str) -> str | None:
    """The one person of the surname, or the one body, that the document names so."""
    every = (one for one in reader.cast.entities.values() if reader.names.has_name(one.id))
    found = [
        one.id
        for one in every
        if (one.kind == "person" and one.name.split()[-1] == name) or (one.kind == "organization" and one.name == name)
    ]
    return found[0] if len(found) == 1 else None


def _leaning(reader: Sides, token: int) -> tuple[int, ...]:
    """Tokens of those whom "pro-Norwegian" describes, by the noun that it stands before."""
    tree, head = reader.tree, reader.tree.head(token)
    seen = head is not None and tree.lemma(head) in word_list("regarding") and tree.is_passive(head)
    if head is not None and seen and tree.case(token) == "as":
        return tree.subjects(head)  # "is seen as pro-Norwegian"
    if head is None or not tree.is_a(token, "amod", "compound"):
        return tree.subjects(token) if tree.children(token, "cop") else ()
    named = tuple(kid for kid in tree.children(head, "appos", "flat", "nmod:desc") if kid in reader.names.at)
    return named or (tree.subjects(head) if tree.children(head, "cop") else (head,))


def find_state_owned(reader: Sides) -> Iterator[Draft]:
    """ "Norway's state-owned Norland Oil", "Norland Oil, a Norwegian state oil company": the state owns it."""
    tree = reader.tree
    for token in tree.tokens:
        owned, head = token.index, tree.head(token.index)
        joined = token.text.lower() in OWNED and owned > 1 and tree.tokens[owned - 1].text == "-"
        public = owned - 2 if joined else owned
        works = head is not None and tree.lemma(head) in word_list("works_of_states") and head not in reader.names.at
        if head is None or head < owned or tree.tokens[public].text.lower() not in PUBLIC or not (joined or works):
            continue
        body = _body(reader, head)
        state = _state(reader, head, body) if body is not None else None
        if body is not None and state is not None:
            first, last = reader.extent((public, body))
            entity = reader.named(body)
            if entity is not None:
                yield Draft(Tie(state, entity, "owner"), owned, (tree.span(first, last),), LIKELY, "asserted")


def _body(reader: Sides, noun: int) -> int | None:
    """The named body that is owned: the noun itself, what it is said of, or the name beside it."""
    tree, head = reader.tree, reader.tree.head(noun)
    above: tuple[int, ...] = (head,) if head is not None else ()
    beside: tuple[int, ...] = (noun, *tree.children(noun, "appos", "flat", "nmod:desc"), *above)
    linked = tree.is_a(noun, "appos", "nmod:desc", "compound", "flat")
    for token in beside if linked or head is None else beside[:-1]:
        entity = reader.named(token)
        if entity is not None and reader.cast.kind(entity) in ("organization", "place"):
            return token
    return None


def _state(reader: Sides, noun: int, body: int) -> str | None:
    """The state that the words beside the noun name, else the one that the body belongs to or is called by."""
    kids = reader.tree.children(noun, "nmod:poss", "amod", "compound")
    told = (country_code(reader.tree.tokens[kid].text) for kid in kids)
    beside = (reader.named(kid) for kid in kids)
    state = next((entity for entity in beside if entity and reader.cast.kind(entity) == "state"), None)
    entity = reader.named(body)
    own = (country_code(word) for word in reader.cast.entities[entity].name.split()) if entity else ()
    country = next(filter(None, (*told, reader.cast.country(entity) if entity else None, *own)), None)
    return state or reader.state_of(country)
