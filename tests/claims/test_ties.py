"""Ties are found from nouns, verbs, parties and compounds, and only between the named."""

import pytest
from planted import plant

from onrecord.claims.status import find_status
from onrecord.claims.ties import find_ties
from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.model import Document, NameKind, Tie

PEOPLE: dict[str, NameKind] = {"Torvald": "person", "Edmond": "person"}


def ties(tree: Tree) -> list[tuple[str, str, str]]:
    """The two sides and the relation of each tie found, with names for ids."""
    cast = find_cast(tree)
    found = (draft.what for draft in find_ties(tree, cast))
    return [(cast.entities[t.a].name, t.relation, cast.entities[t.b].name) for t in found if isinstance(t, Tie)]


def test_ally_in_apposition() -> None:
    tree = plant(
        """
        Torvald Torvald PROPN 8 nsubj
        , , PUNCT 4 punct
        an a DET 4 det
        ally ally NOUN 1 appos Number=Sing
        of of ADP 6 case
        Edmond Edmond PROPN 4 nmod
        , , PUNCT 4 punct
        left leave VERB 0 root
        """,
        PEOPLE,
    )
    assert ties(tree) == [("Torvald", "ally", "Edmond")]


def test_possessed_relative_before_a_name() -> None:
    tree = plant(
        """
        Edmond Edmond PROPN 3 nmod:poss
        's 's PART 1 case
        wife wife NOUN 4 nmod:desc Number=Sing
        Torvald Torvald PROPN 5 nsubj
        left leave VERB 0 root
        """,
        PEOPLE,
    )
    assert ties(tree) == [("Torvald", "relative", "Edmond")]


def test_member_needs_a_house() -> None:
    rows = """
        Torvald Torvald PROPN 4 nsubj
        is be AUX 4 cop Tense=Pres
        a a DET 4 det
        member member NOUN 0 root Number=Sing
        of of ADP 6 case
        {} {} PROPN 4 nmod
        """
    assert ties(plant(rows.format("Hamas", "Hamas"), {**PEOPLE, "Hamas": "organization"})) == [
        ("Torvald", "member", "Hamas")
    ]
    assert ties(plant(rows.format("Ana", "Ana"), {**PEOPLE, "Ana": "person"})) == []


def test_support_is_a_tie_in_the_present_only() -> None:
    rows = """
        Torvald Torvald PROPN 2 nsubj
        {} support VERB 0 root Tense={}|VerbForm=Fin
        Edmond Edmond PROPN 2 obj
        """
    assert ties(plant(rows.format("supports", "Pres"), PEOPLE)) == [("Torvald", "supporter", "Edmond")]
    assert ties(plant(rows.format("supported", "Past"), PEOPLE)) == []


def test_close_relations_between_states() -> None:
    rows = """
        They they PRON 2 nsubj
        praised praise VERB 0 root Tense=Past
        {} {} ADJ 4 amod
        relations relation NOUN 2 obj Number=Plur
        between between ADP 6 case
        Norway Norway PROPN 4 nmod
        and and CCONJ 8 cc
        Sweden Sweden PROPN 6 conj
        """
    places: dict[str, NameKind] = {"Norway": "place", "Sweden": "place"}
    assert ties(plant(rows.format("close", "close"), places)) == [("Norway", "partner", "Sweden")]
    assert ties(plant(rows.format("diplomatic", "diplomatic"), places)) == []


def test_house_behind_a_name() -> None:
    rows = """
        Torvald Torvald PROPN 4 nsubj
        of of ADP 3 case
        {} {} PROPN 1 nmod
        left leave VERB 0 root
        """
    assert ties(plant(rows.format("Hamas", "Hamas"), {**PEOPLE, "Hamas": "organization"})) == [
        ("Torvald", "member", "Hamas")
    ]
    assert ties(plant(rows.format("Reuters", "Reuters"), {**PEOPLE, "Reuters": "organization"})) == [
        ("Torvald", "employee", "Reuters")
    ]
    assert ties(plant(rows.format("London", "London"), {**PEOPLE, "London": "place"})) == []


def test_backed_compound() -> None:
    tree = plant(
        """
        The the DET 5 det
        Iran Iran PROPN 4 obl
        - - PUNCT 4 punct
        backed back VERB 5 amod Tense=Past|VerbForm=Part
        Hezbollah Hezbollah PROPN 6 nsubj
        left leave VERB 0 root
        """,
        {"Iran": "place", "Hezbollah": "organization"},
    )
    assert ties(tree) == [("Iran", "supporter", "Hezbollah")]


