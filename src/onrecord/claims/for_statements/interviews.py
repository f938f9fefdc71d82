"""Interviews in questions and answers: each answer is what the person of its label, or the guest, said."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.claims.draft import Draft
from onrecord.claims.for_statements.back_matter import end_of_story
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast
from onrecord.model import Span, Statement
from onrecord.names import normalise, without_address

# "Q:", "ORTEN:", "The Courier:", "Anton Orten (mayor):", "((Anton Orten))": who speaks, at the start of a line.
_LABEL = re.compile(
    r"^[ \t]*(?:\(\((?P<marked>[^()\n]{1,40})\)\)[ \t]*:?|(?P<letter>[QA])[.:]|"
    r"(?P<name>(?:[A-Z][\w.’'-]*[ \t]+){0,4}[A-Z][\w.’'-]*)(?: \([^()\n]{1,40}\))?:)[ \t]+(?=\S)",
    re.MULTILINE,
)
_WHOLE_LABELS = {"QUESTION": "Q", "ANSWER": "A"}
_CREDIT = re.compile(r"(?:Image|Photo|Picture|Credit|Source|File)s?$")  # under a picture, not of a speaker
_PARAGRAPH = re.compile(r"[^\n]+")
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|We|My|Our)\b")
_QUOTES = re.compile(r"[“”\"«»]")
_ASKED = ("you", "your")
_LEAST_QUESTIONS = 2
_LEAST_WORDS = 4
_SURE = 0.9


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says without a break; `label` is empty where a question has none before it."""

    label: str
    words: Span


def find_answers(tree: Tree, cast: Cast) -> Iterator[Draft]:
    """A statement for each answer of an interview whose speaker is known, in text order; its questions are none."""
    turns = _labelled(tree.text) or _unlabelled(tree.text)
    for turn in turns:
        words = turn.words.of(tree.text)
        if turn.label == "Q" or words.endswith("?") or len(words.split()) < _LEAST_WORDS:
            continue
        guest = turn.label in ("", "A")
        speaker = _guest(tree, cast, turns) if guest else _named(cast, turn.label)
        token = next(iter(tree.tokens_in(turn.words)), None)
        if guest and speaker is not None and words.startswith(cast.entities[speaker].name.split()[-1]):
            continue  # a caption: nobody names himself so
        if speaker is not None and token is not None:
            said = Statement(speaker, (), "direct", (turn.words,), None)
            yield Draft(said, token, (turn.words,), _SURE)


def find_asked(tree: Tree, cast: Cast) -> Mapping[int, str]:
    """Tokens of "you" and "your" in what is held out to the guest before a question of an interview, and the guest."""
    turns = _labelled(tree.text) or _unlabelled(tree.text)
    guest = _guest(tree, cast, turns) if turns and turns[0].label in ("", "Q") else None
    asking = [turn for turn in turns if turn.label == "Q" or (not turn.label and _asks(tree.text, turn))]
    inside = (token for turn in asking for token in tree.tokens_in(turn.words))
    told = (token for token in inside if not tree.sentence_of(token).span.of(tree.text).rstrip().endswith("?"))
    return {token: guest for token in told if tree.tokens[token].text.lower() in _ASKED} if guest is not None else {}


def _labelled(text: str) -> list[Turn]:
    """The turns of an interview with labels: at least two speakers, one of them named twice or "Q", and a question."""
    end = end_of_story(text)
    labels = [match for match in _LABEL.finditer(text, 0, end) if not _CREDIT.search(match["name"] or "")]
    turns = []
    for place, match in enumerate(labels, 1):
        stop = labels[place].start() if place < len(labels) else _end_of_paragraph(text, match.end())
        name = (match["marked"] or match["letter"] or match["name"]).strip()
        turns.append(Turn(_WHOLE_LABELS.get(name.upper(), name), _trimmed(text, match.end(), stop)))
    count = Counter(turn.label for turn in turns)
    if len(count) < 2 or ("Q" not in count and max(count.values()) < 2) or not any(_asks(text, turn) for turn in turns):
        return []
    return turns


