"""The title before somebody's name past the body that it is of, with no comma: "Head of the Grain Agency Ana Orel"."""

from onrecord.claims.for_who.kinds import Candidate
from onrecord.claims.tree import Tree
from onrecord.lexicon.titles import load_titles

LINKS = ("of", "for", "to", "on")
BODY = ("PROPN", "NOUN", "ADJ", "DET", "ADP", "CCONJ")


def find_title(tree: Tree, candidate: Candidate) -> tuple[int, ...]:
    """The title noun that the tree hangs a person's name under, as a part of the title's own phrase."""
    last = candidate.first - 1
    while last > 0 and _is_rank(tree, last):
        last -= 1
    if candidate.kind != "person" or last < 0 or not _ends_body(tree, last):
        return ()
    for noun in tree.ancestors(candidate.head):
        if noun > last or tree.tokens[noun].sentence != tree.tokens[candidate.head].sentence:
            break
        if tree.lemma(noun) in load_titles().lasts:
            between = range(noun + 1, last + 1)
            behind = tree.tokens[noun + 1].text in LINKS and all(tree.tokens[at].upos in BODY for at in between)
            alone = tree.lemmas_under(noun, "det") <= {"the"}
            return (noun,) if behind and alone else ()
    return ()


def _ends_body(tree: Tree, token: int) -> bool:
    """True for the last word of a body or a place, which is no title of another: "of the Karsk Council"."""
    word = tree.tokens[token]
    if any(name.kind != "person" and name.first <= token <= name.last for name in tree.analysis.names):
        return True
    capital = word.upos in ("PROPN", "NOUN") and word.text[:1].isupper()
    return capital and word.text.lower() not in load_titles().lasts and word.noun_kind != "person"


def _is_rank(tree: Tree, token: int) -> bool:
    ranks = {part for word in load_titles().words if word.kind == "rank" for part in word.words}
    return tree.tokens[token].text[:1].isupper() and tree.tokens[token].text.lower() in ranks
