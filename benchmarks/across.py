"""Measure identities across articles against MEANTIME: `python -m benchmarks.across FOLDER` (its cross-document part).

MEANTIME (Minard et al. 2016; CC BY 4.0) tells for 120 Wikinews articles which mentions of people, bodies and places are
the same thing in all of them. Read here are the articles, as raw text, and what is asked is whether two entities of
different articles that stand for annotated things are one identity just when the things are one.
"""

import argparse
import json
import xml.etree.ElementTree as ElementTree
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from onrecord.model import Document, Record
from onrecord.read import read_documents
from onrecord.resolve.clusters import Identity, choose, key_of
from onrecord.resolve.identity import Profile, keys, merge
from onrecord.resolve.profiles import describe

RESULTS = Path(__file__).parent / "results" / "across.json"
TYPES = frozenset({"PER", "ORG", "LOC"})
CLOSING, OPENING = frozenset(",.;:!?)]’'%"), frozenset("([$“‘")


@dataclass(frozen=True, slots=True)
class Article:
    """An article as text, and by the places of each annotated mention the thing that it stands for."""

    document: Document
    things: Mapping[tuple[int, int], str]


def read_article(path: Path) -> Article:
    """The text put together from its words, sentence by sentence, and the mentions of annotated things."""
    tree = ElementTree.parse(path).getroot()
    text, places, sentence = "", {}, "0"
    for token in tree.iter("token"):
        word = token.text or ""
        if token.get("sentence") != sentence:
            text, sentence = text + "\n", token.get("sentence") or ""
        elif text and word[0] not in CLOSING and text[-1] not in OPENING and not word.startswith(("'", "n't")):
            text += " "
        places[token.get("t_id")] = (len(text), len(text) + len(word))
        text += word
    mentions = {
        mention.get("m_id"): (
            min(places[anchor.get("t_id")][0] for anchor in anchors),
            max(places[anchor.get("t_id")][1] for anchor in anchors),
        )
        for mention in tree.iter("ENTITY_MENTION")
        if (anchors := list(mention.iter("token_anchor")))
    }
    things = {
        thing.get("m_id"): thing.get("instance_id")
        for thing in tree.iter("ENTITY")
        if thing.get("instance_id") and thing.get("ent_type") in TYPES
    }
    named = {}
    for relation in tree.iter("REFERS_TO"):
        target = next(iter(relation.iter("target"))).get("m_id")
        if target in things:
            named |= {
                mentions[source.get("m_id")]: things[target] or ""
                for source in relation.iter("source")
                if source.get("m_id") in mentions
            }
    return Article(Document(id=path.stem, text=text), named)


def thing_of(record: Record, entity_id: str, things: Mapping[tuple[int, int], str]) -> str | None:
    """The annotated thing that most of the entity's named mentions stand for; they end where the annotated ones do."""
    entity = next(entity for entity in record.entities if entity.id == entity_id)
    counts = Counter(
        thing
        for mention in entity.mentions
        if mention.form == "name"
        for (start, end), thing in things.items()
        if end == mention.span.end and abs(start - mention.span.start) <= 4
    )
    return counts.most_common(1)[0][0] if counts else None


def resolve(profiles: Sequence[tuple[str, Profile]]) -> dict[str, int]:
    """The identity that each entity gets, the entities taken one after the other."""
    known: dict[int, Identity] = {}
    shelves: dict[str, set[int]] = defaultdict(set)
    joined: dict[str, int] = {}
    for number, (key, profile) in enumerate(profiles):
        near = sorted({identity for each in keys(profile) for identity in shelves[each]} & known.keys())
        choice = choose(key, profile, [known[identity] for identity in near])
        home = number if choice.identity is None else choice.identity
        own = Identity(home, profile, frozenset({key}))
        for other in (home, *choice.merged):
            if other in known:
                gone = known.pop(other)
                own = Identity(home, merge(gone.profile, own.profile), own.members | gone.members)
        known[home] = own
        joined |= dict.fromkeys(own.members, home)
        for each in keys(own.profile):
            shelves[each].add(home)
    return joined


def pairs(articles: Sequence[Article]) -> Iterator[tuple[str, str, str, bool, bool]]:
    """For entities of different articles: both, their kind, whether they are one identity, whether one thing."""
    profiles: list[tuple[str, Profile]] = []
    things: dict[str, str] = {}
    for article, record in zip(articles, read_documents([article.document for article in articles]), strict=True):
        for entity_id, profile in describe(record).items():
            key = key_of(article.document.id, entity_id)
            profiles.append((key, profile))
            if thing := thing_of(record, entity_id, article.things):
                things[key] = thing
    joined, kinds = resolve(profiles), dict(profiles)
    for one, other in combinations(things, 2):
        if one.rpartition(":")[0] != other.rpartition(":")[0]:
            yield (
                f"{one} {kinds[one].names}", f"{other} {kinds[other].names}", kinds[one].kind,
                joined[one] == joined[other], things[one] == things[other],
            )  # fmt: skip


def main() -> None:
    """Measure, print and keep the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="print the pairs that come out wrong, and keep nothing")
    options = parser.parse_args()
    articles = [read_article(path) for path in sorted(options.folder.rglob("*.xml"))]
    found = list(pairs(articles))
    if options.errors:
        for one, other, _, same, thing in found:
            if same != thing:
                print("missed" if thing else "wrong", one, other, sep="\n   ")
        return
    results: dict[str, object] = {"articles": len(articles)}
    for kind in ("all", *sorted({kind for _, _, kind, _, _ in found})):
        own = [(same, thing) for _, _, other, same, thing in found if kind in ("all", other)]
        right = sum(same and thing for same, thing in own)
        results[kind] = {
            "pairs of one thing": sum(thing for _, thing in own),
            "precision": round(right / max(1, sum(same for same, _ in own)), 4),
            "recall": round(right / max(1, sum(thing for _, thing in own)), 4),
        }
    text = json.dumps(results, indent=2)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
