"""Holders are found where the title is the subject, one of several, an example, or what somebody worked as."""

import pytest
from told import offices as told_offices

from onrecord.claims.offices import find_offices
from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.model import Document, Office


def offices(text: str) -> set[tuple[str, str, str]]:
    """Person, title and tenure of each office found, with names for ids."""
    tree = Tree(analyse(Document(id="example", text=text)))
    cast = find_cast(tree)
    found = [draft.what for draft in find_offices(tree, cast)]
    return {(cast.entities[o.person].name, o.title, o.tenure) for o in found if isinstance(o, Office)}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Norway's prime minister is Lars Edmond.", ("Lars Edmond", "prime minister", "current")),
        ("Lars Edmond, one of Norway's vice presidents, left.", ("Lars Edmond", "vice president", "current")),
        ("Lars Edmond previously worked as a legal adviser.", ("Lars Edmond", "legal adviser", "former")),
        ("As mayor of Oslo, Lars Edmond built a bridge.", ("Lars Edmond", "mayor", "current")),
        ("The party nominated Lars Edmond for president.", ("Lars Edmond", "president", "candidate")),
        ("Previous mayors include Lars Edmond.", ("Lars Edmond", "mayor", "former")),
        ("Lars Edmond reigned as emperor until 1995.", ("Lars Edmond", "emperor", "former")),
        ("Ousted leader Lars Edmond fled.", ("Lars Edmond", "leader", "former")),
    ],
)
def test_station(text: str, office: tuple[str, str, str]) -> None:
    assert office in offices(text)


@pytest.mark.parametrize(
    "text",
    [
        "Senators such as Lars Edmond and Olaf Berg spoke.",
        "Several senators, among them Lars Edmond and Olaf Berg, spoke.",
        "Lars Edmond and Olaf Berg, both senators, spoke.",
    ],
)
def test_several_hold_the_same_title(text: str) -> None:
    holders = {("Lars Edmond", "senator"), ("Olaf Berg", "senator")}
    assert {(person, title.lower()) for person, title, _ in offices(text)} == holders


@pytest.mark.parametrize(
    "text",
    [
        "Norway's prime minister is in Oslo with Lars Edmond.",
        "One of the vice presidents met Lars Edmond.",
        "Lars Edmond worked as a baker.",
        "Lars Edmond asked for a president.",
    ],
)
def test_no_station(text: str) -> None:
    assert not [office for office in offices(text) if office[0] == "Lars Edmond"]


def test_a_title_before_names_is_not_of_those_before_it() -> None:
    found = offices("Minister Nils Falk, and senators Lars Edmond and Olaf Berg, left.")
    assert {title for person, title, _ in found if person == "Nils Falk"} == {"Minister"}


def test_list_of_holders_with_remarks_between() -> None:
    found = offices("Senators Lars Edmond (Labour), Olaf Berg of Ohio and Ana Torvald spoke.")
    assert {person for person, _, _ in found} == {"Lars Edmond", "Olaf Berg", "Ana Torvald"}
    found = offices("Two presidents, Lars Edmond, in 1972, and Olaf Berg, in 1998, were impeached.")
    assert {person for person, _, _ in found} == {"Lars Edmond", "Olaf Berg"}


def test_former_and_elected_leaders_need_nothing_beside() -> None:
    assert ("Lars Edmond", "diplomat", "former") in offices("Lars Edmond, a former diplomat, left.")
    assert ("Lars Edmond", "leader", "current") in offices("The members elected Lars Edmond as leader.")
    assert offices("Lars Edmond, a diplomat, left.") == set()


def test_as_and_while_at_the_head_of_a_sentence() -> None:
    text = "Lars Edmond, a lawyer, died on Monday. {}, he cut taxes."
    for opening in ("As finance minister", "While mayor of Bergen"):
        assert {row[4] for row in told_offices(text.format(opening))} == {"former"}
    assert told_offices("As finance minister, nobody cut taxes, Lars Edmond said.") == set()
