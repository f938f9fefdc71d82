"""Statements from invented wire copy, through the real reader: who, which words, in which form."""

import pytest

from onrecord.claims import find_claims
from onrecord.language import analyse
from onrecord.model import Claim, Document, Statement

Found = tuple[str, str, str, tuple[str, ...]]


def statements(text: str) -> list[Found]:
    document = Document(id="t", text=text)
    entities, claims = find_claims(analyse(document))
    names = {entity.id: entity.name for entity in entities}
    return [found(text, names, claim) for claim in claims if isinstance(claim.what, Statement)]


def found(text: str, names: dict[str, str], claim: Claim) -> Found:
    what = claim.what
    assert isinstance(what, Statement)
    chain = tuple(names[link.entity] for link in claim.attribution)
    return names[what.speaker], what.form, " … ".join(span.of(text) for span in what.content), chain


CASES = [
    ("Minister Vesna Karadova said the talks had failed.", "Vesna Karadova", "indirect", "the talks had failed"),
    ("“The talks failed,” Minister Vesna Karadova said on Monday.", "Vesna Karadova", "direct", "The talks failed"),
    ("President Ilan Orel told reporters that “no one will leave”.", "Ilan Orel", "mixed", "that “no one will leave"),
    ("According to the Defence Ministry, three men died.", "Defence Ministry", "indirect", "three men died"),
    ("Orel stressed the need for a lasting truce.", "Orel", "indirect", "the need for a lasting truce"),
    ("Orel urged both sides to return to the talks.", "Orel", "indirect", "to return to the talks"),
    ("The ministry's statement read: “The border is closed.”", "ministry", "direct", "The border is closed"),
    ("Orel said the “weak” minister attacked the court.", "Orel", "mixed", "the “weak” minister attacked the court"),
    ("The party released a statement: “[w]e cannot accept the law.”", "party", "direct", "[w]e cannot accept the law"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "form", "content"), CASES)
def test_one_statement(text: str, speaker: str, form: str, content: str) -> None:
    assert [row[:3] for row in statements(text)] == [(speaker, form, content)]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "The High Court of Karsk dismissed the appeal. The ruling said that the law was void.",
            ["High Court of Karsk"],
        ),
        (
            "The High Court ruled for them and the Labour Court for the mine. The ruling said the law was void.",
            [],
        ),
        ("The mayor lost the case. The ruling said the law was void. The High Court will hear it in May.", []),
    ],
)
def test_a_ruling_speaks_for_the_one_court_of_the_article(text: str, speakers: list[str]) -> None:
    assert [row[0] for row in statements(text)] == speakers


def test_a_quotation_split_by_its_cue_is_one_statement() -> None:
    text = "“We will not wait,” Vesna Karadova said. “The border opens in May.”"
    assert [row[:3] for row in statements(text)] == [
        ("Vesna Karadova", "direct", "We will not wait … The border opens in May")
    ]


@pytest.mark.parametrize(("text", "content"), [
    ("“We argued that the plan failed,” said Anton Orten. “Both roads lead to the sea.”",
     "We argued that the plan failed … Both roads lead to the sea"),
    ("“We noted the risk,” said Anton Orten, a former minister of trade who leads the union of northern miners. "
     "“It was a bad plan.”", "We noted the risk … It was a bad plan"),
    ("“You can’t win,” Anton Orten said, stressing that the vote was lost. “We have to change that.”",
     "You can’t win … We have to change that"),
    ("“The talks failed,” Anton Orten said. “That’s it.”", "The talks failed … That’s it"),
    ("''It's a small change,'' said Anton Orten, who wrote it. ''I wouldn't call it reform.''",
     "It's a small change … I wouldn't call it reform"),
])  # fmt: skip
def test_what_is_quoted_behind_the_cue_goes_on(text: str, content: str) -> None:
    assert ("Anton Orten", "direct", content, ()) in statements(text)


@pytest.mark.parametrize(("text", "content"), [
    ("If it rains on Sunday, Anton Orten said, the vote is lost.", "If it rains on Sunday … the vote is lost"),
    ("Back in Velmark, Anton Orten said, he sold the paper.", "Back in Velmark … he sold the paper"),
    ("But in the end, Anton Orten said, the towns should count twice.",
     "in the end … the towns should count twice"),
    ("In Velmark, Anton Orten said the vote was lost.", "the vote was lost"),
    ("Speaking in Velmark, Anton Orten said the vote was lost.", "the vote was lost"),
])  # fmt: skip
def test_what_is_told_before_a_cue_between_commas(text: str, content: str) -> None:
    assert [row[2] for row in statements(text)] == [content]


