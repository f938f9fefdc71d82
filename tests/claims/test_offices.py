"""Offices are found beside names, after "is" and "became", and told apart by tenure and change."""

from planted import plant

from onrecord.claims.offices import find_offices
from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.model import Document, NameKind, Office

Row = tuple[str, str, str | None, str | None, str, str | None]
TORVALD: dict[str, NameKind] = {"Ana Torvald": "person"}


def offices(tree: Tree) -> list[Row]:
    """Person, title, body, country, tenure and change of each office found, with names for ids."""
    cast = find_cast(tree)

    def name(entity: str | None) -> str | None:
        return cast.entities[entity].name if entity else None

    found = (draft.what for draft in find_offices(tree, cast))
    return [
        (name(o.person) or "", o.title, name(o.body), o.country, o.tenure, o.change)
        for o in found
        if isinstance(o, Office)
    ]


def test_title_with_country_before_a_name() -> None:
    tree = plant(
        """
        Norwegian Norwegian ADJ 3 amod
        Foreign foreign ADJ 3 amod
        Minister minister PROPN 4 nmod:desc Number=Sing
        Ana Ana PROPN 6 nsubj
        Torvald Torvald PROPN 4 flat
        left leave VERB 0 root Tense=Past
        . . PUNCT 6 punct
        """,
        TORVALD,
    )
    assert offices(tree) == [("Ana Torvald", "Foreign Minister", None, "no", "current", None)]


def test_former_title_with_its_town_after_a_name() -> None:
    tree = plant(
        """
        Ana Ana PROPN 10 nsubj
        Torvald Torvald PROPN 1 flat
        , , PUNCT 6 punct
        the the DET 6 det
        former former ADJ 6 amod
        mayor mayor NOUN 1 appos Number=Sing
        of of ADP 8 case
        London London PROPN 6 nmod
        , , PUNCT 6 punct
        left leave VERB 0 root Tense=Past
        . . PUNCT 10 punct
        """,
        {**TORVALD, "London": "place"},
    )
    assert offices(tree) == [("Ana Torvald", "mayor", "London", "gb", "former", None)]


def test_field_of_a_minister_stays_in_the_title_and_the_country_does_not() -> None:
    tree = plant(
        """
        The the DET 2 det
        Minister minister PROPN 12 nsubj Number=Sing
        of of ADP 5 case
        Foreign foreign ADJ 5 amod
        Affairs affair PROPN 2 nmod Number=Plur
        of of ADP 7 case
        Norway Norway PROPN 2 nmod
        , , PUNCT 9 punct
        Ana Ana PROPN 2 appos
        Torvald Torvald PROPN 9 flat
        , , PUNCT 9 punct
        left leave VERB 0 root
        . . PUNCT 12 punct
        """,
        {**TORVALD, "Norway": "place"},
    )
    assert offices(tree) == [("Ana Torvald", "Minister of Foreign Affairs", None, "no", "current", None)]


def test_two_titles_share_the_name_behind_them() -> None:
    tree = plant(
        """
        Labour Labour PROPN 3 compound
        Party Party PROPN 1 flat
        leader leader NOUN 7 nmod:desc Number=Sing
        and and CCONJ 6 cc
        Prime prime ADJ 6 amod
        Minister minister PROPN 3 conj Number=Sing
        Ana Ana PROPN 9 nsubj
        Torvald Torvald PROPN 7 flat
        left leave VERB 0 root
        . . PUNCT 9 punct
        """,
        {**TORVALD, "Labour Party": "organization"},
    )
    found = offices(tree)
    assert [row[:3] for row in found] == [
        ("Ana Torvald", "leader", "Labour Party"),
        ("Ana Torvald", "Prime Minister", None),
    ]


def test_plural_title_is_held_by_each_of_the_names() -> None:
    tree = plant(
        """
        Senators senator NOUN 2 nmod:desc Number=Plur
        Ana Ana PROPN 7 nsubj
        Torvald Torvald PROPN 2 flat
        and and CCONJ 5 cc
        Lars Lars PROPN 2 conj
        Edmond Edmond PROPN 5 flat
        left leave VERB 0 root
        . . PUNCT 7 punct
        """,
        {**TORVALD, "Lars Edmond": "person"},
    )
    assert [row[:2] for row in offices(tree)] == [("Ana Torvald", "Senator"), ("Lars Edmond", "Senator")]


def test_appointment_has_its_change() -> None:
    tree = plant(
        """
        Ana Ana PROPN 4 nsubj:pass
        Torvald Torvald PROPN 1 flat
        was be AUX 4 aux:pass Tense=Past
        appointed appoint VERB 0 root VerbForm=Part|Tense=Past|Voice=Pass
        foreign foreign ADJ 6 amod
        minister minister NOUN 4 xcomp Number=Sing
        . . PUNCT 4 punct
        """,
        TORVALD,
    )
    assert offices(tree) == [("Ana Torvald", "foreign minister", None, None, "current", "appointed")]


