"""Names behind a counted noun are those counted when they are as many; else the tree stays as it was."""

import numpy as np
import pytest

from onrecord.language.counted import name_the_counted
from onrecord.language.decode import Parse

TAGS = {"two": "NUM", "2": "NUM", "three": "NUM", "ministers": "NOUN", "senator": "NOUN", "aides": "NOUN"}


def parse_of(text: str, heads: list[int], deprels: str) -> tuple[list[str], Parse]:
    words = text.split()
    upos = [TAGS.get(word.lower(), "PROPN" if word.istitle() else "PUNCT") for word in words]
    size = len(words)
    empty = np.zeros((size, 2, 1), np.float32)
    return words, Parse(upos, [{}] * size, heads, [0.0] * size, deprels.split(), [""] * size, [0.0] * size, [], empty)


@pytest.mark.parametrize(
    ("text", "heads", "deprels"),
    [
        ("Two ministers , Anna and Petra", [2, 0, 4, 2, 6, 2], "nummod root punct conj cc conj"),
        ("2 ministers : Anna and Petra", [2, 0, 4, 2, 6, 2], "nummod root punct appos cc conj"),
        ("Two ministers , Senator Anna and Petra", [2, 0, 4, 2, 4, 7, 4], "nummod root punct conj flat cc conj"),
    ],
)
def test_as_many_names_as_counted_are_their_apposition(text: str, heads: list[int], deprels: str) -> None:
    words, parse = parse_of(text, heads, deprels)
    name_the_counted(words, parse)
    assert (parse.heads[3], parse.deprels[3]) == (2, "appos")
    assert (parse.heads[-1], parse.deprels[-1]) == (4, "conj")


@pytest.mark.parametrize(
    ("text", "heads", "deprels"),
    [
        ("Three ministers , Anna and Petra", [2, 0, 4, 2, 6, 2], "nummod root punct conj cc conj"),  # one more
        ("Two ministers , Anna and aides", [2, 0, 4, 2, 6, 2], "nummod root punct conj cc conj"),  # no name
        ("Two ministers and Anna and Petra", [2, 0, 4, 2, 6, 2], "nummod root cc conj cc conj"),  # added to them
        ("Ministers , Anna and Petra", [0, 3, 1, 5, 1], "root punct conj cc conj"),  # not counted
    ],
)
def test_other_lists_stay_as_the_model_saw_them(text: str, heads: list[int], deprels: str) -> None:
    words, parse = parse_of(text, heads, deprels)
    before = (list(parse.heads), list(parse.deprels))
    name_the_counted(words, parse)
    assert (parse.heads, parse.deprels) == before
