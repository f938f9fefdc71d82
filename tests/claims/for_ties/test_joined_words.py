"""Ties are found where their words are joined to others or stand in side clauses, and not for others near them."""

import pytest
from told import ties


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Norway, a member of NATO and an ally of Sweden, agreed.", ("Norway", "ally", "Sweden")),
        ("The Progress Party is allied with the Farmers' Union.", ("Progress Party", "ally", "Farmers' Union")),
        ("Lars Edmond, once a member of the People's Party, agreed.", ("Lars Edmond", "member", "People's Party")),
        ("A lawyer for Lars Edmond, Ana Torvald, agreed.", ("Ana Torvald", "employee", "Lars Edmond")),
        ("Ana Torvald, who represents Lars Edmond, agreed.", ("Ana Torvald", "employee", "Lars Edmond")),
        ("Ana Torvald, an attorney with Greenpeace, agreed.", ("Ana Torvald", "employee", "Greenpeace")),
        ("Hamas, which is affiliated with Hezbollah, denied it.", ("Hamas", "partner", "Hezbollah")),
        ("Norway has been leading the fight against Hezbollah.", ("Norway", "opponent", "Hezbollah")),
        ("The Gulf Cooperation Council includes Kuwait and Oman.", ("Kuwait", "member", "Gulf Cooperation Council")),
        ("Lars Edmond of the far-right Karsk Front agreed.", ("Lars Edmond", "member", "Karsk Front")),
        ("Norway and its partners, among them Poland, agreed.", ("Poland", "partner", "Norway")),
        ("Backed by the Green Party, Ana Torvald won.", ("Green Party", "supporter", "Ana Torvald")),
        ("Lars Edmond resigned as an aide to Ana Torvald.", ("Lars Edmond", "employee", "Ana Torvald")),
        ("Russia is waging a war against Ukraine.", ("Russia", "opponent", "Ukraine")),
        ("Lars Edmond, Ana Torvald's spokesman and confidant, left.", ("Lars Edmond", "ally", "Ana Torvald")),
        ("Ana Torvald, who is married to the banker Lars Edmond, left.", ("Ana Torvald", "relative", "Lars Edmond")),
        ("The Karsk Agency falls under the Interior Ministry.", ("Karsk Agency", "part", "Interior Ministry")),
        ("Ana Torvald, a moderate Republican, agreed.", ("Ana Torvald", "member", "Republican")),
        ("Lars Edmond, who worked for Ana Torvald, agreed.", ("Lars Edmond", "employee", "Ana Torvald")),
    ],
)
def test_tie_beside_other_words(text: str, tie: tuple[str, str, str]) -> None:
    assert any({tie[0], tie[2]} == {a, b} and tie[1] == relation for a, relation, b in ties(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ana Torvald spoke among Norway's hills.",
        "Blamed by the Green Party, Ana Torvald left.",
        "Lars Edmond resigned as mayor before Ana Torvald spoke.",
        "Ana Torvald met Lars Edmond, a lawyer, in May.",
        "Ana Torvald has a stake in Karsk Steel.",
        "Norway and Sweden, the last speakers, agreed.",
        "County Attorney Lars Edmond agreed.",
        "The Labour Party ruled out a coalition of parties.",
        "Norway beat its rival Sweden in the football final.",
        "Ana Torvald accused Lars Edmond of fraud. Karsk Steel denied it.",
        "Ana Torvald thanked her American followers.",
        "Lars Edmond, now a consultant on Norway, agreed.",
        "The Karsk Bank lost money. It was bought by Ana Torvald.",
        "Lars Edmond became friends with Ana Torvald's father.",
    ],
)
def test_no_tie_of_those_near(text: str) -> None:
    assert ties(text) == set()


def test_whose_brother_acts_does_not_act() -> None:
    found = ties("Lars Edmond, whose brother Anton Edmond heads the Karsk Bank, declined.")
    assert ("Anton Edmond", "leader", "Karsk Bank") in found
    assert ("Lars Edmond", "leader", "Karsk Bank") not in found


def test_lawmakers_led_by_somebody_are_led() -> None:
    assert ("Ana Torvald", "leader", "Republican lawmakers") in ties("Republican lawmakers led by Ana Torvald agreed.")
