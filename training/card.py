"""Write the accuracy card: one page for readers, one file for programs."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from training.sources import PEERS, SOURCES

ROWS = (
    ("Trees and tags, EWT test, gold words", (
        ("ewt_upos", "UPOS"), ("ewt_uas", "UAS"), ("ewt_las", "LAS, relations with their subtypes"),
        ("ewt_las_universal", "LAS, universal relations"),
    )),
    ("The same from raw text, as in the CoNLL 2018 task (F1)", (
        ("ewt_raw_words", "EWT test, words"), ("ewt_raw_upos", "EWT test, UPOS"), ("ewt_raw_uas", "EWT test, UAS"),
        ("ewt_raw_las", "EWT test, LAS"), ("gum_raw_words", "GUM news and interview test, words"),
        ("gum_raw_upos", "GUM news and interview test, UPOS"), ("gum_raw_uas", "GUM news and interview test, UAS"),
        ("gum_raw_las", "GUM news and interview test, LAS"),
    )),
    ("Names (F1)", (
        ("uner_f1", "UNER, EWT test, gold words"), ("uner_raw_f1", "UNER, EWT test, raw text"),
        ("uner_per_f1", "… persons"), ("uner_org_f1", "… organizations"), ("uner_loc_f1", "… places"),
        ("crossner_politics_f1", "CrossNER politics test, nine kinds, gold words"),
    )),
    ("Coreference, GUM open genres test, in OntoGUM's manner, mentions found (F1)", (
        ("gum_coref_conll", "CoNLL mean"), ("gum_coref_muc", "MUC"), ("gum_coref_b3", "B³"),
        ("gum_coref_ceafe", "CEAF-e"),
        ("gum_coref_mentions", "mentions"),
    )),
    ("Attribution, PolNeAR dev, raw text, outermost acts (F1)", tuple(
        (f"{prefix}polnear_{role}{suffix}", f"{role}{words}{who}")
        for prefix, who in (("", ""), ("network_", ", network alone"), ("joint_", ", with what the network adds"))
        for role, suffix, words in (
            ("whole", "", ": source, cue and content of one act"),
            ("source", "", ""), ("cue", "", ""), ("content", "", ""), ("content", "_exact", ", exact"),
            ("source", "_words", ", by words"), ("content", "_words", ", by words"),
        )
    )),
    ("Factuality, UDS-IH2 test, gold words (−3 to +3)", (("ih2_mae", "mean absolute error"), ("ih2_r", "Pearson's r"))),
    ("Speed, Wikinews, raw text to analysis", (
        ("words_per_second", "words per second"), ("share_of_encoder", "share of the time that the encoder takes"),
    )),
    ("Whole readings, gold records", (("gold_dev_f1", "F1 of claims"),)),
)  # fmt: skip


def write_card(
    folder: Path,
    figures: Mapping[str, float],
    counts: Mapping[str, Mapping[str, float]],
    more: Mapping[str, Any],
    digest: str,
) -> None:
    """`accuracy.json` with every figure and count, and `accuracy.md` with the same as tables."""
    plain = {**figures, "counts": counts, "more": more, "model_sha256": digest}
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(plain, ensure_ascii=False, indent=1)
    (folder / "accuracy.json").write_text(text + "\n", encoding="utf-8")
    lines = [*_head(digest), *_tables(figures, counts), *_weaknesses(more), *_sources()]
    (folder / "accuracy.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _head(digest: str) -> Iterator[str]:
    yield "# Accuracy of the language model"
    yield ""
    yield "Written by `make accuracy`; the figures are also in [accuracy.json](accuracy.json), mostly in percent."
    yield f"Measured with the int8 weights that ship (sha256 `{digest[:16]}…`). Networks were chosen on dev sets,"
    yield "where the lean of names was fitted too."
    yield "The test sets were read more than once while the card was made; how acts of reporting are snapped to phrases"
    yield "was added after a look at PolNeAR; words for judgements and thoughts, after half of its articles were read."
    yield ""


def _tables(figures: Mapping[str, float], counts: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    for title, rows in ROWS:
        present = [(key, name) for key, name in rows if key in figures]
        if not present:
            continue
        yield f"## {title}"
        yield ""
        yield "| measure | Onrecord | counts | published by others |"
        yield "| --- | --- | --- | --- |"
        for key, name in present:
            of = ", ".join(f"{label} {number:,g}" for label, number in counts.get(key, {}).items())
            peers = "; ".join(f"{p.system}: {p.figure:g} ({p.source})" for p in PEERS if p.key == key)
            yield f"| {name} | {figures[key]:,g} | {of} | {peers} |"
        yield ""


def _weaknesses(more: Mapping[str, Any]) -> Iterator[str]:
    yield "## Errors by type, and known weaknesses"
    yield ""
    for title, found in more.items():
        yield f"### {title}"
        yield ""
        nested = all(isinstance(value, Mapping) for value in found.values()) if found else False
        if nested:
            columns = list(dict.fromkeys(key for value in found.values() for key in value))
            yield "| | " + " | ".join(columns) + " |"
            yield "| --- |" + " --- |" * len(columns)
            for name, value in found.items():
                yield f"| {name} | " + " | ".join(str(value.get(key, "")) for key in columns) + " |"
        else:
            yield "| | |"
            yield "| --- | --- |"
            yield from (f"| {name} | {value} |" for name, value in found.items())
        yield ""


def _sources() -> Iterator[str]:
    yield "## What the weights were trained on"
    yield ""
    yield "| source | licence | whose | for what |"
    yield "| --- | --- | --- | --- |"
    yield from (f"| {s.name} | {s.licence} | {s.credit} | {s.use} |" for s in SOURCES)
    yield ""
    yield "The weights are licensed CC BY-SA 4.0 (`src/onrecord/language/weights/LICENSE`), the code Apache-2.0."
    yield ""
    yield "## How it is measured"
    yield ""
    yield "- Attribution: found and annotated attributions are paired one to one by the words of their cues and"
    yield "  contents that they share; a source, cue or content is right when it shares a word with that of its"
    yield "  partner, and exact when its words are the same (signs aside). “By words” compares the words of all"
    yield "  attributions together."
    yield "  PolNeAR marks no attribution within another's content or a quotation, so only outermost acts count."
    yield "- `onrecord read` finds acts by rule, since what the network would add lowers the figures; the network's own"
    yield "  acts and its chains are read by `training/reader.py`. Of the network's pairs of mentions, reading uses"
    yield "  those of pronouns and nouns, among what its rules allow (`python -m benchmarks.antecedents`)."
    yield "- Coreference: GUM's chains without singletons, predicates, cataphora, clauses and modifying common nouns,"
    yield "  appositions joined to their heads; the conversion is our own after OntoGUM's (`training/ontogum.py`)."
    yield "- Regions: persons of EWT test get invented names that sound like a region's (`training/invented.py`)."
