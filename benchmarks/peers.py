"""Compare with open tools for the same steps: `python -m benchmarks.peers train|compare …` (needs the extra `peers`).

`train` fits a spaCy CNN pipeline (morphologizer, lemmatizer, parser) to the treebanks that our own network learns from,
until its score on EWT dev no longer rises. `compare` reads the same test sentences and the same articles with both,
and sets textacy's direct quotations beside our statements.
"""

import argparse
import importlib.util
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.export.jsonl import to_dict
from onrecord.language.analysis import analyse_with
from onrecord.language.session import WEIGHTS, load_model
from onrecord.model import Document
from onrecord.read import read
from training.corpora import Doc, read_treebank
from training.evaluate import TreeCounts
from training.gum import gum_split
from training.reader import open_reader, read_words

RESULTS = Path(__file__).parent / "results" / "peers.json"
PIPELINE = "morphologizer,trainable_lemmatizer,parser"
SETTINGS = ("--training.patience", "3000", "--training.max_steps", "40000", "--training.eval_frequency", "500")
DEV = {"upos": "pos_acc", "uas": "dep_uas", "las": "dep_las"}
"""What spaCy's own figures on EWT dev are called."""
HALF = 0.5

Parse = Callable[[Sequence[str]], tuple[list[str], list[int], list[str]]]
"""From the words of a sentence to their UPOS, heads (words count from 1, 0 is the root) and relations."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks `[start, end)` of an article, and the words that name who says them."""

    start: int
    end: int
    speaker: str


def train_peer(data: Path, out: Path) -> None:
    """Train spaCy's pipeline for CPUs on EWT and GUM train into `out/model-best`; EWT dev tells when to stop."""
    from spacy.tokens import DocBin  # the extra `peers`
    from spacy.vocab import Vocab

    out.mkdir(parents=True, exist_ok=True)
    splits = gum_split(data)
    gum = [path for path in sorted((data / "gum").glob("*.conllu")) if splits.get(path.stem) == "train"]
    sets = {"train": [data / "ud-ewt" / "train.conllu", *gum], "dev": [data / "ud-ewt" / "dev.conllu"]}
    for name, paths in sets.items():
        made = DocBin()
        for doc in (doc for path in paths for doc in read_treebank(path)):
            made.add(_as_spacy(Vocab(), doc))
        made.to_disk(out / f"{name}.spacy")
    config = str(out / "config.cfg")
    spacy = [sys.executable, "-m", "spacy"]
    subprocess.run(
        [*spacy, "init", "config", config, "--lang", "en", "--pipeline", PIPELINE, "--optimize", "efficiency", "-F"],
        check=True,
    )
    paths = ("--paths.train", str(out / "train.spacy"), "--paths.dev", str(out / "dev.spacy"))
    subprocess.run([*spacy, "train", config, "--output", str(out), *paths, *SETTINGS], check=True)


def _as_spacy(vocab: Any, doc: Doc) -> Any:
    from spacy.tokens import Doc as Made

    words, heads, rest = [], list[int](), dict[str, list[Any]]()
    for sentence in doc:
        base = len(words)
        words.extend(sentence.words)
        heads.extend(base + (head - 1 if head else place) for place, head in enumerate(sentence.heads))
        own = {
            "pos": sentence.upos,
            "morphs": ["" if feats == "_" else feats for feats in sentence.feats],
            "lemmas": sentence.lemmas,
            "deps": ["ROOT" if name == "root" else name for name in sentence.deprels],
        }
        for key, values in own.items():
            rest.setdefault(key, []).extend(values)
    return Made(vocab, words=words, heads=heads, **rest)


def measure_trees(docs: Iterable[Doc], parse: Parse) -> dict[str, float]:
    """UPOS, UAS and LAS in percent over gold words and sentences, relations with their subtypes."""
    counts = TreeCounts()
    for sentence in (sentence for doc in docs for sentence in doc):
        counts.add(sentence, *parse(sentence.words))
    right = {"upos": counts.upos, "uas": counts.heads, "las": counts.labelled}
    return {"words": counts.words, **{name: round(100 * own / counts.words, 2) for name, own in right.items()}}


def spacy_parse(nlp: Any) -> Parse:
    """How spaCy parses the words of one sentence; heads count from 1, 0 is the root."""
    from spacy.tokens import Doc as Made

    def parse(words: Sequence[str]) -> tuple[list[str], list[int], list[str]]:
        doc = Made(nlp.vocab, words=list(words), sent_starts=[place == 0 for place in range(len(words))])
        for _, pipe in nlp.pipeline:
            doc = pipe(doc)
        heads = [0 if token.head.i == token.i else token.head.i + 1 for token in doc]
        return [t.pos_ for t in doc], heads, ["root" if t.dep_ == "ROOT" else t.dep_ for t in doc]

    return parse


def words_per_second(texts: Sequence[str], count: Callable[[str], int]) -> float:
    """Words for each second of processor time, after one text to warm up; `count` gives the words of a text."""
    count(texts[0])
    started = time.process_time()
    return sum(count(text) for text in texts) / (time.process_time() - started)


