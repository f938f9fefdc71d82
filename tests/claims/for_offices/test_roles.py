"""Holders are found by nouns that the title hangs on, where it comes about."""

from told import offices


def test_appointed_to_the_post() -> None:
    text = "Lars Edmond was appointed to the post of finance minister."
    assert offices(text) == {("Lars Edmond", "finance minister", None, None, "current", "appointed")}


def test_an_office_only_thought_of_is_not_held() -> None:
    assert offices("Ana Torvald refused to take the post of finance minister.") == set()


def test_several_posts() -> None:
    text = "Lars Edmond held the posts of minister of defence and minister of trade."
    assert {title for _, title, *_ in offices(text)} == {"minister of defence", "minister of trade"}


def test_posts_left_and_lost() -> None:
    left = offices("Ana Torvald left the post of finance minister in 2020.")
    removed = offices("Ana Torvald was removed from the post of finance minister in 2020.")
    assert {(o[4], o[5]) for o in left} == {("former", None)}
    assert {(o[4], o[5]) for o in removed} == {("former", "dismissed")}


def test_a_term_that_is_won() -> None:
    assert {(o[4], o[5]) for o in offices("Ana Torvald won a third term as president.")} == {("current", "elected")}


def test_the_pick_of_a_president_is_who_is_named_behind_the_office() -> None:
    found = offices("President Hugo Lossen's pick for defence secretary, Anton Orten, said no.")
    assert {(row[0], row[1], row[4]) for row in found} == {
        ("Hugo Lossen", "President", "current"),
        ("Anton Orten", "defence secretary", "candidate"),
    }


def test_who_lost_an_election_was_a_candidate_only() -> None:
    found = offices("Anton Orten lost the election for governor of Ohio.")
    assert {(row[0], row[1], row[4], row[5]) for row in found} == {("Anton Orten", "governor", "candidate", None)}


def test_who_won_reelection_was_elected() -> None:
    found = offices("Anton Orten won re-election as mayor of Karsk.")
    assert {(row[0], row[1], row[4], row[5]) for row in found} == {("Anton Orten", "mayor", "current", "elected")}
