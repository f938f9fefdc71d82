"""Where: which place a claim gets."""

import pytest

from onrecord.claims import find_claims
from onrecord.claims.tree import Tree
from onrecord.claims.where import find_place
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.model import Document, Event, EventType

FOUND = [
    ("Anton Orten met Ana Torvald in Istanbul on Monday and *telephoned* Hugo Weiss on Tuesday.", None),
    ("Anton Orten *met* the foreign minister in Istanbul on Monday.", "Istanbul"),
    ("Anton Orten *travelled* to Istanbul on Monday.", "Istanbul"),
    ("Anton Orten held *talks* with the foreign minister in Istanbul.", "Istanbul"),
    ("Anton Orten met the foreign minister in Istanbul and *praised* him.", "Istanbul"),
    ("Anton Orten *met* the foreign minister at a conference in Istanbul.", "Istanbul"),
    ("Anton Orten *visited* Norway on Monday.", "Norway"),
    ("Anton Orten *attacked* Norway in a speech.", None),
    ("Anton Orten *praised* the foreign minister.", None),
    ("Anton Orten *said* that the minister resigned in Istanbul.", None),
    ("Anton Orten *condemned* the bombings in Istanbul.", None),
    ("Norway *condemns* both the attack this morning at a market in Istanbul and the raids on Monday.", None),
    ("In Istanbul, Anton Orten *welcomes* the talks.", "Istanbul"),
    ("Speaking in Istanbul, Anton Orten *thanked* the foreign minister.", "Istanbul"),
    ("Anton Orten *apologised* to the survivors during a visit to Istanbul.", "Istanbul"),
    ("Anton Orten *met* his counterparts from Norway and Sweden in Istanbul.", "Istanbul"),
    ("A court in Istanbul *sentenced* Anton Orten.", "Istanbul"),
    ("Anton Orten *left* for Istanbul on Monday.", "Istanbul"),
    ("Anton Orten *signed* a treaty with Norway in Istanbul.", "Istanbul"),
    ("Anton Orten *criticised* a court in Istanbul.", None),
    ("During a visit to Norway, Anton Orten *met* the foreign minister.", "Norway"),
    ("Anton Orten was in Istanbul for *talks* with the foreign minister.", "Istanbul"),
    ("Anton Orten *met* the foreign minister for talks on the security situation in Istanbul.", None),
    ("The foreign ministers *met* in the capital, Istanbul.", "Istanbul"),
    ("Speaking to reporters in Istanbul, Anton Orten *thanked* the foreign minister.", "Istanbul"),
    ("The foreign ministers *met* at the Wagah crossing.", "Wagah"),
    ("The conference, which took place in Istanbul, was *attended* by Anton Orten.", "Istanbul"),
    ("Anton Orten met the foreign minister in Istanbul, and Ana Falk *praised* him.", None),
    ("Anton Orten and Ana Falk signed a treaty in Istanbul and vowed to *meet* again.", None),
    ("Anton Orten arrived in Istanbul and is due to *meet* Ana Falk.", "Istanbul"),
    ("Ana Falk attended a summit in Istanbul, at which she *met* Anton Orten.", "Istanbul"),
    ("Anton Orten *met* Ana Falk on the last day of May in Istanbul.", "Istanbul"),
    ("At a chess tournament in Istanbul, Anton Orten *refused* to play.", "Istanbul"),
    ("Miners *marched* through the streets of Istanbul.", "Istanbul"),
    ("Visiting Istanbul, Anton Orten *met* the foreign minister.", "Istanbul"),
    ("Anton Orten *thanked* Ana Falk for her visit to Istanbul.", None),
    ("Anton Orten *resigned* ahead of a summit in Istanbul.", None),
    ("ISTANBUL, May 3 – Anton Orten *met* the foreign minister here on Monday.", "ISTANBUL"),
    ("Anton Orten, who spoke in Istanbul on Monday, *met* the foreign minister there.", "Istanbul"),
    ("The foreign ministers *met* in Mexico City.", "Mexico City"),
]


# Done by force or in the street, and so where those are who do or suffer it.
BODILY: list[tuple[str, EventType, str | None]] = [
    ("Three miners were *killed* by the army in Oslo.", "ASSAULT", "Oslo"),
    ("The charity *provided* relief to farmers in Istanbul.", "AID", "Istanbul"),
    ("The navy *evacuated* the diplomats from Istanbul.", "AID", "Istanbul"),
    ("The *killing* of Anton Orten in Oslo shocked the country.", "ASSAULT", "Oslo"),
    ("Anton Orten condemned the *criticism* of the police in Oslo.", "ACCUSE", None),
    ("Anton Orten was *murdered* in the consulate of Norland in Istanbul.", "ASSAULT", "Istanbul"),
    ("Soldiers were *killed* in an attack on a checkpoint near Istanbul.", "ASSAULT", "Istanbul"),
    ("Four miners were *killed* when a bomb exploded in Istanbul.", "ASSAULT", "Istanbul"),
    ("Thousands *marched* through Istanbul on Monday.", "PROTEST", "Istanbul"),
    ("Protesters *rallied* in Istanbul's main square.", "PROTEST", "Istanbul"),
    ("The *attack*, which took place in Istanbul, killed four miners.", "ASSAULT", "Istanbul"),
    ("The army *shelled* the town of Istanbul.", "ASSAULT", "Istanbul"),
    ("Istanbul was the target of an *attack* in 2016.", "ASSAULT", "Istanbul"),
    ("Anton Orten was *killed* in a raid staged by the army in Istanbul.", "ASSAULT", "Istanbul"),
    ("Rebels freed a town in Norway and *drove* the army out of Istanbul.", "ASSAULT", None),
    ("The bombing was *claimed* by a movement in Istanbul.", "ASSAULT", None),
    ("Anton Orten *praised* Istanbul residents.", "SUPPORT", None),
    ("Orten and Vesely *discussed* the situation in Istanbul.", "CONSULT", None),
    ("Orten and Vesely *discussed* the budget in Istanbul.", "CONSULT", "Istanbul"),
]


def place_of(marked: str, event: EventType) -> str | None:
    before, word, after = marked.split("*")
    tree = Tree(analyse(Document(id="d", text=before + word + after)))
    cast = find_cast(tree)
    predicate = next(token.index for token in tree.tokens if token.span.start == len(before))
    place = find_place(tree, cast, predicate, event)
    return cast.entities[place].name if place else None


@pytest.mark.parametrize(("marked", "name"), FOUND)
def test_place_of_the_claim(marked: str, name: str | None) -> None:
    assert place_of(marked, "CONSULT") == name


@pytest.mark.parametrize(("marked", "event", "name"), BODILY)
def test_place_of_those_who_take_part(marked: str, event: EventType, name: str | None) -> None:
    assert place_of(marked, event) == name


@pytest.mark.parametrize("tour", ["travelled to Norway and Sweden", "visited Oslo and Stockholm"])
def test_each_state_or_town_visited_is_the_place_of_its_own_visit(tour: str) -> None:
    _, claims = find_claims(analyse(Document(id="d", text=f"Anton Orten {tour} on Monday.")))
    visits = [(claim.place, claim.what.recipients) for claim in claims if isinstance(claim.what, Event)]
    assert len(visits) == 2
    assert all(place == hosts[0] for place, hosts in visits)
