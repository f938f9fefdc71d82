"""Read `events/*.toml` and `light_verbs.toml`: which words tell of an event, its type, and who plays which part."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args

from onrecord.errors import LexiconError
from onrecord.model import EntityKind, EventMode, EventType

WordClass = Literal["verb", "noun", "adjective"]
Needs = Literal["any", "actor", "recipient", "both"]
Part = Literal["actor", "recipient"]
CLASSES: Mapping[WordClass, str] = {"verb": "verbs", "noun": "nouns", "adjective": "adjectives"}
WORD_FIELDS = frozenset(
    {"word", "frame", "mode", "actor", "recipient", "sides", "objects", "complement", "case", "with", "without"}
    | {
        "subjects",
        "needs",
        "actor_kind",
        "recipient_kind",
        "named",
        "negated",
        "only",
        "not_complement",
        "not_objects",
        "not_subjects",
        "aux",
    }
    | {"example"}
)
LIGHT_FIELDS = frozenset({"verb", "at", "subject", "nouns", "types", "example"})
# Forms that the language model does not lead back to their verbs.
IRREGULAR = {"overrode": "override", "overridden": "override", "overran": "overrun", "slew": "slay", "slain": "slay"}
RELATIONS = frozenset(
    (
        "nsubj obj iobj ccomp xcomp amod compound acl advcl nmod:poss vocative above blamed aimed words "
        "topic idea text wished own unless unarmed person listed court purpose sanctions thing bare"
    ).split()
)


@dataclass(frozen=True, slots=True)
class EventWord:
    """One sense of a word that tells of an event.

    `words` is the lemma and the particles or prepositions that must go with it. `actor`, `recipient` and `sides`
    name the relations (UD labels with the case marker, "obl:with") where the parts are looked for; a word with
    `sides` is symmetric. `objects` and `complement` are lemmas of which one must be the object or the head of the
    clause it governs (`not_objects`, `not_complement`: may not be), `subjects` lemmas of which one must be who does
    it (`not_subjects`: may not be), `aux` the auxiliaries of which that clause must have one, `case` the markers of
    which a noun must bear one, `present` and `absent` relations that must or must not be there. `needs` tells which
    parts must be found, `named` which of them must bear a name; `negated` is the type when the word is negated, where
    that is another ("did not recognise"). A `refused` sense holds only under "will not".
    """

    words: tuple[str, ...]
    kind: WordClass
    event: EventType
    mode: EventMode | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    sides: tuple[str, ...]
    subjects: frozenset[str]
    objects: frozenset[str]
    complement: frozenset[str]
    not_objects: frozenset[str]
    not_subjects: frozenset[str]
    not_complement: frozenset[str]
    aux: frozenset[str]
    case: frozenset[str]
    present: tuple[str, ...]
    absent: tuple[str, ...]
    needs: Needs
    actor_kinds: frozenset[EntityKind]
    recipient_kinds: frozenset[EntityKind]
    named: Needs
    negated: EventType
    refused: bool
    example: str

    @property
    def weight(self) -> int:
        """How many conditions the sense has: the sense with the most is tried first."""
        nouns = sum(5 for condition in (self.subjects, self.objects, self.complement) if condition)
        others = sum(2 for condition in (self.case, self.aux, self.present, self.absent) if condition)
        return (
            4 * len(self.words)
            + nouns
            + others
            + bool(self.recipient_kinds)
            + (self.needs == "both")
            + 9 * self.refused
        )


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A verb that lends its subject to the event noun it governs: "hold talks", "come under criticism".

    `at` is the relation of the noun to the verb ("obj", "obl:under"), `subject` the part that the verb's subject
    plays. Empty `nouns` and `types` allow every noun of the lexicon.
    """

    words: tuple[str, ...]
    at: tuple[str, ...]
    subject: Part
    nouns: frozenset[str]
    types: frozenset[EventType]
    example: str


@dataclass(frozen=True, slots=True)
class EventWords:
    """The senses by lemma in American spelling, most specific first, for each word class, and the light verbs by lemma.

    `forms` leads from the regular forms of the verbs to their lemmas.
    """

    senses: Mapping[WordClass, Mapping[str, tuple[EventWord, ...]]]
    light: Mapping[str, tuple[LightVerb, ...]]
    forms: Mapping[str, str]

    def find(self, kind: WordClass, lemma: str, form: str) -> tuple[EventWord, ...]:
        """The senses of a word, most specific first, in either spelling; a verb unknown by lemma is sought by form."""
        senses = self.senses[kind]
        spelled = _american(lemma)
        if spelled not in senses and kind == "verb":
            spelled = _american(self.forms.get(form.lower(), lemma))
        return senses.get(spelled, ())

    def types(self, kind: WordClass, lemma: str, form: str) -> set[EventType]:
        """The types of event that a word may tell of."""
        return {sense.event for sense in self.find(kind, lemma, form)}

    @property
    def entries(self) -> tuple[EventWord, ...]:
        """All senses, in the order of class and lemma."""
        return tuple(entry for words in self.senses.values() for senses in words.values() for entry in senses)


