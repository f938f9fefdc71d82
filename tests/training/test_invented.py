"""Invented names keep the length of a text and its annotation."""

import random

from training.corpora import Annotated
from training.invented import REGIONS, invent_word, swap_names

NAMES = tuple(frozenset({tag}) for tag in ("B-person", "I-person", "O", "O", "B-place", "O"))


def test_words_of_every_region_are_capitalised() -> None:
    chance = random.Random(1)
    assert all(invent_word(chance, region)[0].isupper() for region in REGIONS for _ in range(20))


def test_the_same_word_gets_the_same_new_name_throughout() -> None:
    first = Annotated(words=("Vesna", "Karadova", "arrived", "in", "Norvik", "."), names=NAMES)
    second = Annotated(
        words=("Karadova", "left", "."), names=(frozenset({"B-person"}), frozenset({"O"}), frozenset({"O"}))
    )
    one, two = swap_names((first, second), random.Random(3))
    assert one.words[1] == two.words[0] != "Karadova"
    assert one.words[2:4] == ("arrived", "in")
    assert one.names == first.names
