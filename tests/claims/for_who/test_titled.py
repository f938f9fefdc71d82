"""Who holds the title before a name, past the body and with no comma between."""

import pytest

from onrecord import read
from onrecord.claims.for_who.name_bounds import with_holders_apart
from onrecord.language import analyse
from onrecord.model import Document, Office, Statement


def speaker_and_office(text: str) -> tuple[str, str, str]:
    """Who says it, and the person and body of the office that the text tells."""
    record = read(text)
    names = {entity.id: entity.name for entity in record.entities}
    said = next(claim.what for claim in record.claims if isinstance(claim.what, Statement))
    held = next(claim.what for claim in record.claims if isinstance(claim.what, Office))
    return names[said.speaker], names[held.person], names[held.body or ""]


@pytest.mark.parametrize(
    ("holder", "name", "body"),
    [
        ("Commander of the Karsk Navy Rear Admiral Harun Torvald", "Harun Torvald", "Karsk Navy"),
        ("Deputy Speaker of the Sabor Ali Torvald", "Ali Torvald", "Sabor"),
        ("The leader of the Karsk Peace Party Ana Torvald", "Ana Torvald", "Karsk Peace Party"),
        ("Governor of the Central Bank of Karsland Ana Torvald", "Ana Torvald", "Central Bank of Karsland"),
    ],
)
def test_the_holder_behind_the_body_speaks(holder: str, name: str, body: str) -> None:
    said = f"{holder} said that the talks would go on."
    assert speaker_and_office(said) == (name, name, body)


def test_whom_somebody_speaks_for_does_not_speak() -> None:
    record = read("The spokesman for President Orten said on Monday that the talks had failed.")
    names = {entity.id: entity.name for entity in record.entities}
    said = [claim.what for claim in record.claims if isinstance(claim.what, Statement)]
    assert [names[one.speaker] for one in said] != ["Orten"]


def test_a_name_without_a_title_stays_whole() -> None:
    text = "The death of Karsk Ana Torvald shocked the Lars Edmond Torvald family."
    analysis = analyse(Document(id="t", text=text))
    assert with_holders_apart(analysis) is analysis
