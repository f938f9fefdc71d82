"""Text of every shape that news comes in: what is there is read, and nothing is made up."""

from functools import cache

import pytest

import onrecord
from onrecord.model import Claim, Event, Record, Statement
from onrecord.read import MIN_CONFIDENCE

LEAD = "Prime Minister Ilva Maren met President Tomas Orten in Brask on Monday."
MEETING = ("CONSULT", {"Ilva Maren", "Tomas Orten"})


@cache
def record_of(text: str, *, min_confidence: float = MIN_CONFIDENCE) -> Record:
    """The record, by default as a user gets it."""
    return onrecord.read(text, published="2031-03-13", min_confidence=min_confidence)


def events(text: str) -> list[tuple[str, set[str]]]:
    """Type and actors of each event."""
    record = record_of(text)
    names = {entity.id: entity.name for entity in record.entities}
    return [(c.what.event, {names[a] for a in c.what.actors}) for c in record.claims if isinstance(c.what, Event)]


def statements(text: str) -> list[Claim]:
    """The statements of a text."""
    return [claim for claim in record_of(text).claims if isinstance(claim.what, Statement)]


@pytest.mark.parametrize(
    "around",
    [
        "President Tomas Orten and Prime Minister Ilva Maren in Brask. Photo: Jana Selk/KNA\n\n{}",
        "File photo of Pavo Lindt. Image: Defence Ministry of Velmark.\n\n{}",
        "By Jana Selk, Dana Kestrin\n\n{}\n\nReporting by Jana Selk; editing by Pavo Lindt and Rosa Tarn",
        "BRASK, 12 March (KNA) — {}",
        "Wednesday, March 12, 2031\n\n\n{}",
        '{}\n\nSources\nJana Selk. "Maren accuses Orten of attack" — Orvel Post, March 12, 2031\n'
        'KNA. "Velmark expels Karvonian ambassador" — KNA, March 11, 2031\n',
        "{}\n\nRelated news\nVelmark bombs Karvonia\nPolice arrest Jana Selk\n",
        "{}\n\nMembers of the delegation:\nPavo Lindt\nDana Kestrin\nJana Selk\n",
        "By Jana Selk, Political Editor, and Pavo Lindt in Brask\nPublished: 12 March 2031\n\n{}",
        "{}\n\nMore stories\n\nVelmark bombs Karvonia\n\nPolice arrest Jana Selk\n",
        "Most read\n1. Velmark bombs Karvonia\n2. Police arrest Jana Selk\n\n{}",
        "{}\n\nRead more: Velmark bombs Karvonia\nRelated: Police arrest Jana Selk\n",
        "Keep reading\n\nVelmark bombs Karvonia\n\nPolice arrest Jana Selk\n\n{}",
        "Image caption,\nPolice arrested Jana Selk in Brask in 2029.\n\n{}",
        "[Police arrest Jana Selk in Brask, April 2029 - Pavo Lindt/KNA]\n\n{}",
        "Police arrest Jana Selk in Brask on May 3, 2029 [Pavo Lindt/KNA]\n\n{}",
        "{}\n\nMORE: Police arrest Jana Selk\n",
        "READ ALSO | Police arrest Jana Selk\n\n{}",
        '{}\n\n[1] "Velmark bombs Karvonia", Orvel Post, 3 May 2030.\n[2] Police arrest Jana Selk: https://kna.example/1\n',
        "{}\n\nCorrection: An earlier version of this article said that Velmark had bombed Karvonia.\n",
        "{}\n\nThis piece was changed. An earlier version of this story said that police had arrested Jana Selk.\n",
        "{}\n\nComments (2)\n\nJohn D: Karvonia has bombed Velmark!\n",
        "FILE - Police arrest Jana Selk in Brask, May 3, 2030. (AP Photo/Pavo Lindt, File)\n\n{}",
        "Police arrest Jana Selk in Brask on Sunday. Photograph: Pavo Lindt/Getty Images\n\n{}",
        "Police arrest Jana Selk in Brask. (Pavo Lindt/AFP)\n\n{}",
        "Police arrest Jana Selk in Brask on Sunday. Photo by Pavo Lindt\n\n{}",
        "Candidate\tParty\tVotes\tShare\nIlva Maren\tGrain Party\t120,300\t51.2%\nPavo Lindt\tNone\t16,400\t7%\n\n{}",
    ],
)
def test_only_the_story_itself_is_read(around: str) -> None:
    text = around.format(LEAD)
    assert events(text) == [MEETING]
    assert statements(text) == []


