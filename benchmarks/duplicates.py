"""Measure how well copies of articles are found: `python -m benchmarks.duplicates ARTICLES.jsonl` (`text` per line)."""

import argparse
import json
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from onrecord.duplicates import ALIKE, LEAST_SHARED, Sketch, likeness, sketch
from onrecord.record.copies import MOST_OF_A_KEY

RESULTS = Path(__file__).parent / "results" / "duplicates.json"
SEED = 20_260_101
SHORTEST = 50
"""Words of the shortest text that is an article and no stray line."""
Pair = tuple[int, int]
Change = Callable[[list[str], Sequence[str], random.Random], list[str]]
"""The paragraphs of an article, those of another article, and chance → the paragraphs of the copy."""


def first_words(paragraphs: Sequence[str], share: float) -> list[str]:
    """The paragraphs up to this share of the words."""
    words = "\n".join(paragraphs).split(" ")
    return " ".join(words[: round(len(words) * share)]).split("\n")


def cut_a_third(paragraphs: list[str], other: Sequence[str], chance: random.Random) -> list[str]:
    """The article without its last third."""
    return first_words(paragraphs, 2 / 3)


def cut_half(paragraphs: list[str], other: Sequence[str], chance: random.Random) -> list[str]:
    """The first half of the article."""
    return first_words(paragraphs, 1 / 2)


def reordered(paragraphs: list[str], other: Sequence[str], chance: random.Random) -> list[str]:
    """The paragraphs in another order."""
    return chance.sample(paragraphs, len(paragraphs))


def headline(paragraphs: list[str], other: Sequence[str], chance: random.Random) -> list[str]:
    """Another headline above it."""
    return [" ".join(max(other, key=len).split()[:10]), *paragraphs]


def added(paragraphs: list[str], other: Sequence[str], chance: random.Random) -> list[str]:
    """A paragraph of another article in the middle, of at most 80 words."""
    middle = len(paragraphs) // 2
    return [*paragraphs[:middle], " ".join(max(other, key=len).split()[:80]), *paragraphs[middle:]]


def reworded(paragraphs: list[str], other: Sequence[str], chance: random.Random) -> list[str]:
    """One word of thirty replaced by a word of another article."""
    strange = " ".join(other).split()
    return [
        " ".join(chance.choice(strange) if chance.random() < 1 / 30 else word for word in paragraph.split(" "))
        for paragraph in paragraphs
    ]


def edited(paragraphs: list[str], other: Sequence[str], chance: random.Random) -> list[str]:
    """A quarter cut, another headline, one word of thirty replaced."""
    return reworded(headline(first_words(paragraphs, 3 / 4), other, chance), other, chance)


def cut_to_a_third(paragraphs: list[str], other: Sequence[str], chance: random.Random) -> list[str]:
    """The first third of the article alone."""
    return first_words(paragraphs, 1 / 3)


def rewritten(paragraphs: list[str], other: Sequence[str], chance: random.Random) -> list[str]:
    """The first half, one word of fifteen replaced, a paragraph of another article added."""
    half = first_words(paragraphs, 1 / 2)
    return added(reworded(reworded(half, other, chance), other, chance), other, chance)


LIGHT: tuple[Change, ...] = (cut_a_third, cut_half, reordered, headline, added, reworded, edited)
HEAVY: tuple[Change, ...] = (cut_to_a_third, rewritten)


@dataclass(frozen=True, slots=True)
class Copy:
    """A text of the test, which article it is made of, and how."""

    text: str
    origin: int
    change: str