def _unlabelled(text: str) -> list[Turn]:
    """The questions and answers of an interview without labels: paragraphs that ask, and others of "I" or "we"."""
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text, 0, end_of_story(text)) if match.group().strip()]
    turns = [Turn("", _trimmed(text, *span)) for span in paragraphs]
    asked = [place for place, turn in enumerate(turns) if _asks(text, turn) and not _QUOTES.search(turn.words.of(text))]
    if len(asked) < _LEAST_QUESTIONS:
        return []
    last = min(asked[-1] + 1, len(turns) - 1)
    answers = [turn for place, turn in enumerate(turns) if asked[0] < place <= last and place not in asked]
    personal = [turn for turn in answers if _FIRST_PERSON.search(turn.words.of(text))]
    follows = all(place + 1 not in asked for place in asked)
    return turns[asked[0] : last + 1] if follows and answers and 2 * len(personal) > len(answers) else []


def _asks(text: str, turn: Turn) -> bool:
    return turn.words.of(text).endswith("?")


def _end_of_paragraph(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _named(cast: Cast, label: str) -> str | None:
    """The one person whose name the label is, whole or the last word of it, with or without a title."""
    wanted = normalise(without_address(label))
    people = [entity for entity in cast.entities.values() if entity.kind == "person"]
    whole = [entity.id for entity in people if normalise(entity.name) == wanted]
    by_surname = [entity.id for entity in people if normalise(entity.name).split()[-1:] == wanted.split()[-1:]]
    found = whole or by_surname
    return found[0] if len(found) == 1 or whole else None


def _guest(tree: Tree, cast: Cast, turns: Sequence[Turn]) -> str | None:
    """The person who is introduced as the one to speak before the first question, or whom a question calls by name, or
    else whom the article names most before the first; None where two are named as often."""
    start = turns[0].words.start
    introduced = _introduced(tree, cast, start) or _called(tree, cast, turns)
    if introduced is not None:
        return introduced
    people = [entity for entity in cast.entities.values() if entity.kind == "person"]
    count = {one.id: sum(m.form == "name" and m.span.start < start for m in one.mentions) for one in people}
    ranked: Sequence[str] = sorted(count, key=lambda entity: -count[entity])
    if not ranked or not count[ranked[0]]:
        return None
    return ranked[0] if len(ranked) == 1 or count[ranked[0]] > count[ranked[1]] else None


def _introduced(tree: Tree, cast: Cast, start: int) -> str | None:
    """The one person who speaks to somebody in the introduction ("Anton Orten spoke to the Courier"), or where nobody
    does, the one who is spoken to ("The Courier spoke to Anton Orten", "an interview with Anton Orten")."""
    speaking, spoken_to = list[int](), list[int]()
    for token in tree.tokens_in(Span(0, start)) if start else ():
        lemma = tree.lemma(token)
        if lemma in ("speak", "talk", "sit", "chat", "interview") and tree.tokens[token].upos == "VERB":
            speaking += tree.doers(token)
            spoken_to += tree.obliques(token, "with", "to")
            spoken_to += tree.objects(token) if lemma == "interview" else ()
        elif lemma in ("interview", "conversation"):
            spoken_to += tree.obliques(token, "with")
    for tokens in (speaking, spoken_to):
        people = {_person(tree, cast, token) for token in tokens} - {None}
        if people:
            return people.pop() if len(people) == 1 else None
    return None


def _called(tree: Tree, cast: Cast, turns: Sequence[Turn]) -> str | None:
    """The one person whom the questions open with: "Senator Orten, why did you resign?"."""
    called = set[str]()
    for turn in (turn for turn in turns if _asks(tree.text, turn)):
        first = next(iter(tree.tokens_in(turn.words)), 0)
        for name in tree.analysis.names:
            behind = tree.tokens[name.last + 1].text if name.last + 1 < len(tree.tokens) else ""
            titled = all(tree.tokens[token].text[:1].isupper() for token in range(first, name.first))
            if first <= name.first <= first + 4 and titled and behind == ",":
                tokens = range(name.first, name.last + 1)
                called |= {found for token in tokens if (found := _person(tree, cast, token)) is not None}
    return called.pop() if len(called) == 1 else None


def _person(tree: Tree, cast: Cast, token: int) -> str | None:
    """The named person whom the token, or the name beside it, stands for: "the minister, Anton Orten"."""
    found = (cast.entity_at(one) for one in (token, *tree.children(token, "appos", "flat")))
    people = (cast.entities[entity] for entity in found if entity is not None and cast.kind(entity) == "person")
    return next((one.id for one in people if any(mention.form == "name" for mention in one.mentions)), None)
