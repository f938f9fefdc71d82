"""Read GUM's open genres: trees, names, kinds of things, coreference, and the attributions of its discourse trees."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.corpora import ANY_NAME, Act, Annotated, Doc, Mention, from_rows, read_rows

GUM_THINGS = {"substance": "object", "animal": "object", "plant": "object"}
GUM_NAMES = {"person": "person", "organization": "organization", "place": "place", "event": "occasion"}
LINKS = ("coref", "ana", "cata", "appos", "pred", "disc", "sgl")
ENTITY = re.compile(r"\((?P<open>[^-()]+)-(?P<kind>[a-z]+)-(?P<rest>[^()]*)(?P<single>\))?|(?P<close>[^-()]+)\)")


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity span of one GUM sentence: words counted from 0, both ends inclusive, kind, chain, link."""

    first: int
    last: int
    kind: str
    chain: str
    link: str


def gum_entities(rows: Sequence[Sequence[str]]) -> list[Entity]:
    """The entity spans of one GUM sentence."""
    spans: list[Entity] = []
    stack: dict[str, list[tuple[int, str, str]]] = {}
    for position, row in enumerate(rows):
        found = re.search(r"(?:^|\|)Entity=([^|]+)", row[9])
        for match in ENTITY.finditer(found.group(1)) if found else ():
            if match["close"]:
                start, kind, link = stack[match["close"]].pop()
                spans.append(Entity(start, position, kind, _chain(match["close"]), link))
                continue
            parts = match["rest"].split("-")
            link = next((part for part in parts if part in LINKS), "coref")
            if match["single"]:
                spans.append(Entity(position, position, match["kind"], _chain(match["open"]), link))
            else:
                stack.setdefault(match["open"], []).append((position, match["kind"], link))
    return spans


def _chain(name: str) -> str:
    """The chain of an entity, without the count of its parts where it is discontinuous ("12[1/2]")."""
    return name.partition("[")[0]


