"""Tell who does what a passive leaves untold: "food from Norland was handed out", "was granted asylum in Norland"."""

from collections.abc import Mapping

from onrecord.claims.for_events.parts import Parts
from onrecord.lexicon.event_words import EventWord
from onrecord.model import EventType

UNTOLD: Mapping[EventType, str] = {"AID": "obl:from", "REQUEST": "obl:to"}  # "was summoned to the ministry"
REFUGE = frozenset({"asylum", "refuge", "sanctuary"})
# Here "from" tells whence, and not who helped.
CARRYING_OFF = frozenset({"evacuate", "rescue", "save", "fly", "airlift"})


def untold_doers(parts: Parts, verb: int, sense: EventWord) -> tuple[str, ...]:
    """Who helps or asks by the phrase from where help comes, in which somebody is safe, or to which he is asked."""
    way, word = UNTOLD.get(sense.event), sense.words[0]
    if way is None or not parts.tree.is_passive(verb) or word in CARRYING_OFF:
        return ()
    if sense.event == "REQUEST" and word != "summon":
        return ()
    if parts.tree.lemmas_under(verb, "obj") & REFUGE:
        way = "obl:in"
    return parts.of_verb(verb, (way,), owners=False)