def test_an_office_of_the_dead_is_a_former_one() -> None:
    tree = plant(
        """
        Mayor mayor NOUN 2 nmod:desc Number=Sing
        Ana Ana PROPN 4 nsubj
        Torvald Torvald PROPN 2 flat
        died die VERB 0 root Tense=Past
        . . PUNCT 4 punct
        """,
        TORVALD,
    )
    assert [row[4] for row in offices(tree)] == ["former"]


def test_a_bare_leader_and_a_verb_are_no_offices() -> None:
    tree = plant(
        """
        They they PRON 2 nsubj
        head head VERB 0 root
        the the DET 4 det
        team team NOUN 2 obj
        of of ADP 6 case
        leader leader NOUN 4 nmod Number=Sing
        Ana Ana PROPN 6 flat
        Torvald Torvald PROPN 7 flat
        . . PUNCT 2 punct
        """,
        TORVALD,
    )
    assert offices(tree) == []


def told(text: str) -> set[tuple[str, str, str | None, str]]:
    """Person, title, country and tenure of each office that the real reader finds."""
    tree = Tree(analyse(Document(id="told", text=text, published="2019-05-10")))
    return {(row[0], row[1], row[3], row[4]) for row in offices(tree)}


def test_former_with_a_country_joined_to_it() -> None:
    assert told("They met ex-UK Prime Minister Ana Torvald.") == {("Ana Torvald", "Prime Minister", "gb", "former")}


def test_a_country_before_a_comma_is_where_somebody_is() -> None:
    here = ("Ana Torvald", "President", "no", "current")
    assert told("In Norway, President Ana Torvald spoke.") == {here}
    assert {
        row[2]
        for row in told(
            "After talks in Norway, Finance Minister Ana Torvald spoke to Polish reporters in Warsaw, Poland."
        )
    } != {"no"}


def test_nobody_governs_a_country_that_he_visits() -> None:
    here = told("Finance Minister Ana Torvald spoke on a visit to Warsaw. Poland and Polish banks welcomed her.")
    assert {row[2] for row in here} == {None}
    both = "Norway will lend Poland money, Finance Minister Ana Torvald said on a visit to Warsaw."
    assert told(both) == {("Ana Torvald", "Finance Minister", "no", "current")}


def test_posts_of_a_party_that_its_adjective_names() -> None:
    def bodies(text: str) -> set[tuple[str, str | None]]:
        return {(row[1], row[2]) for row in offices(Tree(analyse(Document(id="party", text=text))))}

    assert bodies("Ana Torvald, the Conservative leader, met Lars Edmond.") == {("leader", "Conservative")}
    assert bodies("Ana Torvald, the Democratic nominee, met Lars Edmond.") == {("nominee", "Democratic")}
    assert bodies("Ana Torvald, leader of the Conservatives, met Lars Edmond.") == {("leader", "Conservatives")}
    assert bodies("Ana Torvald, the Democratic chairman of the Trade Committee, met him.") == {
        ("chairman", "Trade Committee")
    }
    assert not bodies("Ana Torvald, a conservative leader, met Lars Edmond.")


def test_offices_of_long_ago_are_former() -> None:
    def tenures(text: str) -> set[str]:
        tree = Tree(analyse(Document(id="old", text=text, published="2019-05-10")))
        found = (draft.what for draft in find_offices(tree, find_cast(tree)))
        return {office.tenure for office in found if isinstance(office, Office)}

    assert tenures("President Lars Edmond signed the treaty in 1983.") == {"former"}
    assert tenures("President Lars Edmond signed the treaty in 2018.") == {"current"}
    assert tenures("Norway's first president, Lars Edmond, signed the treaty.") == {"former"}


def test_a_first_name_is_no_office() -> None:
    assert not offices(Tree(analyse(Document(id="t", text="The company was founded by Dean Torvald, an inventor."))))


def test_a_form_of_address_ends_the_field_of_a_minister() -> None:
    text = "The Minister for Education Mr. Torvald spoke first."
    assert [row[1] for row in offices(Tree(analyse(Document(id="t", text=text))))] == ["Minister for Education"]


def test_a_title_for_several_ends_where_another_begins() -> None:
    text = "The senators Lars Edmond and Nils Falk; governor Ana Torvald; and others met in Karsk."
    assert [row[1] for row in offices(Tree(analyse(Document(id="t", text=text)))) if row[0] == "Ana Torvald"] == [
        "governor"
    ]


def test_who_is_wished_dead_still_holds_the_office() -> None:
    text = "President Ana Torvald spoke on Monday. The rebels wished for the death of Torvald."
    assert [row[4] for row in offices(Tree(analyse(Document(id="t", text=text))))] == ["current"]