@pytest.mark.parametrize(("text", "speaker", "content"), [
    ("The outbreak was first confirmed by the Health Ministry on Monday.", "Health Ministry", "The outbreak"),
    ("The fever was announced to be a plague by the Health Ministry.", "Health Ministry", "The fever … to be a plague"),
    ("Norland denied the accusation.", "Norland", "the accusation"),
    ("The court decided the sale was lawful, reversing the fine.", "court", "the sale was lawful"),
    ("Vesna Karadova said naming the fever after Velmark would cause “great harm to the people”.", "Vesna Karadova",
     "naming the fever after Velmark would cause “great harm to the people"),
    ("In comments at the Orvel Post, chairman Anton Orten, whose party lost the vote, writes: “It is a long shot.”",
     "Anton Orten", "It is a long shot"),
    ("According to the Orvel Herald, the next vote for either the Green or the Blue Party is set for May.",
     "Orvel Herald", "the next vote for either the Green or the Blue Party is set for May"),
    ("On Friday, Anton Orten announced Ilva Maren as his choice for the post.", "Anton Orten",
     "Ilva Maren as his choice for the post"),
    ("The former minister and mayor said it was a mistake to leave.", "former minister",
     "it was a mistake to leave"),
    ("Anton Orten said the plan was “a farce” because the minister had defended it.", "Anton Orten",
     "the plan was “a farce” because the minister had defended it"),
    ("When the vote was lost, Anton Orten boasted, “That makes me smart.”", "Anton Orten", "That makes me smart"),
    ("“He would be great. Not good, great. One of the best of the council,” Rep. Elijah E. Orten said in an interview.",
     "Elijah E. Orten", "He would be great. Not good, great. One of the best of the council"),
    ("“It is great,” Orten's niece, Ilva “Cia” Karel, told the crowd.", "Ilva “Cia” Karel", "It is great"),
    ("In the wake of the vote, the council fell, according to Anton Orten.", "Anton Orten", "the council fell"),
    ("But on Sunday, the council fell, according to Anton Orten.", "Anton Orten", "on Sunday, the council fell"),
    ("The truth, Anton Orten said then, was that the council had failed.", "Anton Orten",
     "The truth … was that the council had failed"),
    ("Anton Orten said after the vote he would leave the council.", "Anton Orten", "he would leave the council"),
    ("Norland announced a fleet to patrol the gulf which was joined by Ostland.", "Norland",
     "a fleet to patrol the gulf"),
    ("Anton Orten expressed a desire to work with Norland.", "Anton Orten", "a desire to work with Norland"),
    ("As Anton Orten put it in a letter, the bridge was unsafe.", "Anton Orten", "the bridge was unsafe"),
    ("Anton Orten vowed to harshly punish “those who break the rules”.", "Anton Orten",
     "to harshly punish “those who break the rules"),
    ("Anton Orten stated,\n\n“The minister was picked up in a black car.”", "Anton Orten",
     "The minister was picked up in a black car"),
    ("Orten's wife Vesna Karadova, also a spy, said, “He could be from the north.”", "Vesna Karadova",
     "He could be from the north"),
])  # fmt: skip
def test_more_ways_to_make_known(text: str, speaker: str, content: str) -> None:
    assert [(row[0], row[2]) for row in statements(text)] == [(speaker, content)]


@pytest.mark.parametrize("text", [
    "The Senate confirmed the nomination.",
    "Norland denied the request.",
    "The attack was claimed by the rebels.",
    "Orten expressed concern about the vote.",
    "Orten refused to disclose the records.",
    "Orten was called a fool by doctors for selling “quack” cures.",
    "Vesely used the words “the end” often in his campaign, and criticized Orten.",
    "The troops arrived at Velmark Airfield, also called “V-West”.",
    "The minister called Ilva Maren on Friday to express sympathy.",
    "The minister promised to continue supporting Norland.",
    "The minister proposes a new solution to the issue of “packing” the court.",
])  # fmt: skip
def test_deeds_and_described_things_are_no_statements(text: str) -> None:
    assert statements(text) == []


def test_words_without_marks_behind_a_colon_end_before_others_are_quoted() -> None:
    text = (
        "Anton Orten met the press.\n\nOrten added:\n\nThe old bridge is a danger to the town and has to go.\n\n"
        "Vesna Karadova told the Post, “We are focused on the bridge.”"
    )
    assert [row[:3] for row in statements(text)] == [
        ("Anton Orten", "indirect", "The old bridge is a danger to the town and has to go"),
        ("Vesna Karadova", "direct", "We are focused on the bridge"),
    ]


def test_names_in_marks_are_no_more_words_of_who_spoke_last() -> None:
    rows = statements(
        "“We want it,” Anton Orten said on the Post’s “Town and Country.”\n\n"
        "The bill, known as the “Safe Roads and Bridges Act of Norland”, was passed."
    )
    assert [row[2] for row in rows] == ["We want it"]


