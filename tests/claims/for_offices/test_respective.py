"""A plural title of several countries gives each name the country in its place."""

import pytest
from told import offices


@pytest.mark.parametrize(
    "text",
    [
        "The Greek and Cypriot foreign ministers, Anton Orten and Hugo Weiss, met.",
        "The foreign ministers of Greece and Cyprus, Anton Orten and Hugo Weiss, met.",
    ],
)
def test_each_is_minister_of_the_country_in_his_place(text: str) -> None:
    assert {(row[0], row[3]) for row in offices(text)} == {("Anton Orten", "gr"), ("Hugo Weiss", "cy")}


def test_three_names_for_two_countries_are_of_no_place() -> None:
    found = offices("The ministers of Greece and Cyprus, Anton Orten, Nora Falk and Hugo Weiss, met.")
    assert not {("Anton Orten", "gr"), ("Nora Falk", "cy")} <= {(row[0], row[3]) for row in found}


def test_each_is_mayor_of_the_town_in_his_place() -> None:
    found = offices("The mayors of Paris and Athens, Nora Falk and Hugo Weiss, signed it.")
    assert {(row[0], row[2]) for row in found} == {("Nora Falk", "Paris"), ("Hugo Weiss", "Athens")}
