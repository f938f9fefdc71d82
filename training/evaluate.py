"""Measure the exported network on one test set after another; each function gives figures from 0 to 1 and counts."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.language.sentences import split
from training.corpora import Annotated, Doc, read_crossner, read_factuality, read_uner
from training.measure_raw import Raw
from training.ontogum import Rows, gold_chains, is_mention
from training.polnear import Attributed, AttributionCounts, Said, as_words
from training.reader import Reader, Reading, read_acts, read_chains, read_politics, read_words
from training.scores import Chain, ChainCounts, Count, count_chains, find_spans

UNER_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
LENGTHS = ((1, 10), (11, 20), (21, 30), (31, 40), (41, 1000))


@dataclass(slots=True)
class TreeCounts:
    """Words, and how many have the right part of speech, head, head and relation; errors by type."""

    words: int = 0
    upos: int = 0
    heads: int = 0
    labelled: int = 0
    universal: int = 0
    confused: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    by_length: dict[str, list[int]] = field(default_factory=dict)

    def add(self, sentence: Annotated, upos: Sequence[str], heads: Sequence[int], deprels: Sequence[str]) -> None:
        """Count one sentence."""
        low, high = next(span for span in LENGTHS if span[0] <= len(sentence.words) <= span[1])
        own = self.by_length.setdefault(f"{low}–{high}" if high < 1000 else f"over {low - 1}", [0, 0])
        for word in range(len(sentence.words)):
            self.words += 1
            if upos[word] == sentence.upos[word]:
                self.upos += 1
            else:
                self.confused[f"{sentence.upos[word]} read as {upos[word]}"] += 1
            right = heads[word] == sentence.heads[word]
            self.heads += right
            self.universal += right and deprels[word].partition(":")[0] == sentence.deprels[word].partition(":")[0]
            full = right and deprels[word] == sentence.deprels[word]
            self.labelled += full
            own[0] += full
            own[1] += 1
            if not full:
                self.missed[sentence.deprels[word].partition(":")[0]] += 1


def measure_trees(reader: Reader, docs: Iterable[Doc]) -> TreeCounts:
    """Trees over gold words and sentences."""
    counts = TreeCounts()
    for doc in docs:
        reading = read_words(reader, [sentence.words for sentence in doc])
        for sentence, parse in zip(doc, reading.parses, strict=True):
            counts.add(sentence, parse.upos, parse.heads, parse.deprels)
    return counts


def read_text(reader: Reader, text: str) -> tuple[list[list[tuple[int, int]]], Reading]:
    """Raw text cut by the language room's own rules, and read."""
    places = split(text)
    return places, read_words(reader, [[text[start:end] for start, end in sentence] for sentence in places])


def measure_raw_trees(reader: Reader, documents: Iterable[tuple[Raw, Doc]]) -> dict[str, Count]:
    """Words, UPOS, UAS and LAS over raw text as in the CoNLL 2018 task: universal relations, words aligned by place."""
    counts = {name: Count() for name in ("words", "upos", "uas", "las")}
    for raw, doc in documents:
        wanted: dict[str, set[tuple[object, ...]]] = {name: set() for name in counts}
        for places, sentence in zip(raw.sentences, doc, strict=True):
            _add_sentence(wanted, places, sentence.upos, sentence.heads, sentence.deprels)
        found: dict[str, set[tuple[object, ...]]] = {name: set() for name in counts}
        cut, reading = read_text(reader, raw.text)
        for own, parse in zip(cut, reading.parses, strict=True):
            _add_sentence(found, own, parse.upos, parse.heads, parse.deprels)
        for name, count in counts.items():
            count.add(found[name], wanted[name])
    return counts


def _add_sentence(
    to: Mapping[str, set[tuple[object, ...]]],
    places: Sequence[tuple[int, int]],
    upos: Sequence[str],
    heads: Sequence[int],
    deprels: Sequence[str],
) -> None:
    for word, place in enumerate(places):
        head = places[heads[word] - 1] if heads[word] else None
        to["words"].add((place,))
        to["upos"].add((place, upos[word]))
        to["uas"].add((place, head))
        to["las"].add((place, head, deprels[word].partition(":")[0]))


def measure_uner(
    reader: Reader, docs: Sequence[Doc], path: Path, *, change: Callable[[str], str] = str
) -> dict[str, Count]:
    """PER, ORG, LOC and all together, over gold words: a name counts when its words and its kind are right.

    `change` is what was done to each word of the documents.
    """
    gold = {tuple(map(change, words)): find_spans(tags) for words, tags in read_uner(path)}
    counts = {kind: Count() for kind in ("PER", "ORG", "LOC", "all")}
    for doc in docs:
        reading = read_words(reader, [sentence.words for sentence in doc])
        for sentence, parse in zip(doc, reading.parses, strict=True):
            if sentence.words not in gold:
                continue
            found = {(first, last, UNER_KINDS[kind]) for first, last, kind, _ in parse.names if kind in UNER_KINDS}
            wanted = {span for span in gold[sentence.words] if span[2] in counts}
            for kind, count in counts.items():
                count.add({s for s in found if kind in ("all", s[2])}, {s for s in wanted if kind in ("all", s[2])})
    return counts


