"""Who is meant: names, titles, nominals and pronouns resolved in invented wire copy, through the real reader."""

from dataclasses import replace

import pytest

from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.model import Document

ACRONYM = "The Federal Grain Agency (FGA) was raided. The agency denied it. FGA declined to comment."

LONG = "Deputies left early. It rained. Shops were shut. Trains ran late. Schools closed. Prices rose. Nobody came."


def meant(text: str, word: str, *, last: bool = True) -> str | None:
    tree = Tree(analyse(Document(id="t", text=text)))
    cast = find_cast(tree)
    tokens = [token.index for token in tree.tokens if token.text == word]
    entity = cast.entity_at(tokens[-1 if last else 0])
    return cast.entities[entity].name if entity else None


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("President Ilan Orel met Vesna Karadova. Orel left on Monday.", "Orel", "Ilan Orel"),
        ("Ilan Orel arrived in Paris. He said the talks had failed.", "He", "Ilan Orel"),
        ("Vesna Karadova arrived. She met Ilan Orel in her office.", "her", "Vesna Karadova"),
        ("In her speech on Monday, Vesna Karadova criticised the vote.", "her", "Vesna Karadova"),
        ("Ilan Orel met Lars Edmond. Orel then told him that the talks had failed.", "him", "Lars Edmond"),
        ("Ilan Orel spoke on Monday. His rival Lars Edmond left.", "His", "Ilan Orel"),
        ("Prime Minister Ilan Orel resigned. The prime minister cited his health.", "minister", "Ilan Orel"),
        ("The French government protested. Paris recalled its ambassador.", "Paris", "France"),
        ("The Kremlin rejected the plan.", "Kremlin", "Russia"),
        ("Clean Rivers sued the chemicals maker Velkem on Monday.", "maker", "Velkem"),
        (ACRONYM, "FGA", "Federal Grain Agency"),
        ("President Ilan Orel won. Falk met ex-President Ana Solano. The president left.", "president", "Ilan Orel"),
        ("The Constitutional Court met. Then the same court dissolved the party.", "court", "Constitutional Court"),
        ("Jan Falk, a lawyer, was jailed. Ilan Orel was pardoned, his lawyer said.", "lawyer", "his lawyer"),
        ("President Frank-Walter Steinmann met Ilan Orel. Steinmann left.", "Steinmann", "Frank-Walter Steinmann"),
        (f"Prime Minister Ilan Orel survived a vote. {LONG} Lars Edmond criticised the prime minister.", "minister",
         "Ilan Orel"),
        ("A spokesman for President Orel, Jan Vesely, said that talks would go on.", "spokesman", "Jan Vesely"),
        ("The lawyer for Orel, Ana Vesela, said the charges were false.", "lawyer", "Ana Vesela"),
        ("The Scottish government condemned the raid.", "government", "Scottish government"),
        ("The government of Texas condemned the raid.", "government", "government of Texas"),
    ],
)  # fmt: skip
def test_the_same_entity(text: str, word: str, name: str) -> None:
    assert meant(text, word) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"The premier resigned. {LONG} Premier Ilan Orel was tired.", "Ilan Orel"),
        ("The premier resigned. People cheered. Peru's premier, Ilan Orel, was tired.", "Ilan Orel"),
        (f"The premier resigned. {LONG} Peru's premier, Ilan Orel, was tired.", "premier"),
    ],
)
def test_who_is_brought_in_later_with_his_land_is_not_meant_before(text: str, name: str) -> None:
    assert meant(text, "premier", last=False) == name


def test_a_day_of_the_week_is_no_occasion() -> None:
    tree = Tree(analyse(Document(id="t", text="As a result of Saturday's unrest, twenty people were arrested.")))
    assert "Saturday" not in {entity.name for entity in find_cast(tree).entities.values()}


def test_a_capital_as_a_destination_is_a_place() -> None:
    tree = Tree(analyse(Document(id="t", text="Ilan Orel travelled to Paris.")))
    cast = find_cast(tree)
    kinds = {entity.name: entity.kind for entity in cast.entities.values()}
    assert kinds == {"Ilan Orel": "person", "Paris": "place"}


DIRECTORS = (
    "The director of the Grain Agency, Ilan Orel, met the director of the Water Board, Vesna Karadova. "
    "The director of the Water Board left early."
)


def test_a_title_answers_to_its_own_body() -> None:
    assert meant(DIRECTORS, "director") == "Vesna Karadova"


def test_a_president_is_no_vice_president() -> None:
    assert meant("Vice President Ilan Orel arrived. The president objected.", "president") != "Ilan Orel"


def test_an_unnamed_spokesman_is_the_body_he_speaks_for() -> None:
    assert meant("A Defence Ministry spokesman denied the report.", "spokesman") == "Defence Ministry"


def test_she_is_the_woman_and_he_the_man() -> None:
    text = "Maria Karadova met Peter Orel in Karsk. She said he had agreed."
    assert meant(text, "She") == "Maria Karadova"
    assert meant(text, "he") == "Peter Orel"


def test_a_union_of_states_is_an_organisation() -> None:
    tree = Tree(analyse(Document(id="t", text="Ilan Orel is on the EU sanctions list.")))
    kinds = {entity.name: entity.kind for entity in find_cast(tree).entities.values()}
    assert kinds["EU"] == "organization"


def test_expletive_it_means_nobody() -> None:
    assert meant("The Senate met on Monday. It is clear that nothing was decided.", "It") is None