HEADLINES = [
    ("Maren meets Orten in Brask", [("CONSULT", {"Ilva Maren", "Tomas Orten"}, set(), "asserted")]),
    ("Maren to meet Orten in Brask", [("CONSULT", {"Ilva Maren", "Tomas Orten"}, set(), "planned")]),
    ("Velmark imposes sanctions on Karvonia", [("SANCTION", {"Velmark"}, {"Karvonia"}, "asserted")]),
    ("Orten condemns Maren", [("ACCUSE", {"Tomas Orten"}, {"Ilva Maren"}, "asserted")]),
    ("Grain Party wins vote in Brask", []),
    ("Who is Ilva Maren?", []),
    ("Five things to know about the talks", []),
]


@pytest.mark.parametrize(("headline", "told"), HEADLINES)
def test_headlines_are_read_as_told(headline: str, told: list[tuple[str, set[str], set[str], str]]) -> None:
    text = f"{headline}\n\nPrime Minister Ilva Maren, President Tomas Orten and Jana Selk live in Velmark.\n"
    record = record_of(text)
    names = {entity.id: entity.name for entity in record.entities}
    found = [
        (c.what.event, {names[a] for a in c.what.actors}, {names[r] for r in c.what.recipients}, c.status)
        for c in record.claims
        if isinstance(c.what, Event)
    ]
    assert found == told
    assert statements(text) == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Related talks in Velmark: the police arrested Jana Selk.", ["COERCE"]),
        ("Corrections officers arrested Jana Selk.", ["COERCE"]),
        ("By Monday evening the police had arrested Jana Selk.", ["COERCE"]),
        ("[12] In 2030 the police arrested Jana Selk.", ["COERCE"]),
        ("The police arrested Jana Selk (Orten's former press secretary).", ["COERCE"]),
    ],
)
def test_what_only_looks_like_a_link_or_note_is_read(line: str, told: list[str]) -> None:
    assert [event for event, _ in events(f"{line}\n\nIt was the first arrest.\n")] == told


def test_nobody_is_called_as_in_a_footnote() -> None:
    text = 'Orten praised Velmark.[1]\n\n[1] "Orten sacks minister", Courier, 4 May 2030.\n'
    assert "Orten" in {entity.name for entity in record_of(text).entities}


def test_headlines_of_like_length_are_no_wrapped_text() -> None:
    text = (
        "Maren accuses Orten of rigging the vote in Brask\n"
        "Police arrest three after protest in Old Town\n"
        "Velmark and Karvonia sign agreement on fish\n"
        "Senate leader Lindt resigns over loan deal\n"
        "Karvonia says it will not send troops south\n"
    )
    assert events(text)[0] == ("ACCUSE", {"Maren"})
    assert not any("\n" in span.of(text) for claim in record_of(text).claims for span in claim.evidence)


def test_what_a_headline_tells_behind_a_semicolon_is_not_said_by_who_warns() -> None:
    assert statements("Orten warns Maren; Karvonia suspends talks\n") == []


@pytest.mark.parametrize(
    "text", ["Ilva Maren\nTomas Orten\nPavo Lindt\n", "Maren, Orten, Lindt", "1. Ilva Maren 51.2%"]
)
def test_lists_of_names_claim_nothing(text: str) -> None:
    assert record_of(text).claims == ()


def test_questions_of_an_interview_are_no_events() -> None:
    text = "Q: Did you meet President Tomas Orten?\nA: No.\nQ: Has Velmark attacked Karvonia?\nA: I do not know.\n"
    assert events(text) == []
    assert statements(text) == []


@pytest.mark.parametrize(
    "question",
    [
        "Is Ilva Maren the new prime minister of Velmark?",
        "Will Ilva Maren be appointed ambassador to Norway?",
        "Is Norway an ally of Iran?",
        "Has the EU imposed sanctions on Iran?",
        "Q: Has Tomas Orten been named chief of staff?\nA: I do not know.",
    ],
)
def test_what_a_question_leaves_open_is_claimed_by_nobody(question: str) -> None:
    assert record_of(question, min_confidence=0).claims == ()


