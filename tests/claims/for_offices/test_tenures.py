"""An office is held now, was held or is to come, as the words around its title tell."""

import pytest

from onrecord.claims.offices import find_offices
from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.model import Document, Office


def tenures(text: str) -> set[tuple[str, str, str]]:
    """Person, title and tenure of each office in an article of October 2019."""
    tree = Tree(analyse(Document(id="tenures", text=text, published="2019-10-09")))
    cast = find_cast(tree)
    found = [draft.what for draft in find_offices(tree, cast)]
    return {(cast.entities[o.person].name, o.title, o.tenure) for o in found if isinstance(o, Office)}


@pytest.mark.parametrize(
    ("text", "title", "tenure"),
    [
        ("Anton Orten was appointed defence minister in 1999.", "defence minister", "former"),
        ("In 1999, Olaf Berg was elected after Anton Orten resigned to become minister.", "minister", "former"),
        ("Anton Orten, until recently head of the IMF, arrived.", "head", "former"),
        ("Anton Orten became prime minister in 1999.", "prime minister", "former"),
        ("Anton Orten was elected president in 2018.", "president", "current"),
        ("Anton Orten has been mayor of Karsk since 1999.", "mayor", "current"),
        ("President Anton Orten proposed the law in the 1930s.", "President", "former"),
        ("Anton Orten was mayor until 2016.", "mayor", "former"),
        ("Anton Orten is slated to become foreign minister.", "foreign minister", "elect"),
        ("Anton Orten had served as mayor since 2014.", "mayor", "former"),
        ("Anton Orten has served as mayor since 2014.", "mayor", "current"),
        (
            "When the army seized power in 1995, Anton Orten was appointed finance minister.",
            "finance minister",
            "former",
        ),
        ("Anton Orten was finance secretary between 1990-92.", "finance secretary", "former"),
        ("Anton Orten, until recently the ambassador in Oslo, joined the bank.", "ambassador", "former"),
        ("Anton Orten was for eight years the mayor of Karsk.", "mayor", "former"),
        ("Anton Orten, Norland's last communist leader, refused.", "leader", "former"),
        ("Anton Orten is no longer the director of the archive.", "director", "former"),
        ("Ana Torvald was foreign minister under President Anton Orten.", "President", "former"),
        ("The army overthrew President Anton Orten in May.", "President", "former"),
        ("Anton Orten, the defence minister in 2014, lives in Karsk.", "defence minister", "former"),
        ("Anton Orten, elected president in 2019, seeks a second term.", "president", "current"),
        ("While serving as mayor of Karsk, Anton Orten ordered the raids.", "mayor", "former"),
        ("Anton Orten was a teacher and a senator.", "senator", "former"),
        ("Anton Orten, whose term as attorney general ended in January, left.", "attorney general", "former"),
    ],
)
def test_what_stands_around_a_title_tells_whether_it_is_held(text: str, title: str, tenure: str) -> None:
    assert ("Anton Orten", title, tenure) in tenures(text)


def test_a_year_beside_another_office_tells_nothing_of_this_one() -> None:
    found = tenures("Anton Orten was elected mayor of Karsk in 2001 and is now a senator.")
    assert {(title, tenure) for _, title, tenure in found} == {("mayor", "former"), ("senator", "current")}


def test_of_two_presidents_the_one_beside_a_year_gone_by_was_it_then() -> None:
    text = "US President Ana Torvald praised the treaty. US President Lars Edmond signed it in 2016."
    assert {(who, tenure) for who, _, tenure in tenures(text)} == {
        ("Ana Torvald", "current"),
        ("Lars Edmond", "former"),
    }


def test_two_presidents_of_whom_nothing_is_told_are_both_so_now() -> None:
    text = "French President Ana Torvald met the US President Lars Edmond."
    assert {tenure for _, _, tenure in tenures(text)} == {"current"}


def test_an_office_only_imagined_is_none() -> None:
    assert tenures("If Anton Orten were president, he would leave the treaty.") == set()


@pytest.mark.parametrize(
    ("text", "tenure"),
    [
        ("Critics blamed then-Governor Olaf Berg's chief of staff, Anton Orten, for the closures.", "former"),
        ("Anton Orten, chief of staff to then-Governor Olaf Berg, left the country.", "former"),
        ("Anton Orten, chief of staff to Governor Olaf Berg, left the country.", "current"),
    ],
)
def test_who_served_then_serves_no_more(text: str, tenure: str) -> None:
    assert ("Anton Orten", "chief of staff", tenure) in tenures(text)


def test_who_ran_unsuccessfully_did_run() -> None:
    tree = Tree(analyse(Document(id="tenures", text="Anton Orten ran unsuccessfully for mayor.")))
    (draft,) = find_offices(tree, find_cast(tree))
    assert isinstance(draft.what, Office)
    assert (draft.what.tenure, draft.what.change, draft.status) == ("candidate", None, "asserted")


@pytest.mark.parametrize(
    "text",
    [
        "Anton Orten used to be mayor of Karsk.",
        "Anton Orten was overthrown in 2011 after 30 years as mayor of Karsk.",
        "Anton Orten had held the post of mayor.",
        "Having served as mayor of Karsk, Anton Orten knew the town.",
        "After serving as mayor of Karsk, Anton Orten moved to Oslo.",
    ],
)
def test_what_was_held_before_is_former(text: str) -> None:
    assert tenures(text) == {("Anton Orten", "mayor", "former")}


@pytest.mark.parametrize(
    ("text", "title", "tenure"),
    [
        ("In 2014 Ana Vesely defeated incumbent Senator Anton Orten.", "Senator", "former"),
        ("Mayor Ana Vesely defeated challenger Anton Orten. Senator Anton Orten agreed.", "Senator", "current"),
        ("Anton Orten was appointed defence minister in 2009.", "defence minister", "former"),
        ("Anton Orten was elected president in 2009.", "president", "current"),
        ("The chairman of the Karsk Bank, Anton Orten, died on Monday.", "chairman", "former"),
    ],
)
def test_who_is_gone(text: str, title: str, tenure: str) -> None:
    assert ("Anton Orten", title, tenure) in tenures(text)


def test_leaders_of_old_hold_no_office_today() -> None:
    assert ("Abraham Lincoln", "President", "former") in tenures("They spoke of President Abraham Lincoln.")


def test_who_was_deputy_before_is_president_now() -> None:
    told = tenures("President Ana Vesely left on Monday. Vesely, a former deputy president, will return.")
    assert told == {("Ana Vesely", "President", "current"), ("Ana Vesely", "deputy president", "former")}


def test_who_was_one_thing_then_is_another_now() -> None:
    told = tenures("Ana Vesely, then finance minister and now head of the Karsk Bank, signed it.")
    assert told == {("Ana Vesely", "finance minister", "former"), ("Ana Vesely", "head", "current")}
