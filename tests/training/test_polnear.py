"""Scoring of attributions: pairs one to one, overlap, exact contents."""

from training.polnear import AttributionCounts, Said, as_words, pair


def said(source: set[int], cue: set[int], content: set[int]) -> Said:
    """An attribution over words."""
    return Said(frozenset(source), frozenset(cue), frozenset(content))


def test_pairs_are_one_to_one_and_the_closest_come_first() -> None:
    wanted = [said({0}, {1}, {2, 3}), said({5}, {6}, {7, 8})]
    found = [said({5}, {6}, {3, 7, 8}), said({0}, {1}, {2})]
    assert {(a.cue, b.cue) for a, b in pair(found, wanted)} == {
        (frozenset({6}), frozenset({6})),
        (frozenset({1}), frozenset({1})),
    }


def test_counts_tell_overlap_from_exact() -> None:
    counts = AttributionCounts()
    counts.add([said({0}, {1}, {2}), said({9}, {9}, {9})], [said({0}, {1}, {2, 3})])
    assert counts.overlap["content"].precision == 0.5
    assert counts.overlap["content"].recall == 1.0
    assert counts.exact.f1 == 0.0


def test_an_attribution_is_whole_when_all_its_roles_overlap_in_one_pair() -> None:
    counts = AttributionCounts()
    counts.add([said({0}, {1}, {2}), said({9}, {4}, {5})], [said({0}, {1}, {2, 3}), said({3}, {4}, {5})])
    assert (counts.whole.right, counts.whole.found, counts.whole.wanted) == (1, 2, 2)


def test_signs_are_no_words_but_a_colon_can_be_a_cue() -> None:
    text = "Vesna: “Yes.”"
    places = [(0, 5), (5, 6), (7, 8), (8, 11), (11, 12), (12, 13)]
    found = as_words({"source": [(0, 5)], "cue": [(5, 6)], "content": [(7, 13)]}, places, text)
    assert found == said({0}, {1}, {3})
