"""How alike names are written: scripts, transliterations, order, words joined and left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.spellings import fold, is_likely, likeness, name_words, pair_words, word_edits

ALIKE = 0.75
NEAR_WORDS = "Karsk Karska Carsk Steel Steele Grain II III al van Norway Union Unions".split()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ilan Orel", "Orel, Ilan"),
        ("Ilan Orel", "Илан Орел"),
        ("Sergej Karadžić", "Sergey Karadzich"),
        ("Wolodymyr Saritskyj", "Volodymyr Zaritskyy"),
        ("Mohamed bin Sarim", "Muhammad ibn Sarim"),
        ("Dr. Ilan Orel", "Ilan Orel"),
        ("IlanOrel", "Ilan Orel"),
        ("Joe Karad", "Joseph Karad"),
        ("Ilan Viktor Orel", "Ilan Orel"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert likeness(one, other, "person") >= ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ilan Orel", "Anton Orel"),
        ("Ilan Orel", "Ilan Karad"),
        ("Ilan Viktor Orel", "Ilan Samir Orel"),
        ("I.", "Ilan Orel"),
        ("Ilan Orel", ""),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert likeness(one, other, "person") < ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karsk Steel Ltd", "Karsk Steel Limited Liability Company"),
        ("Karsk Grain Organisation", "Karsk Grain Organization"),
        ("Good Harvest Bank", "Goodharvest Bank"),
    ],
)
def test_one_body(one: str, other: str) -> None:
    assert likeness(one, other, "organization") >= ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [("Grain Bank", "Grain Bank of Norway"), ("Karsk Steel", "Karsk Mining")],
)
def test_two_bodies(one: str, other: str) -> None:
    assert likeness(one, other, "organization") < ALIKE


def test_words_pair_with_the_most_alike() -> None:
    pairing = pair_words(("ilan", "orel"), ("orell", "viktor", "ilan"))
    assert {(pair.one, pair.other) for pair in pairing.pairs} == {("ilan", "ilan"), ("orel", "orell")}
    assert (pairing.left_one, pairing.left_other) == ((), ("viktor",))


def test_scripts_without_vowels_are_compared_by_consonants() -> None:
    assert word_edits("barak", "brk") is not None
    assert word_edits("barak", "mlk") is None


def test_a_name_of_nothing_but_a_legal_form_keeps_it() -> None:
    assert name_words("The Company", "organization") == ("company",)
    assert fold("zelenskyy") == fold("selenskij")


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_the_same_either_way(one: str, other: str) -> None:
    for kind in ("person", "organization"):
        score = likeness(one, other, kind)  # type: ignore[arg-type]
        assert 0.0 <= score <= 1.0
        assert score == likeness(other, one, kind)  # type: ignore[arg-type]


@given(st.lists(st.sampled_from(NEAR_WORDS), max_size=4), st.lists(st.sampled_from(NEAR_WORDS), max_size=4))
def test_what_is_likely_is_told_by_how_alike_it_is(one: list[str], other: list[str]) -> None:
    first, second = " ".join(one), " ".join(other)
    for least in (0.5, 0.93):
        assert is_likely(first, second, "organization", least=least) == (
            likeness(first, second, "organization") >= least
        )
