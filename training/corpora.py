"""Read the treebanks and name corpora into one kind of annotated document."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

NAME_KINDS = ("person", "organization", "place", "group", "occasion", "other")
NAME_TAGS = ("O", *(f"{prefix}-{kind}" for kind in NAME_KINDS for prefix in "BI"))
THING_KINDS = ("none", "person", "organization", "place", "event", "time", "object", "abstract")
GUM_THINGS = {"substance": "object", "animal": "object", "plant": "object"}
GUM_NAMES = {"person": "person", "organization": "organization", "place": "place", "event": "occasion"}
ANY_NAME = frozenset(NAME_TAGS)


@dataclass(frozen=True, slots=True)
class Annotated:
    """One sentence; a layer that its corpus does not annotate is empty.

    `heads` count words of the sentence from 1, 0 is the root. `names` holds for each word the tags that its corpus
    allows: one where it decides, several where its label set cannot tell. `factuality` maps words to -3…+3.
    """

    words: tuple[str, ...]
    upos: tuple[str, ...] = ()
    feats: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    deprels: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    names: tuple[frozenset[str], ...] = ()
    things: tuple[str, ...] = ()
    factuality: Mapping[int, float] = field(default_factory=dict)


Doc = tuple[Annotated, ...]


def read_rows(path: Path) -> Iterator[tuple[dict[str, str], list[list[str]]]]:
    """The sentences of a CoNLL-U file: their comments, and the ten columns of each syntactic word."""
    comments: dict[str, str] = {}
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            comments[key.strip()] = value.strip()
        elif line.strip():
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
        elif rows:
            yield comments, rows
            comments, rows = {}, []


def from_rows(rows: Sequence[Sequence[str]]) -> Annotated:
    """The tree layers of one sentence."""
    column = list(zip(*rows, strict=True))
    return Annotated(
        words=tuple(column[1]),
        lemmas=tuple(column[2]),
        upos=tuple(column[3]),
        feats=tuple(column[5]),
        heads=tuple(int(head) for head in column[6]),
        deprels=tuple(column[7]),
    )


def read_treebank(path: Path) -> list[Doc]:
    """The documents of a CoNLL-U file."""
    docs: list[list[Annotated]] = []
    for comments, rows in read_rows(path):
        if "newdoc id" in comments or not docs:
            docs.append([])
        docs[-1].append(from_rows(rows))
    return [tuple(doc) for doc in docs]


def read_ewt(data: Path, split: str) -> list[Doc]:
    """English Web Treebank with Universal NER names and UDS factuality laid over it where the words agree."""
    docs = read_treebank(data / "ud-ewt" / f"{split}.conllu")
    names = {words: tags for words, tags in read_uner(data / "uner-ewt" / f"{split}.iob2")}
    facts = dict(read_factuality(data / "uds-ih2" / f"{split}.jsonl"))
    out: list[Doc] = []
    for doc in docs:
        out.append(
            tuple(
                replace(
                    s,
                    names=_allowed_uner(names[s.words], s.upos, split=split) if s.words in names else (),
                    factuality=facts.get(s.words, {}),
                )
                for s in doc
            )
        )
    return out


def read_uner(path: Path) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Words and IOB2 tags of each sentence of a Universal NER file."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("#"):
            continue
        if line.strip():
            columns = line.split("\t")
            words.append(columns[1])
            tags.append(columns[2])
        elif words:
            yield tuple(words), tuple(tags)
            words, tags = [], []


def _allowed_uner(tags: Sequence[str], upos: Sequence[str], *, split: str) -> tuple[frozenset[str], ...]:
    """Tags that UNER leaves open: it has no groups and occasions, and its train split misses organizations."""
    known = {"PER": "person", "ORG": "organization", "LOC": "place"}
    closed = frozenset(f"{prefix}-{kind}" for prefix in "BI" for kind in ("person", "place", "organization"))
    out = []
    for tag, pos in zip(tags, upos, strict=True):
        prefix, _, label = tag.partition("-")
        if label in known:
            out.append(frozenset({f"{prefix}-{known[label]}"}))
        elif pos in ("PROPN", "ADJ") or label:
            open_tags = ANY_NAME - closed
            if split == "train":
                open_tags |= {"B-organization", "I-organization"}
            out.append(open_tags)
        else:
            out.append(frozenset({"O"}) if pos in ("PUNCT", "VERB", "AUX", "PRON") else ANY_NAME - closed)
    return tuple(out)


def read_factuality(path: Path) -> Iterator[tuple[tuple[str, ...], dict[int, float]]]:
    """Words of each sentence of UDS It-Happened, and the factuality of its predicates."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield tuple(row["text"].split(" ")), {t["span1"][0]: t["label"] for t in row["targets"]}


