"""Lemmas of irregular, regular and unknown words."""

import pytest

from onrecord.language.lemmas import find_lemma, find_lemmas
from onrecord.language.session import read_features

PAST = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
ING = "Tense=Pres|VerbForm=Part"
PASSIVE = "Tense=Past|VerbForm=Part|Voice=Pass"


@pytest.mark.parametrize(
    ("form", "upos", "feats", "lemma"),
    [
        ("met", "VERB", PAST, "meet"),
        ("Said", "VERB", PAST, "say"),
        ("underwent", "VERB", PAST, "undergo"),
        ("overthrown", "VERB", PASSIVE, "overthrow"),
        ("overthrew", "VERB", "VerbForm=Inf", "overthrow"),
        ("denied", "VERB", PAST, "deny"),
        ("refuses", "VERB", PRESENT, "refuse"),
        ("reaches", "VERB", PRESENT, "reach"),
        ("planning", "VERB", ING, "plan"),
        ("making", "VERB", ING, "make"),
        ("hoping", "VERB", ING, "hope"),
        ("sanctioned", "VERB", PASSIVE, "sanction"),
        ("blackmailed", "VERB", PAST, "blackmail"),
        ("demonised", "VERB", PAST, "demonise"),
        ("was", "AUX", PAST, "be"),
        ("ca", "AUX", "VerbForm=Fin", "can"),
        ("n’t", "PART", "Polarity=Neg", "not"),
        ("ministers", "NOUN", "Number=Plur", "minister"),
        ("allies", "NOUN", "Number=Plur", "ally"),
        ("women", "NOUN", "Number=Plur", "woman"),
        ("crises", "NOUN", "Number=Plur", "crisis"),
        ("Embassies", "NOUN", "Number=Plur", "embassy"),
        ("sanctions", "NOUN", "Number=Plur", "sanction"),
        ("Karadova", "PROPN", "Number=Sing", "Karadova"),
        ("better", "ADJ", "Degree=Cmp", "good"),
        ("biggest", "ADJ", "Degree=Sup", "big"),
        ("closer", "ADJ", "Degree=Cmp", "close"),
        ("him", "PRON", "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs", "he"),
        ("21,000", "NUM", "NumForm=Digit|NumType=Card", "21000"),
        ("”", "PUNCT", "_", '"'),
    ],
)
def test_lemma(form: str, upos: str, feats: str, lemma: str) -> None:
    assert find_lemma(form, upos, read_features(feats)) == lemma


def test_a_monster_is_its_own_lemma() -> None:
    assert find_lemma("x" * 5000, "NOUN", {"Number": "Plur"}) == "x" * 5000


def test_words_of_a_text_have_the_lemmas_that_they_have_alone() -> None:
    past, plural = read_features(PAST), read_features("Number=Plur")
    rows = [("met", "VERB", past), ("allies", "NOUN", plural), ("Said", "VERB", past), ("us", "PRON", plural)]
    forms, upos, feats = zip(*rows, strict=True)
    assert find_lemmas(forms, upos, feats) == [find_lemma(*row) for row in rows]
