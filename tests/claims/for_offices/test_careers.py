"""Candidacies and losses of office are told without a title beside the name."""

import pytest
from planted import plant
from told import offices as told_offices

from onrecord.claims.offices import find_offices
from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.model import NameKind, Office

TORVALD: dict[str, NameKind] = {"Torvald": "person"}


def offices(tree: Tree) -> list[tuple[str, str, str | None]]:
    """Title, tenure and change of each office found."""
    found = (draft.what for draft in find_offices(tree, find_cast(tree)))
    return [(o.title, o.tenure, o.change) for o in found if isinstance(o, Office)]


def test_winner_of_a_primary_is_a_candidate() -> None:
    tree = plant(
        """
        Torvald Torvald PROPN 2 nsubj
        won win VERB 0 root Tense=Past|VerbForm=Fin
        the the DET 5 det
        presidential presidential ADJ 5 amod
        primary primary NOUN 2 obj
        """,
        TORVALD,
    )
    assert offices(tree) == [("president", "candidate", None)]


def test_ending_a_campaign_is_leaving_the_race() -> None:
    tree = plant(
        """
        Torvald Torvald PROPN 2 nsubj
        ended end VERB 0 root Tense=Past|VerbForm=Fin
        her her PRON 5 nmod:poss Poss=Yes
        presidential presidential ADJ 5 amod
        candidacy candidacy NOUN 2 obj
        """,
        TORVALD,
    )
    assert offices(tree) == [("president", "candidate", "resigned")]


def test_winning_a_prize_is_no_candidacy() -> None:
    tree = plant(
        """
        Torvald Torvald PROPN 2 nsubj
        won win VERB 0 root Tense=Past|VerbForm=Fin
        the the DET 4 det
        prize prize NOUN 2 obj
        """,
        TORVALD,
    )
    assert offices(tree) == []


def test_resigning_ends_the_office_of_the_same_sentence() -> None:
    tree = plant(
        """
        President president PROPN 2 nmod:desc Number=Sing
        Torvald Torvald PROPN 3 nsubj
        resigned resign VERB 0 root Tense=Past|VerbForm=Fin
        """,
        TORVALD,
    )
    assert offices(tree) == [("President", "former", "resigned")]


def test_being_asked_to_resign_ends_nothing() -> None:
    tree = plant(
        """
        They they PRON 2 nsubj
        asked ask VERB 0 root Tense=Past|VerbForm=Fin
        President president PROPN 4 nmod:desc Number=Sing
        Torvald Torvald PROPN 2 obj
        to to PART 6 mark
        resign resign VERB 2 xcomp VerbForm=Inf
        """,
        TORVALD,
    )
    assert offices(tree) == [("President", "current", None)]


def test_a_resignation_called_for_changes_nothing() -> None:
    assert told_offices("Protesters demanded the resignation of Prime Minister Lars Edmond.") == {
        ("Lars Edmond", "Prime Minister", None, None, "current", None)
    }
    assert told_offices("The king accepted the resignation of Prime Minister Lars Edmond.") == {
        ("Lars Edmond", "Prime Minister", None, None, "former", "resigned")
    }


def test_who_resigns_to_become_something_does_not_leave_that() -> None:
    assert told_offices("Ana Torvald resigned to become Secretary of State.") == {
        ("Ana Torvald", "Secretary of State", None, "us", "current", None)
    }


def test_the_end_of_a_campaign_announced() -> None:
    text = "Ana Torvald, a presidential candidate in the primary, announced the end of her campaign."
    assert ("Ana Torvald", "president", None, None, "candidate", "resigned") in told_offices(text)
    text = "Ana Torvald, a presidential candidate in the primary, announced the end of the war."
    assert not any(change == "resigned" for *_, change in told_offices(text))


def test_whose_office_a_successor_got() -> None:
    found = told_offices("Ana Torvald became prime minister after Lars Edmond resigned.")
    assert {(o[0], o[1], o[4], o[5]) for o in found} == {
        ("Ana Torvald", "prime minister", "current", None),
        ("Lars Edmond", "prime minister", "former", "resigned"),
    }


def test_a_contest_tells_its_own_office() -> None:
    found = told_offices("Ana Torvald secured the vice presidential nomination.")
    assert {(o[1], o[4]) for o in found} == {("vice president", "candidate")}


