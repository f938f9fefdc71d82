"""Short forms of first names, and words in the names of bodies."""

import tomllib
from importlib.resources import files

from onrecord.lexicon.bodies import load_body_words
from onrecord.lexicon.short_names import full_names, load_short_names
from onrecord.resolve.bodies import compare_bodies, is_common_name
from onrecord.resolve.persons import compare_persons
from onrecord.spellings import name_words


def test_a_short_form_may_stand_for_several_names() -> None:
    assert full_names("bert") == {"bert", "robert", "herbert", "hubert", "albert"}
    assert full_names("vesna") == {"vesna"}


def test_short_names_are_lower_case_without_accents() -> None:
    assert all(name == name.lower() and name.isascii() for name in load_short_names())


def test_example_of_short_names_is_one_person() -> None:
    raw = tomllib.loads(files("onrecord.lexicon").joinpath("short_names.toml").read_text(encoding="utf-8"))
    one, other = raw["example"]
    assert "short form" in compare_persons([one], [other]).reason


def test_examples_of_body_words_hold() -> None:
    raw = tomllib.loads(files("onrecord.lexicon").joinpath("bodies.toml").read_text(encoding="utf-8"))
    assert is_common_name(raw["common"]["example"])
    assert compare_bodies([raw["members"]["example"]], "no", ["Green Party"], "no").points > 0.7
    assert compare_bodies([raw["unnamed"]["example"]], "no", [raw["unnamed"]["example"]], "no").points < 0.5
    assert load_body_words().kinds & set(raw["kinds"]["example"].lower().split())
    assert name_words(raw["legal"]["example"], "organization") == ("karsk", "steel")
    assert name_words(raw["small"]["example"], "organization") == ("bank", "orsova")