def test_a_title_behind_the_speakers_other_title_is_no_second_speaker() -> None:
    rows = statements("“It is bad,” said Anton Orten, a professor at the school and the editor of a journal.")
    assert [row[0] for row in rows] == ["Anton Orten"]


def test_a_quotation_that_ends_its_sentence_is_not_of_the_next_cue() -> None:
    rows = statements("Anton Orten gave him a name, “Lying Karel.” Vesna Karadova called him a “nasty guy”.")
    assert ("Vesna Karadova", "direct", "nasty guy", ()) in rows


def test_who_is_referred_to_is_not_spoken_to() -> None:
    document = Document(id="t", text="Anton Orten referred to President Ilan Karel simply as “the boy”.")
    claims = find_claims(analyse(document))[1]
    assert [claim.what.addressees for claim in claims if isinstance(claim.what, Statement)] == [()]


def test_a_pronoun_behind_told_is_no_part_of_the_words() -> None:
    rows = statements("Anton Orten had told her Vesely had not met Karel before the war.")
    assert [row[2] for row in rows] == ["Vesely had not met Karel before the war"]


@pytest.mark.parametrize(("text", "speakers"), [
    ("The minister's spokesman, Anton Orten, met the press on Friday.\n\nQuestion: Will the minister go to Velmark?\n\n"
     "Answer: The minister will travel to Velmark on Monday for the talks.", ["Anton Orten"]),
    ("Anton Orten met the press.\n\nQUESTION: Did you talk about Velmark?\n\n"
     "ANTON ORTEN: We talked about the state of the city.\n\nMR KAREL: Thanks, everybody.", ["Anton Orten"]),
    ("Note: The minister will travel to Velmark on Monday for the talks.", []),
])  # fmt: skip
def test_answers_behind_whole_labels(text: str, speakers: list[str]) -> None:
    assert [row[0] for row in statements(text)] == speakers


def test_a_statement_within_a_statement_names_the_outer_speaker() -> None:
    text = "“Ilan Orel emphasised that the treaty is dead,” the Defence Ministry announced."
    rows = {row[0]: row for row in statements(text)}
    assert rows["Ilan Orel"][3] == ("Defence Ministry",)
    assert rows["Defence Ministry"][3] == ()


@pytest.mark.parametrize(
    "text",
    [
        "Vesna Karadova believes the talks will fail.",
        "The court's building was called “the Fortress” by nobody.",
        "The rain stopped on Monday.",
        "She wrote two novels.",
        "Vesna Karadova flew to Karsk on Sunday to press Ilan Orel to extend the truce.",
    ],
)
def test_no_statement(text: str) -> None:
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("“Thank you, Ana Torvald, for your work,” wrote Lars Edmond.", ["Ana Torvald"]),
        ("“Congratulations to Ana Torvald on her victory,” Lars Edmond wrote.", ["Ana Torvald"]),
        ("“Thank you for coming,” said Lars Edmond.", []),
        ("Asked by Ana Torvald whether he would resign, Lars Edmond said: “No.”", ["Ana Torvald"]),
    ],
)
def test_thanks_are_said_to_those_thanked(text: str, addressee: list[str]) -> None:
    entities, claims = find_claims(analyse(Document(id="t", text=text)))
    names = {entity.id: entity.name for entity in entities}
    (said,) = [claim.what for claim in claims if isinstance(claim.what, Statement)]
    assert [names[entity] for entity in said.addressees] == addressee


def test_words_in_marks_were_said_however_unsure_the_rest() -> None:
    text = "Some thought it lost, with Lars Edmond having called it “a dead end”."
    _, claims = find_claims(analyse(Document(id="t", text=text)))
    assert [claim.status for claim in claims if isinstance(claim.what, Statement)] == ["asserted"]


def test_a_title_right_before_a_name_is_whom_it_names() -> None:
    text = "Ana Torvald told her Polish counterpart Lars Edmond that the talks had failed."
    entities, claims = find_claims(analyse(Document(id="t", text=text)))
    names = {entity.id: entity.name for entity in entities}
    told = [claim.what for claim in claims if isinstance(claim.what, Statement)]
    assert [[names[one] for one in said.addressees] for said in told] == [["Lars Edmond"]]


def test_a_demand_that_was_rejected_was_made() -> None:
    text = "Karvonia rejected a demand from Lars Edmond that it release the prisoners."
    _, claims = find_claims(analyse(Document(id="t", text=text)))
    assert [claim.status for claim in claims if isinstance(claim.what, Statement)] == ["asserted"]