@pytest.mark.parametrize("question", ["Did President Tomas Orten resign?", "Who is President Tomas Orten?"])
def test_a_title_within_a_question_is_taken_as_given(question: str) -> None:
    assert [type(claim.what).__name__ for claim in record_of(question).claims] == ["Office"]


ASKED = ("Did you meet President Tomas Orten?", "Has Velmark attacked Karvonia?")
ANSWERS = ("Yes, I met President Tomas Orten in Brask.", "No. I know that Karvonia attacked Velmark.")


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("Q: ", "A: "),
        ("Q. ", "A. "),
        ("THE COURIER: ", "KARAD: "),
        ("The Courier: ", "Vesna Karad: "),
        ("((TC))  ", "((Vesna Karad))  "),
        ("", ""),
    ],
)
def test_answers_of_an_interview_are_what_its_guest_said(asks: str, answers: str) -> None:
    turns = "\n\n".join(
        f"{asks}{question}\n\n{answers}{answer}" for question, answer in zip(ASKED, ANSWERS, strict=True)
    )
    text = f"Former mayor Vesna Karad spoke to the Courier about the war.\n\n{turns}\n"
    record = record_of(text, min_confidence=0.5)
    names = {entity.id: entity.name for entity in record.entities}
    said = [c.what for c in statements(text) if isinstance(c.what, Statement)]
    assert {names[what.speaker] for what in said} == {"Vesna Karad"}
    assert [" … ".join(span.of(text) for span in what.content) for what in said[:1]] == [ANSWERS[0]]
    assert [
        (c.what.event, [names[link.entity] for link in c.attribution])
        for c in record.claims
        if isinstance(c.what, Event)
    ] == [
        ("CONSULT", ["Vesna Karad"]),
        ("ASSAULT", ["Vesna Karad"]),
    ]


def test_labels_may_have_titles_and_roles() -> None:
    text = (
        "PRESIDENT ORTEN: Thank you for coming. Today I met Prime Minister Ilva Maren.\n\n"
        "Q: Will you resign?\n\nPRESIDENT ORTEN: I will not resign this year.\n"
    )
    record = record_of(text)
    names = {entity.id: entity.name for entity in record.entities}
    assert [names[c.what.speaker] for c in statements(text) if isinstance(c.what, Statement)] == ["ORTEN", "ORTEN"]
    text = (
        "Jana Selk (KNA): Will you resign?\nLenka Dorn (foreign minister): I will not resign this year.\n"
        "Jana Selk (KNA): Why?\nLenka Dorn (foreign minister): Nobody asked me to resign.\n"
    )
    names = {entity.id: entity.name for entity in record_of(text).entities}
    said = [names[c.what.speaker] for c in statements(text) if isinstance(c.what, Statement)]
    assert said == ["Lenka Dorn", "Lenka Dorn"]


def test_guest_of_an_interview_is_who_is_called_by_name() -> None:
    text = (
        "Q: Senator Karad, why did you vote against the bill?\nA: Because it punishes Velmark for nothing.\n"
        "Q: Did Tomas Orten threaten you?\nA: No, he never threatened me.\n"
    )
    names = {entity.id: entity.name for entity in record_of(text).entities}
    assert {names[c.what.speaker] for c in statements(text) if isinstance(c.what, Statement)} == {"Karad"}


def test_an_interview_may_open_with_its_first_question() -> None:
    assert events("Have you spoken to Orten?\n\nNo, I have not.\n\nWill you call?\n\nI will not.\n") == []


