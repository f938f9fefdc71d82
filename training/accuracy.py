"""Write the accuracy card: `python -m training.accuracy --data DATA` (docs/accuracy.md and docs/accuracy.json)."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.export.jsonl import write_line
from onrecord.read import read
from training.card import write_card
from training.corpora import read_ewt, read_treebank
from training.evaluate import (
    measure_coreference,
    measure_crossner,
    measure_factuality,
    measure_raw_trees,
    measure_raw_uner,
    measure_trees,
    measure_uner,
    network_acts,
)
from training.gum import gum_split
from training.measure_raw import Raw, read_raw
from training.ontogum import read_documents
from training.polnear import AttributionCounts, as_words, read_polnear
from training.profile import measure_encoder_share, measure_words_per_second
from training.reader import Reader, open_reader
from training.ruled import combine, rule_acts
from training.scores import Count
from training.weaknesses import measure_cases, measure_regions

ROOT = Path(__file__).parent.parent
WEIGHTS = ROOT / "src" / "onrecord" / "language" / "weights"


@dataclass(slots=True)
class Card:
    """Figures by key, and what stands behind them."""

    figures: dict[str, float] = field(default_factory=dict)
    counts: dict[str, dict[str, float]] = field(default_factory=dict)
    more: dict[str, Any] = field(default_factory=dict)

    def add(self, key: str, value: float, **counts: float) -> None:
        """Keep a figure, rounded to what it can tell."""
        self.figures[key] = round(value, 4 if key.startswith(("ih2", "share")) else 2)
        self.counts[key] = {name: round(number, 1) for name, number in counts.items()}

    def add_f1(self, key: str, count: Count) -> None:
        """Keep an F1 score in percent with its precision and recall."""
        precision, recall = 100 * count.precision, 100 * count.recall
        self.add(key, 100 * count.f1, precision=precision, recall=recall, found=count.found, wanted=count.wanted)


def measure_ewt(card: Card, reader: Reader, data: Path) -> None:
    """Trees, names and factuality on EWT's test split."""
    docs = read_ewt(data, "test")
    trees = measure_trees(reader, docs)
    for key, right in (
        ("upos", trees.upos),
        ("uas", trees.heads),
        ("las", trees.labelled),
        ("las_universal", trees.universal),
    ):
        card.add(f"ewt_{key}", 100 * right / trees.words, words=trees.words)
    card.more["errors of part of speech"] = dict(trees.confused.most_common(10))
    card.more["errors of relation"] = dict(trees.missed.most_common(10))
    order = sorted(trees.by_length.items(), key=lambda item: int(item[0].split("–")[0].split()[-1]))
    card.more["LAS by words of the sentence"] = {name: round(100 * right / of, 1) for name, (right, of) in order}
    raw = list(zip(read_raw(data / "ud-ewt" / "test.conllu"), docs, strict=True))
    for name, count in measure_raw_trees(reader, raw).items():
        card.add_f1(f"ewt_raw_{name}", count)
    path = data / "uner-ewt" / "test.iob2"
    names = measure_uner(reader, docs, path)
    card.add_f1("uner_f1", names["all"])
    for kind in ("PER", "ORG", "LOC"):
        card.add_f1(f"uner_{kind.lower()}_f1", names[kind])
    card.add_f1("uner_raw_f1", measure_raw_uner(reader, raw, path))
    facts = measure_factuality(reader, docs, data / "uds-ih2" / "test.jsonl")
    card.add("ih2_mae", facts["mae"], predicates=facts["predicates"])
    card.add("ih2_r", facts["r"], predicates=facts["predicates"])
    card.more["case (EWT test)"] = measure_cases(reader, docs, path)
    card.more["recall of persons by the region their names sound like"] = measure_regions(reader, docs)


