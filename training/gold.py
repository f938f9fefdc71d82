"""Read records of whole articles in the project's own format: their names and their statements."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from onrecord.language.sentences import split
from onrecord.places import country_of_name
from training.corpora import ANY_NAME, NAME_TAGS, Act, Annotated, Doc
from training.newswire import TITLE_WORDS, as_tags, is_adjective, is_name, open_names

KINDS = {"person": "person", "organization": "organization", "state": "place", "place": "place", "occasion": "occasion"}
THINKING = (
    "believ", "think", "thought", "hop", "want", "plan", "expect", "know", "knew", "consider", "feel", "felt", "intend",
    "understand", "fear", "agree", "decid", "find", "found", "see", "saw", "learn", "refus", "vow", "promis",
)  # fmt: skip
NO_PERSON = frozenset(tag for tag in NAME_TAGS if not tag.endswith("-person"))
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Text:
    """A text with the places of its words, and each word's sentence and number in it."""

    text: str
    sentences: tuple[tuple[Place, ...], ...]

    def words_in(self, start: int, end: int) -> list[Place]:
        """The words, as pairs of sentence and number, that lie in a stretch of characters."""
        return [
            (number, word)
            for number, places in enumerate(self.sentences)
            if places[0][0] < end and start < places[-1][1]
            for word, (first, last) in enumerate(places)
            if start <= first and last <= end
        ]


def cut(text: str) -> Text:
    """The text cut into sentences of words."""
    return Text(text, tuple(tuple(places) for places in split(text)))


def read_gold(folder: Path) -> list[Doc]:
    """The records of a folder, one document for each file."""
    return [read_record(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.json"))]


def read_record(record: Mapping[str, Any]) -> Doc:
    """One record: names as far as they decide, and statements."""
    text = cut(record["document"]["text"])
    doc = []
    for places in text.sentences:
        words = tuple(text.text[slice(*place)] for place in places)
        cues = tuple("BIO" if word.lower().startswith(THINKING) else "O" for word in words)
        doc.append(Annotated(words=words, names=tuple(open_names(words)), cues=cues))
    _lay_names(record, text, doc)
    _lay_statements(record, text, doc)
    return tuple(doc)


def _forms(entity: Mapping[str, Any]) -> Iterator[str]:
    """The bare names of an entity: without titles and articles."""
    kind, name = entity["kind"], entity["name"]
    own = name.split()
    if kind == "person":
        yield name
        if len(own) > 1:
            yield own[-1]
        yield from (alias for alias in entity["aliases"] if set(alias.split()) <= set(own))
        return
    for form in (name, *entity["aliases"]):
        bare = re.sub(r"^(?:the|a|an)\s+", "", form, flags=re.IGNORECASE)
        bare = re.sub(r"['’]s$", "", bare)
        if kind != "state" or country_of_name(bare):
            yield bare


def find_forms(text: str, form: str) -> Iterator[Place]:
    """The places where a form stands as whole words, letter for letter."""
    for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
        yield match.span()


def _lay_names(record: Mapping[str, Any], text: Text, doc: list[Annotated]) -> None:
    found: list[tuple[int, int, str]] = []
    for entity in record["entities"]:
        if entity["kind"] not in KINDS:
            continue
        for form in set(_forms(entity)):
            if form and not is_adjective(form) and not (entity["kind"] != "person" and form.lower() in TITLE_WORDS):
                found.extend((start, end, KINDS[entity["kind"]]) for start, end in find_forms(text.text, form))
    names = [list(sentence.names) for sentence in doc]
    taken: set[Place] = set()
    for start, end, kind in sorted(set(found), key=lambda f: f[0] - f[1]):
        inside = text.words_in(start, end)
        words = [doc[number].words[word] for number, word in inside]
        if not inside or inside[0][0] != inside[-1][0] or taken & set(inside) or not is_name(words):
            continue
        taken.update(inside)
        if _is_open(kind, doc[inside[0][0]], inside):
            continue
        for (number, word), tags in zip(inside, as_tags(len(inside), (kind,)), strict=True):
            names[number][word] = tags
        number, word = inside[0][0], inside[0][1] - 1
        while kind == "person" and word >= 0 and _is_title(doc[number].words[word]):
            if names[number][word] == ANY_NAME:
                names[number][word] = NO_PERSON
            word -= 1
    for number, found_tags in enumerate(names):
        doc[number] = replace(doc[number], names=tuple(found_tags))


def _is_open(kind: str, sentence: Annotated, inside: Sequence[Place]) -> bool:
    """True for a found name whose neighbours may belong to it too ("New York" in "New York Times")."""
    before, after = inside[0][1] - 1, inside[-1][1] + 1
    words = sentence.words
    follows = after < len(words) and words[after][:1].isupper()
    precedes = before > 0 and words[before][:1].isupper() and not _is_title(words[before])
    return (follows and kind != "person") or (precedes and (kind != "person" or len(inside) == 1))


def _is_title(word: str) -> bool:
    return word.lower().rstrip(".") in TITLE_WORDS


def _lay_statements(record: Mapping[str, Any], text: Text, doc: list[Annotated]) -> None:
    entities = {entity["id"]: entity for entity in record["entities"]}
    merged: dict[tuple[int, int], list[Mapping[str, Any]]] = {}
    for claim in record["claims"]:
        if claim["kind"] == "statement" and claim["cue"]:
            merged.setdefault((claim["cue"]["start"], claim["cue"]["end"]), []).append(claim)
    for (start, end), claims in sorted(merged.items()):
        cue = text.words_in(start, end)
        if not cue:
            continue
        home = cue[0][0]
        content = {
            place
            for claim in claims
            for span in claim["content"]
            for place in text.words_in(span["start"], span["end"])
        }
        source: set[Place] | None = set()
        for claim in claims:
            own = _speaker(entities[claim["speaker"]], text, cue, content)
            source = None if source is None or own is None else source | own
        inside = tuple(word for number, word in cue if number == home)
        free = {
            place for place in _around(content, doc) if not any(ch.isalnum() for ch in doc[place[0]].words[place[1]])
        }
        act = Act(inside, _from(home, source) if source else None, _from(home, content), _from(home, free))
        cues = list(doc[home].cues)
        for number, word in enumerate(inside):
            cues[word] = "I" if number else "B"
        doc[home] = replace(doc[home], cues=tuple(cues), acts=(*doc[home].acts, act))


def _around(content: set[Place], doc: Sequence[Annotated]) -> Iterator[Place]:
    """The words of the content's edges and the words right outside, where signs may go either way."""
    for number, word in content:
        for near in (word - 1, word, word + 1):
            edge = (number, word - 1) not in content or (number, word + 1) not in content
            if edge and 0 <= near < len(doc[number].words):
                yield number, near


def _from(home: int, places: set[Place]) -> frozenset[Place]:
    return frozenset((number - home, word) for number, word in places)


def _speaker(entity: Mapping[str, Any], text: Text, cue: Sequence[Place], content: set[Place]) -> set[Place] | None:
    """The words of the speaker's mention next to the cue in its sentence; None where none is found."""
    home, at = cue[0]
    first, last = text.sentences[home][0][0], text.sentences[home][-1][1]
    best: tuple[int, int, set[Place]] | None = None
    for form in {entity["name"], *entity["aliases"], *_forms(entity)}:
        for start, end in find_forms(text.text[first:last], form):
            words = set(text.words_in(first + start, first + end))
            if not words or words & content or words & set(cue):
                continue
            distance = min(abs(word - at) for _, word in words)
            if best is None or (distance, -len(words)) < best[:2]:
                best = (distance, -len(words), words)
    return best[2] if best else None