def measure_raw_uner(reader: Reader, documents: Sequence[tuple[Raw, Doc]], path: Path) -> Count:
    """The same over raw text, names compared by their characters."""
    gold = {words: find_spans(tags) for words, tags in read_uner(path)}
    count = Count()
    for raw, doc in documents:
        wanted = {
            (places[first][0], places[last][1], kind)
            for places, sentence in zip(raw.sentences, doc, strict=True)
            for first, last, kind in gold.get(sentence.words, ())
            if kind in UNER_KINDS.values()
        }
        cut, reading = read_text(reader, raw.text)
        found = {
            (places[first][0], places[last][1], UNER_KINDS[kind])
            for places, parse in zip(cut, reading.parses, strict=True)
            for first, last, kind, _ in parse.names
            if kind in UNER_KINDS
        }
        count.add(found, wanted)
    return count


def measure_crossner(reader: Reader, path: Path) -> dict[str, Count]:
    """The nine political kinds, over gold words; "all" is the micro average."""
    counts = {"all": Count()}
    for number, (sentence,) in enumerate(read_crossner(path)):
        reading = read_words(reader, [sentence.words])
        found = {(number, *name[1:]) for name in read_politics(reader, reading)}
        wanted = {(number, *span) for span in find_spans(sentence.politics)}
        counts["all"].add(found, wanted)
        for kind in {str(span[3]) for span in found | wanted}:
            own = counts.setdefault(kind, Count())
            own.add({s for s in found if s[3] == kind}, {s for s in wanted if s[3] == kind})
    return counts


def measure_coreference(reader: Reader, documents: Iterable[Sequence[Rows]]) -> ChainCounts:
    """Chains over gold words, mentions found by the network, in the manner of OntoGUM."""
    counts = count_chains()
    for sentences in documents:
        reading = read_words(reader, [tuple(row[1] for row in rows) for rows in sentences])
        counts.add(found_chains(reader, reading), gold_chains(sentences))
    return counts


def found_chains(reader: Reader, reading: Reading) -> list[Chain]:
    """The chains that OntoNotes would have of those found: no singletons, predicates, appositions or clauses."""
    references, numbers = read_chains(reader, reading)
    starts = [0]
    for words in reading.words:
        starts.append(starts[-1] + len(words))
    chains: dict[int, set[tuple[int, int]]] = {}
    for reference, number in zip(references, numbers, strict=True):
        parse, head = reading.parses[reference.sentence], reference.head - starts[reference.sentence]
        predicate = any(up == head + 1 and rel == "cop" for up, rel in zip(parse.heads, parse.deprels, strict=True))
        wanted = is_mention(parse.upos, parse.deprels, head) and parse.deprels[head].partition(":")[0] != "appos"
        if wanted and not predicate:
            chains.setdefault(number, set()).add((reference.first, reference.last))
    return [frozenset(chain) for chain in chains.values() if len(chain) > 1]


def network_acts(reader: Reader, text: str, *, bonus: float = 0.0) -> tuple[list[tuple[int, int]], list[Said]]:
    """The places of the words of a raw text, and the network's own acts of reporting over them."""
    cut, reading = read_text(reader, text)
    places = [place for sentence in cut for place in sentence]
    starts = [0]
    for sentence in cut:
        starts.append(starts[-1] + len(sentence))
    found = []
    for act in read_acts(reader, reading, bonus=bonus):
        roles = {
            role: [places[starts[number] + word] for number, word in getattr(act, role)]
            for role in ("source", "cue", "content")
        }
        found.append(as_words(roles, places, text))
    return places, found


def measure_attribution(reader: Reader, articles: Iterable[Attributed], *, bonus: float = 0.0) -> AttributionCounts:
    """The network's own acts of reporting, over raw text."""
    counts = AttributionCounts()
    for article in articles:
        places, found = network_acts(reader, article.text, bonus=bonus)
        counts.add(found, [as_words(roles, places, article.text) for roles in article.said])
    return counts


def measure_factuality(reader: Reader, docs: Iterable[Doc], path: Path) -> dict[str, float]:
    """Mean absolute error, Pearson's correlation and how many predicates, over gold words of EWT."""
    gold = dict(read_factuality(path))
    pairs: list[tuple[float, float]] = []
    for doc in docs:
        reading = read_words(reader, [sentence.words for sentence in doc])
        for sentence, parse in zip(doc, reading.parses, strict=True):
            pairs.extend((parse.factuality[word], value) for word, value in gold.get(sentence.words, {}).items())
    count = len(pairs)
    mean_a, mean_b = (sum(pair[side] for pair in pairs) / count for side in (0, 1))
    cross = sum((a - mean_a) * (b - mean_b) for a, b in pairs)
    spread = sum((a - mean_a) ** 2 for a, _ in pairs) * sum((b - mean_b) ** 2 for _, b in pairs)
    return {"mae": sum(abs(a - b) for a, b in pairs) / count, "r": cross / spread**0.5, "predicates": float(count)}
