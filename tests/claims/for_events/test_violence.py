"""Violence told by a noun and a verb together: whose attack, and whom it struck."""

import pytest
from planted import plant
from test_event_sides import sides_of
from test_events import told

SIDES = (
    ("Three soldiers died in an ambush blamed on the rebels.", "rebels", "Three soldiers"),
    ("The attack on the market was blamed on Norway.", "Norway", ""),
    ("Lars Edmond was among dozens of people killed in Velm.", "", "Lars Edmond"),
    ("Among those killed by the rebels were eleven farm workers.", "rebels", "eleven farm workers"),
    ("Those killed by the rebels include Lars Edmond.", "rebels", "Lars Edmond"),
    ("The rebels abducted dozens of people, including Lars Edmond.", "rebels", "dozens of people + Lars Edmond"),
    ("Three men are on trial for killing Ana Torvald.", "Three men", "Ana Torvald"),
    ("Lars Edmond is serving a life sentence for killing Ana Torvald.", "Lars Edmond", "Ana Torvald"),
    ("Lars Edmond was charged with the murder of Ana Torvald.", "Lars Edmond", "Ana Torvald"),
    ("Lars Edmond was found guilty of the murder of Ana Torvald.", "Lars Edmond", "Ana Torvald"),
    ("A court jailed two soldiers for the murder of Ana Torvald.", "two soldiers", "Ana Torvald"),
    ("Lars Edmond was held in connection with the murder of Ana Torvald.", "", "Ana Torvald"),
    ("The judge was criticised for the killing of Ana Torvald.", "", "Ana Torvald"),
    ("Norway blamed Sweden for the attack on its capital.", "Sweden", "Norway"),
    ("The rebels killed five in the town.", "rebels", ""),
    ("Four were killed by gunmen in the town.", "gunmen in the town", ""),
    ("Ten people were killed and dozens wounded in a car bombing.", "", "Ten people + dozens"),
    ("VELMARK, May 3 — Rebels attacked a post, killing ten soldiers.", "Rebels", "ten soldiers"),
    ("Israeli warplanes struck the town, killing ten people.", "Israel", "ten people"),
    ("Five civilians died in the attack.", "", "Five civilians"),
    ("It is home to a militia fighting Norway.", "militia", "Norway"),
)


@pytest.mark.parametrize(("sentence", "actors", "recipients"), SIDES)
def test_sides_of_violence(sentence: str, actors: str, recipients: str) -> None:
    assert (actors, recipients) in sides_of(sentence, "ASSAULT")


def test_an_attack_that_kills_is_its_owners_deed() -> None:
    tree = plant("""
        Norland norland PROPN 3 nmod:poss
        's 's PART 1 case
        airstrike airstrike NOUN 4 nsubj
        killed kill VERB 0 root VerbForm=Fin
        Orten orten PROPN 4 obj
        . . PUNCT 4 punct
    """)
    assert set(told(tree, Norland="state", Orten="person")) == {("ASSAULT", None, "Norland", "Orten")}


def test_who_was_killed_in_a_raid_was_killed_by_whose_raid_it_was() -> None:
    tree = plant("""
        Orten orten PROPN 3 nsubj:pass
        was be AUX 3 aux:pass
        killed kill VERB 0 root
        in in ADP 7 case
        a a DET 7 det
        Norlandic norlandic ADJ 7 amod
        raid raid NOUN 3 obl
        . . PUNCT 3 punct
    """)
    assert ("ASSAULT", None, "Norlandic", "Orten") in told(tree, Norlandic="state", Orten="person")


def test_a_story_that_kills_has_no_doer() -> None:
    tree = plant("""
        Norland norland PROPN 3 nmod:poss
        's 's PART 1 case
        winter winter NOUN 4 nsubj
        killed kill VERB 0 root VerbForm=Fin
        Orten orten PROPN 4 obj
        . . PUNCT 4 punct
    """)
    assert all(not actors for _, _, actors, _ in told(tree, Norland="state", Orten="person"))
