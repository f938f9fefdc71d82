"""Seats are found from elections, service and seats in chambers that are named, and in nothing else."""

import pytest
from told import offices as told_offices

from onrecord.claims.offices import find_offices
from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.model import Document, Office


def offices(text: str) -> set[tuple[str, str, str, str | None]]:
    """Person, title, tenure and change of each office found, with names for ids."""
    tree = Tree(analyse(Document(id="example", text=text)))
    cast = find_cast(tree)
    found = [draft.what for draft in find_offices(tree, cast)]
    return {(cast.entities[o.person].name, o.title, o.tenure, o.change) for o in found if isinstance(o, Office)}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Ana Torvald was elected to the Senate in 2006.", ("Senator", "current", "elected")),
        ("Ana Torvald was first elected to Congress in 1996.", ("Representative", "current", "elected")),
        ("Ana Torvald served in the House of Representatives from 1990 to 1996.", ("Representative", "former", None)),
        ("Ana Torvald joined the Senate in 2009.", ("Senator", "current", None)),
    ],
)
def test_seat_in_a_chamber(text: str, office: tuple[str, str, str | None]) -> None:
    assert offices(text) == {("Ana Torvald", *office)}


@pytest.mark.parametrize(
    "text",
    [
        "Ana Torvald was elected to the Nobel Committee in 2006.",
        "Ana Torvald served in Norway from 1990 to 1996.",
        "Ana Torvald addressed the Senate in 2009.",
        "Ana Torvald took a seat in the second row.",
    ],
)
def test_no_seat(text: str) -> None:
    assert offices(text) == set()


def test_counterpart_has_the_same_title_elsewhere() -> None:
    text = "Norwegian Foreign Minister Ana Torvald and Swedish counterpart Lars Edmond met."
    assert ("Lars Edmond", "Foreign Minister", "current", None) in offices(text)
    assert len(offices("Foreign Minister Ana Torvald met her counterpart.")) == 1


def test_office_that_is_over() -> None:
    assert {o[2] for o in offices("Ana Torvald, the mayor of Oslo from 2001 to 2005, spoke.")} == {"former"}
    assert {o[2] for o in offices("Ana Torvald, the mayor of Oslo, spoke from 2001 to 2005.")} == {"current"}


def test_candidate_who_held_the_office_before_is_both() -> None:
    found = offices("Former president Ana Torvald ran for president in May.")
    assert {(title, tenure) for _, title, tenure, _ in found} == {("president", "former"), ("president", "candidate")}


def test_leader_of_those_who_are_told_by_a_noun() -> None:
    assert offices("Lars Edmond, leader of the rebels, spoke.") == {("Lars Edmond", "leader", "current", None)}
    assert offices("Lars Edmond, a leader, spoke.") == set()


def test_candidacy_is_told_by_a_contest_rather_than_by_delegates() -> None:
    text = "Ana Torvald secured 20 delegates. Ana Torvald won the Labour primary for the presidential election."
    tree = Tree(analyse(Document(id="example", text=text)))
    drafts = [draft for draft in find_offices(tree, find_cast(tree)) if isinstance(draft.what, Office)]
    assert ["primary" in draft.evidence[0].of(text) for draft in drafts] == [True]


def test_a_seat_taken_or_won() -> None:
    assert told_offices("Ana Torvald won a seat in the Knesset in 2019.") == {
        ("Ana Torvald", "member", "Knesset", "il", "current", "elected")
    }
    assert told_offices("Ana Torvald was elected to the state senate in 2012.") == {
        ("Ana Torvald", "Senator", "state senate", None, "current", "elected")
    }


def test_seats_won_by_a_party_are_nobodys() -> None:
    assert told_offices("The Green Party won 20 seats in the Knesset, Ana Torvald said.") == set()


def test_seats_on_courts() -> None:
    assert told_offices("Lars Edmond served on the Supreme Court for 20 years.") == {
        ("Lars Edmond", "justice", "Supreme Court", None, "former", None)
    }
    assert told_offices("Lars Edmond appealed to the Supreme Court for 20 years.") == set()


def test_running_for_a_seat() -> None:
    ran = told_offices("Ana Torvald ran for a seat in the Senate.")
    won = told_offices("Ana Torvald successfully ran for a seat in the Senate.")
    assert {(o[1], o[4], o[5]) for o in ran} == {("Senator", "candidate", None)}
    assert {(o[1], o[4], o[5]) for o in won} == {("Senator", "current", "elected")}


def test_a_senator_was_elected_to_congress_as_such() -> None:
    found = told_offices("Senator Ana Torvald was first elected to Congress in 2008.")
    assert {o[1] for o in found} == {"Senator"}


def test_who_runs_for_a_chamber_is_a_candidate_for_a_seat_in_it() -> None:
    found = told_offices("Anton Orten ran for the US Senate in 2014.")
    assert {(row[0], row[1], row[2], row[4]) for row in found} == {
        ("Anton Orten", "Senator", "US Senate", "candidate"),
    }


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Anton Orten spent eight years in the Senate.", "Senator"),
        ("Anton Orten sat on the Karsk City Council for ten years.", "member"),
    ],
)
def test_who_spent_years_in_a_chamber_was_a_member_of_it(text: str, title: str) -> None:
    assert {(row[0], row[1], row[4]) for row in told_offices(text)} == {("Anton Orten", title, "former")}


def test_who_sits_on_a_council_of_states_holds_no_seat_of_his_own() -> None:
    assert told_offices("Norland sat on the UN Security Council for two years.") == set()


def test_who_served_in_a_chamber_was_elected_to_it_then() -> None:
    text = "Ana Torvald served in the House of Representatives. She was first elected to the House in 2006."
    assert {row[4] for row in told_offices(text)} == {"former"}
