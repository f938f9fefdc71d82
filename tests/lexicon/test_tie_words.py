"""The lexicons of ties and listings load whole, and the reader finds in each example the two sides named beside it."""

import pytest

from onrecord.claims.listings import find_listings
from onrecord.claims.ties import SYMMETRIC, find_ties
from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.lexicon.listings import ListingWord, load_listings
from onrecord.lexicon.ties import TieWord, load_ties
from onrecord.model import Document, Listing, Tie


@pytest.mark.parametrize("entry", load_ties().words, ids=lambda entry: entry.example)
def test_example_of_a_tie_is_read(entry: TieWord) -> None:
    tree = Tree(analyse(Document(id="example", text=entry.example)))
    cast = find_cast(tree)
    found = [draft.what for draft in find_ties(tree, cast)]
    sides = {
        (cast.entities[tie.a].name, cast.entities[tie.b].name)
        for tie in found
        if isinstance(tie, Tie) and tie.relation == entry.relation
    }
    if entry.relation in SYMMETRIC:
        sides |= {(b, a) for a, b in sides}
    assert (entry.a, entry.b) in sides


@pytest.mark.parametrize("entry", load_listings().words, ids=lambda entry: entry.example)
def test_example_of_a_listing_is_read(entry: ListingWord) -> None:
    tree = Tree(analyse(Document(id="example", text=entry.example)))
    cast = find_cast(tree)
    drafts = list(find_listings(tree, cast))
    found = [draft.what for draft in drafts if isinstance(draft.what, Listing)]
    sides = [(cast.entities[o.target].name, cast.entities[o.authority].name) for o in found]
    assert (entry.target, entry.authority) in sides
    assert all((draft.status == "denied") == (entry.status == "off") for draft in drafts)
