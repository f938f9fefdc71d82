"""Trees that are mended before anything is asked of them."""

from dataclasses import replace

import pytest

from onrecord.claims import find_claims
from onrecord.claims.for_who.second_sides import (
    with_each_dated,
    with_names_of_holders,
    with_objects,
    with_places_in_front,
)
from onrecord.language import analyse
from onrecord.model import Analysis, Document, Event


def links(analysis: Analysis, word: str) -> tuple[str, str]:
    """The relation of the word and the word above it."""
    token = next(token for token in analysis.tokens if token.text == word)
    return token.deprel, analysis.tokens[token.head].text


def read(text: str) -> Analysis:
    return analyse(Document(id="mends", text=text))


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("Norway condemns in the strongest terms the rebels' attack on the town.", "attack", "condemns"),
        ("Norway condemned the attack.", "attack", "condemned"),
    ],
)
def test_what_stands_behind_its_verb_is_its_object(text: str, word: str, verb: str) -> None:
    assert links(with_objects(read(text)), word) == ("obj", verb)


@pytest.mark.parametrize(
    "text", ["“Norway lied,” said Ana Torvald.", "Three ministers left: Ana Torvald and Lars Falk."]
)
def test_who_speaks_and_who_is_listed_stays(text: str) -> None:
    assert with_objects(read(text)) == read(text)


def test_the_second_who_is_visited_on_his_day_is_joined_to_the_first() -> None:
    mended = with_each_dated(read("Ana Torvald visited Japan on Monday and Norway on Wednesday."))
    assert links(mended, "Norway") == ("conj", "Japan")
    told = read("Ana Torvald visited Japan and Norway on Monday and Wednesday.")
    assert with_each_dated(told) == told


def test_the_object_of_a_mended_verb_is_blamed() -> None:
    entities, claims = find_claims(read("Norway condemns in the strongest terms the rebels' attack on the town."))
    names = {entity.id: entity.name for entity in entities}
    [told] = [c.what for c in claims if isinstance(c.what, Event) and c.what.event == "ACCUSE"]
    assert [names[side] for side in (*told.actors, *told.recipients)] == ["Norway", "rebels"]


def test_who_wants_to_thank_on_behalf_of_somebody_thanks_with_him() -> None:
    entities, claims = find_claims(read("“On behalf of Norway, I would like to thank the miners,” Ana Torvald said."))
    names = {entity.id: entity.name for entity in entities}
    [told] = [c.what for c in claims if isinstance(c.what, Event)]
    assert [names[side] for side in told.actors] == ["Ana Torvald", "Norway"]


def test_a_name_right_behind_a_title_with_of_takes_the_part_of_the_title() -> None:
    told = read("Ana Orten met Secretary of State John Falk in Oslo.")
    at = {token.text: token for token in told.tokens}
    verb, title, last, name = at["met"], at["Secretary"], at["State"], at["John"]
    shaped = {
        title.index: replace(title, head=verb.index, deprel="obj"),
        last.index: replace(last, head=title.index, deprel="nmod"),
        name.index: replace(name, head=last.index, deprel="appos", upos="PROPN", noun_kind="person"),
    }
    misread = replace(told, tokens=tuple(shaped.get(token.index, token) for token in told.tokens))
    mended = with_names_of_holders(misread)
    assert links(mended, "John") == ("obj", "met")
    assert links(mended, "Secretary") == ("nmod:desc", "John")
    assert with_names_of_holders(mended) == mended


def test_a_place_in_front_is_no_part_of_the_title_behind_it() -> None:
    mended = with_places_in_front(read("In Turkey Minister Orten met with the Syrian National Coalition."))
    assert links(mended, "Turkey") == ("obl", "met")
    told = read("The Turkey Minister Orten met the miners.")
    assert with_places_in_front(told) == told
