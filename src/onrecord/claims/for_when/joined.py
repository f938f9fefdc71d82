"""Times of a verb that are those of another, too, which "and" joins to it: "met on Monday and signed a treaty"."""

from collections.abc import Sequence

from onrecord.claims.for_when.dated import Dated
from onrecord.claims.sharing import edge_of_shared, is_joined
from onrecord.claims.tree import Tree
from onrecord.dates import read_day, resolve_alone
from onrecord.model import Time

_ANY_DAY = "2024-05-15"


def in_common(tree: Tree, predicate: int, above: int, direct: Sequence[Dated], dated: Sequence[Dated]) -> list[Dated]:
    """Of the times of the verb above (`direct`) those that date the predicate as well: all before both verbs; of those
    behind the one above its day, where the predicate has the same doer and tells no time itself."""
    edge = edge_of_shared(tree, predicate, above)
    if edge is None and not is_joined(tree, predicate, above):
        return list(direct)
    front = min((above, *tree.children(above, "nsubj")))
    goes_on = edge is None and not any(predicate in (one.governor, *tree.ancestors(one.governor)) for one in dated)
    return [one for one in direct if one.head < front or goes_on and one.head < predicate and _is_day(one.time)]


def _is_day(time: Time) -> bool:
    """True for what names a day, known or not: "on Monday", not "in 1993"."""
    return read_day(time.value or resolve_alone(time.text, published=_ANY_DAY)) is not None
