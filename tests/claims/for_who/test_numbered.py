"""Houses of government that are called by their number or street."""

import pytest

from onrecord.claims import find_claims
from onrecord.language import analyse
from onrecord.model import Document, Statement


def speakers(text: str) -> list[str]:
    entities, claims = find_claims(analyse(Document(id="numbered", text=text)))
    names = {entity.id: entity.name for entity in entities}
    return [names[claim.what.speaker] for claim in claims if isinstance(claim.what, Statement)]


@pytest.mark.parametrize(
    "text",
    [
        "No 10 said the prime minister had not seen the letter.",
        "No. 10 said the minister would keep her post.",
        "Number Ten said Britain would not pay.",
        "The row was played down by Number 10, which said the minister had apologised.",
        "No 10 Downing Street said the talks had been useful.",
        "Downing Street said Petra Holm would travel to Velmark in May.",
    ],
)
def test_a_house_called_by_its_number_or_street_speaks(text: str) -> None:
    assert speakers(text) == ["United Kingdom"]


def test_a_number_without_its_country_is_no_house() -> None:
    assert speakers("Number 10 said the match was lost.") == []


def test_a_number_that_counts_is_no_house() -> None:
    assert speakers("No 10 seats were won by women, the British minister said.") == ["British minister"]
