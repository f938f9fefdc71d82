"""Scores to names, relations and trees."""

import numpy as np
import pytest

from onrecord.language.decode import find_names, weigh_heads

TAGS = ("O", "B-person", "I-person", "B-place", "I-place")


def scores(*rows: dict[str, float]) -> np.ndarray:
    """Log-probabilities from the probabilities of some tags."""
    return np.log(np.array([[row.get(tag, 1e-4) for tag in TAGS] for row in rows], dtype=np.float32))


def test_names_with_kind_and_mean_probability() -> None:
    found = find_names(
        scores({"B-person": 0.9}, {"I-person": 0.7}, {"O": 0.9}, {"B-place": 0.6}, {"B-place": 0.8}), TAGS
    )
    assert [(first, last, kind) for first, last, kind, _ in found] == [
        (0, 1, "person"),
        (3, 3, "place"),
        (4, 4, "place"),
    ]
    assert [score for *_, score in found] == pytest.approx([0.8, 0.6, 0.8], abs=1e-3)


def test_a_name_never_begins_with_an_inner_tag() -> None:
    found = find_names(scores({"O": 0.45, "B-person": 0.4}, {"I-person": 0.8, "O": 0.15}), TAGS)
    assert [(first, last, kind) for first, last, kind, _ in found] == [(0, 1, "person")]


def test_kinds_do_not_mix_in_one_name() -> None:
    found = find_names(scores({"B-person": 0.9}, {"I-place": 0.5, "I-person": 0.4}), TAGS)
    assert [(first, last, kind) for first, last, kind, _ in found] == [(0, 1, "person")]


def test_no_names() -> None:
    assert find_names(scores({"O": 0.9}, {"O": 0.9}), TAGS) == []


def test_a_head_without_rivals_scores_what_a_sure_one_would() -> None:
    arcs = np.array([[[9.0, -1e4, 0.0, 0.0], [3.0, 3.0, -1e4, 0.0]]], np.float32)
    ((sure, torn),) = weigh_heads(arcs, np.array([[[0, 2, 3], [0, 1, 3]]]))
    assert sure - arcs[0, 0, 0] == pytest.approx(0, abs=0.01)
    assert torn - arcs[0, 1, 0] == pytest.approx(np.log(2), abs=0.03)
