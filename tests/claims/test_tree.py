"""Whose deed a clause tells, through the real language model."""

from dataclasses import replace

import pytest
from planted import plant

from onrecord.claims.tree import Tree
from onrecord.language import analyse
from onrecord.model import Document


def subjects(text: str, verb: str) -> list[str]:
    tree = Tree(analyse(Document(id="t", text=text)))
    number = next(token.index for token in tree.tokens if token.text == verb)
    return [tree.tokens[token].text for token in tree.subjects(number)]


@pytest.mark.parametrize(
    ("text", "verb", "wanted"),
    [
        ("Orel agreed to meet Karad.", "meet", ["Orel"]),
        ("Orel urged Karad to leave.", "leave", ["Karad"]),
        ("Orel and Karad met.", "met", ["Orel", "Karad"]),
        ("Orel arrived and met Karad.", "met", ["Orel"]),
        ("Norland imposed sanctions on Sorel for supplying fuel.", "supplying", ["Sorel"]),
        ("Orel was arrested for attacking Karad.", "attacking", ["Orel"]),
        ("Orel thanked Karad for helping Velmark.", "helping", ["Karad"]),
        ("Orel accused Karad of stealing the coins.", "stealing", ["Karad"]),
        ("Karad was accused of stealing the coins.", "stealing", ["Karad"]),
        ("The minister who met Karad resigned.", "met", ["minister"]),
        ("A man was held after Orel, mayor of the town of Velmark, was stabbed on Monday.", "stabbed", ["Orel"]),
        ("The efforts of President Orel, who met Karad in May, failed.", "met", ["Orel"]),
    ],
)
def test_who_does_it(text: str, verb: str, wanted: list[str]) -> None:
    assert subjects(text, verb) == wanted


@pytest.mark.parametrize(("relation", "wanted"), [("obj", [4]), ("nsubj", [4]), ("obl", [])])
def test_a_second_subject_right_behind_the_verb_is_its_object(relation: str, wanted: list[int]) -> None:
    tree = plant(f"""
        A a DET 2 det
        court court NOUN 3 nsubj
        sentenced sentence VERB 0 root VerbForm=Fin
        the the DET 5 det
        minister minister NOUN 3 {relation}
        . . PUNCT 3 punct
    """)
    assert list(tree.objects(2)) == wanted
    assert list(tree.subjects(2)) == [1]


def test_a_mark_that_hangs_on_the_title_is_the_names() -> None:
    tree = plant("""
        mother mother NOUN 0 root
        of of ADP 3 case
        Minister minister NOUN 4 nmod:desc
        Orel Orel PROPN 1 nmod
    """)
    assert tree.case(3) == "of"


def test_a_participle_with_an_agent_is_passive_whatever_its_features() -> None:
    tree = plant(
        """
        lawmakers lawmaker NOUN 0 root
        led lead VERB 1 acl Tense=Past|VerbForm=Fin
        by by ADP 4 case
        Orel Orel PROPN 2 obl:agent
        """
    )
    assert tree.is_passive(1)


def test_a_verb_that_wants_an_object_is_passive_behind_a_passive_one() -> None:
    tree = plant(
        """
        Orel Orel PROPN 2 nsubj:pass
        was be AUX 2 aux:pass
        arrested arrest VERB 2 root Tense=Past|VerbForm=Part|Voice=Pass
        and and CCONJ 4 cc
        jailed jail VERB 2 conj Tense=Past|VerbForm=Fin
        """
    )
    assert tree.is_passive(4)


def test_who_is_joined_to_the_name_of_one_stands_beside_that_one() -> None:
    tree = plant(
        """
        met meet VERB 0 root
        counterpart counterpart NOUN 0 obj Number=Sing
        Vidal Vidal PROPN 1 appos
        and and CCONJ 4 cc
        Brand Brand PROPN 2 conj
        """
    )
    people = replace(tree.analysis, tokens=tuple(replace(token, noun_kind="person") for token in tree.tokens))
    assert Tree(people).after(1) == (1, 4)
