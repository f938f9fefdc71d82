"""Who speaks, where the tree has hung the speaker elsewhere or the words of several stand in one sentence."""

import pytest
from planted import plant

from onrecord.claims import find_claims
from onrecord.claims.for_statements.speakers import speakers_of
from onrecord.language import analyse
from onrecord.model import Document, Statement


def said(text: str) -> list[tuple[str, str]]:
    entities, claims = find_claims(analyse(Document(id="t", text=text)))
    names = {entity.id: entity.name for entity in entities}
    told = [claim.what for claim in claims if isinstance(claim.what, Statement)]
    return [(names[one.speaker], " … ".join(span.of(text) for span in one.content)) for one in told]


CASES = [
    (
        '"We will not surrender," Col. Yusuf Adan, the commander of the Third Brigade, told the BBC by phone.',
        [("Yusuf Adan", "We will not surrender")],
    ),
    (
        '"The road is closed," the mayor of Gorna, Pavel Simek, told Radio Free Europe on Monday.',
        [("Pavel Simek", "The road is closed")],
    ),
    (
        '"I have only contempt for him," Baroness Ilse Grant, who led the inquiry, said of the minister, Colin Rudd.',
        [("Ilse Grant", "I have only contempt for him")],
    ),
    (
        "The envoys left early, with Lars Edmond calling the talks “a sham” and Ana Torvald calling them “a waste”.",
        [("Lars Edmond", "a sham"), ("Ana Torvald", "a waste")],
    ),
    (
        'Longtime party insider and columnist Rob Kent tweeted: "She never wanted the job."',
        [("Rob Kent", "She never wanted the job")],
    ),
    (
        "Lars Edmond said that the inquiry was lawful and conceded that mistakes had been made.",
        [("Lars Edmond", "that the inquiry was lawful"), ("Lars Edmond", "that mistakes had been made")],
    ),
    (
        "The Karsk Task Force Commander, Gen. Lars Edmond, provided this statement:\n\n“We have begun to move north.”",
        [("Lars Edmond", "We have begun to move north")],
    ),
    (
        "Norland said the raid broke the law, while Ana Torvald described it as “adventurism”.",
        [("Norland", "the raid broke the law"), ("Ana Torvald", "adventurism")],
    ),
    ("It was, in the words of Lars Edmond, “impossible to read”.", [("Lars Edmond", "It was … impossible to read")]),
    (
        "Her predecessor, Lars Edmond, remembered him as “a fighter for freedom”.",
        [("Lars Edmond", "a fighter for freedom")],
    ),
    ("In a tweet, Ana Torvald blamed “foreign agents” for the unrest.", [("Ana Torvald", "foreign agents")]),
    ("Ana Torvald appealed to both sides to show restraint.", [("Ana Torvald", "to show restraint")]),
    (
        "The ministry's statement yesterday read: “The talks are over and we regret it.”",
        [("ministry", "The talks are over and we regret it")],
    ),
    (
        "The Tennis Union released a statement on the arrest. It read: “We condemn any form of violence.”",
        [("Tennis Union", "We condemn any form of violence")],
    ),
    (
        "Lars Edmond said the talks had failed, and Ana Torvald hit back: “He never came.”",
        [("Lars Edmond", "the talks had failed"), ("Ana Torvald", "He never came")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_speaks(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_nobody_speaks_who_is_only_supposed_to_have_written() -> None:
    text = "The letter, if written by the suspect, could help the case: “It shows intent.”"
    assert said(text) == []


def test_what_another_says_before_a_semicolon_is_not_said_again() -> None:
    text = "The union says at least 40 people have been fired; the government says two."
    assert [speaker for speaker, _ in said(text)] == ["union"]


def test_a_condition_told_with_the_words_leaves_them_said() -> None:
    text = "If the findings are right, experts say, the virus may spread."
    assert said(text) == [("experts", "If the findings are right … the virus may spread")]


def test_what_is_inserted_with_its_speaker_behind_is_told() -> None:
    text = "The bomb was placed on a cart in a market, stated minister Ana Torvald, and was left outside a shop."
    assert said(text) == [("Ana Torvald", "The bomb was placed on a cart in a market … and was left outside a shop")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"We are ready," said the Defence Ministry, and Lars Edmond, the minister, agreed.',
            [("Defence Ministry", "We are ready")],
        ),
        (
            "The strikes hit three trucks; damaged 13 roads; and killed nobody, Lars Edmond said.",
            [("Lars Edmond", "The strikes hit three trucks; damaged 13 roads; and killed nobody")],
        ),
        (
            "Minister Ana Torvald has asked officials how files that belong in “approved cabinets” got lost.",
            [],
        ),
        (
            "It cost 40 million, according to a report Amnesty International released on Monday.",
            [("Amnesty International", "It cost 40 million")],
        ),
    ],
)
def test_whose_words_they_are(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_a_caption_between_the_answers_is_no_answer() -> None:
    text = (
        "The Courier interviewed Lars Edmond, a candidate.\n\nWhy do you run?\n\n"
        "I want to help my town and I can do so.\n\n"
        "Edmond (right) with his brother in May.\n\nWhat comes first?\n\nWe will mend the bridge and open the school."
    )
    assert [words for _, words in said(text)] == [
        "I want to help my town and I can do so.",
        "We will mend the bridge and open the school.",
    ]


def test_who_acts_in_what_is_told_does_not_tell_it() -> None:
    tree = plant("""
        Aides aide NOUN 2 nsubj
        close close ADJ 6 advcl
        , , PUNCT 4 punct
        however however ADV 6 advmod
        , , PUNCT 4 punct
        said say VERB 0 root
        he he PRON 9 nsubj
        was be AUX 9 cop
        ill ill ADJ 6 ccomp
        . . PUNCT 6 punct
    """)
    assert speakers_of(tree, 5) == ()


def test_what_happens_while_somebody_accuses_another_is_not_his_word() -> None:
    shut = "Norland closed its border on Monday, as Ostland accused it of arming rebels."
    assert said(shut) == []
    assert said("The talks had failed, as Ilan Orten told reporters.") == [("Ilan Orten", "The talks had failed")]
