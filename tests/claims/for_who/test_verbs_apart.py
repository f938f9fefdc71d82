"""A second verb that looks like an adjective."""

from told import events


def test_a_participle_before_its_object_is_a_second_verb() -> None:
    assert events("Bolivia cut ties with Peru and established relations with Chile.") == {
        ("SANCTION", "Bolivia", "Peru"),
        ("SUPPORT", "Bolivia, Chile", ""),
    }


def test_a_participle_that_describes_stays() -> None:
    found = events("Norway condemned attacks on civilians and targeted killings of journalists.")
    assert ("ACCUSE", "Norway", "") in found


def test_recognition_is_switched_from_one_to_another() -> None:
    assert events("Bolivia switched recognition from Peru to Chile.") == {
        ("SANCTION", "Bolivia", "Peru"),
        ("SUPPORT", "Bolivia", "Chile"),
    }
