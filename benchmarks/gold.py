"""Sort the errors on gold articles by cause: `python -m benchmarks.gold GOLD --scorer SCORE.py`."""

import argparse
import importlib.util
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.export.jsonl import to_dict
from onrecord.model import Document
from onrecord.read import read_document

Claim = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Error:
    """One claim that was missed or invented: its kind, the cause that comes first, and the words."""

    article: str
    kind: str
    way: str
    cause: str
    words: str


def load_scorer(path: Path) -> ModuleType:
    """The scoring script as a module; its `compare` decides what counts as found."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file: give the path of score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_gold(folder: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each gold record of a folder with what the reader makes of its text."""
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        raw = gold["document"]
        names = ("id", "text", "url", "title", "publisher", "published")
        document = Document(**{name: raw.get(name) for name in names})
        yield gold, to_dict(read_document(document))


def cause_of(claim: Claim, near: Sequence[Claim]) -> str:
    """Why a gold claim was missed, judged by the readings of the same words; the first that applies."""
    kind = claim["kind"]
    if not near:
        return "no rule found it"
    if kind == "event":
        return "type" if all(other["event"] != claim["event"] for other in near) else "sides"
    if kind == "statement":
        same = [other for other in near if other["speaker"] == claim["speaker"]]
        return "extent of the words" if same else "who speaks"
    if kind == "office":
        return "title" if any(other["person"] == claim["person"] for other in near) else "who holds it"
    if kind == "tie":
        return "relation" if any({o["a"], o["b"]} == {claim["a"], claim["b"]} for o in near) else "sides"
    return "target or authority"


def find_errors(scorer: ModuleType, gold: dict[str, Any], found: dict[str, Any]) -> Iterator[Error]:
    """The claims of one article that were missed or invented; what gold calls optional is no error."""
    golds, founds, of_gold, of_found = scorer.compare(gold, found)
    text, article = gold["document"]["text"], gold["document"]["id"]

    def words(claim: Claim) -> str:
        span = claim["evidence"][0]
        return " ".join(text[span["start"] : span["end"]].split())[:120]

    for place, claim in enumerate(golds):
        if place in of_gold or claim.get("optional"):
            continue
        near = [
            other for number, other in enumerate(founds)
            if number not in of_found and other["kind"] == claim["kind"]
            and scorer.overlap(claim["evidence"], other["evidence"])
        ]  # fmt: skip
        yield Error(article, claim["kind"], "missed", cause_of(claim, near), words(claim))
    for place, claim in enumerate(founds):
        if place in of_found:
            continue
        near = [
            other for number, other in enumerate(golds)
            if number not in of_gold and other["kind"] == claim["kind"]
            and scorer.overlap(claim["evidence"], other["evidence"])
        ]  # fmt: skip
        cause = "near a missed one: " + cause_of(claim, near) if near else "nothing there in gold"
        yield Error(article, claim["kind"], "invented", cause, words(claim))


def find_wrong_fields(scorer: ModuleType, gold: dict[str, Any], found: dict[str, Any]) -> Iterator[str]:
    """Kind and name of each field that is wrong in a claim that was found."""
    golds, founds, of_gold, _ = scorer.compare(gold, found)
    for place, number in of_gold.items():
        for name, right in scorer.fields(golds[place], founds[number]).items():
            if not right:
                yield f"{golds[place]['kind']}: {name}"


def write_page(errors: Sequence[Error], fields: Counter[str], articles: int) -> str:
    """The error book as Markdown, the frequent causes first."""
    lines = [
        f"{articles} articles, {len(errors)} claims missed or invented.",
        "",
        "| kind | | cause | claims |",
        "| --- | --- | --- | --- |",
    ]
    counts = Counter((error.kind, error.way, error.cause) for error in errors)
    for (kind, way, cause), count in counts.most_common():
        lines.append(f"| {kind} | {way} | {cause} | {count} |")
    lines += ["", "Fields that are wrong in claims that were found:", "", "| field | claims |", "| --- | --- |"]
    lines += [f"| {name} | {count} |" for name, count in fields.most_common()]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Command line of the error book."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--readings", type=Path, help="also write the readings, one record on each line")
    parser.add_argument("--words", action="store_true", help="also list every error with its words")
    options = parser.parse_args()
    scorer = load_scorer(options.scorer)
    errors: list[Error] = []
    fields: Counter[str] = Counter()
    lines: list[str] = []
    for gold, found in read_gold(options.gold):
        lines.append(json.dumps(found, ensure_ascii=False))
        errors.extend(find_errors(scorer, gold, found))
        fields.update(find_wrong_fields(scorer, gold, found))
    if options.readings:
        options.readings.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(write_page(errors, fields, len(lines)))
    if options.words:
        for error in sorted(errors, key=lambda e: (e.kind, e.way, e.cause)):
            print(f"{error.kind:10} {error.way:9} {error.cause:32} {error.article}: {error.words}")


if __name__ == "__main__":
    main()
