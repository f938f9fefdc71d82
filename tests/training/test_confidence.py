"""The confidence of claims: a kind with few examples is judged by what holds of all kinds."""

from collections import Counter

import numpy as np
import pytest

from training.confidence import Example, fit, join, log_loss, predict, score_at, score_in_mix


def example(kind: str, score: float, *, right: bool, article: int = 0) -> Example:
    """A claim of a kind as the model sees it: what all kinds have stands for all, and for its own."""
    return Example(article, {"all": 1.0, kind: 1.0, "all score": score, f"{kind} score": score}, right)


def many(kind: str, *, good: int, bad: int) -> list[Example]:
    """Four hundred sure claims and as many unsure ones, so many of fifty of each right."""
    sure = [example(kind, 1.0, right=number < good) for number in range(50)]
    return (sure + [example(kind, 0.0, right=number < bad) for number in range(50)]) * 8


def test_a_kind_never_seen_is_judged_as_all_kinds_are() -> None:
    weights = fit(many("event", good=45, bad=25) + many("office", good=45, bad=25))
    sure, unsure = predict([example("listing", 1.0, right=True), example("listing", 0.0, right=True)], weights)
    assert 0.8 < sure < 0.95
    assert 0.35 < unsure < 0.65


def test_one_example_does_not_make_a_kind() -> None:
    known = many("event", good=45, bad=25) + many("office", good=45, bad=25)
    weights = fit([*known, example("listing", 1.0, right=False)])
    (sure,) = predict([example("listing", 1.0, right=True)], weights)
    assert sure > 0.75
    assert not any(name.startswith("listing") for name in weights)


def test_many_examples_do_make_a_kind() -> None:
    weights = fit(many("event", good=45, bad=45) + many("office", good=45, bad=45) + many("tie", good=10, bad=10))
    tie, office = predict([example("tie", 1.0, right=True), example("office", 1.0, right=True)], weights)
    assert tie < 0.3
    assert office > 0.8


def test_what_holds_of_one_type_weighs_less_than_what_holds_of_all_events() -> None:
    one = [Example(n, {"event ACCUSE": 1.0, "event clause 1": 1.0}, True) for n in range(9)]
    other = [Example(n, {"event REJECT": 1.0, "event clause 2": 1.0}, False) for n in range(9)]
    weights = fit([*one, *other])
    assert 0 < weights["event ACCUSE"] < weights["event clause 1"]


def test_optional_claims_count_neither_for_precision_nor_for_recall() -> None:
    found = [Example(0, {}, right) for right in (True, True, False, False)] + [Example(0, {}, True, optional=True)]
    sure = np.array([0.9, 0.8, 0.8, 0.1, 0.9])
    assert score_at(found, sure, 4, 0.8) == pytest.approx((2 / 3, 2 / 4))
    assert score_at(found, sure, 4, 0.0) == pytest.approx((2 / 4, 2 / 4))


def test_a_set_is_scored_in_the_mix_of_kinds_of_another() -> None:
    events = [Example(0, {}, right, kind="event") for right in (True, False)]
    offices = [Example(0, {}, True, kind="office") for _ in range(4)]
    wanted, sure = Counter(event=2, office=4), np.ones(6)
    assert score_in_mix(events + offices, sure, wanted, wanted, 0.5) == pytest.approx(
        score_at(events + offices, sure, 6, 0.5)
    )
    # Of 8 events 4 are found beside 4 that are invented, and the one office.
    in_mix = score_in_mix(events + offices, sure, wanted, Counter(event=8, office=1), 0.5)
    assert in_mix == pytest.approx((5 / 9, 5 / 9))


def test_articles_of_two_sets_stay_apart() -> None:
    one, other = Example(0, {"all": 1.0}, True), Example(0, {"all": 1.0}, False)
    assert [(example.article, example.right) for example in join([one], [other])] == [(0, True), (1, False)]


def test_the_log_loss_tells_how_surely_the_truth_was_thought_of() -> None:
    loss, sampling = log_loss(np.array([0.9, 0.2, 0.5]), np.array([True, False, True]))
    assert loss == pytest.approx(-(np.log(0.9) + np.log(0.8) + np.log(0.5)) / 3)
    assert sampling == pytest.approx(np.std(-np.log([0.9, 0.8, 0.5])) / 3**0.5)
    assert log_loss(np.array([1.0]), np.array([True]))[0] == pytest.approx(0, abs=1e-9)
