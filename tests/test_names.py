"""Names compared: normal form, forms of address, people, organizations, acronyms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.names import (
    address_gender,
    is_acronym_of,
    is_same_organization,
    is_same_person,
    is_styled,
    normalise,
    surname,
    without_address,
)


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("The Velmark Post", "velmark post"),
        ("Velmark's", "velmark"),
        ("Velmark’s", "velmark"),
        ("the Ministers’", "ministers"),
        ("José  Łódźski", "jose lodzski"),
        ("Nadir al-Tamimi", "nadir al tamimi"),
        ("U.N.", "un"),
        ("U.S. Senate", "us senate"),
        ("Robert D. Orten", "robert d orten"),
        ("O’Marra", "omarra"),
        ("The", "the"),
        ("", ""),
    ],
)
def test_normal_form(name: str, normal: str) -> None:
    assert normalise(name) == normal


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Mr. Anton Vesely", "Anton Vesely"),
        ("President Vesely", "Vesely"),
        ("then-President Vesely", "Vesely"),
        ("the late Senator Anton Vesely, Jr.", "Anton Vesely"),
        ("Lt. Gen. Anton Vesely", "Anton Vesely"),
        ("Anton Vesely MP", "Anton Vesely"),
        ("the President", "the President"),
        ("Vesely", "Vesely"),
    ],
)
def test_without_address(name: str, bare: str) -> None:
    assert without_address(name) == bare


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Mrs Vesely", "female"),
        ("Ms. Anna Vesely", "female"),
        ("Sir Anton", "male"),
        ("the late Mr Vesely", "male"),
        ("Dr Vesely", None),
        ("Vesely King", None),
        ("", None),
    ],
)
def test_gender_of_the_form_of_address(name: str, gender: str | None) -> None:
    assert address_gender(name) == gender


def test_surname_keeps_its_particles() -> None:
    assert surname("Staffan de Orten") == "de orten"
    assert surname("President Anton Vesely") == "vesely"
    assert surname("Vesely") == "vesely"
    assert surname("") == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anton Vesely", "Vesely"),
        ("Anton Vesely", "Mr. Vesely"),
        ("Anton Vesely", "Anton"),
        ("Anton Vesely", "President Anton Vesely"),
        ("Anton Vesely", "ANTON VESELY"),
        ("Anton Veselý", "Anton Vesely"),
        ("Anton J. Vesely", "Anton Vesely"),
        ("A. Vesely", "Anton Vesely"),
        ("Anton Jan Vesely", "Anton Vesely"),
        ("Haider al-Orten", "Orten"),
        ("Haider al-Orten", "al-Orten"),
        ("Anna Vesely Orten", "Vesely"),
        ("Anna Vesely Orten", "Anna Vesely"),
        ("Anton Vesely Jr.", "Anton Vesely"),
    ],
)
def test_same_person(one: str, other: str) -> None:
    assert is_same_person(one, other)
    assert is_same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anton Vesely", "Anna Vesely"),
        ("Anton Vesely", "Anton Orten"),
        ("Anton Vesely", "Orten"),
        ("Anton Vesely", "Ves"),
        ("B. Vesely", "Anton Vesely"),
        ("Haider al-Orten", "Al"),
        ("Anton Vesely", ""),
        ("Anton Vesely", "A"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert not is_same_person(one, other)
    assert not is_same_person(other, one)


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("FSB", "Federal Security Bureau"),
        ("FSB", "the Federal Security Bureau"),
        ("U.N.", "United Nations"),
        ("NATO", "North Atlantic Treaty Organization"),
        ("OIC", "Organisation of Insular Cooperation"),
        ("OPCW", "Organisation for the Prohibition of Chemical Weapons"),
        ("DoD", "Department of Defense"),
        ("the FSB".removeprefix("the "), "Federal Security Bureau"),
    ],
)
def test_acronym(short: str, name: str) -> None:
    assert is_acronym_of(short, name)


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("BIA", "Safety and Information Agency"),
        ("FSB", "Federal Security"),
        ("FSB", "Federal Security Bureau Agency"),
        ("fsb", "Federal Security Bureau"),
        ("F", "Federal"),
        ("Federal", "Federal Security Bureau"),
        ("", "Federal Security Bureau"),
    ],
)
def test_no_acronym(short: str, name: str) -> None:
    assert not is_acronym_of(short, name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Velmark National Guard", "Velmark National Guard"),
        ("Supreme Court of Velmark", "Velmark Supreme Court"),
        ("Organisation of Coastal Cooperation", "OCC"),
        ("NBX News", "NBX"),
        ("UN Security Council", "Security Council"),
        ("Orten Group", "Orten"),
    ],
)
def test_same_organization(one: str, other: str) -> None:
    assert is_same_organization(one, other)
    assert is_same_organization(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Liberal Party", "Labour Party"),
        ("National Guard", "National"),
        ("Liberal Party", "Party"),
        ("Ministry of Health", "Ministry of Defence"),
        ("Velmark Post", ""),
        ("UN Security Council", "UN"),
        ("Senate Grain Committee", "Senate"),
    ],
)
def test_two_organizations(one: str, other: str) -> None:
    assert not is_same_organization(one, other)
    assert not is_same_organization(other, one)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_compare_either_way(one: str, other: str) -> None:
    assert is_same_person(one, other) == is_same_person(other, one)
    assert is_same_organization(one, other) == is_same_organization(other, one)
    is_acronym_of(one, other)
    address_gender(one)
    surname(one)
    assert normalise(normalise(one)) == normalise(one)


def test_normal_form_folds_what_a_compatibility_form_hides() -> None:
    assert normalise("㍱") == "hpa"


def test_a_monarch_s_number_belongs_to_the_name() -> None:
    assert without_address("King Harald II") == "Harald II"
    assert without_address("President Ilan Orel III") == "Ilan Orel"


def test_don_is_a_first_name_in_english() -> None:
    assert without_address("Don Orel") == "Don Orel"


@pytest.mark.parametrize("name", ["O'Karad's Co. of the U.S.", "`Orel`", "The Bank_of Orsova, Ltd.", "J. R. Maruk"])
def test_a_plain_name_is_folded_like_one_with_an_accent(name: str) -> None:
    assert normalise(f"{name} Ó") == f"{normalise(name)} o"


def test_styles_of_many_lands_stand_before_names() -> None:
    assert without_address("Alhaji Musa Orten") == without_address("Amb. Musa Orten") == "Musa Orten"
    assert without_address("Tan Sri Musa Orten") == "Musa Orten"
    assert without_address("Tan Wei") == "Tan Wei"
    assert without_address("Sri Mulyani") == "Sri Mulyani"


def test_words_that_are_nobody() -> None:
    assert (
        is_styled("retd")
        and is_styled("H.E.")
        and not is_styled("He")
        and is_styled("Lt. Gen.")
        and is_styled("Emir Sheikh")
        and not is_styled("Hon Orten")
    )
