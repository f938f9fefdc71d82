"""GUM's chains in the manner of OntoGUM (Zhu et al. 2021): what OntoNotes would call coreferent, and no more."""

from collections.abc import Sequence
from pathlib import Path

from training.corpora import Annotated, from_rows, read_rows
from training.gum import Entity, gum_entities, gum_split, mention_head
from training.scores import Chain

Rows = Sequence[Sequence[str]]
NO_MENTION = ("VERB", "AUX", "ADV", "ADJ", "ADP", "SCONJ", "CCONJ", "INTJ", "PUNCT", "SYM")


def read_documents(data: Path, split: str) -> list[list[Rows]]:
    """The rows of the sentences of each GUM document of a split."""
    splits = gum_split(data)
    paths = [path for path in sorted((data / "gum").glob("*.conllu")) if splits.get(path.stem) == split]
    return [[rows for _, rows in read_rows(path)] for path in paths]


def gold_chains(sentences: Sequence[Rows]) -> list[Chain]:
    """The chains of one document as spans of words counted through the text, both ends inclusive.

    As in OntoNotes: no singletons, no predicates tied to their subjects, no cataphora, no clauses, no common nouns
    that modify a noun; an apposition belongs to the span of what it stands beside.
    """
    chains: dict[str, list[list[int]]] = {}
    base = 0
    for rows in sentences:
        sentence = from_rows(rows)
        for span in sorted(gum_entities(rows), key=lambda s: (s.first, -s.last)):
            own = chains.setdefault(span.chain, [])
            if span.link == "appos" and own and base + span.first - own[-1][1] <= 3 and own[-1][0] >= base:
                own[-1][1] = max(own[-1][1], base + span.last)
            elif is_wanted(sentence, span):
                own.append([base + span.first, base + span.last])
        base += len(rows)
    made = (frozenset((first, last) for first, last in own) for own in chains.values())
    return [chain for chain in made if len(chain) > 1]


def is_wanted(sentence: Annotated, span: Entity) -> bool:
    """Whether OntoNotes would have the span in a chain."""
    head = mention_head(sentence, span.first, span.last)
    return span.link not in ("pred", "cata", "appos", "disc") and is_mention(sentence.upos, sentence.deprels, head)


def is_mention(upos: Sequence[str], deprels: Sequence[str], head: int) -> bool:
    """Whether a head word can be that of a mention: no clause, and no common noun that modifies another."""
    return upos[head] not in NO_MENTION and not (deprels[head] == "compound" and upos[head] != "PROPN")
