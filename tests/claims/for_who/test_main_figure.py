"""Whom "he" means in an article that is about one person, and fits nobody nearby well."""

from onrecord.claims.for_who.main_figure import find_main_figure
from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast, find_named
from onrecord.language import analyse
from onrecord.model import Document

LIFE = """Musa Orel, the governor who would not kneel

Musa Orel, a former governor of Velm State, died on Thursday. Orel was 91.

The bishop, Lars Edmond, the premier, Ola Holm, and the former judge, Tor Falk, paid tribute.

Born in Karsk to a merchant and a seamstress, he was educated in Leeds. He returned in 1961.

Orel is survived by a daughter."""


def tree_of(text: str) -> Tree:
    return Tree(analyse(Document(id="t", text=text)))


def test_he_is_the_main_figure_where_nobody_near_fits() -> None:
    tree = tree_of(LIFE)
    cast = find_cast(tree)
    told = [cast.entity_at(token.index) for token in tree.tokens if token.text.lower() == "he"]
    assert [cast.entities[one].name for one in told if one] == ["Musa Orel", "Musa Orel"]


def test_no_main_figure_where_several_are_named_alike() -> None:
    tree = tree_of("Musa Orel met Lars Edmond. Orel praised Edmond. Orel said Edmond had left.")
    profiles, _ = find_named(tree)
    assert find_main_figure(tree, profiles.all) is None


def test_who_phones_to_congratulate_him_is_another() -> None:
    tree = tree_of("Musa Orel won the vote. President Lars Edmond flew to Oslo to congratulate him.")
    cast = find_cast(tree)
    him = next(token.index for token in tree.tokens if token.text == "him")
    assert cast.entities[cast.at[him]].name == "Musa Orel"


def test_my_father_does_not_speak() -> None:
    tree = tree_of("Musa Orel smiled. “That was the day they took my father,” he said.")
    cast = find_cast(tree)
    he = next(token.index for token in tree.tokens if token.text == "he")
    assert cast.entities[cast.at[he]].name == "Musa Orel"


FACTS = """FACTBOX - Who is Musa Orel, Norland's president-elect?

Musa Orel, a historian, won Norland's election on Sunday. Here are some facts about Orel:

* Lars Edmond, the leader of the Civic Union, backed Orel in May.

* In June he met Ola Holm, the premier of Ostland.

* He opposes the treaty. Orel has never been a member of the Civic Union."""


def test_each_item_of_a_list_is_of_the_main_figure() -> None:
    tree = tree_of(FACTS)
    cast = find_cast(tree)
    told = [cast.entity_at(token.index) for token in tree.tokens if token.text.lower() == "he"]
    assert [cast.entities[one].name for one in told if one] == ["Musa Orel", "Musa Orel"]


def test_whom_one_praises_and_invites_is_another() -> None:
    tree = tree_of("Musa Orel won the vote. Lars Edmond praised him on Monday and invited him to visit Oslo.")
    cast = find_cast(tree)
    told = [cast.entity_at(token.index) for token in tree.tokens if token.text == "him"]
    assert [cast.entities[one].name for one in told if one] == ["Musa Orel", "Musa Orel"]