def test_party_before_a_title() -> None:
    tree = plant(
        """
        Labour Labour PROPN 2 compound
        MP mp NOUN 3 nmod:desc Number=Sing
        Torvald Torvald PROPN 4 nsubj
        left leave VERB 0 root
        """,
        {**PEOPLE, "Labour": "organization"},
    )
    assert ties(tree) == [("Torvald", "member", "Labour")]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Lars Edmond, whose wife Ana Torvald is a lawyer, was arrested.", ("Ana Torvald", "relative", "Lars Edmond")),
        ("Ana Torvald, a fierce critic of Edmond, was arrested.", ("Ana Torvald", "opponent", "Edmond")),
        ("Lars Edmond's main rival is Ana Torvald.", ("Ana Torvald", "opponent", "Lars Edmond")),
        ("Lars Edmond defeated Ana Torvald in the election.", ("Lars Edmond", "opponent", "Ana Torvald")),
        ("Microsoft owner Lars Edmond denied it.", ("Lars Edmond", "owner", "Microsoft")),
        ("Greenland, a territory of Denmark, denied it.", ("Greenland", "part", "Denmark")),
        ("Moscow is considered a close ally of Serbia.", ("Russia", "ally", "Serbia")),
        ("Norway and its allies, including Sweden, protested.", ("Sweden", "ally", "Norway")),
        ("Iran is Israel's arch-foe.", ("Iran", "opponent", "Israel")),
        ("Iran has long backed Hezbollah.", ("Iran", "supporter", "Hezbollah")),
        ("Ana Torvald won the election against Lars Edmond.", ("Ana Torvald", "opponent", "Lars Edmond")),
        ("Ana Torvald was hired by Microsoft.", ("Ana Torvald", "employee", "Microsoft")),
        ("Ana Torvald and husband Lars Edmond left.", ("Lars Edmond", "relative", "Ana Torvald")),
        ("Ana Torvald, a member of the board of Microsoft, left.", ("Ana Torvald", "member", "Microsoft")),
        ("Norway is a member state of NATO.", ("Norway", "member", "NATO")),
        ("EU member states including Norway agreed.", ("Norway", "member", "EU")),
    ],
)
def test_tie_in_a_sentence(text: str, tie: tuple[str, str, str]) -> None:
    tree = Tree(analyse(Document(id="example", text=text)))
    assert tie in ties(tree)


@pytest.mark.parametrize(
    "text",
    [
        "Lars Edmond defeated Ana Torvald in the final of the tournament.",
        "They met in Denmark's Karsk province.",
        "Russia does not support Norway.",
        "Norway worked with Sweden.",
        "Norway plans to leave NATO.",
        "The polls are led by Ana Torvald.",
        "Microsoft agreed to buy LinkedIn.",
        "Ana Torvald won the prize against the wishes of Lars Edmond.",
    ],
)
def test_no_tie_in_a_sentence(text: str) -> None:
    assert ties(Tree(analyse(Document(id="example", text=text)))) == []


def test_what_stands_beside_a_name_is_asserted() -> None:
    tree = Tree(analyse(Document(id="example", text="Ana Torvald's brother Lars Edmond was not invited.")))
    assert [draft.status for draft in find_ties(tree, find_cast(tree))] == ["asserted"]


def test_tie_told_in_other_words_is_told_again() -> None:
    text = "Norway is an ally of Sweden. Norway is allied with Sweden. Norway is an ally of Sweden."
    assert ties(Tree(analyse(Document(id="example", text=text)))) == [("Norway", "ally", "Sweden")] * 2


def test_backing_that_is_denied() -> None:
    tree = Tree(analyse(Document(id="example", text="Norway denies supporting Sweden.")))
    drafts = list(find_ties(tree, find_cast(tree)))
    assert ties(tree) == [("Norway", "supporter", "Sweden")]
    assert find_status(tree, drafts[0].predicate) == "denied"


def test_the_parent_of_a_company_owns_it() -> None:
    text = "Orsov Holdings, the parent of Orsov Airlines, was fined."
    assert ties(Tree(analyse(Document(id="example", text=text)))) == [("Orsov Holdings", "owner", "Orsov Airlines")]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The Karsk Courier, which belongs to Lars Edmond, apologised.", ("Lars Edmond", "owner", "Karsk Courier")),
        ("The Freedom Party is led by the former general Lars Edmond.", ("Lars Edmond", "leader", "Freedom Party")),
        ("Ana Torvald and Lars Edmond, who divorced in 2009, left.", ("Ana Torvald", "relative", "Lars Edmond")),
    ],
)
def test_whose_it_is_and_who_leads_it(text: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(Tree(analyse(Document(id="example", text=text))))


def test_who_leads_by_office_is_told_by_the_office() -> None:
    text = "The Supreme Court is led by President Ana Torvald."
    assert ties(Tree(analyse(Document(id="example", text=text)))) == []


def test_a_text_that_ends_with_its_verb_is_read() -> None:
    tree = Tree(analyse(Document(id="end", text="Norland rebels attacked, camp destroyed")))
    assert list(find_ties(tree, find_cast(tree))) == []