def measure_gum(card: Card, reader: Reader, data: Path) -> None:
    """Raw-text trees of news and interviews, coreference of all open genres: GUM's test split."""
    raw: list[tuple[Raw, Any]] = []
    splits = gum_split(data)
    for path in sorted((data / "gum").glob("*.conllu")):
        if splits.get(path.stem) == "test" and path.stem.split("_")[1] in ("news", "interview"):
            raw.extend(zip(read_raw(path), read_treebank(path), strict=True))
    for name, count in measure_raw_trees(reader, raw).items():
        card.add_f1(f"gum_raw_{name}", count)
    chains = measure_coreference(reader, read_documents(data, "test"))
    card.add("gum_coref_conll", 100 * chains.conll, wanted=chains.mentions.wanted)
    parts = (("muc", chains.muc), ("b3", chains.cubed), ("ceafe", chains.ceaf), ("mentions", chains.mentions))
    for name, count in parts:
        card.add_f1(f"gum_coref_{name}", count)


def measure_polnear(card: Card, reader: Reader, data: Path) -> None:
    """Attribution by what the reading does, by the network alone, and by both together."""
    kinds = {"": AttributionCounts(), "network_": AttributionCounts(), "joint_": AttributionCounts()}
    for article in read_polnear(data):
        places, seen = network_acts(reader, article.text)
        ruled = [as_words(roles, places, article.text) for roles in rule_acts(article.name, article.text)]
        wanted = [as_words(roles, places, article.text) for roles in article.said]
        for counts, found in zip(kinds.values(), (ruled, seen, combine(ruled, seen)), strict=True):
            counts.add(found, wanted)
    for prefix, counts in kinds.items():
        for role, count in counts.overlap.items():
            card.add_f1(f"{prefix}polnear_{role}", count)
            card.add_f1(f"{prefix}polnear_{role}_words", counts.words[role])
        card.add_f1(f"{prefix}polnear_content_exact", counts.exact)
        card.add_f1(f"{prefix}polnear_whole", counts.whole)


def measure_gold(card: Card, gold: Path, scorer: Path) -> None:
    """F1 of all claims against gold records, by the scorer given."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "readings.jsonl"
        target.write_text("".join(_readings(gold)), encoding="utf-8")
        command = [sys.executable, str(scorer), str(gold), str(target), "--json"]
        scores = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    kinds = {name: own for name, own in scores.items() if isinstance(own, dict)}
    card.add("gold_dev_f1", 100 * kinds["all"]["f1"], claims=kinds["all"]["gold"])
    fields = ("precision", "recall", "f1", "full_f1")
    card.more["Claims of the gold records by kind"] = {
        name: {field: round(100 * own[field], 1) for field in fields} for name, own in kinds.items()
    }


def _readings(gold: Path) -> Iterator[str]:
    for path in sorted(gold.glob("*.json")):
        raw: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))["document"]
        record = read(raw["text"], published=raw["published"], publisher=raw["publisher"], title=raw["title"])
        yield write_line(record)


def measure_speed(card: Card, weights: Path, data: Path) -> None:
    """Words per second on two cores, and the encoder's own share of the time."""
    lines = (data / "wikinews" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    card.add("words_per_second", measure_words_per_second(weights, texts), articles=len(texts))
    card.add("share_of_encoder", measure_encoder_share(weights, texts[:60]), articles=60)


def main() -> None:
    """Command line of the accuracy card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--gold", type=Path, help="folder of gold records to score whole readings on")
    parser.add_argument("--scorer", type=Path, help="script that scores readings against gold records")
    parser.add_argument("--out", type=Path, default=ROOT / "docs")
    options = parser.parse_args()
    reader, card = open_reader(options.weights), Card()
    measure_ewt(card, reader, options.data)
    measure_gum(card, reader, options.data)
    crossner = measure_crossner(reader, options.data / "crossner-politics" / "test.txt")
    card.add_f1("crossner_politics_f1", crossner["all"])
    card.more["CrossNER politics by kind"] = {
        k: round(100 * c.f1, 1) for k, c in sorted(crossner.items()) if k != "all"
    }
    measure_polnear(card, reader, options.data)
    measure_speed(card, options.weights, options.data)
    if options.gold and options.scorer:
        measure_gold(card, options.gold, options.scorer)
    write_card(options.out, card.figures, card.counts, card.more, reader.card["model_sha256"])


if __name__ == "__main__":
    main()
