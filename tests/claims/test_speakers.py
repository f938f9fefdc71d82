"""Who speaks, to whom, and how far the words go, from invented wire copy through the real reader."""

import pytest

from onrecord.claims import find_claims
from onrecord.language import analyse
from onrecord.model import Document, Statement


def said(text: str) -> list[tuple[str, str, str, str]]:
    """Speaker, addressees, form and content of each statement."""
    entities, claims = find_claims(analyse(Document(id="t", text=text)))
    names = {entity.id: entity.name for entity in entities}
    return [
        (names[w.speaker], ", ".join(names[a] for a in w.addressees), w.form, " … ".join(s.of(text) for s in w.content))
        for w in (claim.what for claim in claims)
        if isinstance(w, Statement)
    ]


def test_what_is_called_names_is_not_spoken_to() -> None:
    (row,) = said("Vesna Karad called the report “nonsense”.")
    assert row == ("Vesna Karad", "", "direct", "nonsense")


SAID = [
    ("“They call her a liar,” her son, Ilan Orel, told a crowd in Brno.",
     ("Ilan Orel", "crowd", "direct", "They call her a liar")),
    ("Defence Minister Ilan Orel made clear that no troops would be sent.",
     ("Ilan Orel", "", "indirect", "that no troops would be sent")),
    ("President Vesna Karad left no doubt that she would run again.",
     ("Vesna Karad", "", "indirect", "that she would run again")),
    ("Vesna Karad leaves no doubt that the border will stay shut.",
     ("Vesna Karad", "", "indirect", "that the border will stay shut")),
    ("It was reported by the Velmark Herald that Ilan Orel had resigned.",
     ("Velmark Herald", "", "indirect", "that Ilan Orel had resigned")),
    ("Ilan Orel, the trade commissioner: “We have waited long enough.”",
     ("Ilan Orel", "", "direct", "We have waited long enough")),
    ("Vesna Karad was furious. “This is a coup by other means. We will fight it in every court.”",
     ("Vesna Karad", "", "direct", "This is a coup by other means. We will fight it in every court")),
    ("Vesna Karad has a message for the rich: “Pay your share.”", ("Vesna Karad", "", "direct", "Pay your share")),
    ("Asked if he was worried, President Ilan Orel said no.", ("Ilan Orel", "", "indirect", "no")),
    ("According to projections by Orsova News, Karad won in Velmark.",
     ("Orsova News", "", "indirect", "Karad won in Velmark")),
    ("According to the National Conference of State Assemblies, the vote is scheduled for May.",
     ("National Conference of State Assemblies", "", "indirect", "the vote is scheduled for May")),
    ("The Green Party filed a motion on Monday. The motion claims the decree is unlawful.",
     ("Green Party", "", "indirect", "the decree is unlawful")),
    ("Vesna Karad said in a statement the talks had failed. The statement added that Orsova would wait.",
     ("Vesna Karad", "", "indirect", "that Orsova would wait")),
    ("The Courier cited Ilan Orel, head of the guard, as saying the attackers had fled.",
     ("Ilan Orel", "", "indirect", "the attackers had fled")),
    ("The vote was described by Vesna Karad as a “historic mandate”, saying she intends to leave the union.",
     ("Vesna Karad", "", "indirect", "she intends to leave the union")),
    ("Senator Vesna Karad told MSNBC Orel “was a great man”.",
     ("Vesna Karad", "MSNBC", "mixed", "Orel “was a great man")),
    ("The Foreign Secretary was clear that the talks must go on.",
     ("Foreign Secretary", "", "indirect", "that the talks must go on")),
    ("Mayor Vesna Karad took a swipe at her rival on Monday: “He never read the bill that he signed.”",
     ("Vesna Karad", "", "direct", "He never read the bill that he signed")),
    ("Vesna Karad said the talks had failed. “We waited far too long for them.”",
     ("Vesna Karad", "", "direct", "We waited far too long for them")),
    ("The Orvel Post reported that the talks had failed.",
     ("Orvel Post", "", "indirect", "that the talks had failed")),
    ("Vesna Karad told reporters that the talks had failed, adding that she would resign.",
     ("Vesna Karad", "reporters", "indirect", "that she would resign")),
    ("Three men died and nine were hurt, according to the Orvel Post.",
     ("Orvel Post", "", "indirect", "Three men died and nine were hurt")),
    ("Ilan Orel admitted taking money from Velmark.",
     ("Ilan Orel", "", "indirect", "taking money from Velmark")),
    ("Ilan Orel said she was “proud to serve as president of the united islands”.",
     ("Ilan Orel", "", "mixed", "she was “proud to serve as president of the united islands")),
    ("Ilan Orel said the bridge was lost; Vesna Karad said it was safe.",
     ("Ilan Orel", "", "indirect", "the bridge was lost")),
    ("“[T]he men knew of the plan from the start”, said Mr. Orel. “[…] And they did not tell us.”",
     ("Orel", "", "direct", "[T]he men knew of the plan from the start … […] And they did not tell us")),
    ("Envoy Vesna Karad and Minister Ilan Orel announced that the talks had failed.",
     ("Ilan Orel", "", "indirect", "that the talks had failed")),
    ("Expert and former official Ilan Orel, of the guard, underlined that the pipe can't be built.",
     ("Ilan Orel", "", "indirect", "that the pipe can't be built")),
    ("Part of Ilan Orel's statement reads “the average man is no better suited than she is”.",
     ("Ilan Orel", "", "direct", "the average man is no better suited than she is")),
    ("Vesna Karad told reporters, in French and English, “they hurt me”.",
     ("Vesna Karad", "reporters", "direct", "they hurt me")),
    ("Ilan Orel announced he would drop the bid, before changing his mind the next day.",
     ("Ilan Orel", "", "indirect", "he would drop the bid")),
    ("The palace issued the following statement from Ilan Orel: “She is still a member of our old family.”",
     ("Ilan Orel", "", "direct", "She is still a member of our old family")),
    ("Governor Vesna Karad addressed the public: “No one should take this storm lightly now.”",
     ("Vesna Karad", "public", "direct", "No one should take this storm lightly now")),
    ("According to a Twitter post by Vesna Karad, the bridge is shut.",
     ("Vesna Karad", "", "indirect", "the bridge is shut")),
    ("The decree signed by Vesna Karad read “The crimes of the army offend us all”.",
     ("Vesna Karad", "", "direct", "The crimes of the army offend us all")),
    ("Local media reported nobody was hurt.",
     ("Local media", "", "indirect", "nobody was hurt")),
    ("The talks, Ilan Orel told the Orvel Post on Monday, have failed.",
     ("Ilan Orel", "Orvel Post", "indirect", "The talks … have failed")),
    ("The talks have failed, according to Orvel Radio, quoting the KNA.",
     ("Orvel Radio", "", "indirect", "The talks have failed")),
    ("One of the authors, herpetologist Vesna Karad, told reporters the frogs had died.",
     ("Vesna Karad", "reporters", "indirect", "the frogs had died")),
    ("The mayor's press release reported that the bridge was lost.",
     ("mayor", "", "indirect", "that the bridge was lost")),
    ("Prison officials said the man died. They also said they knew the attacker.",
     ("Prison officials", "", "indirect", "they knew the attacker")),
    ("The White House said in a statement that Ilan Orel had lied.",
     ("United States", "", "indirect", "that Ilan Orel had lied")),
    ("The president called on citizens to stay at home.",
     ("president", "citizens", "indirect", "to stay at home")),
    ("Vesna Karad said the plan would fail, but the government would not abandon it.",
     ("Vesna Karad", "", "indirect", "the plan would fail, but the government would not abandon it")),
    ("“If they do not listen,” Ilan Orel warned, “we will strike.”",
     ("Ilan Orel", "", "direct", "If they do not listen … we will strike")),
    ("Police say two men were arrested. They added that no one was hurt.",
     ("Police", "", "indirect", "that no one was hurt")),
    ("“Thank you to all emergency services for their help,” wrote Ilan Orel.",
     ("Ilan Orel", "emergency services", "direct", "Thank you to all emergency services for their help")),
    ("Mayor John Orel said Robert Maren had resigned. “Robert was a good friend,” he said.",
     ("John Orel", "", "direct", "Robert was a good friend")),
    ("The group said it was responsible for the attack in a statement posted online.",
     ("group", "", "indirect", "it was responsible for the attack")),
    ("“This,” said Vesna Karad, “is what we wanted.”",
     ("Vesna Karad", "", "direct", "This … is what we wanted")),
    ("Officials said that at least ten people died. The toll could rise, they said.",
     ("Officials", "", "indirect", "The toll could rise")),
    ("Judge Vesna Karad ordered last week that the ballots be counted.",
     ("Vesna Karad", "", "indirect", "that the ballots be counted")),
    ("Addressing parliament, Vesna Karad said the plan had failed.",
     ("Vesna Karad", "parliament", "indirect", "the plan had failed")),
    ("In a phone call with Ilan Orel, Vesna Karad said the plan had failed.",
     ("Vesna Karad", "Ilan Orel", "indirect", "the plan had failed")),
    ("Vesna Karad announced to journalists that the plan had failed.",
     ("Vesna Karad", "journalists", "indirect", "that the plan had failed")),
    ("Some of the protesters said they had lost hope.",
     ("Some of the protesters", "", "indirect", "they had lost hope")),
    ("Ilan Orel said the crowd was in the square ((de))German: auf dem Platz",
     ("Ilan Orel", "", "indirect", "the crowd was in the square")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "row"), SAID)
