"""Read PolNeAR's attributions and score acts of reporting against them: sources, cues, contents."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from training.scores import Count

ROLES = ("source", "cue", "content")
Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution as sets of words, numbered through the text; an empty set where the role is not expressed."""

    source: Words
    cue: Words
    content: Words


@dataclass(frozen=True, slots=True)
class Attributed:
    """An article, and the characters of each role of each attribution."""

    name: str
    text: str
    said: tuple[Mapping[str, tuple[tuple[int, int], ...]], ...]


def read_polnear(data: Path) -> Iterator[Attributed]:
    """The articles with the attributions of their first annotator."""
    folder = data / "polnear-dev"
    for path in sorted((folder / "text").glob("*.txt")):
        notes = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if notes:
            yield Attributed(path.stem, path.read_text(encoding="utf-8"), tuple(_read_notes(notes[0])))


def _read_notes(path: Path) -> Iterator[Mapping[str, tuple[tuple[int, int], ...]]]:
    """The attributions of a brat standoff file."""
    spans: dict[str, tuple[tuple[int, int], ...]] = {}
    events: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"(T\d+)\t\S+ ([\d ;]+)\t", line):
            parts = [part.split() for part in match[2].split(";")]
            spans[match[1]] = tuple((int(start), int(end)) for start, end in parts)
        elif line.startswith("E"):
            events.append(line.split("\t")[1])
    for event in events:
        found: dict[str, tuple[tuple[int, int], ...]] = {}
        for part in event.split():
            role, _, key = part.partition(":")
            role = role.lower().rstrip("0123456789")
            if role in ROLES and key in spans:
                found[role] = (*found.get(role, ()), *spans[key])
        if found:
            yield found


@dataclass(slots=True)
class AttributionCounts:
    """Counts by role: `overlap` of attributions paired one to one, `words` shared, and `exact` contents.

    `whole` counts attributions that express all three roles: right when each of the three overlaps in one pair.
    """

    overlap: Mapping[str, Count] = field(default_factory=lambda: {role: Count() for role in ROLES})
    words: Mapping[str, Count] = field(default_factory=lambda: {role: Count() for role in ROLES})
    exact: Count = field(default_factory=Count)
    whole: Count = field(default_factory=Count)

    def add(self, found: Sequence[Said], wanted: Sequence[Said]) -> None:
        """Count one article. A role is right when it shares a word with that of the attribution it is paired with."""
        pairs = pair(found, wanted)
        for role in ROLES:
            right = sum(bool(getattr(a, role) & getattr(b, role)) for a, b in pairs)
            ours, theirs = ([words for said in side if (words := getattr(said, role))] for side in (found, wanted))
            self.overlap[role].add_parts(right, len(ours), right, len(theirs))
            self.words[role].add(frozenset().union(*ours), frozenset().union(*theirs))
        exact = sum(a.content == b.content and bool(a.content) for a, b in pairs)
        self.exact.add_parts(exact, sum(bool(a.content) for a in found), exact, sum(bool(b.content) for b in wanted))
        whole = sum(all(getattr(a, role) & getattr(b, role) for role in ROLES) for a, b in pairs)
        full = [sum(all(getattr(said, role) for role in ROLES) for said in side) for side in (found, wanted)]
        self.whole.add_parts(whole, full[0], whole, full[1])


def pair(found: Sequence[Said], wanted: Sequence[Said]) -> list[tuple[Said, Said]]:
    """Attributions paired one to one, those that share the most first: the cue counts as much as the content."""

    def share(a: Words, b: Words) -> float:
        return len(a & b) / len(a | b) if a & b else 0.0

    ranked = sorted(
        (
            (share(a.cue, b.cue) + share(a.content, b.content) + 0.1 * share(a.source, b.source), i, j)
            for i, a in enumerate(found)
            for j, b in enumerate(wanted)
            if a.cue & b.cue or a.content & b.content
        ),
        reverse=True,
    )
    ours, theirs, pairs = set[int](), set[int](), []
    for _, i, j in ranked:
        if i not in ours and j not in theirs:
            ours.add(i)
            theirs.add(j)
            pairs.append((found[i], wanted[j]))
    return pairs


def as_words(roles: Mapping[str, Sequence[tuple[int, int]]], places: Sequence[tuple[int, int]], text: str) -> Said:
    """Roles given as characters as the words that lie in them; signs are no words, but a colon can be a cue."""

    def inside(role: str) -> Words:
        spans = roles.get(role, ())
        words = [n for n, (start, end) in enumerate(places) if any(a < end and start < b for a, b in spans)]
        spoken = frozenset(n for n in words if any(ch.isalnum() for ch in text[slice(*places[n])]))
        return spoken or frozenset(words if role == "cue" else ())

    return Said(inside("source"), inside("cue"), inside("content"))
