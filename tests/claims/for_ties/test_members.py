"""Members are found by a party or a house beside a name or a title, and not by words that only look like one."""

import pytest

from onrecord.claims.ties import find_ties
from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.model import Document, Tie


def ties(text: str) -> set[tuple[str, str, str]]:
    """The two sides and the relation of each tie found, with names for ids."""
    tree = Tree(analyse(Document(id="example", text=text)))
    cast = find_cast(tree)
    found = [draft.what for draft in find_ties(tree, cast)]
    return {(cast.entities[t.a].name, t.relation, cast.entities[t.b].name) for t in found if isinstance(t, Tie)}


@pytest.mark.parametrize(
    "text",
    [
        "Labour's Ana Torvald criticised the plan.",
        "Ana Torvald, a Labour MP, criticised the plan.",
        "Ana Torvald left the Labour Party in 2015.",
        "The Labour nominee Ana Torvald won.",
    ],
)
def test_member_of_a_party(text: str) -> None:
    assert {(a, relation) for a, relation, _ in ties(text)} == {("Ana Torvald", "member")}


def test_own_party_and_candidacy() -> None:
    assert ("Ana Torvald", "member", "Christian Union") in ties(
        "Ana Torvald's party, the Christian Union, won two seats."
    )
    assert ("Ana Torvald", "member", "Republican") in ties("Ana Torvald ran for mayor as a Republican.")


def test_letters_need_their_party_in_the_document() -> None:
    text = "Ana Torvald (D) criticised the plan of the {}."
    assert ("Ana Torvald", "member", "Democratic Party") in ties(text.format("Democratic Party"))
    assert ties(text.format("Labour Party")) == set()


def test_house_behind_a_comma() -> None:
    text = "Ana Torvald, from the University of Oslo, said so on Monday."
    assert ties(text) == {("Ana Torvald", "employee", "University of Oslo")}


@pytest.mark.parametrize(
    "text",
    [
        "The conservative Ana Torvald criticised the plan.",
        "Ana Torvald left Microsoft in 2015.",
        "Ana Torvald, from Oslo, said so on Monday.",
        "Ana Torvald, a politician in Norway, said so on Monday.",
        "The Karsk Front accused Torvald's party of lying.",
    ],
)
def test_no_member(text: str) -> None:
    assert ties(text) == set()


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Ana Torvald, a lawmaker with the Green Party, voted no.", ("Ana Torvald", "member", "Green Party")),
        ("Sinn Féin MP Ana Torvald voted no.", ("Ana Torvald", "member", "Sinn Féin")),
        ("Republican lawmakers including Ana Torvald voted no.", ("Ana Torvald", "member", "Republican")),
        ("Lars Edmond of the army's Northern Command left.", ("Lars Edmond", "member", "Northern Command")),
    ],
)
def test_parties_of_lawmakers(text: str, row: tuple[str, str, str]) -> None:
    assert row in ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "Green activist Ana Torvald voted no.",
        "Conservative writer Ana Torvald voted no.",
        "EU lawmaker Ana Torvald voted no.",
    ],
)
def test_not_every_word_before_a_title_is_a_party(text: str) -> None:
    assert ties(text) == set()


def test_a_state_that_is_part_of_a_body_is_its_member() -> None:
    assert ties("Norway is part of the Global Coalition.") == {("Norway", "member", "Global Coalition")}


def test_who_is_set_in_before_an_of_belongs_to_no_body_by_it() -> None:
    assert ("Lars Edmond", "member", "Karsk Party") in ties("They met Lars Edmond, of the Karsk Party, on Friday.")
    text = "Ana Torvald is the co-founder, together with the former judge Lars Edmond, of the Karsk Party."
    assert not [row for row in ties(text) if row[0] == "Lars Edmond"]


def test_what_somebody_is_accused_of_is_no_house() -> None:
    assert ties("The jury convicted Lars Edmond of trying to extort Microsoft.") == set()


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Ana Torvald (Progress Party) and Lars Edmond (Labour Party) spoke first.",
            {("Ana Torvald", "member", "Progress Party"), ("Lars Edmond", "member", "Labour Party")},
        ),
        (
            "Senators Ana Torvald and Lars Edmond, both Republicans, spoke first.",
            {("Ana Torvald", "member", "Republicans"), ("Lars Edmond", "member", "Republicans")},
        ),
        (
            "Conservative MPs Ana Torvald and Lars Edmond spoke first.",
            {("Ana Torvald", "member", "Conservative"), ("Lars Edmond", "member", "Conservative")},
        ),
        (
            "Ana Torvald sits on the board of Microsoft.",
            {("Ana Torvald", "member", "Microsoft")},
        ),
        (
            "Ana Torvald, of the ruling Labour Party, spoke first.",
            {("Ana Torvald", "member", "Labour Party")},
        ),
    ],
)
def test_each_is_of_the_party_beside_the_own_name(text: str, rows: set[tuple[str, str, str]]) -> None:
    assert ties(text) == rows


