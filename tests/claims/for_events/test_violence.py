"""Violence told by a noun and a verb together: whose attack, and whom it struck."""

from planted import plant
from test_events import told


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
