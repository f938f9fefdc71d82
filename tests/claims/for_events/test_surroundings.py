"""What a sense asks for besides its sides, and what one refuses or threatens, through the real reader."""

import pytest

from tests.claims.told import events

TOLD: tuple[tuple[str, tuple[str, str, str]], ...] = (
    ("Norway insisted that Sweden recognise the border.", ("REQUEST", "Norway", "Sweden")),
    ("Norway warned that it would close the border.", ("THREATEN", "Norway", "")),
    ("Norway warned that Sweden would pay a heavy price.", ("THREATEN", "Norway", "Sweden")),
    ("Norway threatened to close the border unless Sweden withdrew the bill.", ("THREATEN", "Norway", "Sweden")),
    ("Ana Torvald issued a statement attacking the court.", ("ACCUSE", "Ana Torvald", "court")),
    ("Ana Torvald pinned the blame for the fire on the ministry.", ("ACCUSE", "Ana Torvald", "ministry")),
    ("The accusation by Norway that Sweden had lied caused anger.", ("ACCUSE", "Norway", "Sweden")),
    ("The demand by Norway that Sweden leave caused anger.", ("REQUEST", "Norway", "Sweden")),
    ("After criticism from Norway, Sweden withdrew the bill.", ("ACCUSE", "Norway", "Sweden")),
    ("Under pressure from Norway, Sweden released the miners.", ("REQUEST", "Norway", "Sweden")),
    ("Norway rejected talks with the rebels.", ("REJECT", "Norway", "rebels")),
    ("Norway gave Sweden two months to comply.", ("REQUEST", "Norway", "Sweden")),
    ("The miners marched through the town.", ("PROTEST", "miners", "")),
    ("The miners are on strike.", ("PROTEST", "miners", "")),
    ("Protesters toppled the statue of the governor on Monday.", ("PROTEST", "Protesters", "")),
    ("Ana Torvald said she would not testify.", ("REJECT", "Ana Torvald", "")),
    ("The nurses walked out on Monday.", ("PROTEST", "nurses", "")),
    ("The ombudsman's report took the ministry to task.", ("ACCUSE", "ombudsman", "ministry")),
    ("The arrest of Ana Torvald by Norway was met with criticism from Sweden.", ("ACCUSE", "Sweden", "Norway")),
    ("Neither Norway nor Sweden accepted the demand of the rebels.", ("REJECT", "Norway, Sweden", "rebels")),
    ("The government dismissed Norway's criticism as interference.", ("REJECT", "government", "Norway")),
    ("The minister's call for Norway to spend more was unheard.", ("REQUEST", "minister", "Norway")),
    ("The rebels said they would burn the bridge unless Norway withdrew.", ("THREATEN", "rebels", "Norway")),
    ("The miners protested against the killing of Ana Torvald by the police.", ("PROTEST", "miners", "police")),
    ("An ultimatum issued by Norway to Sweden expired on Monday.", ("THREATEN", "Norway", "Sweden")),
)
UNTOLD: tuple[tuple[str, tuple[str, str, str]], ...] = (
    ("Norway insisted that Sweden had recognised the border.", ("REQUEST", "Norway", "Sweden")),
    ("The doctor warned that the disease would spread.", ("THREATEN", "doctor", "")),
    ("The soldiers marched through the town.", ("PROTEST", "soldiers", "")),
    ("The scientists are investigating why the glacier has shrunk.", ("ACCUSE", "scientists", "")),
    ("The minister declined an invitation to visit Norway.", ("CONSULT", "minister", "Norway")),
    ("The police opened a case of rioting against the miners.", ("PROTEST", "police", "miners")),
    ("The miners were met with tear gas.", ("CONSULT", "miners", "")),
    ("Norway blamed the attack on Sweden.", ("ASSAULT", "", "Sweden")),
    ("Ana Torvald scoffed at the suggestion that she should resign.", ("RETREAT", "Ana Torvald", "")),
    ("Norway reneged on its promise to Sweden.", ("AGREE", "Norway", "Sweden")),
)


@pytest.mark.parametrize(("sentence", "event"), TOLD)
def test_what_stands_beside_the_word_makes_it_an_event(sentence: str, event: tuple[str, str, str]) -> None:
    assert event in events(sentence)


@pytest.mark.parametrize(("sentence", "event"), UNTOLD)
def test_what_stands_beside_the_word_makes_it_none(sentence: str, event: tuple[str, str, str]) -> None:
    assert event not in events(sentence)


def test_what_is_done_by_doing_more_of_the_same_is_told_once() -> None:
    found = events("The miners filled the square, chanting slogans against Ana Torvald.")
    assert {event for event in found if event[0] == "PROTEST"} == {("PROTEST", "miners", "Ana Torvald")}


def test_what_a_court_or_judge_says_is_unlawful_it_rejects() -> None:
    assert ("REJECT", "Ana Torvald", "") in events("Judge Ana Torvald wrote that the ban violated the constitution.")
    assert ("REJECT", "Supreme Court", "ministry") in events(
        "The Supreme Court held that the ministry had exceeded it."
    )
    assert not events("Professor Ana Torvald wrote that the ban violated the constitution.")


def test_a_bill_that_fails_is_rejected_where_it_fails() -> None:
    assert ("REJECT", "Senate", "") in events("The bill failed to pass the Senate.")
    assert not events("The engine failed in the Senate.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Torvald said Lars Edmond's speech should help the budget.",
        "There was a protest of Lars Edmond's death on Monday.",
        "Ana Torvald spoke against the backdrop of the museum.",
        "Ana Torvald warned her supporters about the dangers of silence.",
    ],
)
def test_what_things_do_and_what_is_told_of_dangers_is_no_event(sentence: str) -> None:
    assert not events(sentence)


def test_who_did_it_may_be_told_in_passing() -> None:
    assert ("PROTEST", "miners", "") in events("The minister met the miners, who have taken to the streets.")


def test_who_is_set_between_the_mark_and_the_verb_does_it() -> None:
    sentence = (
        "The move came after Ana Torvald, a district judge, ordered last week that ballots be accepted until Friday."
    )
    assert ("REQUEST", "Ana Torvald", "") in events(sentence)


def test_a_case_goes_back_to_a_lower_court() -> None:
    found = events("The Supreme Court remanded the case back to the Court of Appeals.")
    assert ("REQUEST", "Supreme Court", "Court of Appeals") in found


def test_who_is_given_hours_to_do_something_is_asked_to() -> None:
    found = events("Ana Torvald gave the rebels 48 hours to lay down their weapons.")
    assert ("REQUEST", "Ana Torvald", "rebels") in found
    assert "REQUEST" not in {event[0] for event in events("The doctors gave Ana Torvald six months to live.")}


def test_a_clause_without_whom_is_of_its_object() -> None:
    assert ("ACCUSE", "Ana Torvald", "") in events("The plan Ana Torvald criticised on Monday is dead.")
    assert not events("The reporter the police arrested on Monday was there.")


def test_happenings_ask_nobody() -> None:
    assert not events("The crisis demands that all Americans help.")
    assert ("REQUEST", "government", "rebels") in events("The government demanded that the rebels withdraw.")


def test_never_beside_will_refuses() -> None:
    found = events("“Norway does not, and never will, accept Sweden as a partner,” said Ana Torvald.")
    assert ("REJECT", "Norway", "Sweden") in found
