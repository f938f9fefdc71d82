"""Bodies and countries that a title leaves out come from the rest of the document."""

from dataclasses import replace

import pytest
from planted import plant
from told import OfficeRow, offices

from onrecord.claims.offices import find_offices
from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.model import NameKind, Office

ROWS = """
    Foreign foreign ADJ 2 amod
    Minister minister PROPN 3 nmod:desc Number=Sing
    Torvald Torvald PROPN 4 nsubj
    met meet VERB 0 root Tense=Past
    the the DET 8 det
    Norwegian Norwegian ADJ 8 amod
    Foreign foreign ADJ 8 amod
    Minister minister PROPN 9 nmod:desc Number=Sing
    Edmond Edmond PROPN 4 obj
    in in ADP 11 case
    Sweden Sweden PROPN 4 obl
    """
NAMES: dict[str, NameKind] = {"Torvald": "person", "Edmond": "person", "Sweden": "place"}


def countries(tree: Tree) -> list[tuple[str, str | None]]:
    """Title and country of each office found."""
    found = (draft.what for draft in find_offices(tree, find_cast(tree)))
    return [(o.title, o.country) for o in found if isinstance(o, Office)]


def test_an_unnamed_country_is_not_that_of_the_other_holder() -> None:
    assert countries(plant(ROWS, NAMES)) == [("Foreign Minister", "se"), ("Foreign Minister", "no")]


def test_a_government_writes_of_its_own_ministers() -> None:
    tree = plant(ROWS, NAMES)
    document = replace(tree.analysis.document, publisher="Danish Ministry of Foreign Affairs")
    tree = Tree(replace(tree.analysis, document=document))
    assert countries(tree) == [("Foreign Minister", "dk"), ("Foreign Minister", "no")]


def test_a_senator_sits_in_the_senate_that_is_named() -> None:
    tree = plant(
        """
        Senator senator PROPN 2 nmod:desc Number=Sing
        Torvald Torvald PROPN 3 nsubj
        left leave VERB 0 root Tense=Past
        the the DET 5 det
        Senate Senate PROPN 3 obj
        """,
        {"Torvald": "person", "Senate": "organization"},
    )
    cast = find_cast(tree)
    bodies = [draft.what.body for draft in find_offices(tree, cast) if isinstance(draft.what, Office)]
    assert [cast.entities[body].name for body in bodies if body] == ["Senate"]


def test_a_country_that_lacks_the_office_is_not_its_country() -> None:
    text = "Prime Minister Abad spoke to the United States. The United States welcomed it. Iraq agreed."
    assert {row[3] for row in offices(text, "US State Department")} == {"iq"}


def test_country_told_by_the_name_of_the_body() -> None:
    text = "Turkish Foreign Ministry spokesman Kemal Arslan rejected the claim in Greece."
    assert {row[3] for row in offices(text)} == {"tr"}


def test_nobody_is_ambassador_to_the_own_country() -> None:
    assert {row[3] for row in offices("Ana Torvald was named ambassador to France. France is happy.")} == {None}


def test_a_us_senator_sits_in_no_state_senate() -> None:
    text = "Senator Ana Torvald left the Ohio Senate."
    assert {row[2] for row in offices(text)} <= {None, "Ohio Senate"}
    assert ("Ana Torvald", "Senator", "Ohio Senate", "us", "current", None) not in offices(text)


def test_the_minister_of_a_place_that_is_no_known_country_is_not_given_the_articles_country() -> None:
    text = "Ana Orten, the foreign minister of Velmark, flew to Norway. Norway welcomed her."
    assert offices(text) == {("Ana Orten", "foreign minister", "Velmark", None, "current", None)}


def test_an_article_about_many_countries_lends_none_to_a_title() -> None:
    text = "Officials from France, Spain, Italy, Greece and Malta met. Prime Minister Ana Orten spoke last."
    assert offices(text) == {("Ana Orten", "Prime Minister", None, None, "current", None)}


def test_the_field_of_a_minister_is_no_judge() -> None:
    def titles(text: str) -> set[str]:
        return {row[1] for row in offices(text)}

    assert titles("Justice Minister Leyla Oran resigned on Monday.") == {"Justice Minister"}
    assert titles("Justice Secretary Ben Ward spoke on Monday.") == {"Justice Secretary"}
    assert titles("Justice Ruth Gale wrote the opinion.") == {"Justice"}


def test_who_is_dismissed_keeps_the_rank() -> None:
    told = offices("Colonel Idris Vane, the former head of the Grain Agency, fled after he was dismissed.")
    assert {(row[1], row[4], row[5]) for row in told if row[1] == "Colonel"} == {("Colonel", "current", None)}


def test_a_former_holder_may_be_of_the_country_of_the_present_one() -> None:
    text = "US President Ana Torvald spoke. Former president Lars Edmond was silent. He lives in the United States."
    assert {(o[0], o[3]) for o in offices(text)} == {("Ana Torvald", "us"), ("Lars Edmond", "us")}


def test_a_guard_is_a_body() -> None:
    found = offices("The Coast Guard closed the port. Coast Guard spokesman Anton Weiss spoke.")
    assert {(row[0], row[2]) for row in found} == {("Anton Weiss", "Coast Guard")}


def test_the_named_body_behind_a_department_or_a_board_is_the_body() -> None:
    assert {row[:3] for row in offices("Anton Weiss, head of the bond department at Karsk Bank, spoke.")} == {
        ("Anton Weiss", "head", "Karsk Bank")
    }
    assert {row[:3] for row in offices("Anton Weiss, chairman of the board of Karsk Bank, spoke.")} == {
        ("Anton Weiss", "chairman", "Karsk Bank")
    }


