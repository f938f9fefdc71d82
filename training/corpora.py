"""Read the treebanks and name corpora into one kind of annotated document."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from onrecord.language.words import find_words

NAME_KINDS = ("person", "organization", "place", "group", "occasion", "other")
NAME_TAGS = ("O", *(f"{prefix}-{kind}" for kind in NAME_KINDS for prefix in "BI"))
THING_KINDS = ("none", "person", "organization", "place", "event", "time", "object", "abstract")
ANY_NAME = frozenset(NAME_TAGS)
POLITICS_KINDS = (
    "politician", "person", "politicalparty", "organisation", "location", "country", "election", "event", "misc",
)  # fmt: skip
POLITICS_TAGS = ("O", *(f"{prefix}-{kind}" for kind in POLITICS_KINDS for prefix in "BI"))


@dataclass(frozen=True, slots=True)
class Act:
    """One act of reporting, at the sentence that holds its cue.

    `cue` holds words of that sentence. `source` and `content` hold pairs of a sentence, counted from the cue's own,
    and a word; None where the corpus does not tell. Of `open_words` it is not known whether they are content.
    """

    cue: tuple[int, ...]
    source: frozenset[tuple[int, int]] | None
    content: frozenset[tuple[int, int]] | None
    open_words: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of something: its words, both ends inclusive, its head word, and the name of its chain in the document.

    `link` is the corpus's own name for the tie to the mention before ("ana", "appos", …).
    """

    first: int
    last: int
    head: int
    chain: str
    link: str = "coref"


@dataclass(frozen=True, slots=True)
class Annotated:
    """One sentence; a layer that its corpus does not annotate is empty.

    `heads` count words of the sentence from 1, 0 is the root. `names` holds for each word the tags that its corpus
    allows: one where it decides, several where its label set cannot tell. `factuality` maps words to -3…+3, `modality`
    maps predicates to (certainty, polarity, time). `cues` holds the BIO letters allowed for each word. `mentions` is
    None where coreference is not annotated; with `choice` the mentions are not all there are, and only a pronoun's
    choice between them is known.
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
    modality: Mapping[int, tuple[str, str, str]] = field(default_factory=dict)
    politics: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    acts: tuple[Act, ...] = ()
    mentions: tuple[Mention, ...] | None = None
    choice: bool = False


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


def recut(sentence: Annotated) -> Annotated:
    """A sentence of names only, its words cut further where the reader of raw text would ("Review-Journal")."""
    words: list[str] = []
    names: list[frozenset[str]] = []
    politics: list[str] = []
    for number, word in enumerate(sentence.words):
        parts = [word[start:end] for start, end in find_words(word)] or [word]
        for place, part in enumerate(parts):
            words.append(part)
            tags = sentence.names[number]
            names.append(frozenset("I" + tag[1:] if tag[0] == "B" else tag for tag in tags) if place else tags)
            if sentence.politics:
                tag = sentence.politics[number]
                politics.append("I" + tag[1:] if place and tag[0] == "B" else tag)
    return replace(sentence, words=tuple(words), names=tuple(names), politics=tuple(politics))


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
    names = dict(read_uner(data / "uner-ewt" / f"{split}.iob2"))
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
        politics = tuple(tag for _, tag in pairs)
        docs.append((Annotated(words=tuple(word for word, _ in pairs), names=tuple(allowed), politics=politics),))
    return docs
