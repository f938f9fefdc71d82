"""Where the network is weak: text in capitals or none, headlines, names that sound like other parts of the world."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from training.corpora import Annotated, Doc
from training.evaluate import measure_trees, measure_uner
from training.invented import REGIONS, invent_word
from training.reader import Reader, read_words

CASES: dict[str, Callable[[str], str]] = {
    "as it is": lambda word: word,
    "all lower case": str.lower,
    "all capitals": str.upper,
    "headline capitals": lambda word: word[:1].upper() + word[1:],
}


def measure_cases(reader: Reader, docs: Sequence[Doc], names: Path) -> dict[str, dict[str, float]]:
    """UPOS and LAS of the same trees, and recall of the same names, with the words' case changed."""
    found = {}
    for title, change in CASES.items():
        changed = [tuple(replace(s, words=tuple(map(change, s.words))) for s in doc) for doc in docs]
        trees = measure_trees(reader, changed)
        own = {"upos": 100 * trees.upos / trees.words, "las": 100 * trees.labelled / trees.words}
        if title == "as it is":
            own["uner_f1"] = 100 * measure_uner(reader, docs, names)["all"].f1
        else:
            own["uner_f1"] = 100 * measure_uner(reader, changed, names, change=change)["all"].f1
        found[title] = {key: round(value, 1) for key, value in own.items()}
    return found


def measure_regions(reader: Reader, docs: Sequence[Doc], *, seed: int = 7) -> dict[str, float]:
    """Percent of persons still found, word for word, when each is given an invented name of one region."""
    found = {}
    for region in REGIONS:
        chance = random.Random(seed)
        right = wanted = 0
        for doc in docs:
            for sentence in doc:
                renamed, spans = rename(sentence, region, chance)
                if spans:
                    (parse,) = read_words(reader, [renamed.words]).parses
                    persons = {(first, last) for first, last, kind, _ in parse.names if kind == "person"}
                    right += len(persons & set(spans))
                    wanted += len(spans)
        found[region] = round(100 * right / wanted, 1) if wanted else 0.0
    return found


def rename(sentence: Annotated, region: str, chance: random.Random) -> tuple[Annotated, list[tuple[int, int]]]:
    """The sentence with the words of its persons' names invented anew, and where these names stand."""
    words, spans = list(sentence.words), list[tuple[int, int]]()
    for word, allowed in enumerate(sentence.names):
        if allowed == {"B-person"}:
            spans.append((word, word))
        elif allowed == {"I-person"} and spans and spans[-1][1] == word - 1:
            spans[-1] = (spans[-1][0], word)
        else:
            continue
        if words[word][:1].isupper() and words[word].isalpha() and len(words[word]) > 1:
            words[word] = invent_word(chance, region)
    return replace(sentence, words=tuple(words)), spans
