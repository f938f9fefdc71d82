"""Holders are found by verbs on either side, and countries are shared where one title follows another."""

from told import offices


def test_who_replaces_whom() -> None:
    assert offices("Lars Edmond was replaced by Ana Torvald as foreign minister of Norway.") == {
        ("Lars Edmond", "foreign minister", None, "no", "former", None),
        ("Ana Torvald", "foreign minister", None, "no", "current", None),
    }
    assert offices("Ana Torvald succeeded her father, Lars Edmond, as president of Togo in 2005.") == {
        ("Lars Edmond", "president", None, "tg", "former", None),
        ("Ana Torvald", "president", None, "tg", "current", None),
    }


def test_first_to_serve_holds_the_office() -> None:
    text = "Ana Torvald became the first woman to serve as mayor of Oslo."
    assert offices(text) == {("Ana Torvald", "mayor", "Oslo", "no", "current", None)}


def test_a_minister_named_after_a_president_is_of_the_same_country() -> None:
    text = "Israeli prime minister Dan Orlev and energy minister Yossi Baram met in Athens, Greece."
    assert ("Yossi Baram", "energy minister", None, "il", "current", None) in offices(text)


def test_what_somebody_is_proposed_for_is_no_title_of_the_next() -> None:
    text = "The party nominated Lars Edmond for president and Green Party chairman William Moor for vice president."
    found = {(person, title, tenure) for person, title, _, _, tenure, _ in offices(text)}
    assert ("William Moor", "president", "current") not in found
    assert ("Lars Edmond", "president", "candidate") in found


def test_has_served_is_over_but_not_has_served_since() -> None:
    assert {row[4] for row in offices("Lars Edmond has served as mayor of Denver.")} == {"former"}
    assert {row[4] for row in offices("Lars Edmond has served as mayor of Denver since 2011.")} == {"current"}


def test_one_title_later_another() -> None:
    text = "Lars Edmond was minister of health and later minister of finance."
    assert {title for _, title, *_ in offices(text)} == {"minister of health", "minister of finance"}
