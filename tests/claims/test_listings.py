"""Listings are found with their target, authority and reasons."""

import pytest
from planted import plant
from told import Row
from told import listings as told_listings

from onrecord.claims.listings import find_listings
from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.model import Document, Listing, NameKind

SIDES: dict[str, NameKind] = {"Edmond": "person", "Norway": "place"}


def listings(tree: Tree) -> list[tuple[str, str, list[str]]]:
    """Target, authority and reasons of each listing found, with names for ids."""
    cast = find_cast(tree)
    found = (draft.what for draft in find_listings(tree, cast))
    name = {entity: known.name for entity, known in cast.entities.items()}
    return [
        (name[o.target], name[o.authority], [reason.of(tree.text) for reason in o.reasons])
        for o in found
        if isinstance(o, Listing)
    ]


def test_sanctioned_with_a_reason() -> None:
    tree = plant(
        """
        Norway Norway PROPN 2 nsubj
        sanctioned sanction VERB 0 root Tense=Past|VerbForm=Fin
        Edmond Edmond PROPN 2 obj
        for for ADP 5 case
        fraud fraud NOUN 2 obl
        . . PUNCT 2 punct
        """,
        SIDES,
    )
    assert listings(tree) == [("Edmond", "Norway", ["fraud"])]


def test_sanctions_imposed_on_somebody() -> None:
    tree = plant(
        """
        Norway Norway PROPN 2 nsubj
        imposed impose VERB 0 root Tense=Past|VerbForm=Fin
        sanctions sanction NOUN 2 obj Number=Plur
        on on ADP 5 case
        Edmond Edmond PROPN 3 nmod
        . . PUNCT 2 punct
        """,
        SIDES,
    )
    assert listings(tree) == [("Edmond", "Norway", [])]


def test_under_sanctions() -> None:
    tree = plant(
        """
        Edmond Edmond PROPN 5 nsubj
        is be AUX 5 cop Tense=Pres
        under under ADP 5 case
        Norwegian Norwegian ADJ 5 amod
        sanctions sanction NOUN 0 root Number=Plur
        . . PUNCT 5 punct
        """,
        SIDES,
    )
    assert listings(tree) == [("Edmond", "Norway", [])]


def test_added_to_a_team_is_no_listing() -> None:
    tree = plant(
        """
        Norway Norway PROPN 2 nsubj
        added add VERB 0 root Tense=Past|VerbForm=Fin
        Edmond Edmond PROPN 2 obj
        to to ADP 6 case
        its its PRON 6 nmod:poss
        team team NOUN 2 obl Number=Sing
        . . PUNCT 2 punct
        """,
        SIDES,
    )
    assert listings(tree) == []


@pytest.mark.parametrize(
    "text",
    [
        "Lars Edmond is on the Norwegian sanctions list.",
        "Norway announced sanctions against Lars Edmond.",
        "Sanctions were imposed on Lars Edmond by Norway.",
    ],
)
def test_listing_in_a_sentence(text: str) -> None:
    tree = Tree(analyse(Document(id="example", text=text)))
    cast = find_cast(tree)
    found = [draft.what for draft in find_listings(tree, cast)]
    assert [
        (cast.entities[o.target].name, cast.entities[o.authority].name) for o in found if isinstance(o, Listing)
    ] == [("Lars Edmond", "Norway")]


@pytest.mark.parametrize(
    "text",
    [
        "Norway announced talks against the will of Lars Edmond.",
        "Norway considers Lars Edmond a friend.",
        "Lars Edmond is on the Norwegian shopping list.",
        "Norway considers the group a terrorist organization.",
    ],
)
def test_no_listing_in_a_sentence(text: str) -> None:
    tree = Tree(analyse(Document(id="example", text=text)))
    assert list(find_listings(tree, find_cast(tree))) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The EU imposed an asset freeze and a travel ban on Lars Edmond.", ("Lars Edmond", "on", "EU")),
        ("The United States has frozen the assets of Lars Edmond.", ("Lars Edmond", "on", "United States")),
        ("Lars Edmond is banned from entering Norway.", ("Lars Edmond", "on", "Norway")),
        ("Hezbollah, which Norway considers a terrorist organization, denied it.", ("Hezbollah", "on", "Norway")),
        ("The EU added three officials, including Lars Edmond, to its sanctions list.", ("Lars Edmond", "on", "EU")),
        ("Sanctions imposed by Norway on Iran have hurt its economy.", ("Iran", "on", "Norway")),
        ("Lars Edmond was hit with Norwegian sanctions.", ("Lars Edmond", "on", "Norway")),
        ("The EU suspended sanctions on Iran.", ("Iran", "off", "EU")),
        ("Hezbollah, a US-designated terrorist group, denied it.", ("Hezbollah", "on", "United States")),
        ("Hezbollah is banned as a terrorist group in Norway.", ("Hezbollah", "on", "Norway")),
        ("Hezbollah is a proscribed organisation in Norway.", ("Hezbollah", "on", "Norway")),
        ("Norway declared Hezbollah a terrorist organization.", ("Hezbollah", "on", "Norway")),
        ("President Lars Edmond is among those sanctioned by Norway.", ("Lars Edmond", "on", "Norway")),
        ("Hezbollah is one of the groups sanctioned by Norway.", ("Hezbollah", "on", "Norway")),
        ("The EU renewed its sanctions on Iran.", ("Iran", "on", "EU")),
        ("The sanctions list of Norway includes Iran.", ("Iran", "on", "Norway")),
        ("Iran is already under EU sanctions, and was condemned by Norway.", ("Iran", "on", "EU")),
    ],
)
def test_ways_of_telling_a_listing(text: str, row: Row) -> None:
    assert row in told_listings(text)


