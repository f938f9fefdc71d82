"""Where: the place of a claim, from the phrases of place in the clause of its predicate."""

from collections.abc import Iterator

from onrecord.claims.tree import Tree
from onrecord.claims.when import governors_sharing
from onrecord.claims.who import Cast

_AT = frozenset(
    {"in", "at", "near", "outside", "inside", "across", "throughout", "around", "within", "off", "on", "over"}
)
_INTO = frozenset({"to", "into", "towards", "toward"})
_MOVES = frozenset(
    "travel return fly go arrive come move march drive visit trip journey tour send deploy gather withdraw lead".split()
)
_VISITS = frozenset(
    {"visit", "tour", "enter", "attack", "bomb", "storm", "invade", "raid", "liberate", "besiege", "reach"}
)


def find_place(tree: Tree, cast: Cast, predicate: int) -> str | None:
    """The entity where what hangs on `predicate` happens, or None: a place or state, a building or body with "at".

    The nearest phrase of place of the predicate itself, else of a verb that shares its clause.
    """
    for node in (predicate, *governors_sharing(tree, predicate)):
        found = sorted(_places(tree, cast, node), key=lambda token: (abs(token - predicate), token))
        if found:
            return cast.entity_at(found[0])
    return None


def _places(tree: Tree, cast: Cast, node: int) -> Iterator[int]:
    """Heads of the phrases of place right under the node, and one step deeper ("at a meeting in Velmark")."""
    for kid in tree.children(node, "obl", "nmod"):
        yield from _place(tree, cast, node, kid)
        for deeper in tree.children(kid, "nmod"):
            if tree.case(deeper) in ("in", "at", "near", "outside"):
                yield from _place(tree, cast, kid, deeper)
    if tree.lemma(node) in _VISITS:
        for kid in tree.objects(node):
            if _kind(cast, kid) == "place":
                yield kid


def _place(tree: Tree, cast: Cast, node: int, kid: int) -> Iterator[int]:
    case = (tree.case(kid) or "").split(" ")[-1]
    kind = _kind(cast, kid)
    moves = case in _INTO and tree.lemma(node) in _MOVES
    fitting = {
        "place": case in _AT or moves,
        "state": case in ("in", "throughout", "across") or moves,
        "organization": case in ("at", "outside", "inside"),
    }
    if kind is not None and fitting.get(kind, False):
        yield kid


def _kind(cast: Cast, token: int) -> str | None:
    entity = cast.entity_at(token)
    return None if entity is None else cast.kind(entity)
