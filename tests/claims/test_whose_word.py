"""On whose word: chains of any depth, what is denied or claimed "to be", and sources that others cite."""

import pytest

from onrecord.claims import find_claims
from onrecord.language import analyse
from onrecord.model import Document, Entity, Event, Office

ATTACK = "the rebels attacked Velmark"


def chain_of(text: str, event: str = "ASSAULT") -> list[Entity]:
    """Who says so, outermost first, of the only event of this type."""
    entities, claims = find_claims(analyse(Document(id="d", text=text)))
    by_id = {entity.id: entity for entity in entities}
    (claim,) = [c for c in claims if isinstance(c.what, Event) and c.what.event == event]
    return [by_id[link.entity] for link in claim.attribution]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"On Monday {ATTACK}.", []),
        (f"Dana Kestrin said that {ATTACK}.", ["Dana Kestrin"]),
        (f"Dana Kestrin said that Pavo Lindt had told Jana Selk that {ATTACK}.", ["Dana Kestrin", "Pavo Lindt"]),
        (
            f"The KNA news agency reported that Dana Kestrin said Pavo Lindt had claimed that {ATTACK}.",
            ["KNA", "Dana Kestrin", "Pavo Lindt"],
        ),
        (
            f"The KNA news agency reported that Dana Kestrin had told Jana Selk that Pavo Lindt fears that {ATTACK}.",
            ["KNA", "Dana Kestrin"],
        ),
        (f"According to the KNA, citing Dana Kestrin, {ATTACK}.", ["KNA", "Dana Kestrin"]),
        (f"The KNA news agency reported that {ATTACK}, citing Dana Kestrin.", ["KNA", "Dana Kestrin"]),
        (f"Dana Kestrin was quoted by the KNA as saying that {ATTACK}.", ["KNA", "Dana Kestrin"]),
        ("The rebels, Dana Kestrin said, attacked Velmark.", ["Dana Kestrin"]),
        ("Dana Kestrin denied that she had denied that the rebels attacked Velmark.", ["Dana Kestrin"]),
        ("The rebels claim to have attacked Velmark.", ["rebels"]),
        ("The rebels denied an attack on Velmark.", ["rebels"]),
        ("The rebels dismissed reports that they attacked Velmark.", ["rebels"]),
        (f"“Pavo Lindt told me that {ATTACK},” Dana Kestrin said.", ["Dana Kestrin", "Pavo Lindt"]),
    ],
)
def test_chains(text: str, names: list[str]) -> None:
    assert [entity.name for entity in chain_of(text)] == names


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Two officials", "Two officials"),
        ("Sources close to Dana Kestrin", "Sources close to Dana Kestrin"),
        ("Unnamed sources", "Unnamed sources"),
        ("Local media", "Local media"),
        ("Witnesses", "Witnesses"),
    ],
)
def test_unnamed_sources_are_groups(source: str, name: str) -> None:
    (entity,) = chain_of(f"{source} said that {ATTACK}.")
    assert (entity.kind, entity.name) == ("group", name)


def test_reports_can_be_the_source() -> None:
    (entity,) = chain_of(f"According to unconfirmed reports, {ATTACK}.")
    assert (entity.kind, entity.name) == ("group", "unconfirmed reports")


def test_titles_beside_names_are_the_articles_own_words_unless_quoted() -> None:
    def sources(text: str) -> list[int]:
        _, claims = find_claims(analyse(Document(id="title", text=text)))
        return [len(claim.attribution) for claim in claims if isinstance(claim.what, Office)]

    assert sources("Dana Kestrin said that President Pavo Lindt left Velmark.") == [0]
    assert sources("“President Pavo Lindt left Velmark,” Dana Kestrin said.") == [1]
    assert sources("Dana Kestrin said that Pavo Lindt was the president of Velmark.") == [1]


def test_what_is_refused_to_somebody_is_not_on_the_word_of_who_refuses() -> None:
    assert chain_of("Velmark denied Pavo Lindt's request to meet the rebels.", "REJECT") == []


def test_citing_a_reason_cites_nobody() -> None:
    assert [e.name for e in chain_of(f"Dana Kestrin said that {ATTACK}, citing safety concerns.")] == ["Dana Kestrin"]
