"""Measure who is taken for whom: `python -m benchmarks.identity RECORDS.jsonl` (`onrecord read --format jsonl`).

Pairs are made of what was read in real articles: the same full name in two articles is one person or body; a name in
another form and the context of another article is one, too; the same name in the context of somebody else is a
namesake; two names that share a surname are two people. What no reader could tell (no context at all) is not asked.
"""

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from onrecord.export.jsonl import read_line
from onrecord.names import is_monarch, normalise
from onrecord.resolve.bodies import is_common_name
from onrecord.resolve.identity import Profile, compare, keys
from onrecord.resolve.profiles import describe

RESULTS = Path(__file__).parent / "results" / "identity.json"
SEED = 20_260_101
MOST_PAIRS = 6
"""Of one name, so that the most famous does not decide the figures."""
CYRILLIC = (
    ("sch", "ш"), ("sh", "ш"), ("ch", "ч"), ("ph", "ф"), ("th", "т"), ("ck", "к"), ("ee", "и"), ("oo", "у"),
    ("ce", "се"), ("ci", "си"), ("cy", "си"), ("x", "кс"),
    *zip("abcdefghijklmnopqrstuvwyz", "абкдефгхийклмнопкрстуввйз", strict=True),
)  # fmt: skip
"""How names are spelled in Cyrillic, roughly: digraphs first."""
Change = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two profiles, whether they are the same, and how the pair was made."""

    one: Profile
    other: Profile
    same: bool
    made: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A profile and the article that it was read in."""

    article: str
    profile: Profile
    name: str