def gum_split(data: Path) -> dict[str, str]:
    """Document name → split, from GUM's own list."""
    splits: dict[str, str] = {}
    current = ""
    for line in (data / "gum" / "splits.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            current = line[3:].strip()
        elif line.strip().startswith("* "):
            splits[line.strip()[2:]] = current
    return splits


def read_gum(data: Path, split: str, *, genres: Sequence[str] = ()) -> list[Doc]:
    """GUM's documents of a split with their trees, names and the kind of thing at the head of each mention."""
    splits = gum_split(data)
    docs: list[Doc] = []
    for path in sorted((data / "gum").glob("*.conllu")):
        if splits.get(path.stem) != split or (genres and path.stem.split("_")[1] not in genres):
            continue
        sentences = [rows for _, rows in read_rows(path)]
        acts = find_acts(sentences)
        docs.append(tuple(_gum_sentence(rows, acts.get(number, ())) for number, rows in enumerate(sentences)))
    return docs


def _gum_sentence(rows: Sequence[Sequence[str]], acts: Sequence[Act]) -> Annotated:
    sentence = from_rows(rows)
    spans = sorted(gum_entities(rows), key=lambda span: span.last - span.first, reverse=True)
    things = ["none"] * len(rows)
    mentions: dict[int, Mention] = {}
    for span in spans:
        head = mention_head(sentence, span.first, span.last)
        things[head] = GUM_THINGS.get(span.kind, span.kind)
        mentions[head] = Mention(span.first, span.last, head, span.chain, span.link)
    cues = ["O"] * len(rows)
    for act in acts:
        for number, word in enumerate(act.cue):
            cues[word] = "I" if number and act.cue[number - 1] == word - 1 else "B"
    return replace(
        sentence,
        names=_gum_names(sentence, spans),
        things=tuple(things),
        cues=tuple(cues),
        acts=tuple(acts),
        mentions=tuple(mentions[head] for head in sorted(mentions)),
    )


def _gum_names(sentence: Annotated, spans: Sequence[Entity]) -> tuple[frozenset[str], ...]:
    names = [frozenset({"O"}) if pos != "PROPN" else ANY_NAME for pos in sentence.upos]
    taken: set[int] = set()
    for span in spans:
        head = mention_head(sentence, span.first, span.last)
        inside = name_words(sentence, span.first, span.last, head, span.kind)
        if not inside or taken & set(inside) or span.kind == "time":
            continue
        taken.update(inside)
        label = GUM_NAMES.get(span.kind, "other")
        if span.kind == "person" and "Number=Plur" in sentence.feats[head]:
            label = "group"
        for number, word in enumerate(inside):
            names[word] = frozenset({f"{'I' if number else 'B'}-{label}"})
    return tuple(names)


def mention_head(sentence: Annotated, first: int, last: int) -> int:
    """The word of the span whose head lies outside it."""
    for word in range(first, last + 1):
        if not first <= sentence.heads[word] - 1 <= last:
            return word
    return last


def name_words(sentence: Annotated, first: int, last: int, head: int, kind: str) -> list[int]:
    """The stretch around the head that is the bare name, or nothing when the head is no proper noun."""
    if sentence.upos[head] != "PROPN":
        return []
    links = {"of", "for", "and", "the", "&", "-", "on", "de", "."} if kind != "person" else {"-", "de", "."}

    def belongs(word: int) -> bool:
        own = sentence.heads[word] - 1
        if kind == "person":
            return (
                sentence.upos[word] == "PROPN"
                and (word == head or own == head)
                and (word == head or sentence.deprels[word] in ("flat", "compound"))
            )
        return sentence.upos[word] == "PROPN" and sentence.deprels[word] not in (
            "nmod:desc",
            "nmod:poss",
            "appos",
            "conj",
        )

    start = end = head
    while start > first and belongs(start - 1):
        start -= 1
    probe = head + 1
    while probe <= last:
        if belongs(probe):
            end = probe
        elif sentence.words[probe].lower() not in links:
            break
        probe += 1
    return list(range(start, end + 1))


EDGE = re.compile(r"(?P<name>[a-z-]+):(?P<own>\d+)->(?P<head>\d+):(?P<depth>\d+)(?::\d+)?:(?P<signals>.*)")
SIGNAL = re.compile(r"(?P<kind>[a-z]+-[a-z]+)-(?P<words>\d[\d,-]*)-(?:_|gold)$")


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge of the discourse dependencies: unit → head unit; edges of less depth are closer to their head."""

    name: str
    own: int
    head: int
    depth: int
    signals: Mapping[str, tuple[int, ...]]


def read_edges(misc: str) -> Iterator[Edge]:
    """The discourse edges in the last column of the first word of a unit, the unit's own first."""
    found = re.search(r"(?:^|\|)Discourse=([^|]+)", misc)
    for part in found.group(1).split(";") if found else ():
        match = EDGE.match(part)
        if match:
            signals: dict[str, tuple[int, ...]] = {}
            for signal in match["signals"].split("+"):
                own = SIGNAL.match(signal)
                if own:
                    signals[own["kind"]] = (*signals.get(own["kind"], ()), *read_ranges(own["words"]))
            yield Edge(match["name"], int(match["own"]), int(match["head"]), int(match["depth"]), signals)


def read_ranges(text: str) -> Iterator[int]:
    """The numbers of "647-651,653": 647 to 651, and 653."""
    for part in text.split(","):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def find_acts(sentences: Sequence[Sequence[Sequence[str]]]) -> dict[int, list[Act]]:
    """The attributions of a document, by the number of the sentence that holds their cue."""
    place = [(number, word) for number, rows in enumerate(sentences) for word in range(len(rows))]
    units: dict[int, list[tuple[int, int]]] = {}
    primary: dict[int, Edge] = {}
    attributions: list[Edge] = []
    current = 0
    for number, word in place:
        edges = list(read_edges(sentences[number][word][9]))
        if edges or "Discourse=ROOT" in sentences[number][word][9]:
            current = edges[0].own if edges else current + 1
            if edges:
                primary[current] = edges[0]
        attributions.extend(edge for edge in edges if edge.name.startswith("attribution"))
        units.setdefault(current, []).append((number, word))
    acts: dict[int, list[Act]] = {}
    for edge in attributions:
        found = _act(edge, place, units, primary)
        if found:
            acts.setdefault(found[0], []).append(found[1])
    return acts


def _act(
    edge: Edge,
    place: Sequence[tuple[int, int]],
    units: Mapping[int, Sequence[tuple[int, int]]],
    primary: Mapping[int, Edge],
) -> tuple[int, Act] | None:
    marks = [*edge.signals.get("lex-indph", ()), *edge.signals.get("lex-indwd", ())]
    cue = sorted({place[word - 1] for word in marks if 0 < word <= len(place)} & set(units.get(edge.own, ())))
    if not cue:
        return None
    home = cue[0][0]
    source = {place[word - 1] for word in edge.signals.get("sem-atsrc", ()) if 0 < word <= len(place)}
    inside = {edge.head}
    for own in sorted(primary):
        up = primary[own]
        if own != edge.own and (up.depth < edge.depth if up.head == edge.head else up.head in inside):
            inside.add(own)
    sentence = units[edge.head][0][0] if edge.head in units else -1
    content = {word for own in inside for word in units.get(own, ()) if word[0] == sentence} - set(units[edge.own])
    if not content:
        return None
    return home, Act(
        cue=tuple(word for number, word in cue if number == home),
        source=frozenset((number - home, word) for number, word in source) if source else None,
        content=frozenset((number - home, word) for number, word in content),
    )