def split_paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, without empty ones."""
    return [part for part in re.split(r"\n\s*", text.strip()) if part.strip()]


def make_copies(texts: Sequence[str], changes: Iterable[Change]) -> list[Copy]:
    """Every article, and every change of it."""
    chance = random.Random(SEED)
    copies = [Copy(text, origin, "as it is") for origin, text in enumerate(texts)]
    for origin, text in enumerate(texts):
        other = split_paragraphs(texts[(origin + 1) % len(texts)])
        for change in changes:
            changed = change(split_paragraphs(text), other, chance)
            copies.append(Copy("\n\n".join(changed), origin, change.__name__))
    return copies


def find_pairs(sketches: Sequence[Sketch]) -> tuple[set[Pair], int]:
    """The pairs of alike texts, by their places, and how many pairs were compared for that."""
    shelves: dict[int, list[int]] = defaultdict(list)
    found: set[Pair] = set()
    compared = 0
    for place, own in enumerate(sketches):
        shared = Counter(earlier for key in own.keys for earlier in shelves[key])
        candidates = {each for each, count in shared.items() if count >= min(LEAST_SHARED, len(own.keys))}
        compared += len(candidates)
        found |= {(earlier, place) for earlier in candidates if likeness(sketches[earlier], own) >= ALIKE}
        for key in own.keys:
            if len(shelves[key]) < MOST_OF_A_KEY:
                shelves[key].append(place)
    return found, compared


def measure_pairs(copies: Sequence[Copy]) -> dict[str, float]:
    """Precision over all pairs of texts, and recall of each change against its article."""
    found, compared = find_pairs([sketch(copy.text) for copy in copies])
    right = [pair for pair in found if copies[pair[0]].origin == copies[pair[1]].origin]
    figures: dict[str, float] = {
        "texts": len(copies), "pairs found": len(found), "pairs compared": compared,
        "precision": len(right) / max(len(found), 1),
    }  # fmt: skip
    changed = [(place, copy) for place, copy in enumerate(copies) if copy.change != "as it is"]
    for change in dict.fromkeys(copy.change for _, copy in changed):
        pairs = [(copy.origin, place) for place, copy in changed if copy.change == change]
        figures[f"recall {change}"] = sum(pair in found for pair in pairs) / len(pairs)
    figures["recall"] = sum((copy.origin, place) in found for place, copy in changed) / len(changed)
    return figures


def measure_articles(texts: Sequence[str]) -> dict[str, float]:
    """How alike different articles are at most, and how many pairs of them are taken for copies."""
    sketches = [sketch(text) for text in texts]
    highest = max(likeness(one, other) for one, other in combinations(sketches, 2))
    return {"highest likeness": highest, "pairs found": len(find_pairs(sketches)[0])}


def measure_speed(texts: Sequence[str], sizes: Sequence[int]) -> dict[str, Mapping[str, float]]:
    """Milliseconds for each text in collections of growing size, made of paragraphs drawn from all articles."""
    chance = random.Random(SEED)
    pool = [paragraph for text in texts for paragraph in split_paragraphs(text)]
    figures: dict[str, Mapping[str, float]] = {}
    for size in sizes:
        mixed = ["\n\n".join(chance.sample(pool, 12)) for _ in range(size)]
        started = time.perf_counter()
        sketches = [sketch(text) for text in mixed]
        sketched = time.perf_counter()
        _, compared = find_pairs(sketches)
        found = time.perf_counter()
        figures[str(size)] = {
            "milliseconds to sketch": round((sketched - started) * 1000 / size, 3),
            "milliseconds to find": round((found - sketched) * 1000 / size, 3),
            "compared per text": round(compared / size, 3),
        }
    return figures


def main() -> None:
    """Measure, print and keep the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--sizes", type=int, nargs="*", default=[2_000, 8_000, 32_000])
    options = parser.parse_args()
    rows = [json.loads(line)["text"] for line in options.articles.read_text(encoding="utf-8").splitlines()]
    texts = [text for text in rows if len(text.split()) >= SHORTEST]
    results = {
        "articles": len(texts), "threshold": ALIKE,
        "different articles": measure_articles(texts),
        "light changes": measure_pairs(make_copies(texts, LIGHT)),
        "heavy changes": measure_pairs(make_copies(texts, HEAVY)),
        "speed by number of texts": measure_speed(texts, options.sizes),
    }  # fmt: skip
    text = json.dumps(results, indent=2)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
