"""Holders are found by verbs on either side, and countries are shared where one title follows another."""

import pytest
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


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Ana Torvald was appointed as finance minister and Lars Edmond as mayor of London.",
            {("Ana Torvald", "finance minister"), ("Lars Edmond", "mayor")},
        ),
        (
            "The premier named Ana Torvald as finance minister and Lars Edmond as defence minister.",
            {("Ana Torvald", "finance minister"), ("Lars Edmond", "defence minister")},
        ),
    ],
)
def test_each_is_appointed_what_stands_behind_the_own_name(text: str, rows: set[tuple[str, str]]) -> None:
    assert {(o[0], o[1]) for o in offices(text) if o[5] == "appointed"} == rows


def test_who_appoints_is_not_appointed() -> None:
    found = offices("Ana Torvald was appointed by Lars Edmond as finance minister.")
    assert [o[0] for o in found if o[1] == "finance minister"] == ["Ana Torvald"]


def test_president_and_prime_minister_are_two() -> None:
    assert offices("Prime Minister and President Torvald met on Friday.") == {
        ("Torvald", "President", None, None, "current", None)
    }


def test_who_is_tipped_to_succeed_is_elect_and_the_other_stays() -> None:
    found = offices("Ana Torvald is expected to succeed Lars Edmond as finance minister.")
    assert {(o[0], o[4]) for o in found} == {("Ana Torvald", "elect")}


def test_a_predecessor_from_whom_an_office_is_taken_over() -> None:
    found = offices("Ana Torvald took over from Lars Edmond as prime minister in May.")
    assert {(o[0], o[4]) for o in found} == {("Ana Torvald", "current"), ("Lars Edmond", "former")}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Newly elected president Ana Torvald spoke.", ("president", "current", "elected")),
        ("The newly appointed finance minister, Ana Torvald, spoke.", ("finance minister", "current", "appointed")),
        ("The ousted president, Ana Torvald, spoke.", ("president", "former", "dismissed")),
        ("Ex-finance minister Ana Torvald spoke.", ("finance minister", "former", None)),
        ("Ana Torvald, finance minister from 2010 to 2014, spoke.", ("finance minister", "former", None)),
        ("Ana Torvald, finance minister (2010–2014), spoke.", ("finance minister", "former", None)),
        ("Ana Torvald, finance minister between 2010 and 2014, spoke.", ("finance minister", "former", None)),
        ("Ana Torvald will become finance minister.", ("finance minister", "elect", None)),
        ("Ana Torvald will remain finance minister.", ("finance minister", "current", None)),
    ],
)
def test_tenure_and_change_by_the_words_around_a_title(text: str, row: tuple[str, str, str | None]) -> None:
    assert row in {(o[1], o[4], o[5]) for o in offices(text)}


def test_a_surname_is_no_title() -> None:
    assert offices("Lars Edmond and Ana Mayor won the prize. Mayor thanked her friends.") == set()


def test_two_titles_share_the_body_before_them() -> None:
    found = offices("Norland Agency founder and director Ana Torvald spoke.")
    assert {(o[1], o[2]) for o in found} == {("founder", "Norland Agency"), ("director", "Norland Agency")}


def test_of_both_each_holds_the_office() -> None:
    found = offices("Anton Orten and Hugo Weiss won the prize. Both are professors at the University of Oslo.")
    assert {(row[0], row[1], row[2]) for row in found} == {
        ("Anton Orten", "professor", "University of Oslo"),
        ("Hugo Weiss", "professor", "University of Oslo"),
    }


def test_a_title_with_the_before_a_name_tells_an_office_without_a_capital() -> None:
    assert {row[:2] for row in offices("The judge, Ana Torvald, sent them home.")} == {("Ana Torvald", "judge")}


def test_who_is_made_something_by_a_verb_has_its_change() -> None:
    found = offices("Hugo Weiss appointed Anton Orten finance minister.")
    assert found == {("Anton Orten", "finance minister", None, None, "current", "appointed")}


def test_who_appoints_gets_no_office_by_it() -> None:
    found = offices("Hugo Weiss was a judge. The prime minister appointed him foreign secretary in May.")
    assert {row[1] for row in found if row[0] == "Hugo Weiss"} <= {"judge", "foreign secretary"}


def test_candidate_for_governor_is_no_governor() -> None:
    found = offices("Democratic candidate for governor Nora Falk raised money.")
    assert {(row[0], row[1], row[4]) for row in found} == {("Nora Falk", "governor", "candidate")}


def test_who_is_only_urged_to_run_is_no_candidate() -> None:
    assert offices("Many had urged Nora Falk to run for president.") == set()


def test_titles_of_what_is_imagined_are_held_by_nobody() -> None:
    assert offices("If Nora Falk became president, she would leave.") == set()


def test_former_with_a_hyphen_before_the_body_or_behind_one() -> None:
    found = offices("The report blames ex-police chief Nora Falk and one-time mayor Hugo Weiss.")
    assert {(row[0], row[4]) for row in found} == {("Nora Falk", "former"), ("Hugo Weiss", "former")}


def test_others_in_a_list_are_not_who_is_named_before() -> None:
    found = offices("Mayor Anton Orten, 11 senators, several foreign officials and Nora Falk attended.")
    assert {row[:2] for row in found} == {("Anton Orten", "Mayor")}


