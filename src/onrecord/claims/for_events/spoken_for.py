"""Tell whose doing it is that somebody in office tells with "we": "“We have sent tanks,” the minister said"."""

from onrecord.claims.for_events.parts import Parts
from onrecord.model import EventType

# What states do and not those who speak for them; with words a minister may as well mean himself and his guest.
MATERIAL: frozenset[EventType] = frozenset({"AID", "SANCTION", "ASSAULT", "MOBILIZE", "COERCE", "COOPERATE", "RETREAT"})


def whose_doing(parts: Parts, verb: int, event: EventType, actors: tuple[str, ...]) -> tuple[str, ...]:
    """The actors with the state for each speaker who has its office, where the article names that state."""
    tree, cast = parts.tree, parts.named.cast
    if event not in MATERIAL or "we" not in {tree.lemma(token) for token in tree.subjects(verb)}:
        return actors
    states = {e.country: e.id for e in cast.entities.values() if e.kind == "state" and e.country is not None}
    meant = (states.get(cast.country(one) or "", one) if cast.kind(one) == "person" else one for one in actors)
    return tuple(dict.fromkeys(meant))
