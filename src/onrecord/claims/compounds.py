"""Ties told by compounds: "Norland-backed rebels", "the state-owned Norland Oil"."""

from collections.abc import Iterator

from onrecord.claims.draft import Draft
from onrecord.claims.heads import state_of
from onrecord.claims.named import country_code
from onrecord.claims.sides import LIKELY, Sides
from onrecord.model import Tie

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
            yield from reader.draft(word, (before, head), token.index, LIKELY, unnamed=True)


def find_state_owned(reader: Sides) -> Iterator[Draft]:
    """ "Norway's state-owned Norland Oil", "Norland Oil, a state-owned Norwegian company": the state owns it."""
    tree = reader.tree
    for token in tree.tokens:
        owned, head = token.index, tree.head(token.index)
        if token.text.lower() not in OWNED or owned < 2 or tree.tokens[owned - 1].text != "-" or head is None:
            continue
        if tree.tokens[owned - 2].text.lower() not in PUBLIC or head < owned:
            continue
        body, state = _body(reader, head), _state(reader, head)
        if body is not None and state is not None:
            first, last = reader.extent((owned - 2, body))
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


def _state(reader: Sides, noun: int) -> str | None:
    """The state that the words beside the noun name, else the one that the body belongs to."""
    kids = reader.tree.children(noun, "nmod:poss", "amod", "compound")
    told = (country_code(reader.tree.tokens[kid].text) for kid in kids)
    beside = (reader.named(kid) for kid in kids)
    state = next((entity for entity in beside if entity and reader.cast.kind(entity) == "state"), None)
    entity = reader.named(noun)
    country = next(filter(None, told), None) or (reader.cast.country(entity) if entity else None)
    return state or state_of(reader, country)
