"""Who is succeeded holds the office no longer, and who succeeds holds the same one."""

from told import offices


def test_who_succeeds_a_president_is_president() -> None:
    found = offices("Anton Orten succeeded President Hugo Weiss in May.")
    assert found == {
        ("Anton Orten", "President", None, None, "current", None),
        ("Hugo Weiss", "President", None, None, "former", None),
    }


def test_who_was_replaced_is_so_in_the_passive_too() -> None:
    found = offices("Defence Minister Hugo Weiss was replaced by Anton Orten.")
    assert {(row[0], row[4]) for row in found} == {("Anton Orten", "current"), ("Hugo Weiss", "former")}


def test_who_will_succeed_is_not_in_office_yet() -> None:
    found = offices("Anton Orten will succeed President Hugo Weiss in May.")
    assert {(row[0], row[4]) for row in found} == {("Anton Orten", "elect"), ("Hugo Weiss", "current")}


def test_a_predecessor_held_the_one_office_that_is_told() -> None:
    found = offices("Mayor Anton Orten spoke. His predecessor, Hugo Weiss, built it.")
    assert {(row[0], row[1], row[4]) for row in found} == {
        ("Anton Orten", "Mayor", "current"),
        ("Hugo Weiss", "Mayor", "former"),
    }


def test_a_predecessor_of_somebody_without_an_office_held_none() -> None:
    assert offices("Anton Orten spoke. His predecessor, Hugo Weiss, built it.") == set()


def test_an_elected_successor_has_not_taken_over_yet() -> None:
    found = offices("President Hugo Weiss and his elected successor, Anton Orten, spoke in Oslo on Monday.")
    assert {(row[0], row[1], row[4]) for row in found} == {
        ("Hugo Weiss", "President", "current"),
        ("Anton Orten", "President", "elect"),
    }


def test_who_was_succeeded_had_the_office_that_the_other_got() -> None:
    found = offices("Anton Orten became mayor of Oslo in 2021, replacing Hugo Weiss.")
    assert {(row[0], row[1], row[4]) for row in found} == {
        ("Anton Orten", "mayor", "current"),
        ("Hugo Weiss", "mayor", "former"),
    }


def test_who_succeeds_somebody_told_to_have_resigned_has_his_office() -> None:
    found = offices("Anton Orten succeeds Hugo Weiss, who resigned as health minister.")
    assert ("Anton Orten", "health minister") in {row[:2] for row in found}


def test_nobody_succeeds_to_a_rank() -> None:
    found = offices("Anton Orten became mayor of Oslo in 2021, replacing Admiral Hugo Weiss.")
    assert ("Anton Orten", "Admiral") not in {row[:2] for row in found}


def test_who_is_put_in_somebodys_place_holds_the_office() -> None:
    found = offices("President Hugo Weiss replaced Foreign Minister Anton Orten with Ana Torvald.")
    held = {(person, title, tenure) for person, title, _, _, tenure, _ in found}
    assert held == {
        ("Hugo Weiss", "President", "current"),
        ("Anton Orten", "Foreign Minister", "former"),
        ("Ana Torvald", "Foreign Minister", "current"),
    }


def test_who_appoints_a_successor_has_not_the_office() -> None:
    found = offices("Anton Orten has appointed Ana Torvald, an aide, to succeed Finance Minister Hugo Weiss.")
    assert {(person, tenure) for person, *_, tenure, _ in found} == {
        ("Ana Torvald", "current"),
        ("Hugo Weiss", "former"),
    }


def test_who_resigns_along_with_another_has_left_as_well() -> None:
    found = offices("Anton Orten follows Hugo Weiss, who resigned along with Education Minister Ana Torvald.")
    assert ("Ana Torvald", "Education Minister", None, None, "former", "resigned") in found
