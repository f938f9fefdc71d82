"""Words told "in the words of", by a court, by who is quoted, over paragraphs: from text to statements."""

import pytest

from onrecord.claims import find_claims
from onrecord.language import analyse
from onrecord.model import Document, Statement


def told(text: str) -> list[tuple[str, str]]:
    """The speaker and the words of each statement."""
    entities, claims = find_claims(analyse(Document(id="worded", text=text)))
    names = {entity.id: entity.name for entity in entities}
    said = [claim.what for claim in claims if isinstance(claim.what, Statement)]
    return [(names[one.speaker], " … ".join(span.of(text) for span in one.content)) for one in said]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("In the words of Nora Falk, it is over.", "Nora Falk", "it is over"),
        ("It is over, in the words of Nora Falk.", "Nora Falk", "It is over"),
        ("The Supreme Court decided that the order was void.", "Supreme Court", "that the order was void"),
        ("The High Court held that the order was void.", "High Court", "that the order was void"),
        ("“The house,” said the speaker, Anton Orten, “is closed.”", "Anton Orten", "The house … is closed"),
        ("“We leave,” said the minister, Anton Orten. “At once.”", "Anton Orten", "We leave … At once"),
        ("The Oslo Post quotes Anton Orten: “The dam is safe.”", "Anton Orten", "The dam is safe"),
        ("Nora Falk said “no comment” when asked about it.", "Nora Falk", "no comment"),
        (
            "“We were told to wait.\n\n“Nobody came,” said Nora Falk.",
            "Nora Falk",
            "We were told to wait … Nobody came",
        ),
        ("Nora Falk argued that, “in the end”, they would leave.", "Nora Falk", "that, “in the end”, they would leave"),
        ("Nora Falk said she was ill, but gave no details.", "Nora Falk", "she was ill"),
        ("Nora Falk said she was ill but did not elaborate.", "Nora Falk", "she was ill"),
        ("Nora Falk confirmed that she was ill, but declined to say more.", "Nora Falk", "that she was ill"),
        ("Nora Falk told BBC Radio 4's Today programme: “The plan stands.”", "Nora Falk", "The plan stands"),
        ("The law, which according to Nora Falk will save money, passed.", "Nora Falk", "will save money"),
        ("Nora Falk said that Norway broke the law, a claim Oslo rejects.", "Nora Falk", "that Norway broke the law"),
    ],
)
def test_one_statement(text: str, speaker: str, words: str) -> None:
    assert told(text) == [(speaker, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Nora Falk decided that the firm needed a new name.",
        "Nora Falk did not say “yes”.",
        "Nora Falk held talks in Oslo.",
        "Nora Falk named her robot “Robo”.",
        "Nora Falk will say on Friday whether she will stay.",
    ],
)
def test_no_statement(text: str) -> None:
    assert told(text) == []


def test_who_quotes_somebody_is_the_source_of_it() -> None:
    text = "The Oslo Post quotes Anton Orten: “The dam is safe.”"
    entities, claims = find_claims(analyse(Document(id="worded", text=text)))
    names = {entity.id: entity.name for entity in entities}
    chains = [
        [names[link.entity] for link in claim.attribution] for claim in claims if isinstance(claim.what, Statement)
    ]
    assert chains == [["Oslo Post"]]


def test_what_is_stressed_in_a_meeting_is_said_to_whom_one_met() -> None:
    text = "Nora Falk met President Anton Orten in Oslo and stressed the need for peace."
    entities, claims = find_claims(analyse(Document(id="worded", text=text)))
    names = {entity.id: entity.name for entity in entities}
    said = [claim.what for claim in claims if isinstance(claim.what, Statement)]
    assert [[names[one] for one in what.addressees] for what in said] == [["Anton Orten"]]


def test_who_is_told_by_somebody_is_addressed() -> None:
    text = "The BBC was told by Nora Falk that she would stay."
    entities, claims = find_claims(analyse(Document(id="worded", text=text)))
    names = {entity.id: entity.name for entity in entities}
    said = [claim.what for claim in claims if isinstance(claim.what, Statement)]
    assert [(names[what.speaker], [names[one] for one in what.addressees]) for what in said] == [("Nora Falk", ["BBC"])]
