"""The fit of what pronouns are resolved by: what is right gets likelier, what is too rare keeps its prior."""

import pytest

from onrecord.claims.for_who.kinds import Candidate
from onrecord.claims.for_who.prominence import Referent
from onrecord.claims.for_who.pronouns import Choice, weigh
from training.pronouns import PRIOR, Example, fit, write_table


def choice(key: int, *seen: str) -> Choice:
    referent = Referent(Candidate(key, key, key, "name", "person", "Orten"), None)
    return Choice(referent, key, dict.fromkeys(seen, 1.0))


def example(*, subject_is_meant: bool) -> Example:
    return Example("he", (choice(1, "subject"), choice(2, "object")), frozenset({1 if subject_is_meant else 2}))


def test_what_is_mostly_meant_is_likelier() -> None:
    weights = fit([example(subject_is_meant=number % 4 > 0) for number in range(80)])
    shares = weigh(example(subject_is_meant=True).choices, weights)
    assert 0.6 < shares[1] < 0.8 < sum(shares.values()) <= 1.0


def test_a_pronoun_that_means_nothing_told_is_left_open() -> None:
    weights = fit([Example("it", (choice(1, "thing"),), frozenset()) for _ in range(40)])
    assert sum(weigh((choice(1, "thing"),), weights).values()) < 0.2


def test_what_is_too_rare_keeps_its_prior() -> None:
    weights = fit([example(subject_is_meant=True) for _ in range(20)])
    assert weights["judged"] == pytest.approx(PRIOR["judged"])


def test_the_table_counts_right_wrong_and_missed() -> None:
    weights = {"he": {"all": 0.0, "subject": 5.0}, "it": {"all": 0.0}, "they": {"all": 0.0}}
    table = write_table([example(subject_is_meant=True), example(subject_is_meant=False)], weights)
    assert "| he | 1 | 1 | 0 |" in table
