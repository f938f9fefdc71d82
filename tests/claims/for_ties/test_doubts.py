"""Whose rival somebody is stays untold where a pronoun may mean two who were named before."""

from told import ties


def test_two_men_before_leave_it_open_whose_rival_she_is() -> None:
    assert ties("Piet Hollem met Lars Edmond. His rival Ana Torvald stayed away.") == set()
    told = ties("Lars Edmond won the election. His rival Ana Torvald stayed away.")
    assert told == {("Ana Torvald", "opponent", "Lars Edmond")}


def test_a_woman_before_is_not_meant_by_his() -> None:
    told = ties("Lars Edmond met Anna Dorn. His rival Olaf Torvald stayed away.")
    assert told == {("Olaf Torvald", "opponent", "Lars Edmond")}


def test_two_men_before_leave_no_doubt_whose_rival_a_name_tells() -> None:
    told = ties("Piet Hollem met Lars Edmond. Hollem's rival Ana Torvald stayed away.")
    assert told == {("Ana Torvald", "opponent", "Piet Hollem")}
