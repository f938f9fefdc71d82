"""Near-duplicates: sketches, keys, and how much of a text stands in another."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.duplicates import ALIKE, KEYS, LEAST_SHARED, VERSION, keys_of, likeness, sketch
from onrecord.errors import ResolveError

ARTICLE = " ".join(
    f"On day {day} the council of Orsova heard witness {day * 7} on canal {day % 5}." for day in range(60)
)
OTHER = " ".join(
    f"In week {week} farmers near Karsk sold {week * 3} carts of grain to mill {week % 4}." for week in range(60)
)
WORDS = ARTICLE.split()


def alike(one: str, other: str) -> bool:
    """Found as the store finds copies: by keys that both share, then by likeness."""
    first, second = sketch(one), sketch(other)
    shared = len(set(first.keys) & set(second.keys))
    return shared >= min(LEAST_SHARED, len(second.keys)) > 0 and likeness(first, second) >= ALIKE


@pytest.mark.parametrize(
    "copy",
    [
        ARTICLE,
        ARTICLE.upper(),
        ARTICLE.replace(" ", "\n"),
        "Canals before the council\n\n" + ARTICLE,
        " ".join(WORDS[: len(WORDS) // 2]),
        " ".join(WORDS[len(WORDS) // 2 :] + WORDS[: len(WORDS) // 2]),
        ARTICLE + " " + " ".join(OTHER.split()[:100]),
    ],
    ids=["the same", "capitals", "lines", "headline", "cut", "reordered", "added"],
)
def test_copies_are_found(copy: str) -> None:
    assert alike(ARTICLE, copy)


@pytest.mark.parametrize(
    "other",
    [OTHER, OTHER + " " + " ".join(WORDS[:60]), " ".join(WORDS[:60]), "", "Orsova"],
    ids=["another article", "one that quotes it", "an excerpt", "nothing", "one word"],
)
def test_what_is_no_copy_is_not_found(other: str) -> None:
    assert not alike(ARTICLE, other)


def test_texts_without_words_are_like_nothing() -> None:
    assert sketch("…").keys == ()
    assert likeness(sketch(""), sketch("")) == 0.0


def test_a_sketch_is_small_and_its_keys_fit_a_signed_column() -> None:
    own = sketch(ARTICLE)
    assert len(own.minima) <= 512 and len(own.keys) == KEYS
    assert all(0 <= key < 2**62 for key in own.keys)
    assert keys_of(ARTICLE) == own.keys


def test_a_sketch_stays_what_it_was() -> None:
    """What stores keep would be worthless if this changed: raise VERSION when it has to."""
    own = sketch("The council of Orsova heard ten witnesses.")
    assert (VERSION, own.size, own.minima[:8].hex(), own.keys[0]) == (1, 5, "67b0a20c51c3941e", 568256116502737826)


def test_sketches_of_different_versions_are_not_compared() -> None:
    with pytest.raises(ResolveError, match="sketch the texts anew"):
        likeness(sketch(ARTICLE), replace(sketch(ARTICLE), version=VERSION + 1))


def test_likeness_is_near_what_is_shared() -> None:
    half = " ".join(WORDS[: len(WORDS) // 2] + OTHER.split()[: len(WORDS) // 2])
    assert likeness(sketch(ARTICLE), sketch(half)) == pytest.approx(0.5, abs=0.15)


@given(st.text(max_size=200), st.text(max_size=200))
def test_likeness_is_a_share_and_the_same_either_way(one: str, other: str) -> None:
    first, second = sketch(one), sketch(other)
    assert 0.0 <= likeness(first, second) <= 1.0
    assert likeness(first, second) == likeness(second, first)
    assert likeness(first, first) == (1.0 if first.size else 0.0)
    assert sketch(one) == first
