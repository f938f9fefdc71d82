"""First names and the gender that they tell."""

from onrecord.lexicon.first_names import load_first_names


def test_names_tell_a_gender() -> None:
    names = load_first_names()
    assert names["vesna"] == "female"
    assert names["ilham"] == "male"


def test_names_of_both_genders_are_left_out() -> None:
    assert not {"kim", "andrea", "jean", "alex", "sasha", "robin"} & load_first_names().keys()


def test_names_are_lower_case_without_accents() -> None:
    assert all(name == name.lower() and name.isascii() for name in load_first_names())
