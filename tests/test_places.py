"""Countries by name, adjective, capital, seat, region and city."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import places
from onrecord.names import normalise

NAMES = {
    "rs": ["Serbia", "Republic of Serbia", "Serbia's", "Serbia’s"],
    "us": ["United States", "the United States", "The United States", "US", "U.S.", "U.S.A.", "USA", "America"],
    "gb": ["United Kingdom", "UK", "the UK", "Britain", "Great Britain"],
    "tr": ["Turkey", "Türkiye", "Turkiye", "TURKEY"],
    "cd": ["DR Congo", "Congo", "DRC", "Democratic Republic of the Congo"],
    "kp": ["North Korea", "DPRK"],
    "kr": ["South Korea", "Korea"],
    "ae": ["UAE", "United Arab Emirates"],
    "mm": ["Myanmar", "Burma"],
    "ci": ["Ivory Coast", "Côte d'Ivoire", "Cote d’Ivoire"],
    "cz": ["Czech Republic", "Czechia"],
    "ge": ["Georgia"],
    "xk": ["Kosovo"],
    "hk": ["Hong Kong"],
    "su": ["Soviet Union", "USSR"],
    "yu": ["Yugoslavia"],
    "bs": ["The Bahamas", "Bahamas"],
    "nl": ["Netherlands", "the Netherlands", "Holland"],
    "va": ["Vatican", "Holy See"],
}
ADJECTIVES = {
    "rs": ["Serbian", "Serb", "Serbs", "Serbians"],
    "us": ["American", "Americans", "US", "U.S."],
    "gb": ["British", "Scottish", "Welsh", "English", "Briton", "Britons", "UK"],
    "pl": ["Polish", "Pole", "Poles"],
    "se": ["Swedish", "Swedes"],
    "ru": ["Russian", "Russians", "Chechen"],
    "cn": ["Chinese"],
    "fr": ["French"],
    "kp": ["North Korean"],
    "kr": ["South Korean", "Korean"],
    "ps": ["Palestinian", "Palestinians"],
    "do": ["Dominican"],
    "in": ["Indian"],
    "su": ["Soviet"],
    "sa": ["Saudi", "Saudis"],
    "kg": ["Kyrgyz"],
    "nz": ["New Zealander"],
}


@pytest.mark.parametrize(("code", "name"), [(code, name) for code, names in NAMES.items() for name in names])
def test_country_of_name(code: str, name: str) -> None:
    country = places.country_of_name(name)
    assert country is not None
    assert country.code == code


@pytest.mark.parametrize(("code", "word"), [(code, word) for code, words in ADJECTIVES.items() for word in words])
def test_country_of_adjective(code: str, word: str) -> None:
    country = places.country_of_adjective(word)
    assert country is not None
    assert country.code == code


@pytest.mark.parametrize(
    "name", ["us", "chad", "turkey", "European Union", "EU", "Belgrade", "Serbian", "Velmark", "", "the"]
)
def test_no_country_of_name(name: str) -> None:
    assert places.country_of_name(name) is None


@pytest.mark.parametrize("word", ["us", "polish", "Serbia", "European", "Velmarkian", "", "s"])
def test_no_country_of_adjective(word: str) -> None:
    assert places.country_of_adjective(word) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Belgrade", "rs"), ("Moscow", "ru"), ("Washington", "us"), ("Washington, D.C.", "us"), ("Kyiv", "ua"),
        ("Kiev", "ua"), ("Beijing", "cn"), ("Ankara", "tr"), ("Bogotá", "co"), ("Bogota", "co"),
        ("Port-au-Prince", "ht"), ("Sucre", "bo"), ("Pretoria", "za"), ("Pristina", "xk"), ("Porto-Novo", "bj"),
        ("Mexico City", "mx"),
    ],
)  # fmt: skip
def test_capital_of(name: str, code: str) -> None:
    country = places.capital_of(name)
    assert country is not None
    assert country.code == code


@pytest.mark.parametrize("name", ["Istanbul", "Brno", "Serbia", "washington"])
def test_no_capital_of(name: str) -> None:
    assert places.capital_of(name) is None


def test_seat_of() -> None:
    assert places.seat_of("the Kremlin") == places.country_of_name("Russia")
    assert places.seat_of("Downing Street") == places.country_of_name("UK")
    assert places.seat_of("White House") == places.country_of_name("US")
    assert places.seat_of("Pentagon") is None


def test_region_of() -> None:
    assert places.region_of("Arizona") == places.country_of_name("US")
    assert places.region_of("Georgia") == places.country_of_name("US")
    assert places.region_of("New South Wales") == places.country_of_name("Australia")
    assert places.region_of("Bavaria") == places.country_of_name("Germany")
    assert places.region_of("Scotland") == places.country_of_name("UK")
    assert places.region_of("Velmark") is None


def test_country_of_place() -> None:
    assert places.country_of_place("Istanbul") == places.country_of_name("Turkey")
    assert places.country_of_place("Sydney") == places.country_of_name("Australia")
    assert places.country_of_place("South Bend, Indiana") == places.country_of_name("US")
    assert places.country_of_place("Velmark, Nowhere") is None


def test_governments_of_regions_are_no_states() -> None:
    scottish = places.region_of_adjective("Scottish")
    assert scottish is not None and scottish.code == "gb"
    assert places.region_of_adjective("Serbian") is None
    assert places.government_of("the Scottish Government") is None


def test_government_of() -> None:
    serbia = places.country_of_name("Serbia")
    assert places.government_of("the Serbian government") == serbia
    assert places.government_of("Serbian authorities") == serbia
    assert places.government_of("government of Serbia") == serbia
    assert places.government_of("Serbia’s government") == serbia
    assert places.government_of("the Kremlin") == places.country_of_name("Russia")
    assert places.government_of("the city government") is None
    assert places.government_of("the government") is None


def test_short_english_names() -> None:
    names = [places.country_of_name(name) for name in ("Türkiye", "U.S.", "UK", "DRC", "Czechia")]
    assert [country.name for country in names if country] == [
        "Turkey", "United States", "United Kingdom", "Democratic Republic of the Congo", "Czech Republic",
    ]  # fmt: skip


@given(st.text(max_size=30))
def test_any_text_has_an_answer(text: str) -> None:
    for ask in (
        places.country_of_name,
        places.country_of_adjective,
        places.capital_of,
        places.seat_of,
        places.region_of,
    ):
        country = ask(text)
        assert country is None or len(country.code) == 2
    places.government_of(text)
    places.country_of_place(text)


@pytest.mark.parametrize("words", [*(name for names in NAMES.values() for name in names), "Serbs", "New Zealand"])
def test_every_name_of_a_country_begins_as_one(words: str) -> None:
    assert places.begins_country(normalise(words).split()[0])
    assert not places.begins_country("karadova")
