"""Names that the model cuts, and bodies that are called by several names."""

import pytest

from onrecord import read
from onrecord.model import Entity


def entities(text: str) -> dict[str, Entity]:
    """The entities of a text by their names."""
    return {entity.name: entity for entity in read(text, min_confidence=0).entities}


@pytest.mark.parametrize(
    ("text", "alias", "people"),
    [
        ("Haji Mirza Ali Yaqoobi left Doha. Yaqoobi was in Oslo.", "Yaqoobi", ["Mirza Ali Yaqoobi"]),
        ("Dato' Seri Anwar Selk said Norway would sign. Dato Anwar was in Oslo.", "Anwar", ["Anwar Selk"]),
        ("Sheikha Moza bint Orlu met Lars Edmond. He praised Sheikha Moza.", "Moza", ["Moza bint Orlu", "Lars Edmond"]),
        (
            "HOLM, Petra; ORTEN, Tomas; SELK, Jana\n\nPetra Holm left.",
            "Petra Holm",
            ["Petra HOLM", "Tomas ORTEN", "Jana SELK"],
        ),
    ],
)
def test_honorifics_and_lists_make_one_person(text: str, alias: str, people: list[str]) -> None:
    found = [entity for entity in entities(text).values() if entity.kind == "person"]
    assert [entity.name for entity in found] == people
    assert alias in found[0].aliases


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("The Tarvan Workers' Party (TWP) expelled Lars Edmond. The TWP met.", "Tarvan Workers' Party", "TWP"),
        ("The Tarvan Workers' Party met. The Workers' Party won.", "Tarvan Workers' Party", "Workers' Party"),
        ("The Agency of State Security (BIA) met. The BIA arrested Lars Edmond.", "Agency of State Security", "BIA"),
        ("The Front for Tarvan Unity (FTU) accused Lars Edmond. The FTU left.", "Front for Tarvan Unity", "FTU"),
        ("The Social Democrats left. The Social Democratic Party met.", "Social Democratic Party", "Social Democrats"),
        ("The Liberal People's Party met. The Liberals threatened to leave.", "Liberal People's Party", "Liberals"),
        ("Karsk Security Service officers left. The Security Service accused Lars Edmond of spying.",
         "Karsk Security Service", "Security Service"),
        ("The European Commission sued Poland. Commission spokesman Lars Edmond said so.", "European Commission", None),
        ("The Ministry of Justice and Human Rights sued Norway.", "Ministry of Justice and Human Rights", None),
        ("The EU has frozen funds. Brussels accused Budapest of blackmail.", "EU", "Brussels"),
    ],
)  # fmt: skip
def test_bodies_are_one_by_whatever_they_are_called(text: str, name: str, alias: str | None) -> None:
    bodies = [entity for entity in entities(text).values() if entity.kind == "organization"]
    assert [entity.name for entity in bodies] == [name]
    assert alias is None or alias in bodies[0].aliases


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Democratic Party won. The Christian Democratic Party lost.",
         {"Democratic Party", "Christian Democratic Party"}),
        ("The Bank of Velmark sued Lars Edmond. Velmark's central bank won.",
         {"Bank of Velmark", "Velmark"}),
        ("UNITED NATIONS (KNA) - The United Nations thanked Norway.", {"UNITED NATIONS", "KNA"}),
        ("The Liberal People's Party and the Liberal Reform Party met. The Liberals left.",
         {"Liberal People's Party", "Liberal Reform Party", "Liberals"}),
    ],
)  # fmt: skip
def test_other_bodies_stay_apart(text: str, names: set[str]) -> None:
    assert {entity.name for entity in entities(text).values() if entity.kind == "organization"} == names


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Downing Street declined to comment. Lars Edmond left.", {"United Kingdom"}),
        ("The Quai d'Orsay summoned the ambassador.", {"France"}),
        ("Belgium expelled a diplomat. Brussels accused Lars Edmond of lying. The EU met.", {"Belgium"}),
        ("North Korea fired a missile. The North accused Lars Edmond of lying.", {"North Korea"}),
        ("South Korea accused the North of lying. Lars Edmond left.", {"South Korea", "North Korea"}),
        ("Lars Edmond told Ana Torvald that Riyadh wanted a truce.", {"Saudi Arabia"}),
    ],
)
def test_houses_seats_and_halves_of_states(text: str, states: set[str]) -> None:
    assert {entity.name for entity in entities(text).values() if entity.kind == "state"} == states


def test_party_and_state_behind_a_name_are_nobody() -> None:
    text = "Sen. Lars Edmond, R-S.C., met Rep. Ana Torvald (D-Calif.) in Oslo."
    assert {one.name for one in entities(text).values() if one.kind == "person"} == {"Lars Edmond", "Ana Torvald"}


def test_letters_that_stand_for_an_office_name_no_body() -> None:
    text = (
        "The Parliament of Tarva passed the bill. Member of parliament (MP) Ana Orel and Member of Parliament (MP) "
        "Lars Edmond said a law was needed."
    )
    found = [name for name, entity in entities(text).items() if entity.kind == "organization"]
    assert found == ["Parliament of Tarva"]
