"""Names that a slash parts."""

from onrecord.claims import find_claims
from onrecord.language import analyse
from onrecord.model import Document, Statement


def addressed(text: str) -> list[list[str]]:
    entities, claims = find_claims(analyse(Document(id="slashed", text=text)))
    names = {entity.id: entity.name for entity in entities}
    return [[names[a] for a in claim.what.addressees] for claim in claims if isinstance(claim.what, Statement)]


def test_two_abbreviations_around_a_slash_are_one_name() -> None:
    assert addressed("Anton Orten told RFE/RL that the talks had failed.") == [["RFE/RL"]]


def test_who_is_answered_or_promised_something_is_addressed() -> None:
    assert addressed("The ministry said in a response to Reuters that the talks had failed.") == [["Reuters"]]
    assert addressed("Anton Orten promised voters that the taxes would fall.") == [["voters"]]