@pytest.mark.parametrize(
    "text",
    [
        "The EU froze prices in Norway.",
        "Norway banned Lars Edmond from speaking.",
        "Norway imposed a ban on plastic bags in Oslo.",
        "Norway's restrictions on Sweden were few.",
        "Norway declared Iran a friend.",
        "A banned group in Norway met on Monday.",
        "Norway listed Lars Edmond among its guests.",
        "Norway targeted Lars Edmond in its campaign.",
    ],
)
def test_other_bans_and_freezes_are_no_listings(text: str) -> None:
    assert told_listings(text) == set()


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Lars Edmond, who is under European Union sanctions, denied it.", ("Lars Edmond", "on", "European Union")),
        ("Norway has sanctions in place against Lars Edmond.", ("Lars Edmond", "on", "Norway")),
        ("Norway announced sanctions on Sweden, including Lars Edmond.", ("Lars Edmond", "on", "Norway")),
        ("Norway added Lars Edmond to its list of designated persons.", ("Lars Edmond", "on", "Norway")),
        ("Norway listed Lars Edmond under its sanctions regime.", ("Lars Edmond", "on", "Norway")),
        ("Norway has targeted Lars Edmond with sanctions.", ("Lars Edmond", "on", "Norway")),
        ("Those sanctioned by Norway include Lars Edmond.", ("Lars Edmond", "on", "Norway")),
        ("Lars Edmond remains under Norwegian sanctions.", ("Lars Edmond", "on", "Norway")),
        ("The court annulled the sanctions that Norway had imposed on Lars Edmond.", ("Lars Edmond", "off", "Norway")),
        ("Norway imposed sanctions on 12 people, among them Lars Edmond.", ("Lars Edmond", "on", "Norway")),
        ("Norway expanded its sanctions to include Lars Edmond.", ("Lars Edmond", "on", "Norway")),
        ("Lars Edmond is banned from travelling to Norway.", ("Lars Edmond", "on", "Norway")),
    ],
)
def test_more_ways_of_telling_a_listing(text: str, row: Row) -> None:
    assert row in told_listings(text)


def test_a_list_is_no_authority() -> None:
    assert told_listings("Lars Edmond was added to the Karsk Entity List.") == set()


NOTICE = """Notice of the Ministry of Finance

The persons named below are designated under the Sanctions Regulations:

1. Petra Holm. Born 3 May 1970.

2. Idris Dahl. Born 1 June 1964.

The European Union has also placed Hezbollah on its list.

The designation of Lars Edmond is revoked.
"""


def test_notice_lists_whom_it_names_below() -> None:
    assert told_listings(NOTICE) == {
        ("Petra Holm", "on", "Ministry of Finance"),
        ("Idris Dahl", "on", "Ministry of Finance"),
        ("Hezbollah", "on", "European Union"),
        ("Lars Edmond", "off", "Ministry of Finance"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Norway placed Lars Edmond on its list.",
        "Norway revoked the designation of Lars Edmond.",
        "The sanctions failed. The designation of Lars Edmond is revoked.",
        "The sanctions failed. Norway placed Lars Edmond on its list of guests.",
    ],
)
def test_lists_and_designations_of_other_things(text: str) -> None:
    assert told_listings(text) == set()


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Norway designated Orsov Shipping on Monday. The sanctions took effect at once.",
            ("Orsov Shipping", "on", "Norway"),
        ),
        (
            "Lars Edmond is subject to a travel ban and an asset freeze imposed by Norway.",
            ("Lars Edmond", "on", "Norway"),
        ),
        ("The sanctions, which target Lars Edmond, were imposed by Norway.", ("Lars Edmond", "on", "Norway")),
    ],
)
def test_whose_list_it_is(text: str, row: Row) -> None:
    assert row in told_listings(text)


def test_whoever_is_designated_mayor_is_on_no_list() -> None:
    assert told_listings("Norway designated Lars Edmond mayor of Karsk. The sanctions took effect at once.") == set()


FOLLOWING = """Norway imposed an asset freeze on the following persons:

1. Lars Edmond, a banker.

2. Nils Falk, director of Karsk Oil.
"""


def test_whom_a_notice_lists_below_its_verb() -> None:
    assert told_listings(FOLLOWING) == {("Lars Edmond", "on", "Norway"), ("Nils Falk", "on", "Norway")}


def test_an_entry_is_removed_for_whom_it_names() -> None:
    assert told_listings("The entry of Lars Edmond was removed from the sanctions list by Norway.") == {
        ("Lars Edmond", "off", "Norway")
    }
