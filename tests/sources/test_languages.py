"""Tests of languages: told by the words, else as declared, and written as BCP 47."""

import pytest

from onrecord.sources.languages import find_language, read_tag

ENGLISH = "The minister said on Tuesday that the government would not sign the pact with its rivals. " * 4
NAMES = "Zdravko Ponoš, Nenad Čanak, Miloš Jovanović and Ćuta Jovanović of the Narodna stranka met with Šolak. " * 4
GERMAN = "Der Minister sagte am Dienstag, dass die Regierung den Vertrag nicht unterschreiben werde. " * 4
SHORT = "Der Minister kam."


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (ENGLISH, None, "en"),
        (ENGLISH, "de", "en"),
        (ENGLISH, "en_GB", "en-GB"),
        (NAMES, None, "en"),
        (GERMAN, None, "de"),
        (GERMAN, "en", "de"),
        (GERMAN, "de-AT", "de-AT"),
        (SHORT, "deu", "de"),
        (SHORT, None, "en"),
        (SHORT, "english, of course", "en"),
    ],
)
def test_the_language_of_a_text(text: str, declared: str | None, language: str) -> None:
    assert find_language(text, declared) == language


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("eng", "en"),
        ("EN-us", "en-us"),
        ("srp", "sr"),
        ("sr-Latn-RS", "sr-Latn-RS"),
        ("xxx", None),
        ("", None),
        ("e", None),
    ],
)
def test_a_tag_is_written_as_bcp_47(tag: str, language: str | None) -> None:
    assert read_tag(tag) == language