def read_profiles(path: Path) -> list[Seen]:
    """The profiles of all people and bodies that have a full name, or for bodies a name of their own."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = read_line(line)
        names = {entity.id: entity.name for entity in record.entities}
        for key, profile in describe(record).items():
            if is_full(profile, names[key]):
                found.append(Seen(record.document.id, profile, names[key]))
    return found


def is_full(profile: Profile, name: str) -> bool:
    """True for a person's name of two or three plain words, and for a body's name that is not borne everywhere.

    A monarch has no surname that could stand first, alone or behind an initial.
    """
    words = name.split()
    if profile.kind == "person":
        plain = all(word[:1].isupper() and word.replace("-", "").isalpha() for word in words)
        return len(words) in (2, 3) and plain and not is_monarch(words)
    return profile.kind == "organization" and len(words) > 1 and not is_common_name(name)


def telling(one: Profile, other: Profile) -> bool:
    """True when a reader can see that the contexts are of two things: other countries, or other offices."""
    if one.country and other.country and one.country != other.country:
        return True
    words = [{title.words for title in profile.titles} for profile in (one, other)]
    return bool(words[0] and words[1] and not words[0] & words[1])


def shares(one: Profile, other: Profile) -> bool:
    """True when two contexts have something in common that speaks for one thing: two fellows, or an office."""
    offices = {title for title in one.titles if title.country or title.body} & set(other.titles)
    return bool(offices) or len(set(one.fellows) & set(other.fellows)) >= 2


def turned(name: str) -> str | None:
    """The surname first."""
    words = name.split()
    return f"{words[-1]} {' '.join(words[:-1])}"


def in_cyrillic(name: str) -> str | None:
    """The name in Cyrillic letters."""
    written = normalise(name)
    for latin, letter in CYRILLIC:
        written = written.replace(latin, letter)
    return written.title()


def with_middle(name: str) -> str | None:
    """A middle initial more."""
    words = name.split()
    return f"{words[0]} Q. {words[1]}" if len(words) == 2 else None


def initial(name: str) -> str | None:
    """The first name cut to its initial."""
    words = name.split()
    return f"{words[0][0]}. {words[-1]}"


def surname(name: str) -> str | None:
    """The surname alone."""
    return name.split()[-1]


VARIANTS: Mapping[str, Change] = {"surname first": turned, "Cyrillic": in_cyrillic, "middle initial": with_middle}
SHORTER: Mapping[str, Change] = {"initial": initial, "bare surname": surname}


def make_pairs(seen: Sequence[Seen]) -> Iterator[Pair]:
    """All pairs, the same ones for the same records."""
    chance = random.Random(SEED)
    by_name: dict[tuple[str, str], list[Seen]] = defaultdict(list)
    for each in seen:
        by_name[each.profile.kind, normalise(each.name)].append(each)
    for (kind, _), found in sorted(by_name.items()):
        pairs = [(one, other) for one, other in combinations(found, 2) if one.article != other.article]
        for one, other in chance.sample(pairs, min(len(pairs), MOST_PAIRS)):
            yield Pair(one.profile, other.profile, True, f"{kind}: two articles")
            if kind == "person":
                yield from other_forms(one, other)
    yield from namesakes(seen, chance)
    yield from shared_surnames(seen)


def other_forms(one: Seen, other: Seen) -> Iterator[Pair]:
    """The name in another form, in the context of another article; a shorter one only where the contexts fit."""
    for name, change in VARIANTS.items():
        if changed := change(other.name):
            yield Pair(one.profile, replace(other.profile, names=(changed,)), True, f"person: {name}")
    if shares(one.profile, other.profile):
        for name, change in SHORTER.items():
            yield Pair(one.profile, replace(other.profile, names=(change(other.name) or "",)), True, f"person: {name}")


def namesakes(seen: Sequence[Seen], chance: random.Random) -> Iterator[Pair]:
    """A name in the context of somebody else: in full where the contexts tell, as a bare surname anywhere."""
    for each in seen:
        stranger = chance.choice(seen)
        if stranger.article == each.article or stranger.profile.kind != each.profile.kind or stranger.name == each.name:
            continue
        kind = each.profile.kind
        if telling(each.profile, stranger.profile) and not shares(each.profile, stranger.profile):
            yield Pair(each.profile, replace(stranger.profile, names=each.profile.names), False, f"{kind}: namesake")
        if kind == "person" and not shares(each.profile, stranger.profile):
            bare = replace(stranger.profile, names=(surname(each.name) or "",))
            yield Pair(each.profile, bare, False, "person: surname of a stranger")


def shared_surnames(seen: Sequence[Seen]) -> Iterator[Pair]:
    """People of different first names and one surname, of any two articles."""
    by_surname: dict[str, list[Seen]] = defaultdict(list)
    for each in seen:
        if each.profile.kind == "person":
            by_surname[normalise(each.name).split()[-1]].append(each)
    for family in by_surname.values():
        once = {normalise(each.name): each for each in family}.values()
        for one, other in combinations(once, 2):
            firsts = {normalise(each.name).split()[0] for each in (one, other)}
            if len(firsts) == 2 and len({first[0] for first in firsts}) == 2:
                yield Pair(one.profile, other.profile, False, "person: relative")


def is_taken(pair: Pair) -> bool:
    """True when the two are found under a common key and taken for one."""
    return bool(set(keys(pair.one)) & set(keys(pair.other))) and compare(pair.one, pair.other).same


def measure(pairs: Sequence[Pair]) -> dict[str, object]:
    """Precision and recall over all pairs, and the share that is right of each kind of pair."""
    taken = [(pair, is_taken(pair)) for pair in pairs]
    right = sum(pair.same and one for pair, one in taken)
    kinds = sorted({(pair.made, pair.same) for pair in pairs})
    by_kind = {}
    for made, same in kinds:
        own = [one for pair, one in taken if (pair.made, pair.same) == (made, same)]
        by_kind[made] = {"same": same, "pairs": len(own), "right": round(sum(one == same for one in own) / len(own), 4)}
    return {
        "pairs": len(pairs),
        "precision": round(right / max(1, sum(one for _, one in taken)), 4),
        "recall": round(right / max(1, sum(pair.same for pair in pairs)), 4),
        "kinds of pairs": by_kind,
    }


def main() -> None:
    """Measure, print and keep the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=Path)
    parser.add_argument("--errors", action="store_true", help="print the pairs that come out wrong, and keep nothing")
    options = parser.parse_args()
    pairs = list(make_pairs(read_profiles(options.records)))
    if options.errors:
        for pair in pairs:
            if is_taken(pair) != pair.same:
                print(pair.made, compare(pair.one, pair.other), pair.one.names, pair.other.names, sep="\n   ")
        return
    text = json.dumps(measure(pairs), indent=2)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