def _american(lemma: str) -> str:
    """The lemma as it is spelled in America: "organize" for "organise", "labor" for "labour", "cooperate"."""
    lemma = lemma.replace("co-o", "coo", 1) if lemma.startswith("co-o") else lemma
    for ending, other in (("ise", "ize"), ("yse", "yze"), ("our", "or"), ("isation", "ization")):
        if lemma.endswith(ending):
            return lemma.removesuffix(ending) + other
    return lemma


def _split(entry: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = entry.get(key, "")
    if not isinstance(value, str):
        raise LexiconError(f"{key} of {entry.get('word', entry.get('verb'))!r} must be text with spaces between words")
    return tuple(value.split())


def _nouns(entry: Mapping[str, Any], key: str, groups: Mapping[str, Any]) -> frozenset[str]:
    """The lemmas named; "@weapons" stands for the group of that name."""
    found: set[str] = set()
    for word in _split(entry, key):
        if word.startswith("@") and word[1:] not in groups:
            raise LexiconError(f"{key} has group {word!r}: it is not among the groups of frames.toml")
        found.update(groups[word[1:]].split() if word.startswith("@") else (word,))
    return frozenset(found)


def _relations(entry: Mapping[str, Any], key: str, known: frozenset[str] = RELATIONS) -> tuple[str, ...]:
    """Relations with spaces between them; "according_to" stands for a case marker of two words."""
    found = tuple(part.replace("_", " ") for part in _split(entry, key))
    for relation in found:
        if relation not in known and not relation.startswith(("obl:", "nmod:")):
            raise LexiconError(f"{key} has relation {relation!r}: use one of {sorted(known)}, obl:… or nmod:…")
    return found


def _choice(value: object, allowed: Sequence[str], what: str) -> Any:
    if value not in allowed:
        raise LexiconError(f"{what} {value!r} is unknown: use one of {', '.join(allowed)}")
    return value


def _kinds(entry: Mapping[str, Any], key: str) -> frozenset[EntityKind]:
    """The kinds named. The police are now a body and now people; a place that acts is its government."""
    kinds: set[EntityKind] = {_choice(kind, get_args(EntityKind), key) for kind in _split(entry, key)}
    if "organization" in kinds:
        kinds.add("group")
    if "state" in kinds and key == "actor_kind":
        kinds.add("place")
    return frozenset(kinds)


def _checked(entry: Mapping[str, Any], fields: frozenset[str]) -> None:
    unknown = sorted(set(entry) - fields)
    if unknown:
        raise LexiconError(f"field {unknown[0]!r} is unknown: use {', '.join(sorted(fields))}")
    if not isinstance(entry.get("example"), str) or not entry["example"].strip():
        raise LexiconError("there is no example: give a sentence that the word makes an event of this type")


def _word(entry: Mapping[str, Any], kind: WordClass, event: EventType, frames: Mapping[str, Any]) -> EventWord:
    _checked(entry, WORD_FIELDS)
    words = _split(entry, "word")
    if not words:
        raise LexiconError("there is no word: give a lemma, with its particle or preposition after it")
    frame = entry.get("frame", "act" if kind != "noun" else "deed")
    if frame not in frames or frame == "groups":
        raise LexiconError(f"frame {frame!r} is not in frames.toml: use one of {', '.join(sorted(frames))}")
    own = {"actor", "recipient", "sides"} & entry.keys()
    parts = {**({} if "sides" in own else frames[frame]), **{key: entry[key] for key in own}}
    groups = frames.get("groups", {})
    return EventWord(
        words=words,
        kind=kind,
        event=event,
        mode=_choice(entry["mode"], get_args(EventMode), "mode") if "mode" in entry else None,
        actor=_relations(parts, "actor"),
        recipient=_relations(parts, "recipient"),
        sides=_relations(parts, "sides"),
        subjects=_nouns(entry, "subjects", groups),
        objects=_nouns(entry, "objects", groups),
        complement=_nouns(entry, "complement", groups),
        not_objects=_nouns(entry, "not_objects", groups),
        not_subjects=_nouns(entry, "not_subjects", groups),
        not_complement=_nouns(entry, "not_complement", groups),
        aux=frozenset(_split(entry, "aux")),
        case=frozenset(_split(entry, "case")),
        present=_relations(entry, "with"),
        absent=_relations(entry, "without"),
        needs=_choice(entry.get("needs", "any"), get_args(Needs), "needs"),
        actor_kinds=_kinds(entry, "actor_kind"),
        recipient_kinds=_kinds(entry, "recipient_kind"),
        named=_choice(entry.get("named", "any"), get_args(Needs), "named"),
        negated=_choice(entry.get("negated", event), get_args(EventType), "negated"),
        refused=_choice(entry.get("only", ""), ("refused", ""), "only") == "refused",
        example=entry["example"],
    )


def _light(entry: Mapping[str, Any]) -> LightVerb:
    _checked(entry, LIGHT_FIELDS)
    words = _split(entry, "verb")
    if not words:
        raise LexiconError("there is no verb: give its lemma")
    return LightVerb(
        words=words,
        at=_relations({"at": "obj", **entry}, "at"),
        subject=_choice(entry.get("subject", "actor"), get_args(Part), "subject"),
        nouns=frozenset(_split(entry, "nouns")),
        types=frozenset(_choice(event, get_args(EventType), "type") for event in _split(entry, "types")),
        example=entry["example"],
    )


def _table(name: str) -> dict[str, Any]:
    text = (resources.files("onrecord.lexicon") / name).read_text(encoding="utf-8")
    return parse_table(name, text)


def parse_table(name: str, text: str) -> dict[str, Any]:
    """The TOML table. Raises LexiconError, naming the file, when the text is not TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"lexicon/{name} is not TOML: {error}; correct that line") from error


def parse_event_file(name: str, table: Mapping[str, Any], frames: Mapping[str, Any]) -> list[EventWord]:
    """The senses of one file. Raises LexiconError naming the file and the entry."""
    event: EventType = _choice(table.get("type"), get_args(EventType), f"lexicon/{name}: type")
    found = []
    for kind, key in CLASSES.items():
        for entry in table.get(key, []):
            try:
                found.append(_word(entry, kind, event, frames))
            except LexiconError as error:
                raise LexiconError(f"lexicon/{name}, entry {entry.get('word', entry)!r}: {error}") from error
    return found


def parse_light_verbs(table: Mapping[str, Any]) -> list[LightVerb]:
    """The light verbs. Raises LexiconError naming the entry."""
    found = []
    for entry in table.get("verbs", []):
        try:
            found.append(_light(entry))
        except LexiconError as error:
            raise LexiconError(f"lexicon/light_verbs.toml, entry {entry.get('verb', entry)!r}: {error}") from error
    return found


def _by_lemma(entries: Sequence[EventWord]) -> dict[str, tuple[EventWord, ...]]:
    grouped: dict[str, list[EventWord]] = {}
    for entry in sorted(entries, key=lambda entry: -entry.weight):
        grouped.setdefault(_american(entry.words[0]), []).append(entry)
    return {lemma: tuple(senses) for lemma, senses in sorted(grouped.items())}


def _forms(lemma: str) -> tuple[str, ...]:
    """The regular inflected forms of an English verb, with and without a doubled consonant."""
    if lemma.endswith("e"):
        return (lemma + "s", lemma + "d", lemma[:-1] + "ing")
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return (lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    plural = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return (plural, lemma + "ed", lemma + "ing", lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing")


@cache
def load_event_words() -> EventWords:
    """The event lexicon, read once. Raises LexiconError when an entry is malformed."""
    frames = _table("events/frames.toml")
    entries: list[EventWord] = []
    for event in get_args(EventType):
        name = f"events/{event.lower()}.toml"
        entries += parse_event_file(name, _table(name), frames)
    light: dict[str, list[LightVerb]] = {}
    for light_verb in parse_light_verbs(_table("light_verbs.toml")):
        light.setdefault(light_verb.words[0], []).append(light_verb)
    senses: dict[WordClass, Mapping[str, tuple[EventWord, ...]]] = {}
    for kind in CLASSES:
        senses[kind] = _by_lemma([entry for entry in entries if entry.kind == kind])
    verbs = sorted({entry.words[0] for entry in entries if entry.kind == "verb"})
    forms = {form: lemma for lemma in verbs for form in _forms(lemma)} | IRREGULAR
    return EventWords(senses, {lemma: tuple(found) for lemma, found in sorted(light.items())}, forms)