def textacy_quotations(nlp: Any, text: str) -> Iterator[Quotation]:
    """The direct quotations that textacy finds; none in a text whose quotation marks it does not pair."""
    from textacy.extract import direct_quotations

    try:
        found = list(direct_quotations(nlp(text)))
    except ValueError:  # an odd number of marks: it gives up on the whole text
        return
    for own in found:
        yield Quotation(own.content.start_char, own.content.end_char, " ".join(token.text for token in own.speaker))


def quotations_of(record: Mapping[str, Any], form: str = "direct") -> Iterator[Quotation]:
    """The statements of a record that are of this form, one for each stretch of their content."""
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    for claim in record["claims"]:
        if claim["kind"] == "statement" and claim["form"] == form:
            for span in claim["content"]:
                yield Quotation(span["start"], span["end"], names[claim["speaker"]])


@dataclass(slots=True)
class Tally:
    """Direct quotations found, wanted and right: the words alone, and with the speaker."""

    found: int = 0
    wanted: int = 0
    words: int = 0
    speakers: int = 0

    def add(self, found: Iterable[Quotation], gold: Mapping[str, Any]) -> None:
        """Pair the found quotations of an article one to one with the gold ones that share half of their characters.

        What lies in a gold statement that is quoted in part only counts on neither side.
        """
        forms = {own["name"]: {form.lower() for form in (own["name"], *own["aliases"])} for own in gold["entities"]}
        wanted, partly = list(quotations_of(gold)), list(quotations_of(gold, "mixed"))
        self.wanted += len(wanted)
        for own in found:
            twin = next((other for other in wanted if share(own, other) >= HALF), None)
            if twin is None:
                self.found += not any(other.start < own.end and own.start < other.end for other in partly)
                continue
            wanted.remove(twin)
            self.found += 1
            self.words += 1
            speaker = own.speaker.lower()
            self.speakers += any(form in speaker or speaker in form for form in forms[twin.speaker])

    def figures(self) -> dict[str, float]:
        """Precision, recall and F1 of quotations with their speaker, and recall of the words alone, in percent."""
        precision, recall = self.speakers / max(self.found, 1), self.speakers / max(self.wanted, 1)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        parts = {"precision": precision, "recall": recall, "f1": f1, "words_recall": self.words / max(self.wanted, 1)}
        return {
            "found": self.found,
            "wanted": self.wanted,
            **{name: round(100 * own, 1) for name, own in parts.items()},
        }


def share(own: Quotation, other: Quotation) -> float:
    """Characters that two quotations have in common, divided by those from the first of either to the last."""
    inside = min(own.end, other.end) - max(own.start, other.start)
    return max(inside, 0) / (max(own.end, other.end) - min(own.start, other.start))


def compare(data: Path, peer: Path, gold: Sequence[Path]) -> dict[str, Any]:
    """The figures of both sides, made in one run."""
    import spacy  # the extra `peers`

    nlp = spacy.load(peer)
    docs = read_treebank(data / "ud-ewt" / "test.conllu")
    reader = open_reader(WEIGHTS)

    def ours(words: Sequence[str]) -> tuple[list[str], list[int], list[str]]:
        parse = read_words(reader, [tuple(words)]).parses[0]
        return parse.upos, parse.heads, parse.deprels

    lines = (data / "wikinews" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines[:100]]
    model = load_model(threads=1)
    trees = {"spacy": measure_trees(docs, spacy_parse(nlp)), "onrecord": measure_trees(docs, ours)}
    own = {name: round(100 * nlp.meta["performance"][key], 2) for name, key in DEV.items()}
    trained = {"spacy": spacy.__version__, "pipeline": nlp.pipe_names, "EWT dev": own}
    speed = {
        "spacy": words_per_second(texts, lambda text: len(nlp(text))),
        "onrecord": words_per_second(texts, lambda text: len(analyse_with(model, Document("d", text)).tokens)),
    }
    ratio = {"onrecord_over_spacy": round(speed["onrecord"] / speed["spacy"], 2)}
    return {
        "peer": trained,
        "trees, EWT test, gold words": trees,
        "raw text to trees, words per second of processor time": {k: round(v) for k, v in speed.items()} | ratio,
        "direct quotations with their speaker": {folder.name: compare_quotations(nlp, folder) for folder in gold},
    }


def compare_quotations(nlp: Any, gold: Path) -> dict[str, Any]:
    """Direct quotations by textacy over the peer's trees, and by `onrecord read`, against gold records."""
    theirs, ours = Tally(), Tally()
    for path in sorted(gold.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        text = record["document"]["text"]
        theirs.add(textacy_quotations(nlp, text), record)
        ours.add(quotations_of(to_dict(read(text, published=record["document"]["published"]))), record)
    return {"textacy": theirs.figures(), "onrecord": ours.figures()}


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line of the comparison."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=("train", "compare"))
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--peer", type=Path, default=Path("build/peer"), help="folder of the peer's pipeline")
    parser.add_argument("--gold", type=Path, nargs="+", help="folders of gold records for the quotations")
    options = parser.parse_args(arguments)
    if importlib.util.find_spec("spacy") is None:
        raise SystemExit("spaCy is not installed: python -m pip install --editable '.[peers,training]'")
    if options.step == "train":
        train_peer(options.data, options.peer)
        return
    if options.gold is None:
        raise SystemExit("compare needs --gold, a folder of gold records")
    results = compare(options.data, options.peer / "model-best", options.gold)
    RESULTS.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(results, indent=2))


if __name__ == "__main__":
    main()