def test_statement(text: str, row: tuple[str, str, str, str]) -> None:
    assert row in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The decision of the premier to advise the king to close the house is unlawful.",
        "As Velmark continues to make progress, it can count on support.",
        "Protesters with a banner saying “put it to the people”. Image: Ana Torvald.",
    ],
)
def test_what_is_not_said_is_no_statement(text: str) -> None:
    assert said(text) == []


def test_reports_of_nobody_are_no_statement() -> None:
    assert said("According to unconfirmed reports, Ilan Orel left Velmark. Reports said that Velmark fell.") == []


def test_the_paragraphs_of_a_reopened_quotation_are_one_statement() -> None:
    text = (
        "“We will wait for the vote,” Vesna Karad said.\n\n"
        "“The army will stay there until May.\n\n“The border will stay shut.”"
    )
    assert said(text) == [
        ("Vesna Karad", "", "direct", "We will wait for the vote"),
        ("Vesna Karad", "", "direct", "The army will stay there until May … The border will stay shut"),
    ]


def test_what_speakers_tell_of_their_own_saying_is_no_other_statement() -> None:
    text = "“I told them that the talks are over,” Vesna Karad said."
    assert said(text) == [("Vesna Karad", "", "direct", "I told them that the talks are over")]


def test_a_question_that_is_quoted_is_said_as_firmly_as_other_words() -> None:
    claims = find_claims(analyse(Document(id="t", text="“Why should the bishops be exempt?” Vesna Karad said.")))[1]
    assert [claim.status for claim in claims if isinstance(claim.what, Statement)] == ["asserted"]