def test_it_may_mean_a_thing() -> None:
    assert meant("The Senate passed the budget on Monday. It takes effect in May.", "It") is None
    assert meant("The Senate rejected the budget. It will vote again in May.", "It") == "Senate"


def test_a_nominal_with_more_words_of_its_own_is_another() -> None:
    text = "The minister from Karsk met Ilan Orel. The minister from Velmark refused."
    assert meant(text, "minister") != meant(text, "minister", last=False)


def test_a_party_is_one_by_name_adjective_and_people() -> None:
    text = "The Democratic Party lost in Karsk. Democrats blamed Ilan Orel."
    assert meant(text, "Democrats") == meant(text, "Party") == "Democratic Party"
    assert meant("The Republican Party won in Karsk. Democrats blamed Ilan Orel.", "Democrats") != "Republican Party"


def test_a_language_is_no_people() -> None:
    assert meant("Ilan Orel answered in Norwegian.", "Norwegian") is None
    assert meant("The Norwegians left Karsk.", "Norwegians") == "Norwegians"


@pytest.mark.parametrize(
    ("text", "word", "name", "alias"),
    [
        ("The navy saved miners of the coast, such as Lars Orel.", "miners", "miners of the coast", "miners"),
        ("An estimated four million miners marched on Monday.", "miners", "four million miners", None),
        ("Ana Torvald visited sick soldiers at Karsk Airfield.", "soldiers", None, "sick soldiers"),
    ],
)  # fmt: skip
def test_a_group_is_called_by_its_own_words(text: str, word: str, name: str | None, alias: str | None) -> None:
    tree = Tree(analyse(Document(id="t", text=text)))
    cast = find_cast(tree)
    entity = cast.entities[cast.at[next(token.index for token in tree.tokens if token.text == word)]]
    assert name is None or entity.name == name
    assert alias is None or alias in (entity.name, *entity.aliases)


def test_who_is_against_somebody_is_not_called_so() -> None:
    text = "FGA troops left. The counter-FGA operations ended. FGA declined to comment."
    cast = find_cast(Tree(analyse(Document(id="t", text=text))))
    assert not [entity.name for entity in cast.entities.values() if entity.name.startswith("counter")]


TWO_PARTIES = """The Harbour Party is a party of fishermen. It met in Karsk.

The Orsova Party held its convention on Monday. On Tuesday, the party nominated Ilan Orel."""


def test_the_party_is_the_one_spoken_of_last() -> None:
    assert meant(TWO_PARTIES, "party") == "Orsova Party"


def test_his_party_is_not_the_only_one_named() -> None:
    text = "The Harbour Party is a party of fishermen. Ilan Orel left his party on Monday."
    assert meant(text, "party") != "Harbour Party"


def test_a_party_is_not_one_with_a_longer_name() -> None:
    text = "The Democratic Party met in Karsk. The Christian Democratic Party did not."
    cast = find_cast(Tree(analyse(Document(id="t", text=text))))
    assert {entity.name for entity in cast.entities.values()} >= {"Democratic Party", "Christian Democratic Party"}


def test_who_is_told_of_twice_before_the_name() -> None:
    text = "Karad's widow, former tennis player Vesna Orel, said that she had left."
    assert meant(text, "widow") == "Vesna Orel"


COURTS = """The Court of Session issued an opinion. The Court of Session is the highest civil court in Velmark.

The Supreme Court of the Union is in Karsk. The court was petitioned by Vesna Karadova."""


@pytest.mark.parametrize(
    ("session", "supreme", "name"), [(2.0, 2.0, "Court of Session"), (0.0, 2.0, "Supreme Court of the Union")]
)
def test_what_was_called_a_court_is_likelier_the_court(session: float, supreme: float, name: str) -> None:
    analysis = analyse(Document(id="t", text=COURTS))
    heads = [token.index for token in analysis.tokens if token.text == "Court"]
    scores = {heads[0]: session, heads[1]: session, heads[2]: supreme}
    last = max(token.index for token in analysis.tokens if token.text == "court")
    cast = find_cast(Tree(replace(analysis, antecedents={last: scores})))
    entity = cast.entity_at(last)
    assert entity is not None and cast.entities[entity].name == name


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Some ministers resigned.", "ministers", "Some ministers"),
        ("He met a number of ministers and officials.", "number", "number of ministers and officials"),
        ("The ministers resigned.", "ministers", "ministers"),
        ("He signed it after another judge had refused.", "judge", "another judge"),
    ],
)  # fmt: skip
def test_a_group_is_called_by_the_words_used(text: str, word: str, name: str) -> None:
    assert meant(text, word) == name


def test_those_counted_are_another_name_for_the_number() -> None:
    tree = Tree(analyse(Document(id="t", text="Lars Edmond met a number of ministers.")))
    number = next(entity for entity in find_cast(tree).entities.values() if entity.name == "number of ministers")
    assert "ministers" in number.aliases


def test_a_country_before_a_title_with_a_preposition_is_not_its_own() -> None:
    tree = Tree(analyse(Document(id="t", text="In Norway Minister Ilan Orel met the king.")))
    orel = next(entity for entity in find_cast(tree).entities.values() if entity.name == "Ilan Orel")
    assert orel.country is None


def test_who_is_named_behind_who_sent_him() -> None:
    text = "The governor installed by Norway, Mikhail Varga, said on Monday that the town had fallen."
    assert meant(text, "governor") == "Mikhail Varga"


def test_a_branch_that_is_named_later_is_another() -> None:
    text = "Pakistan criticised the Taliban. Pakistan asked them to hand over the Afghan Taliban. The Taliban refused."
    assert meant(text, "Taliban") == "Taliban"
