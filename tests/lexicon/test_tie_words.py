"""The ties lexicon loads whole, and each example names the two sides that it is about."""

from onrecord.lexicon.listings import load_listings
from onrecord.lexicon.ties import load_ties


def test_tie_examples_name_both_sides() -> None:
    for entry in load_ties().words:
        assert entry.a in entry.example and entry.b in entry.example, entry


def test_listing_examples_name_both_sides() -> None:
    for entry in load_listings().words:
        assert entry.target in entry.example and entry.authority in entry.example, entry