def test_what_the_paper_says_of_itself_is_no_statement() -> None:
    document = Document(id="t", text="The Courier reported that the bridge was lost.", publisher="The Courier")
    assert not any(isinstance(claim.what, Statement) for claim in find_claims(analyse(document))[1])


def test_what_is_reported_within_a_quotation_is_indirect() -> None:
    text = "“The rebels claim that the bridge is lost,” Vesna Karad said."
    assert ("rebels", "", "indirect", "that the bridge is lost") in said(text)


@pytest.mark.parametrize("text", [
    "The general fought to do as he proposed.",
    "He was at the base, also called “Camp North”, on Monday.",
    "The soldiers found what they wanted.",
    "Ilan Orel wrote the book “The War of the Hills”.",
    "Vesna Karad may say that the talks have failed.",
    "Vesna Karad avoided saying that the talks had failed.",
    "The Green Party did not announce whom they would support.",
    "Vesna Karad has not said whether the talks will go on.",
    "The police held eight men for “spreading rumours”, also the doctor Ilan Orel, who tried to warn people.",
    "Three words were painted on the wall of the old town: “The king is dead now.”",
])  # fmt: skip
def test_no_statement(text: str) -> None:
    assert said(text) == []


def test_what_a_paper_quotes_is_said_by_whom_it_quotes() -> None:
    (row,) = said("“The army has left,” Orsova News quoted Vesna Karad as saying.")
    assert row == ("Vesna Karad", "", "direct", "The army has left")
    (row,) = said("“The army has left,” Vesna Karad was quoted as saying by Orsova News.")
    assert row == ("Vesna Karad", "", "direct", "The army has left")


def test_a_nickname_is_not_said() -> None:
    (row,) = said("“We are ready,” said Col. Lars “Bo” Edmond on Monday.")
    assert row[3] == "We are ready"


@pytest.mark.parametrize(
    "text",
    [
        "Vesna Karad held a press conference claiming that the vote was rigged.",
        "Vesna Karad posted a video claiming that the vote was rigged.",
    ],
)
def test_who_holds_a_conference_speaks_in_it(text: str) -> None:
    assert [(row[0], row[3]) for row in said(text)] == [("Vesna Karad", "that the vote was rigged")]


def test_what_somebody_would_not_say_is_no_statement() -> None:
    assert not said("Vesna Karad declined to say whether she would run.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vesna Karad posted a report about the “grain tax” plan on Monday.", []),
        ("Vesna Karad called it a “reckless” plan on Monday.", ["reckless"]),
    ],
)
def test_marks_around_what_only_describes_a_noun(text: str, words: list[str]) -> None:
    assert [row[3] for row in said(text)] == words


@pytest.mark.parametrize("text", [
    "Supporters of Vesna Karad sang “Bella ciao” outside the court.",
    "Vesna Karad met Ilan Orel. “This is a coup by other means. We will fight it in every court.”",
    "Vesna Karad was furious. “This is a coup,” read one banner.",
    "The Safe Roads Act was passed. “This is a coup by other means. We will fight it in every court.”",
])  # fmt: skip
def test_nobody_is_known_to_say_it(text: str) -> None:
    assert not said(text)


def test_a_court_that_confirms_a_sentence_says_nothing() -> None:
    assert said("The appeals court confirmed the sentence of Ilan Orel.") == []
    assert said("The ministry confirmed the arrest of Ilan Orel.") != []
