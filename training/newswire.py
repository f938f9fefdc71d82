"""Read the corpora of news and reports that have no trees: MEANTIME, re3d and Re-DocRED."""

import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from onrecord.language.sentences import split
from onrecord.places import country_of_adjective, country_of_name
from training.corpora import ANY_NAME, Act, Annotated, Doc, Mention

LINK_WORDS = frozenset(
    {"of", "and", "the", "for", "on", "de", "&", "'s", "-", "al", "bin", "van", "von", "da", "la", "el"}
)
AFTER_HEAD = frozenset(
    {",", "of", "in", "for", "to", "by", "with", "at", "on", "from", "that", "which", "who", "(", "between"}
)
SMALL_FREE = frozenset({"O", "B-other", "I-other", "B-group", "I-group", "B-occasion", "I-occasion"})
TITLE_WORDS = frozenset(
    """
    president minister secretary ambassador general prime chancellor king queen prince senator mr mrs ms dr sir lord
    chief director commander colonel captain lieutenant admiral spokesman spokeswoman spokesperson deputy vice acting
    former governor mayor envoy representative foreign chairman major sergeant sheikh sheik imam officer judge justice
    """.split()
)


def as_tags(words: int, kinds: Iterable[str]) -> list[frozenset[str]]:
    """Tags of a name of so many words that may be of several kinds."""
    own = tuple(kinds)
    return [frozenset(f"{'I' if number else 'B'}-{kind}" for kind in own) for number in range(words)]


def open_names(words: Sequence[str]) -> list[frozenset[str]]:
    """Before any name is known: no name at small words with no capitalised neighbour, anything elsewhere."""

    def large(number: int) -> bool:
        return 0 <= number < len(words) and (words[number][:1].isupper() or words[number] in LINK_WORDS)

    free = []
    for number, word in enumerate(words):
        small = word[:1].islower() and word not in LINK_WORDS
        sign = not any(ch.isalnum() for ch in word) and word not in ("-", "&", ".", "'", "’")
        alone = word in LINK_WORDS and not (large(number - 1) and large(number + 1))
        stop = word == "." and number == len(words) - 1
        free.append(frozenset({"O"}) if small or sign or alone or stop else ANY_NAME)
    return free


def is_name(words: Sequence[str]) -> bool:
    """True when every word is capitalised or a word that links names, and none is a title."""
    large = all(word[:1].isupper() or word[:1].isdigit() or word in LINK_WORDS for word in words)
    rank = len(words[0]) > 2 and words[0].endswith(".") and words[0].count(".") == 1
    return (
        large
        and not rank
        and words[0][:1].isupper()
        and not any(word.lower().rstrip(".") in TITLE_WORDS for word in words)
    )