def test_who_wins_the_presidential_election_is_elect() -> None:
    news = told_offices("Ana Torvald won the presidential election in Ghana on Sunday.")
    past = told_offices("Ana Torvald, who won the presidential election in Ghana, spoke.")
    assert {(o[1], o[4], o[5]) for o in news} == {("president", "elect", "elected")}
    just = told_offices("Ana Torvald has won the presidential election in Ghana, the commission announced.")
    assert {(o[0], o[1], o[3], o[4], o[5]) for o in just} == {("Ana Torvald", "president", "gh", "elect", "elected")}
    assert {(o[1], o[4], o[5]) for o in past} == {("president", "current", "elected")}


def test_a_ticket_of_two() -> None:
    found = told_offices("The ticket of Ana Torvald for president and Lars Edmond for vice president won few votes.")
    assert {(o[0], o[1], o[4]) for o in found} == {
        ("Ana Torvald", "president", "candidate"),
        ("Lars Edmond", "vice president", "candidate"),
    }


def test_re_election_is_to_an_office_told_before() -> None:
    text = "Ana Torvald was re-elected in May. She had been a deputy minister before."
    assert {(o[1], o[5]) for o in told_offices(text)} == {("deputy minister", None)}


def test_resigning_from_a_party_ends_no_office() -> None:
    found = told_offices("Finance minister Ana Torvald resigned from the Labour Party on Friday.")
    assert {(o[4], o[5]) for o in found} == {("current", None)}


def test_a_former_office_that_was_resigned_from() -> None:
    found = told_offices("Former finance minister Ana Torvald was arrested. Torvald resigned in May.")
    assert {(o[1], o[4], o[5]) for o in found} == {
        ("finance minister", "former", None),
        ("finance minister", "former", "resigned"),
    }


def test_leaving_the_campaign_trail_ends_no_candidacy() -> None:
    found = told_offices("Presidential candidate Ana Torvald left the campaign trail on Friday.")
    assert {o[5] for o in found} == {None}


def test_who_was_forced_to_resign_did() -> None:
    found = told_offices("Foreign Minister Anton Orten was forced to resign.")
    assert {(row[0], row[4], row[5]) for row in found} == {("Anton Orten", "former", "resigned")}


def test_removed_from_office_is_dismissed() -> None:
    found = told_offices("President Hugo Weiss was removed from office on Friday.")
    assert {row[4:] for row in found} == {("former", "dismissed")}


def test_who_resigns_from_one_office_leaves_no_other() -> None:
    text = (
        "Lars Edmond was elected in 2001 as a member of Parliament. "
        "Ana Torvald appointed him Foreign Secretary, which he served as until 2018, resigning in protest."
    )
    assert not [row for row in told_offices(text) if row[1].startswith("member") and row[5] == "resigned"]


def test_who_got_an_office_after_resigning_from_another_keeps_it() -> None:
    found = told_offices("Anton Orten became deputy minister in May, a year after resigning as head of the bank.")
    assert {row[5] for row in found if row[1] == "deputy minister"} == {None}


def test_a_contest_is_for_the_office_that_was_told_before() -> None:
    text = (
        "Lars Edmond ran for Congress in 2018. He finished the primary in fifth place. "
        "Two candidates for president dropped out."
    )
    assert {row[1] for row in told_offices(text) if row[0] == "Lars Edmond"} == {"Representative"}


def test_what_a_nominee_wins_tells_no_second_candidacy() -> None:
    text = "Presidential nominee Ana Torvald campaigned in May. Torvald won the primary in Ohio."
    assert {row[1] for row in told_offices(text)} == {"Presidential nominee"}


def test_who_leaves_an_office_to_another_left_no_interim_one() -> None:
    text = "Lars Edmond took office as Kazakhstan's interim president after Olaf Berg stepped down."
    assert {(row[0], row[1], row[4]) for row in told_offices(text)} == {
        ("Lars Edmond", "interim president", "acting"),
        ("Olaf Berg", "president", "former"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Two ministers, Ana Torvald and Lars Edmond, resigned on Thursday.",
        "The president on Monday dismissed two ministers, Ana Torvald and Lars Edmond.",
        "Two officials, Finance Minister Ana Torvald and bank governor Lars Edmond, were sacked on Thursday.",
    ],
)
def test_all_who_are_named_behind_a_noun_lose_their_offices(text: str) -> None:
    assert {row[0] for row in told_offices(text) if row[4] == "former" and row[5]} == {"Ana Torvald", "Lars Edmond"}
