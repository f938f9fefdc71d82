"""Names as the article bears them: what "and" adds to a body's name, and what it does not."""

import pytest

from onrecord import read
from onrecord.claims.for_who.called import agreed
from onrecord.claims.tree import Tree
from onrecord.language import analyse
from onrecord.model import Document


def names(text: str) -> list[str]:
    tree = Tree(analyse(Document(id="t", text=text)))
    return [tree.words(name.first, name.last) for name in agreed(tree)]


@pytest.mark.parametrize(
    "name",
    [
        "Ministry of Foreign Affairs and Trade",
        "Department of Health and Human Services",
        "Islamic State of Iraq and the Levant",
    ],
)
def test_and_adds_a_field_to_a_body(name: str) -> None:
    assert names(f"The {name} claimed responsibility.") == [name]


def test_another_body_stays_one_of_its_own() -> None:
    assert names("The Ministry of Defence and the European Union signed a deal.") == [
        "Ministry of Defence",
        "European Union",
    ]


def test_a_country_is_nobody() -> None:
    record = read("Peru is glad. Peru had waited. Ministry spokesman Lars Edmond criticised Peru.")
    assert [e.kind for e in record.entities if e.name == "Peru"] == ["state"]
