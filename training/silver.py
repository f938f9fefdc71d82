"""Attributions and pronouns that need no reader: read off gold trees by rule, and off GAP's pairs."""

import csv
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from training.corpora import Act, Annotated, Doc, Mention
from training.gold import Place, Text, cut

REPORTING = frozenset(
    """
    say tell announce claim report state declare add note argue believe think know hope feel guess suppose suspect
    expect fear insist admit deny acknowledge suggest warn confirm reveal explain write tweet reply answer assert
    maintain contend allege agree conclude predict estimate indicate show find mean promise vow boast complain
    stress emphasize emphasise point recall remember mention testify swear assume doubt understand realize realise
    propose recommend demand urge speculate imply concede observe remark comment quote cite worry wonder ask imagine
    figure hear learn decide
    """.split()
)
DOERS = ("nsubj", "nsubj:outer")


def subtree(sentence: Annotated, top: int) -> set[int]:
    """The words under a word, and the word itself."""
    inside = {top}
    grown = True
    while grown:
        more = {word for word, head in enumerate(sentence.heads) if head and head - 1 in inside} - inside
        inside |= more
        grown = bool(more)
    return inside


def lay_acts(sentence: Annotated) -> Annotated:
    """The sentence with the attributions that its gold tree shows; verbs that may report otherwise stay open."""
    cues = ["O"] * len(sentence.words)
    acts: list[Act] = []
    for verb, (pos, lemma) in enumerate(zip(sentence.upos, sentence.lemmas, strict=True)):
        if pos not in ("VERB", "NOUN"):
            continue
        kids = [word for word, head in enumerate(sentence.heads) if head == verb + 1]
        act = _clause_act(sentence, verb, kids) if lemma.lower() in REPORTING and pos == "VERB" else None
        if act:
            acts.append(act)
            cues[verb] = "B"
        elif any(sentence.deprels[kid] in ("ccomp", "xcomp", "acl", "parataxis") for kid in kids) or lemma in REPORTING:
            cues[verb] = "BIO"
    for word, text in enumerate(sentence.words):
        if text.lower() == "according":
            _lay_according(sentence, word, cues, acts)
    return replace(sentence, cues=tuple(cues), acts=tuple(acts))


def _clause_act(sentence: Annotated, verb: int, kids: Sequence[int]) -> Act | None:
    sources = [kid for kid in kids if sentence.deprels[kid] in DOERS]
    clauses = [kid for kid in kids if sentence.deprels[kid] == "ccomp"]
    if not sources:
        return None
    source = subtree(sentence, sources[0])
    if clauses:
        content = subtree(sentence, clauses[0])
    elif sentence.deprels[verb] == "parataxis" and not any(sentence.deprels[kid] in ("obj", "xcomp") for kid in kids):
        content = subtree(sentence, sentence.heads[verb] - 1) - subtree(sentence, verb)
    else:
        return None
    return _act((verb,), source, content - source - {verb}, sentence)


def _lay_according(sentence: Annotated, word: int, cues: list[str], acts: list[Act]) -> None:
    noun = sentence.heads[word] - 1
    host = sentence.heads[noun] - 1 if noun >= 0 else -1
    if host < 0 or word + 1 >= len(sentence.words) or sentence.words[word + 1].lower() != "to":
        cues[word] = "BIO"
        return
    source = subtree(sentence, noun) - {word, word + 1}
    cues[word], cues[word + 1] = "B", "I"
    acts.append(_act((word, word + 1), source, subtree(sentence, host) - subtree(sentence, noun), sentence))


def _act(cue: tuple[int, ...], source: set[int], content: set[int], sentence: Annotated) -> Act:
    signs = {word for word in range(len(sentence.words)) if sentence.upos[word] == "PUNCT"}
    edges = {word for word in signs if word - 1 not in content or word + 1 not in content}
    return Act(
        cue,
        frozenset((0, word) for word in source),
        frozenset((0, word) for word in content - edges),
        frozenset((0, word) for word in edges),
    )


def read_gap(data: Path, *, parts: Sequence[str] = ("development", "test")) -> list[Doc]:
    """GAP's texts: a pronoun and two names, one of which it means; texts where it means neither are left out."""
    docs = []
    for part in parts:
        with (data / "gap" / f"gap-{part}.tsv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if (row["A-coref"] == "TRUE") != (row["B-coref"] == "TRUE"):
                    doc = _gap_doc(row)
                    if doc:
                        docs.append(doc)
    return docs


def _gap_doc(row: dict[str, str]) -> Doc | None:
    text = cut(row["Text"])
    found: list[tuple[Place, Mention]] = []
    for key, chain in (
        ("Pronoun", "1"),
        ("A", "1" if row["A-coref"] == "TRUE" else "2"),
        ("B", "1" if row["B-coref"] == "TRUE" else "3"),
    ):
        start = int(row[f"{key}-offset" if key != "Pronoun" else "Pronoun-offset"])
        inside = text.words_in(start, start + len(row[key]))
        if not inside or inside[0][0] != inside[-1][0]:
            return None  # the name is cut in two where the text of the corpus has lost its letters
        number, first = inside[0]
        found.append(((number, first), Mention(first, inside[-1][1], inside[-1][1], chain)))
    return tuple(
        _plain(text, number, [m for place, m in found if place[0] == number]) for number in range(len(text.sentences))
    )


def _plain(text: Text, number: int, mentions: Sequence[Mention]) -> Annotated:
    words = tuple(text.text[slice(*place)] for place in text.sentences[number])
    ordered = tuple(sorted(mentions, key=lambda mention: mention.head))
    return Annotated(words=words, mentions=ordered, choice=True)
