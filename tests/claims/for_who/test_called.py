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


def people(text: str) -> set[str]:
    """The names of the persons of a text."""
    return {entity.name for entity in read(text).entities if entity.kind == "person"}


def test_titles_and_styles_are_no_part_of_a_name() -> None:
    assert people("Datuk Seri Anwar Orel met reporters. Shri Anwar Orel smiled.") == {"Anwar Orel"}
    assert people("Party supremo Ana Torvald demanded that Lars Orel resign.") == {"Ana Torvald", "Lars Orel"}
    assert people("Tan Wei met reporters, Tan Wei said.") == {"Tan Wei"}


def test_mr_is_somebody_in_capitals_too() -> None:
    turns = (
        "MR TORVALD: We revoked the visas.",
        "QUESTION: Have you told them?",
        "MR TORVALD: We have told all of them.",
    )
    text = "\n\n".join(("Secretary Orel will travel to Norway.", *turns))
    record = read(text)
    assert any(claim.kind == "statement" for claim in record.claims)


def test_forms_of_address_of_many_lands_are_no_part_of_a_name() -> None:
    assert people("Otunba Gbenga Orel met Ratu Epeli Torvald.") == {"Gbenga Orel", "Epeli Torvald"}
    assert people("Mzee Jomo Orel was jailed in 1953.") == {"Jomo Orel"}


def test_letters_behind_a_name_and_halves_of_korea() -> None:
    assert people("Sir Musa Orel KBE met Dame Ana Torvald DBE.") == {"Musa Orel", "Ana Torvald"}
    record = read("S. Korea, U.S. begin joint drills. N. Korea's Kim watched.")
    assert {entity.name for entity in record.entities if entity.kind == "state"} == {
        "South Korea", "North Korea", "United States",
    }  # fmt: skip


def test_a_capital_of_several_words_is_one_name() -> None:
    record = read("Vice President Ana Orel accused Port of Spain of lying.")
    assert [entity.name for entity in record.entities if entity.kind == "state"] == ["Trinidad and Tobago"]


@pytest.mark.parametrize(
    ("name", "country"), [("Storting", "no"), ("Verkhovna Rada", "ua"), ("Saeima", "lv"), ("Cortes", "es")]
)
def test_parliaments_are_bodies_of_their_countries(name: str, country: str) -> None:
    found = read(f"The {name} approved the law on Monday.").entities
    assert [(one.kind, one.name, one.country) for one in found] == [("organization", name, country)]


def test_a_government_named_as_such_is_its_state() -> None:
    found = read("The Government of Norway condemned the attack on Monday.").entities
    assert [(one.kind, one.name) for one in found] == [("state", "Norway")]


def test_a_verb_in_a_headline_is_nobody() -> None:
    headline = read("Karsk junta leader sacks prime minister, names former rebel")
    assert all(any(map(str.isupper, entity.name)) for entity in headline.entities if entity.kind == "person")