@pytest.mark.parametrize(
    "introduction",
    [
        "Velmark's trade minister, Vesna Karad, spoke to the Courier about Tomas Orten.",
        "The Courier spoke to Vesna Karad about the resignation of Tomas Orten.",
        "In an interview with Vesna Karad, the Courier asked about Tomas Orten.",
    ],
)
def test_guest_of_an_interview_is_who_is_introduced_as_speaking(introduction: str) -> None:
    text = (
        f"{introduction}\n\nQ: President Tomas Orten accuses you of theft. Is that so?\n\n"
        "A: I declined an invitation from Tomas Orten.\n\nQ: Will you run?\n\nA: The party will decide in spring.\n"
    )
    record = onrecord.read(text, min_confidence=0.3)
    names = {entity.id: entity.name for entity in record.entities}
    said = [c.what for c in record.claims if isinstance(c.what, Statement)]
    assert [names[what.speaker] for what in said] == ["Vesna Karad", "Vesna Karad"]
    sides = [
        (c.what.event, [names[one] for one in c.what.actors], [names[one] for one in c.what.recipients])
        for c in record.claims
        if isinstance(c.what, Event) and c.what.event in ("ACCUSE", "REJECT")
    ]
    assert sides == [("ACCUSE", ["Tomas Orten"], ["Vesna Karad"]), ("REJECT", ["Vesna Karad"], ["Tomas Orten"])]


@pytest.mark.parametrize(
    "text",
    [
        f"Photo: Jana Selk\nCaption: Ilva Maren in Brask.\n\n{LEAD}\n",
        f"BRASK: The vote was held on Sunday. TELNA: It rained.\n\n{LEAD}\n",
        f"Will the talks go on?\n\n{LEAD}\n\nWho will come?\n\nNobody knows in the town.\n",
        f"Update: This article was corrected.\nNote: Names were changed.\nNote: Is it so?\n\n{LEAD}\n",
        f"Jana SelkImage: Karsk Press.\n\nIlva MarenImage: Karsk Press.\n\n{LEAD}\n\n((KP)) Why?\n\n((KP)) Who?\n",
    ],
)
def test_other_labels_and_questions_make_no_interview(text: str) -> None:
    assert events(text) == [MEETING]
    assert statements(text) == []


def test_entries_of_a_live_blog_are_read_each_for_itself() -> None:
    text = (
        "14:15 GMT\nPresident Tomas Orten has expelled the Karvonian ambassador.\n\n"
        "13.50: Police arrested opposition leader Jana Selk, the Interior Ministry says.\n\n"
        "1:05 p.m. Will Maren meet Orten? Here is what we know.\n"
    )
    assert [event for event, _ in events(text)] == ["SANCTION", "COERCE"]
    assert len(statements(text)) == 1
    times = [c.time for c in record_of(text).claims if isinstance(c.what, Event | Statement)]
    assert [(time.text, time.value) for time in times if time] == [
        ("14:15 GMT", "2031-03-13"), ("13.50", "2031-03-13"), ("13.50", "2031-03-13"),
    ]  # fmt: skip


def test_one_time_at_the_start_of_a_line_is_no_live_blog() -> None:
    text = "10:30 a.m.\n\nPresident Tomas Orten has expelled the Karvonian ambassador.\n"
    assert [claim.time for claim in record_of(text).claims if isinstance(claim.what, Event)] == [None]


ARREST = "The police arrested opposition leader Jana Selk."


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD} {ARREST}".upper(),
        f"{LEAD} {ARREST}".replace(".", ""),
        f"{LEAD} {ARREST}".replace(".", "").lower(),
        f"Prime Minister Ilva Maren (イルヴァ・マレン) met President Tomas Orten (Томас Ортен) in Brask. {ARREST}",
        f"Prime Minister Ilva Maren ꙮ𓀀𐎀 met President Tomas Orten ⸎⸎⸎ in Brask on Monday. zxqvvkkj123 §§ {ARREST}",
    ],
)
def test_capitals_no_points_and_other_scripts_change_nothing(text: str) -> None:
    assert [event for event, _ in events(text)] == ["CONSULT", "COERCE"]
    names = {entity.name.lower() for entity in record_of(text).entities}
    assert {"ilva maren", "tomas orten", "jana selk"} <= names


def test_the_last_words_of_a_long_text_are_read_like_its_first() -> None:
    filler = "The harvest in the north of the country was good this year. " * 120
    assert [event for event, _ in events(f"{LEAD} {filler}{ARREST}")] == ["CONSULT", "COERCE"]


def test_a_text_that_ends_with_an_article_is_read() -> None:
    text = (
        "Ilva Maren said the Senate had no say in his confirmation since there was no longer a secretary of state, an"
    )
    assert {entity.name for entity in record_of(text).entities} >= {"Ilva Maren"}
