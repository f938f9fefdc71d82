"""Results of elections tell who won an office and who wanted it."""

from told import offices


def test_who_beat_whom() -> None:
    found = offices("Anton Orten defeated Nora Falk in the presidential election on Sunday.")
    assert {(row[0], row[1], row[4], row[5]) for row in found} == {
        ("Anton Orten", "president", "elect", "elected"),
        ("Nora Falk", "president", "candidate", None),
    }


def test_the_declared_winner_has_not_taken_office() -> None:
    found = offices("Anton Orten was declared the winner of the presidential election.")
    assert {(row[0], row[1], row[4]) for row in found} == {("Anton Orten", "president", "elect")}


def test_a_share_of_the_vote_tells_a_candidate_where_there_is_a_contest() -> None:
    contest = "The presidential primary was held on Tuesday. "
    found = offices(contest + "Anton Orten received 9% of the vote.")
    assert {(row[0], row[1], row[4]) for row in found} == {("Anton Orten", "president", "candidate")}
    assert offices("Anton Orten received 9% of the vote.") == set()


def test_a_match_is_no_election() -> None:
    assert offices("Anton Orten defeated Nora Falk in the final on Sunday.") == set()
