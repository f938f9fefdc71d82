"""Names behind "mayor of" and the like."""

import numpy as np

from onrecord.language.decode import Parse
from onrecord.language.governed import name_the_governed


def kinds_of(words: str, name: int, head: int) -> tuple[str, str]:
    """The kind of the one name, taken for a person's, and of its word, where it hangs on the word `head`."""
    told = words.split()
    heads = [0] * len(told)
    heads[name] = head + 1
    parse = Parse(
        upos=["PROPN"] * len(told), feats=[{}] * len(told), heads=heads, doubts=[0.0] * len(told),
        deprels=["nmod"] * len(told), kinds=["person"] * len(told), factuality=[0.0] * len(told),
        names=[(name, name, "person", 0.9)], pairing=np.zeros((len(told), 2, 1), np.float32),
    )  # fmt: skip
    name_the_governed(told, parse)
    return parse.names[0][2], parse.kinds[name]


def test_what_has_a_mayor_is_a_place() -> None:
    assert kinds_of("The mayor of Karsk spoke", 3, 1) == ("place", "place")


def test_others_behind_of_stay_people() -> None:
    assert kinds_of("The brother of Orel spoke", 3, 1) == ("person", "person")
    assert kinds_of("The mayor of Orel spoke", 3, 4) == ("person", "person")  # hangs elsewhere
