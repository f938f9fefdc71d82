"""Several holders of one title are told away from it: behind a colon, after "were", before the next one."""

import pytest
from told import offices

TWO = {("Ana Torvald", "president"), ("Lars Edmond", "president")}


@pytest.mark.parametrize(
    "text",
    [
        "Two presidents have resigned: Ana Torvald and Lars Edmond.",
        "Two presidents have resigned: Ana Torvald in 2010 and Lars Edmond in 2014.",
        "Two presidents have resigned (Ana Torvald and Lars Edmond).",
        "The court has convicted two presidents in its history, Ana Torvald and Lars Edmond.",
        "The presidents who resigned are Ana Torvald and Lars Edmond.",
    ],
)
def test_holders_listed_in_the_sentence_of_a_title(text: str) -> None:
    assert {(o[0], o[1]) for o in offices(text)} == TWO


@pytest.mark.parametrize(
    "text",
    [
        "Three presidents have resigned, Ana Torvald said on Friday.",
        "Four mayors signed the letter to Ana Torvald and Lars Edmond.",
        "Two mayors have resigned: Ana Torvald said so, and Lars Edmond agreed.",
    ],
)
def test_names_that_are_no_list_of_holders(text: str) -> None:
    assert offices(text) == set()


def test_the_only_ones_there_were_are_former() -> None:
    found = offices("The only presidents to resign were Ana Torvald and Lars Edmond.")
    assert {(o[0], o[4]) for o in found} == {("Ana Torvald", "former"), ("Lars Edmond", "former")}


def test_others_are_former_where_somebody_is_president_now() -> None:
    found = offices("President Olaf Berg refused. Only two presidents, Ana Torvald and Lars Edmond, have resigned.")
    assert {(o[0], o[4]) for o in found} == {
        ("Olaf Berg", "current"),
        ("Ana Torvald", "former"),
        ("Lars Edmond", "former"),
    }