def test_its_director_directs_what_was_named_before() -> None:
    found = offices("Amnesty International denied it. Its director in Poland, Anton Orten, spoke.")
    assert {row[:3] for row in found} == {("Anton Orten", "director", "Amnesty International")}


def test_a_body_named_after_a_country_at_its_end_is_of_it() -> None:
    found = offices("Anton Orten is governor of the Central Bank of Kenya.")
    assert {row[3] for row in found} == {"ke"}


def test_who_names_a_director_is_the_body() -> None:
    assert {row[2] for row in offices("Amnesty International named Nora Falk as director.")} == {
        "Amnesty International"
    }
    assert {row[2] for row in offices("The Supreme Court named Nora Falk as director.")} == {None}


def test_an_envoy_is_not_of_where_he_is_sent() -> None:
    found = offices("Anton Orten, special envoy for Yemen, arrived.")
    assert {row[3] for row in found} == {None}


def test_of_several_countries_named_once_none_is_that_of_an_office() -> None:
    found = offices("Judge Musa Orten met reporters. Guests came from Kenya, Italy and Peru.")
    assert [row[3] for row in found] == [None]
    found = offices("Judge Musa Orten met reporters in Kenya.")
    assert [row[3] for row in found] == ["ke"]


def test_known_leaders_are_of_their_own_country() -> None:
    text = "Syria thanked Syrians in Syria. President Obama spoke of Syria, and Secretary Torvald went to Syria."
    assert {(row[0], row[3]) for row in offices(text)} == {("Obama", "us"), ("Torvald", "us")}


def test_a_bare_surname_is_not_a_spouse() -> None:
    text = "President Orten will speak. Mr. Orten praised the first lady, Anna Orten."
    assert ("Anna Orten", "President") not in {row[:2] for row in offices(text)}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Norway voted. In Norway, the pro-India political leader Ana Torvald won. Norway is calm.",
            ("Ana Torvald", "political leader", None, "in", "current", None),
        ),
        (
            "Ana Torvald, lead China analyst at the Karsk Institute, disagreed with China.",
            ("Ana Torvald", "lead China analyst", "Karsk Institute", "cn", "current", None),
        ),
    ],
)  # fmt: skip
def test_no_country_of_what_somebody_is_for_or_works_on(text: str, row: OfficeRow) -> None:
    assert row not in offices(text)


def test_the_house_that_somebody_leaves_is_no_chamber() -> None:
    assert offices("Ana Torvald left the house that she rented in Ohio.") == set()


def test_who_is_ousted_holds_the_office_no_longer() -> None:
    text = "It followed the ouster of Lars Edmond, the governor of Ohio."
    assert ("Lars Edmond", "governor", "Ohio", "us", "former", "dismissed") in offices(text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Lars Torvald, a Democratic congressman from Georgia, agreed.",
            ("Lars Torvald", "congressman", None, "us", "current", None),
        ),
        (
            "Recent visits by army chief General Lars Edmond worried the army.",
            ("Lars Edmond", "chief", "army", None, "current", None),
        ),
    ],
)  # fmt: skip
def test_body_and_country_by_all_that_names_them(text: str, row: OfficeRow) -> None:
    assert row in offices(text)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Red Cross called for calm. Its president, Lars Edmond, said he was worried.", "Red Cross"),
        ("Boeing and its chief executive, Lars Edmond, denied it.", "Boeing"),
        ("Leeds was flooded on Monday. Mayor Lars Edmond urged calm.", "Leeds"),
        ("Leeds was flooded on Monday. President Lars Edmond urged calm.", None),
    ],
)
def test_body_that_was_named_before(text: str, body: str | None) -> None:
    assert {row[2] for row in offices(text)} == {body}


def test_a_general_of_a_coalition_need_not_be_of_the_country_told_of() -> None:
    text = (
        "Iraq is at war. Iraq's army advanced, said Maj. Gen. Lars Edmond, commander, Combined Joint Task Force. "
        "Iraqi police helped."
    )
    assert {row[3] for row in offices(text) if row[0] == "Lars Edmond"} == {None}


def test_who_is_sent_somewhere_sits_in_no_chamber() -> None:
    found = offices(
        "The House of Representatives met Representative Lars Edmond. "
        "Norway's representative to the European Union, Ana Torvald, left."
    )
    bodies = {person: body for person, _, body, *_ in found}
    assert bodies == {"Lars Edmond": "House of Representatives", "Ana Torvald": None}


HUNGARY = "Hungary rejected the plan. Hungary's police left, and Hungarian ministers met in Budapest. "


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The European Union thanked Hungary. Commissioner Ana Torvald said so.", None),
        ("Deputy Assistant Secretary Ana Torvald said so.", "us"),
        ("Spokesperson Ana Torvald said so.", None),
        ("Minister Ana Torvald said so.", "hu"),
    ],
)
def test_whose_office_the_country_most_spoken_of_need_not_be(text: str, country: str | None) -> None:
    assert {row[3] for row in offices(HUNGARY + text) if row[0] == "Ana Torvald"} == {country}


def test_a_court_is_of_the_country_whose_capital_it_is_called_by() -> None:
    found = offices(f"{HUNGARY}Ana Torvald, a judge at the Tbilisi Court of Appeals, left.")
    assert {row[3] for row in found if row[0] == "Ana Torvald"} == {"ge"}
