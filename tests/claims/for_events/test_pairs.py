"""Whom "the two leaders", "both countries" and "they" stand for, in invented wire copy."""

import pytest

from onrecord.claims.for_events.pairs import find_pairs
from onrecord.claims.for_who.named import Named
from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.model import Document

MET = "Ana Torvald met Lars Edmond in Karsk on Monday."
NATIONS = "Norway and Sweden held talks in May."


def pair_at(text: str, word: str) -> set[str]:
    tree = Tree(analyse(Document(id="t", text=text)))
    named = Named(tree, find_cast(tree))
    token = next(token.index for token in reversed(tree.tokens) if token.text == word)
    return {named.cast.entities[entity].name for entity in find_pairs(named).get(token, ())}


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        (f"{MET} The two leaders agreed to open the border.", "leaders", {"Ana Torvald", "Lars Edmond"}),
        (f"{MET} They discussed the border.", "They", {"Ana Torvald", "Lars Edmond"}),
        (
            "Anton Orten and his wife Clara Orten fled. The Ortens met the mayor.",
            "Ortens",
            {"Anton Orten", "Clara Orten"},
        ),
        ("Anton, Clara and Emil Berg saw Anton Orten. The Ortens met the mayor.", "Ortens", set()),
        (
            "Ana Torvald and Lars Edmond lost to the delegates. They both resigned.",
            "They",
            {"Ana Torvald", "Lars Edmond"},
        ),
        (f"{NATIONS} Both countries signed a treaty.", "countries", {"Norway", "Sweden"}),
        (f"{NATIONS} The two sides agreed on a truce.", "sides", {"Norway", "Sweden"}),
        (f"{NATIONS} The two agreed on a truce.", "two", {"Norway", "Sweden"}),
        (f"{NATIONS} The two rivals agreed on a truce.", "rivals", {"Norway", "Sweden"}),
        (f"{NATIONS} The two leaders agreed on a truce.", "leaders", set()),
        (f"{MET} They discussed the border. They agreed to open it.", "They", {"Ana Torvald", "Lars Edmond"}),
        ("The king met Lars Edmond. They discussed the border.", "They", {"king", "Lars Edmond"}),
        ("The king met the bishop. They discussed the border.", "They", set()),
        ("Ana Torvald held talks with Lars Edmond. The two leaders agreed.", "leaders", {"Ana Torvald", "Lars Edmond"}),
        ("Norway, Sweden and Denmark voted. They signed a treaty.", "They", {"Norway", "Sweden", "Denmark"}),
        ("Norway, Sweden and Denmark voted. Both countries signed a treaty.", "countries", set()),
        (
            "Norwegian President Ana Torvald met Swedish President Lars Edmond. The two countries signed a treaty. "
            "Norway paid Sweden.",
            "countries",
            {"Norway", "Sweden"},
        ),
        (f"{MET} Two officials were arrested.", "officials", set()),
        ("Two miners were arrested. Ana Torvald met Lars Edmond. The two miners were released.", "miners", set()),
    ],
)
def test_who_the_two_are(text: str, word: str, names: set[str]) -> None:
    assert pair_at(text, word) == names


def test_what_one_of_them_asks_of_both_sides_is_asked_of_others() -> None:
    assert not pair_at(f"{MET} Torvald urged both sides to return to the talks.", "sides")


@pytest.mark.parametrize(("verb", "is_pair"), [("met in May", True), ("met Olaf Berg in May", False)])
def test_no_body_meets_by_itself(verb: str, is_pair: bool) -> None:
    text = f"Ana Torvald met Lars Edmond on Monday, according to the Grain Agency. They {verb}."
    tree = Tree(analyse(Document(id="t", text=text)))
    cast = find_cast(tree)
    agency = next(one.id for one in cast.entities.values() if one.name == "Grain Agency")
    they = next(token.index for token in tree.tokens if token.text == "They")
    assert (they in find_pairs(Named(tree, cast.with_speakers(tree, {they: agency})))) == is_pair
