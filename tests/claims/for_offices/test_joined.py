"""Titles joined to each other, of one person or of several in a list."""

import pytest
from told import offices


def told(text: str) -> set[tuple[str, str, str]]:
    """Person, title and tenure of each office."""
    return {(person, title, tenure) for person, title, _, _, tenure, _ in offices(text)}


def test_a_second_title_is_held_as_the_first_is_past_words_between() -> None:
    text = "Ana Torvald was a senator for two years and a defence minister under Lars Edmond."
    assert told(text) >= {("Ana Torvald", "senator", "former"), ("Ana Torvald", "defence minister", "former")}


def test_a_title_before_a_noun_that_is_none_is_former_with_it() -> None:
    text = "Ana Torvald, a former student leader and permanent secretary, wrote it."
    assert ("Ana Torvald", "permanent secretary", "former") in told(text)


@pytest.mark.parametrize(
    "names", ["former ministers {}", "two ex-ministers, {}", "several former ministers, including {}"]
)
def test_several_share_a_former_title(names: str) -> None:
    text = f"The court acquitted {names.format('Ana Torvald and Lars Edmond')}."
    assert {who for who, _, tenure in told(text) if tenure == "former"} == {"Ana Torvald", "Lars Edmond"}


def test_a_second_title_before_that() -> None:
    text = "Lars Edmond, the head of the agency and before that interior minister, arrived in Oslo."
    assert ("Lars Edmond", "interior minister", "former") in told(text)
