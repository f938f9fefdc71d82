"""Tell who does what goes untold: "granted asylum in Norland", "acquitted in the Senate", a minister's "we"."""

from collections.abc import Mapping

from onrecord.claims.for_events.parts import Parts
from onrecord.lexicon.event_words import EventWord
from onrecord.lexicon.word_lists import word_list
from onrecord.model import EventType

UNTOLD: Mapping[EventType, str] = {"AID": "obl:from", "REQUEST": "obl:to"}  # "was summoned to the ministry"
# Here "from" tells whence, and not who helped.
CARRYING_OFF = frozenset({"evacuate", "rescue", "save", "fly", "airlift"})
ANSWERS = word_list("answers")
# What states do and not those who speak for them; with words a minister may as well mean himself and his guest.
MATERIAL: frozenset[EventType] = frozenset({"AID", "SANCTION", "ASSAULT", "MOBILIZE", "COERCE", "COOPERATE", "RETREAT"})


def untold_doers(parts: Parts, verb: int, sense: EventWord) -> tuple[str, ...]:
    """Who helps or asks by the phrase from where help comes, in which somebody is safe, or to which he is asked."""
    way, word = UNTOLD.get(sense.event), sense.words[0]
    if way is None or not parts.tree.is_passive(verb) or word in CARRYING_OFF:
        return ()
    if sense.event == "REQUEST" and word != "summon":
        return ()
    if parts.tree.lemmas_under(verb, "obj") & {"asylum", "refuge", "sanctuary"}:
        way = "obl:in"
    return parts.of_verb(verb, (way,), owners=False)


def decided_in(parts: Parts, verb: int) -> tuple[str, ...]:
    """The house in which what is told in the passive was decided."""
    tree, cast = parts.tree, parts.named.cast
    if tree.lemma(verb) not in word_list("decided") or not tree.is_passive(verb):
        return ()
    found = parts.who(tree.obliques(verb, "in", "at"), owners=False)
    return tuple(entity for entity in found if word_list("houses") & set(cast.entities[entity].name.lower().split()))


def who_answers(parts: Parts, noun: int) -> tuple[str, ...]:
    """Who was asked, told by who answers: "the court dismissed the appeal of Orten"."""
    tree, head = parts.tree, parts.tree.head(noun)
    down = head is not None and "down" in tree.lemmas_under(head, "compound", "advmod")
    if head is None or tree.lemma(head) not in ANSWERS and not (tree.lemma(head) == "turn" and down):
        return ()
    return parts.doers(head) if not tree.is_a(noun, "obl") else ()


def whose_doing(parts: Parts, verb: int, event: EventType, actors: tuple[str, ...]) -> tuple[str, ...]:
    """The actors with the state for each speaker who has its office, where the article names that state."""
    tree, cast = parts.tree, parts.named.cast
    if event not in MATERIAL or "we" not in {tree.lemma(token) for token in tree.subjects(verb)}:
        return actors
    states = {e.country: e.id for e in cast.entities.values() if e.kind == "state" and e.country is not None}
    meant = (states.get(cast.country(one) or "", one) if cast.kind(one) == "person" else one for one in actors)
    return tuple(dict.fromkeys(meant))
