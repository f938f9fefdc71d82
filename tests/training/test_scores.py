"""Scores of spans and chains, against cases worked out by hand."""

import pytest

from training.scores import Count, assign, count_chains, find_spans


def test_count_gives_precision_recall_and_their_mean() -> None:
    count = Count()
    count.add({1, 2, 3, 4}, {1, 2})
    assert (count.precision, count.recall) == (0.5, 1.0)
    assert count.f1 == pytest.approx(2 / 3)


def test_count_of_nothing_is_zero() -> None:
    assert Count().f1 == 0.0


def test_spans_of_tags_begin_anew_where_the_kind_changes() -> None:
    assert find_spans(["B-PER", "I-PER", "O", "I-ORG", "B-ORG"]) == [(0, 1, "PER"), (3, 3, "ORG"), (4, 4, "ORG")]


def test_assignment_takes_the_cheapest_pairs_together() -> None:
    assert assign([[1.0, 2.0, 9.0], [1.0, 9.0, 9.0]]) == [1, 0]


def test_equal_chains_score_one() -> None:
    chains = [frozenset({(0, 0), (4, 5)}), frozenset({(2, 2), (7, 7), (9, 9)})]
    counts = count_chains()
    counts.add(chains, chains)
    assert counts.conll == pytest.approx(1.0)


def test_chains_score_as_in_the_papers() -> None:
    # one gold chain of three, found as a chain of two: MUC recall 1/2, B³ recall (2/3 + 2/3) / 3
    wanted = [frozenset({(0, 0), (1, 1), (2, 2)})]
    found = [frozenset({(0, 0), (1, 1)})]
    counts = count_chains()
    counts.add(found, wanted)
    assert (counts.muc.precision, counts.muc.recall) == (1.0, 0.5)
    assert counts.cubed.recall == pytest.approx(4 / 9)
    assert counts.ceaf.f1 == pytest.approx(0.8)


def test_nothing_found_scores_nothing() -> None:
    counts = count_chains()
    counts.add([], [frozenset({(0, 0), (1, 1)})])
    assert counts.conll == 0.0
