"""Trees: what is one, and which one is best."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from onrecord.language.trees import best_tree, is_tree


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ([0], True),
        ([0, 1], True),
        ([2, 0, 2], True),
        ([0, 0], False),
        ([2, 1], False),
        ([0, 3, 2], False),
        ([1, 0], False),
    ],
)
def test_is_tree(heads: list[int], expected: bool) -> None:
    assert is_tree(heads) is expected


def weigh(scores: np.ndarray, heads: list[int]) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads)))


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 5).flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-50, 50, width=32))))
def test_best_tree_is_a_tree_and_none_is_better(scores: np.ndarray) -> None:
    count = scores.shape[0]
    heads = best_tree(scores)
    assert is_tree(heads)
    rivals = (list(other) for other in itertools.product(range(count + 1), repeat=count))
    best = max(weigh(scores, other) for other in rivals if is_tree(other))
    assert weigh(scores, heads) == pytest.approx(best, abs=1e-2)


def test_best_tree_of_a_long_sentence_of_circles() -> None:
    scores = np.zeros((400, 401), dtype=np.float32)
    for word in range(400):
        scores[word, (word ^ 1) + 1] = 9.0
    assert is_tree(best_tree(scores))


def test_best_tree_bears_scores_that_are_no_numbers() -> None:
    assert is_tree(best_tree(np.full((4, 5), np.nan, dtype=np.float32)))