@dataclass
class _Article:
    """What one MEANTIME file holds, by its own numbers."""

    words: list[str] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    markables: dict[str, tuple[ElementTree.Element, tuple[int, ...]]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    chains: dict[str, str] = field(default_factory=dict)
    said: list[tuple[str, str]] = field(default_factory=list)
    doers: dict[str, list[str]] = field(default_factory=dict)


def _read_article(path: Path) -> _Article:
    root = ElementTree.parse(path).getroot()
    article, number = _Article(), dict[str, int]()
    for token in root.iter("token"):
        number[token.attrib["t_id"]] = len(article.words)
        article.words.append((token.text or "").strip() or "-")
        article.sentences.append(int(token.attrib["sentence"]))
    for element in root.find("Markables") or ():
        anchors = tuple(sorted(number[a.attrib["t_id"]] for a in element.iter("token_anchor")))
        article.markables[element.attrib["m_id"]] = (element, anchors)
    for relation in root.find("Relations") or ():
        sources = [s.attrib["m_id"] for s in relation.iter("source")]
        targets = [t.attrib["m_id"] for t in relation.iter("target")]
        if relation.tag == "REFERS_TO" and targets:
            kind = article.markables[targets[0]][0].attrib.get("ent_type", "")
            for source in sources:
                article.kinds[source], article.chains[source] = kind, targets[0]
        elif relation.tag == "SLINK" and sources and targets:
            article.said.append((sources[0], targets[0]))
        elif relation.tag == "HAS_PARTICIPANT" and relation.attrib.get("sem_role") == "Arg0":
            article.doers.setdefault(sources[0], []).extend(targets)
    return article


def read_meantime(data: Path) -> list[Doc]:
    """The annotated beginnings of MEANTIME's articles: names, modality, coreference, who says what."""
    folder = data / "meantime" / "intra-doc_annotation"
    return [_meantime_doc(_read_article(path)) for path in sorted(folder.rglob("*.xml"))]


def _meantime_doc(article: _Article) -> Doc:
    last = max((article.sentences[anchors[0]] for _, anchors in article.markables.values() if anchors), default=-1)
    starts: dict[int, int] = {}
    for word, sentence in enumerate(article.sentences):
        starts.setdefault(sentence, word)
    order = [sentence for sentence in starts if sentence <= last]
    index = {sentence: number for number, sentence in enumerate(order)}
    place = {w: (index[s], w - starts[s]) for w, s in enumerate(article.sentences) if s in index}
    doc = []
    for sentence in order:
        words = tuple(w for w, s in zip(article.words, article.sentences, strict=True) if s == sentence)
        doc.append(Annotated(words=words, names=tuple(open_names(words)), cues=("O",) * len(words), mentions=()))
    _lay_entities(article, place, doc)
    _lay_events(article, place, doc)
    _lay_acts(article, place, doc)
    return tuple(doc)


def _lay_entities(article: _Article, place: Mapping[int, tuple[int, int]], doc: list[Annotated]) -> None:
    kinds = {"PER": ("person",), "ORG": ("organization",), "LOC": ("place",)}
    heads: list[dict[int, Mention]] = [{} for _ in doc]
    spans = [(key, e, a) for key, (e, a) in article.markables.items() if e.tag == "ENTITY_MENTION" and a]
    for key, element, anchors in sorted(spans, key=lambda s: len(s[2]), reverse=True):
        if any(word not in place for word in anchors):
            continue
        number, first = place[anchors[0]]
        last = place[anchors[-1]][1]
        if place[anchors[-1]][0] != number:
            continue
        words = doc[number].words[first : last + 1]
        if key in article.chains:
            head = first + next((n for n, word in enumerate(words) if n and word in AFTER_HEAD), len(words)) - 1
            heads[number][head] = Mention(first, last, head, article.chains[key])
        if element.attrib.get("syntactic_type") == "NAM" and key in article.kinds:
            names = list(doc[number].names)
            good = is_name(words) and len(anchors) == last - first + 1
            own = as_tags(len(words), kinds.get(article.kinds[key], ("other", "occasion")))
            names[first : last + 1] = own if good else [ANY_NAME] * len(words)
            doc[number] = replace(doc[number], names=tuple(names))
    for number, found in enumerate(heads):
        doc[number] = replace(doc[number], mentions=tuple(found[head] for head in sorted(found)))


def _lay_events(article: _Article, place: Mapping[int, tuple[int, int]], doc: list[Annotated]) -> None:
    for element, anchors in article.markables.values():
        if element.tag != "EVENT_MENTION" or not anchors or anchors[-1] not in place:
            continue
        number, word = place[anchors[-1]]
        read = element.attrib
        values = (read.get("certainty", ""), read.get("polarity", ""), read.get("time", ""))
        facts = dict(doc[number].factuality)
        if values[0] == "CERTAIN" and values[2] == "NON_FUTURE" and read.get("special_cases") == "NONE":
            facts[word] = 2.5 if values[1] == "POS" else -2.5
        doc[number] = replace(doc[number], modality={**doc[number].modality, word: values}, factuality=facts)


def _lay_acts(article: _Article, place: Mapping[int, tuple[int, int]], doc: list[Annotated]) -> None:
    for cue_key, said_key in article.said:
        anchors = article.markables[cue_key][1] if cue_key in article.markables else ()
        target = article.markables[said_key][1] if said_key in article.markables else ()
        if not anchors or not target or any(word not in place for word in (*anchors, *target)):
            continue
        home = place[anchors[0]][0]
        source = {place[w] for key in article.doers.get(cue_key, ()) for w in article.markables[key][1] if w in place}
        content = {place[word] for word in target}
        sure = source | content | {place[word] for word in anchors}
        free = {p for p in place.values() if abs(p[0] - home) < 2} - sure
        cue = tuple(place[word][1] for word in anchors if place[word][0] == home)
        act = Act(cue, _from(home, source) if source else None, _from(home, content), _from(home, free))
        cues = list(doc[home].cues)
        for number, word in enumerate(cue):
            cues[word] = "I" if number and cue[number - 1] == word - 1 else "B"
        doc[home] = replace(doc[home], cues=tuple(cues), acts=(*doc[home].acts, act))


def _from(home: int, places: Iterable[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    return frozenset((number - home, word) for number, word in places)


def read_re3d(data: Path) -> list[Doc]:
    """re3d's reports but those from Wikipedia; only spans that are bare names decide, other capitals stay open."""
    docs = []
    for folder in sorted((data / "re3d").iterdir()):
        if folder.name == "wikipedia":
            continue
        spans: dict[str, list[tuple[int, int, str]]] = {}
        for row in read_lines(folder / "entities.json"):
            spans.setdefault(row["documentId"], []).append((row["begin"], row["end"], row["type"]))
        for row in read_lines(folder / "documents.json"):
            docs.append(_re3d_doc(row["text"], spans.get(row["_id"], [])))
    return docs


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def _re3d_doc(text: str, spans: Sequence[tuple[int, int, str]]) -> Doc:
    kinds = {"Person": "person", "Organisation": "organization", "Location": "place"}
    doc = []
    for places in split(text):
        words = tuple(text[slice(*place)] for place in places)
        names = open_names(words)
        for start, end, kind in sorted(spans, key=lambda s: s[0] - s[1]):
            inside = [n for n, (first, last) in enumerate(places) if start <= first and last <= end]
            if inside and words[inside[0]].lower() in ("the", "a", "an"):
                inside = inside[1:]
            bare = [words[n] for n in inside]
            if not bare or kind not in kinds or not is_name(bare) or any(names[n] is not ANY_NAME for n in inside):
                continue
            if is_adjective(" ".join(bare)) or words[inside[0]] in ("We", "They", "He", "She", "It", "I"):
                continue
            if kind != "Person" and _has_large_neighbour(words, inside):
                continue
            own = "place" if country_of_name(" ".join(bare)) else kinds[kind]
            names[inside[0] : inside[-1] + 1] = as_tags(len(inside), (own,))
        doc.append(Annotated(words=words, names=tuple(names)))
    return tuple(doc)


def is_adjective(name: str) -> bool:
    """True for a word that is the adjective of a country or may be one of a region."""
    if country_of_name(name):
        return False
    return country_of_adjective(name) is not None or (" " not in name and name.endswith(("an", "ese", "ish")))


def _has_large_neighbour(words: Sequence[str], inside: Sequence[int]) -> bool:
    before, after = inside[0] - 1, inside[-1] + 1
    return (before > 0 and words[before][:1].isupper()) or (after < len(words) and words[after][:1].isupper())


def read_docred(data: Path) -> list[Doc]:
    """Re-DocRED's paragraphs with their names; adjectives of countries and what it calls MISC stay open."""
    kinds = {
        "PER": ("person",),
        "ORG": ("organization",),
        "LOC": ("place",),
        "MISC": ("other", "occasion", "group", "organization"),
    }
    docs = []
    for row in json.loads((data / "re-docred" / "dev.json").read_text(encoding="utf-8")):
        sentences = [tuple(word.strip() or "-" for word in words) for words in row["sents"]]
        names = [[SMALL_FREE if tag is ANY_NAME else tag for tag in open_names(words)] for words in sentences]
        for mention in (m for entity in row["vertexSet"] for m in entity):
            first, end = mention["pos"]
            number = mention["sent_id"]
            if sentences[number][first].lower() in ("the", "a") and end > first + 1:
                first += 1
            if mention["type"] == "LOC" and is_adjective(mention["name"]):
                names[number][first:end] = [ANY_NAME] * (end - first)
            elif mention["type"] in kinds:
                names[number][first:end] = as_tags(end - first, kinds[mention["type"]])
            else:
                names[number][first:end] = [frozenset({"O"})] * (end - first)
        docs.append(tuple(Annotated(words=w, names=tuple(n)) for w, n in zip(sentences, names, strict=True)))
    return docs
