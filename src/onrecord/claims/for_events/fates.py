"""Tell who is blamed for what somebody suffered: "condemned the arrest of Orten by Norland" accuses Norland."""

from collections.abc import Iterator, Sequence

from onrecord.claims.for_events.parts import Parts
from onrecord.lexicon.event_words import EventWord, load_event_words
from onrecord.lexicon.word_lists import word_list
from onrecord.model import EventType

# What is said against what happened to somebody is not said against who suffered it.
AGAINST = frozenset({"ACCUSE", "REQUEST", "REJECT", "PROTEST"})
# Nor does who is for these support whom they befall: "backed an audit of the bank".
HARMING: frozenset[EventType] = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "REJECT"})
# For these who did them is praised, where that is told: "welcomed the release of the hostages by the rebels".
YIELDING: frozenset[EventType] = frozenset({"RETREAT", "CONCEDE", "AID"})


def without_sufferers(
    parts: Parts, trigger: int, sense: EventWord, recipients: tuple[str, ...], about: Sequence[int] = ()
) -> tuple[str, ...]:
    """The recipients without those who only suffered what the trigger, or `about`, tells of; else who did it."""
    favoured = sense.event == "SUPPORT"
    if not favoured and sense.event not in AGAINST or not recipients:
        return recipients
    suffering: set[str] = set()
    doing: dict[str, None] = {}
    for noun in (*_deeds(parts, trigger, sense), *about):
        for word in load_event_words().find("noun", parts.tree.lemma(noun), parts.tree.tokens[noun].text):
            given = favoured and word.event in YIELDING and bool(parts.of_noun(noun, ("nmod:by",), (), owners=False))
            if not word.sides and (not favoured or word.event in HARMING or given):
                suffered, done = _parts_of(parts, noun, word)
                suffering.update(parts.of_noun(noun, suffered, (), owners=False))
                doing.update(dict.fromkeys(parts.of_noun(noun, done, (), owners=False)))
        if parts.tree.lemma(noun) in word_list("undoing"):
            suffering.update(parts.of_noun(noun, ("nmod:of",), (), owners=True))
    suffering -= set(doing)
    return tuple(e for e in recipients if e not in suffering) or (tuple(doing) if suffering else recipients)


def _parts_of(parts: Parts, noun: int, word: EventWord) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The relations of who suffers and who does it; "Norland's treatment of Orten" is done by who has it."""
    whose = "nmod:poss" in word.recipient and parts.tree.children(noun, "nmod:poss")
    if not whose or not parts.of_noun(noun, ("nmod:of",), (), owners=False):
        return word.recipient, word.actor
    return tuple(relation for relation in word.recipient if relation != "nmod:poss"), (*word.actor, "nmod:poss")


def _deeds(parts: Parts, word: int, sense: EventWord) -> Iterator[int]:
    """The nouns for what happened among what the verb or noun is said of."""
    for relation in sense.recipient:
        if sense.kind != "noun":
            tokens = parts.verb_tokens(word, relation)
        else:
            tokens = parts.noun_tokens(word, relation, ()) if relation.startswith("nmod:") else ()
        for token in tokens:
            if parts.tree.tokens[token].upos == "NOUN" and parts.named.entity_at(token) is None:
                yield token
