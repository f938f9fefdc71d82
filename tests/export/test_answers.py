"""Tests of answers at a terminal: what articles repeat is shown once; times of offices say what they tell."""

from dataclasses import replace

import pytest

from onrecord.answers import MOST_COUNTED, QUADS, Answer, Answers, Between, Found, Identity, Month, counted
from onrecord.export.answers import write_answers, write_between, write_found

OFFICE = Answer(
    claim=1,
    article=7,
    kind="office",
    detail="current",
    status="asserted",
    confidence=0.9,
    who=("Ana Belu",),
    whom=(),
    title="Prime Minister",
    country="no",
    said_by=(),
    words="Prime Minister Ana Belu",
    time=None,
    earliest=None,
    latest=None,
    place=None,
    publisher="The Courier",
    published="2031-05-02T10:00:00+02:00",
    headline="Talks",
    url=None,
)


def shown(*answers: Answer) -> str:
    return write_answers([("offices", answers, len(answers))], width=100)


def test_an_office_that_articles_repeat_is_shown_once_with_the_numbers_of_the_others() -> None:
    other = replace(OFFICE, claim=2, article=5, title="prime minister", published="2031-04-01")
    out = shown(OFFICE, replace(OFFICE, claim=3, title="mayor"), other)
    assert out.count("Ana Belu, Prime Minister (NO)") == 1
    assert "told in 1 other article since 2031-04-01 as well: 3" in out
    assert "    2  ● asserted  Ana Belu, mayor (NO)" in out


@pytest.mark.parametrize(
    "other",
    [
        replace(OFFICE, claim=2, detail="former"),
        replace(OFFICE, claim=2, status="denied"),
        replace(OFFICE, claim=2, said_by=("Tor Hald",)),
        replace(OFFICE, claim=2, who=("Tor Hald",)),
        replace(OFFICE, claim=2, kind="statement"),
    ],
)
def test_what_tells_something_else_or_on_another_s_word_is_shown_for_itself(other: Answer) -> None:
    assert "as well" not in shown(OFFICE, other)


def test_two_statements_in_the_same_words_stay_two() -> None:
    said = replace(OFFICE, kind="statement", detail="direct", title=None)
    assert shown(said, replace(said, claim=2)).count("“Prime Minister Ana Belu”") == 2


@pytest.mark.parametrize(
    ("detail", "word"),
    [
        ("current, elected", "since"), ("current, appointed", "since"), ("former, resigned", "until"),
        ("former", "when"), ("elect, elected", "when"),
    ],
)  # fmt: skip
def test_the_time_of_an_office_says_how_it_stands_to_it(detail: str, word: str) -> None:
    assert f"{word} 2001\n" in shown(replace(OFFICE, detail=detail, time="2001"))


@pytest.mark.parametrize(("total", "told"), [(0, "0"), (1_204, "1,204"), (MOST_COUNTED, "2,000 or more")])
def test_so_many_answers_are_counted_at_most(total: int, told: str) -> None:
    assert counted(total) == told


def test_long_words_are_cut_in_a_table_and_days_stand_without_hours() -> None:
    long = replace(OFFICE, words="She said so again. " * 60)
    assert " …”" in shown(long) and "2031-05-02 ·" in shown(long)
    found = Found(
        Answers((replace(long, kind="statement", words=long.words + "The sanctions go."),), 1), (), "sanctions"
    )
    assert "The sanctions go." in " ".join(write_found(found).split())


def test_a_balance_of_some_of_the_claims_says_so() -> None:
    side = Identity(1, "state", "Norland", "no", ("Norland",), 9)
    month = Month("2031-05", dict.fromkeys(QUADS, 0) | {"verbal cooperation": 1})
    some = Between(side, side, Answers((OFFICE,), 812), (month,))
    assert "counted in the latest 1 of 812 claims: --limit counts more" in write_between(some)
    assert "counted in" not in write_between(replace(some, answers=Answers((OFFICE,), 1)))