def test_who_wants_to_join_is_no_member_yet() -> None:
    assert ties("Norway wants to join NATO.") == set()


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Republican challenger Ana Torvald won the seat.", {"Ana Torvald"}),
        ("Labour lawmakers Ana Torvald, Lars Edmond and Olaf Berg spoke.", {"Ana Torvald", "Lars Edmond", "Olaf Berg"}),
        ("Two Democrats, Ana Torvald and Lars Edmond, voted against it.", {"Ana Torvald", "Lars Edmond"}),
        ("Ana Torvald, a candidate of the Labour Party, spoke.", {"Ana Torvald"}),
    ],
)
def test_more_ways_to_belong_to_a_party(text: str, people: set[str]) -> None:
    assert {a for a, relation, _ in ties(text) if relation == "member"} == people


def test_a_law_is_nobody_to_support() -> None:
    assert ties("Ana Torvald renewed her support for the Green New Deal.") == set()


def test_who_is_of_many_parties_or_of_a_constituency_is_no_member() -> None:
    pan = "Pan-democrat Ana Torvald won. The Democratic Party lost."
    assert not {row for row in ties(pan) if row[0] == "Ana Torvald"}
    assert not ties("Ana Torvald of the Social Welfare constituency won the vote.")


def test_a_labour_activist_at_the_start_may_be_of_any_union() -> None:
    assert ties("Labor activist Howard Torvald widened his lead.") == set()


def test_both_democrats() -> None:
    found = ties("Senators Lars Edmond and Ana Torvald, both Democrats, voted no.")
    assert {(a, relation) for a, relation, _ in found} == {("Lars Edmond", "member"), ("Ana Torvald", "member")}


def test_the_body_in_brackets() -> None:
    assert ties("Ana Torvald (Civic Union) spoke against the bill.") == {("Ana Torvald", "member", "Civic Union")}


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ana Torvald, formerly of the Green Party, spoke first.", ("Ana Torvald", "member", "Green Party")),
        ("Ana Torvald, who became a Republican in 2012, agreed.", ("Ana Torvald", "member", "Republican")),
        ("The committee's top Republican, Lars Edmond, disagreed.", ("Lars Edmond", "member", "Republican")),
        ("Democratic Speaker Ana Torvald disagreed.", ("Ana Torvald", "member", "Democratic")),
        ("Lars Edmond of the UK's National Crime Agency agreed.", ("Lars Edmond", "employee", "National Crime Agency")),
        ("Ana Torvald of The Guardian was arrested.", ("Ana Torvald", "employee", "Guardian")),
    ],
)
def test_member_by_what_stands_around(text: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Torvald became a lawyer in 2012.",
        "Ana Torvald ran on the main street.",
        "Republicans accused Ana Torvald of lying.",
    ],
)
def test_no_member_by_what_stands_around(text: str) -> None:
    assert ties(text) == set()


def test_where_a_house_is_based_stands_before_its_name() -> None:
    text = "Dara Kim of the Seoul-based Asan Institute denied it."
    assert ("Dara Kim", "member", "Asan Institute") in ties(text)


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Norway, which is in NATO, agreed.", ("Norway", "member", "NATO")),
        ("EU countries such as Norway agreed.", ("Norway", "member", "EU")),
        ("NATO ally Norway agreed.", ("Norway", "member", "NATO")),
        ("Ana Torvald, one of the few Republicans to agree, left.", ("Ana Torvald", "member", "Republicans")),
        ("Ana Torvald met fellow Democrat Lars Edmond.", ("Ana Torvald", "member", "Democrat")),
        ("Ana Torvald and other Republicans agreed.", ("Ana Torvald", "member", "Republicans")),
        ("Ana Torvald, along with other Republicans, agreed.", ("Ana Torvald", "member", "Republicans")),
        ("Ana Torvald, like most Republicans, agreed.", ("Ana Torvald", "member", "Republicans")),
        ("The only Republican to agree was Ana Torvald.", ("Ana Torvald", "member", "Republican")),
        ("The senior Republican on the committee, Ana Torvald, agreed.", ("Ana Torvald", "member", "Republican")),
        ("Lars Edmond (formerly of the Karsk Front) agreed.", ("Lars Edmond", "member", "Karsk Front")),
        ("Lars Edmond, whose party, the Karsk Front, won, agreed.", ("Lars Edmond", "member", "Karsk Front")),
        ("Lars Edmond, whose company Karsk Steel won, agreed.", ("Lars Edmond", "owner", "Karsk Steel")),
    ],
)
def test_houses_and_who_is_in_them(text: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Torvald referred to herself as the Democratic Party.",
        "EU candidate country Norway agreed.",
        "Norway, a close EU ally, agreed.",
        "Lars Edmond was in Karsk Hospital.",
        "Unlike the Republicans, Ana Torvald agreed.",
        "The Christian Democrat lawmaker Ana Torvald spoke to the Democrats.",
    ],
)
def test_who_is_in_no_house(text: str) -> None:
    assert not [tie for tie in ties(text) if tie[1] == "member"]


def test_of_two_bodies_named_before_neither_is_owned_by_its_owner() -> None:
    assert ("Lars Edmond", "owner", "Karsk Steel") in ties("Karsk Steel was fined. Its owner, Lars Edmond, left.")
    assert not ties("The World Bank barred Karsk Steel. Its owner, Lars Edmond, left.")