def read_crossner(path: Path) -> list[Doc]:
    """CrossNER politics; its `misc` may be a group or any other name."""
    kinds = {
        "politician": ("person",), "person": ("person",), "politicalparty": ("organization",),
        "organisation": ("organization",), "location": ("place",), "country": ("place",),
        "election": ("occasion",), "event": ("occasion",), "misc": ("other", "group"),
    }  # fmt: skip
    docs: list[Doc] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        pairs = [line.split("\t") for line in block.split("\n") if "\t" in line]
        if not pairs:
            continue
        allowed = []
        for _, tag in pairs:
            prefix, _, label = tag.partition("-")
            allowed.append(frozenset(f"{prefix}-{kind}" for kind in kinds[label]) if label else frozenset({"O"}))
        docs.append((Annotated(words=tuple(word for word, _ in pairs), names=tuple(allowed)),))
    return docs


ENTITY = re.compile(r"\((?P<open>[^-()]+)-(?P<kind>[a-z]+)-[^()]*(?P<single>\))?|(?P<close>[^-()]+)\)")


def gum_entities(rows: Sequence[Sequence[str]]) -> list[tuple[int, int, str, str]]:
    """Entity spans `(first, last, kind, group)` of one GUM sentence, words counted from 0, both ends inclusive."""
    spans: list[tuple[int, int, str, str]] = []
    stack: dict[str, list[tuple[int, str]]] = {}
    for position, row in enumerate(rows):
        found = re.search(r"(?:^|\|)Entity=([^|]+)", row[9])
        for match in ENTITY.finditer(found.group(1)) if found else ():
            if match["close"]:
                start, kind = stack[match["close"]].pop()
                spans.append((start, position, kind, match["close"]))
            elif match["single"]:
                spans.append((position, position, match["kind"], match["open"]))
            else:
                stack.setdefault(match["open"], []).append((position, match["kind"]))
    return spans


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
        docs.append(tuple(_gum_sentence(rows) for _, rows in read_rows(path)))
    return docs


def _gum_sentence(rows: Sequence[Sequence[str]]) -> Annotated:
    sentence = from_rows(rows)
    things = ["none"] * len(rows)
    names = [frozenset({"O"}) if row[3] != "PROPN" else ANY_NAME for row in rows]
    spans = gum_entities(rows)
    for first, last, kind, _ in sorted(spans, key=lambda s: s[1] - s[0], reverse=True):
        head = mention_head(sentence, first, last)
        things[head] = GUM_THINGS.get(kind, kind)
    taken: set[int] = set()
    for first, last, kind, _ in sorted(spans, key=lambda s: s[1] - s[0], reverse=True):
        head = mention_head(sentence, first, last)
        inside = name_words(sentence, first, last, head, kind)
        if not inside or taken & set(inside) or kind == "time":
            continue
        taken.update(inside)
        label = GUM_NAMES.get(kind, "other")
        if kind == "person" and "Number=Plur" in sentence.feats[head]:
            label = "group"
        for number, word in enumerate(inside):
            names[word] = frozenset({f"{'I' if number else 'B'}-{label}"})
    return replace(sentence, names=tuple(names), things=tuple(things))


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
            return sentence.upos[word] == "PROPN" and (word == head or own == head) and (
                word == head or sentence.deprels[word] in ("flat", "compound")
            )
        return sentence.upos[word] == "PROPN" and sentence.deprels[word] not in ("nmod:desc", "nmod:poss", "appos", "conj")

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