def test_one_title_of_two_bodies_is_two_offices() -> None:
    found = offices("Anton Orten, president of the Oslo Bank and president of the Teachers Union, spoke.")
    assert {row[2] for row in found} == {"Oslo Bank", "Teachers Union"}


def test_whom_an_interim_president_followed_was_no_interim_president() -> None:
    found = offices("Anton Orten was succeeded by Hugo Weiss, initially as interim president.")
    assert {row[0] for row in found} == {"Hugo Weiss"}


def test_whoever_is_appointed_to_replace_somebody_gets_the_office() -> None:
    found = offices("President Anton Orten appointed Nora Falk to replace Hugo Weiss as governor.")
    assert {(row[0], row[1], row[4]) for row in found} == {
        ("Anton Orten", "President", "current"),
        ("Nora Falk", "governor", "current"),
        ("Hugo Weiss", "governor", "former"),
    }


def test_whoever_runs_to_succeed_somebody_is_a_candidate() -> None:
    assert {row[4] for row in offices("Anton Orten ran to succeed Hugo Weiss as mayor.")} == {"candidate"}


def test_as_behind_a_name_in_a_phrase_is_said_of_the_subject() -> None:
    found = offices("Nora Falk joined the coup of General Hugo Weiss, as a lieutenant in charge of a roadblock.")
    assert ("Hugo Weiss", "lieutenant") not in {row[:2] for row in found}


def test_a_pronoun_at_the_head_is_who_the_sentence_is_about() -> None:
    assert {row[:2] for row in offices("While she was mayor of Oslo, Ana Torvald built two bridges.")} == {
        ("Ana Torvald", "mayor")
    }


def test_the_clause_of_one_holder_tells_nothing_of_the_next() -> None:
    found = offices("When Lars Edmond was prime minister, Ana Torvald ran the interior ministry.")
    assert {row[:2] for row in found if row[1] == "prime minister"} == {("Lars Edmond", "prime minister")}


def test_a_post_is_taken_away() -> None:
    found = offices("Ana Torvald was stripped of her post as deputy speaker on Thursday.")
    assert {row[:2] + row[4:] for row in found} == {("Ana Torvald", "deputy speaker", "former", "dismissed")}


def test_a_former_title_before_a_comma_is_of_the_name_behind_it() -> None:
    text = "The panel includes a former governor of Ohio, Ana Torvald, and a banker."
    assert {row[:2] for row in offices(text)} == {("Ana Torvald", "governor")}
    text = "Nora Falk, a former prosecutor, Lars Edmond, a judge, and Ana Torvald were there."
    assert ("Nora Falk", "prosecutor") in {row[:2] for row in offices(text)}


def people(text: str) -> set[tuple[str, str, str]]:
    """Person, title and tenure of each office."""
    return {(person, title, tenure) for person, title, _, _, tenure, _ in offices(text)}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The king named Archbishop Luca Ferri of Milan a cardinal.",
            {("Luca Ferri", "Archbishop", "current"), ("Luca Ferri", "cardinal", "current")},
        ),
        (
            "“Mr. President,” said Ambassador Rosa Lindqvist, “we cannot accept this text.”",
            {("Rosa Lindqvist", "Ambassador", "current")},
        ),
        ("Former senior aide to the president Milos Krsta has told investigators a lot.", set()),
        (
            "Marta Hollin, a former judge turned television host, announced that she would leave.",
            {("Marta Hollin", "judge", "former")},
        ),
        (
            "The former rebel leader turned vice president, Simon Lado, was sacked in February.",
            {("Simon Lado", "rebel leader", "former"), ("Simon Lado", "vice president", "former")},
        ),
        (
            "Retired general Lars Bergman, once the country's defence chief, said the army could hold.",
            {("Lars Bergman", "general", "former"), ("Lars Bergman", "defence chief", "former")},
        ),
        ("Local prosecutor Yann Le Goff said so.", {("Yann Le Goff", "prosecutor", "current")}),
        ("Lars Edmond, a long-time advocate for democracy, was jailed in Oslo.", set()),
        ("Secretary of Defense nominee Mark Epson met them.", {("Mark Epson", "Secretary of Defense", "candidate")}),
        (
            "Chairman of the Joint Chiefs of Staff Gen. Mark Orel briefed the Senate.",
            {("Mark Orel", "Chairman", "current")},
        ),
    ],
)
def test_who_is_meant_by_a_title_and_who_is_not(text: str, rows: set[tuple[str, str, str]]) -> None:
    assert people(text) == rows


def test_who_was_reelected_holds_it_and_no_other_office_by_it() -> None:
    text = "Ana Torvald, who has been prime minister since May, was re-elected leader of the Labour Party on Sunday."
    assert {(row[1], row[4], row[5]) for row in offices(text)} == {
        ("prime minister", "current", None),
        ("leader", "current", "elected"),
    }


def test_who_is_vice_president_beside_the_president_is_so_of_the_same_body() -> None:
    found = offices("Miners Union President Ana Torvald and Vice President Lars Edmond called the plan weak.")
    assert {row[0]: row[2] for row in found} == {"Ana Torvald": "Miners Union", "Lars Edmond": "Miners Union"}
