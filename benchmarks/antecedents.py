"""Measure on GUM dev whom pronouns and nominals are given to: `python -m benchmarks.antecedents DATA`."""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from onrecord.claims.for_who.mentions import FIRST_PERSON, Candidate, find_candidates
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast, find_cast
from onrecord.language.analysis import analyse_words
from onrecord.language.session import load_model
from onrecord.model import Analysis, Document
from training.corpora import Doc
from training.gum import read_gum

ENTITIES = ("person", "organization", "place")
GROUPS = ("he, she", "it", "they", "nominals")
Chains = Mapping[int, tuple[str, str]]


def read(doc: Doc) -> tuple[Analysis, Chains]:
    """An annotated document read from its own words, and the chain and kind of the mention at each head."""
    text, places, chains, base = "", [], {}, 0
    for sentence in doc:
        own = []
        for word in sentence.words:
            own.append((len(text), len(text) + len(word)))
            text += word + " "
        for mention in sentence.mentions or ():
            chains[base + mention.head] = (mention.chain, sentence.things[mention.head] if sentence.things else "")
        base += len(sentence.words)
        places.append(own)
    return analyse_words(load_model(), Document(id="gum", text=text), places), chains


def judge(tree: Tree, cast: Cast, candidate: Candidate, chains: Chains) -> str:
    """Whether the entity of a mention is "right", "wrong", "missed", or rightly none that was told before ("none")."""
    chain, kind = chains.get(candidate.head, ("", ""))
    known = any(head < candidate.head and other == chain for head, (other, _) in chains.items())
    entity = cast.entity_at(candidate.head)
    heads = [head for head, other in cast.at.items() if other == entity and head != candidate.head]
    before = [head for head in heads if head < candidate.head and tree.tokens[head].upos != "PRON"]
    if entity is None or not before:
        return "missed" if known and kind in ENTITIES else "none"
    return "right" if known and chain in {chains.get(head, ("?", ""))[0] for head in before} else "wrong"


def measure(analysis: Analysis, chains: Chains) -> Iterator[tuple[str, str]]:
    """The group of each third-person pronoun and definite nominal, and how its entity is judged."""
    tree = Tree(analysis)
    cast = find_cast(tree)
    for candidate in find_candidates(tree):
        if candidate.form == "pronoun" and candidate.text not in FIRST_PERSON:
            group = "it" if candidate.gender == "neuter" else "they" if candidate.gender is None else "he, she"
            yield group, judge(tree, cast, candidate, chains)
        elif candidate.form == "nominal" and candidate.kind and not candidate.state and candidate.head in chains:
            yield "nominals", judge(tree, cast, candidate, chains)


def write_table(judged: Sequence[tuple[str, str]]) -> str:
    """Precision and recall of each group."""
    counts = Counter(judged)
    lines = ["| | right | wrong | missed | precision | recall |", "| --- | --- | --- | --- | --- | --- |"]
    for group in GROUPS:
        right, wrong, missed = (counts[group, verdict] for verdict in ("right", "wrong", "missed"))
        shares = (right / max(1, right + wrong), right / max(1, right + wrong + missed))
        lines.append(f"| {group} | {right} | {wrong} | {missed} | {shares[0]:.3f} | {shares[1]:.3f} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Command line of the measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    options = parser.parse_args()
    documents = [read(doc) for doc in read_gum(options.data, "dev")]
    print(write_table([one for analysis, chains in documents for one in measure(analysis, chains)]))


if __name__ == "__main__":
    main()
