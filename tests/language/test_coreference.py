"""Chains from pairs: names that match, long texts, phrases around heads."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language.antecedents import (
    FEATURES,
    LITTLE,
    NAME,
    PRONOUN,
    Reference,
    describe_pairs,
    find_candidates,
    make_table,
)
from onrecord.language.coreference import find_antecedents, find_chains
from onrecord.language.references import dependents, mention_span


def reference(place: int, *words: str, form: int = NAME) -> Reference:
    """A mention whose last word is its head, in a sentence of its own."""
    last = place + len(words) - 1
    return Reference(place, last, last, words, place, form, -1, 1)


def weights(**on: float) -> np.ndarray:
    """Weights that are the same for every form: zero but for those named, and a bias."""
    row = [on.get(name.replace(" ", "_"), 0.0) for name in FEATURES]
    return np.array([[*row, on.get("bias", 0.0)]] * 3, np.float32)


def chains(mentions: list[Reference], learned: np.ndarray) -> list[int]:
    """The chains by features alone."""
    return find_chains(mentions, np.zeros((len(mentions), 2, 2), np.float32), learned)


def test_same_heads_join_and_others_do_not() -> None:
    mentions = [reference(0, "vesna", "karadova"), reference(5, "norvik"), reference(9, "karadova")]
    assert chains(mentions, weights(same_head=2.0, bias=-1.0)) == [0, 1, 0]


def test_a_name_far_back_is_still_a_candidate() -> None:
    middle = [reference(10 * n, f"w{n}") for n in range(1, 400)]
    mentions = [reference(0, "karadova"), *middle, reference(5000, "karadova")]
    found = chains(mentions, weights(same_head=2.0, bias=-1.0))
    assert found[-1] == 0
    assert found[1:-1] == list(range(1, 400))


def test_the_number_of_candidates_does_not_grow_with_the_text() -> None:
    table = make_table([reference(n, "norvik") for n in range(500)])
    assert find_candidates(table).shape == (500, 72)


def test_pairs_are_described_by_what_they_share() -> None:
    table = make_table([reference(0, "vesna", "karadova"), reference(3, "she", form=PRONOUN)])
    seen = describe_pairs(table, find_candidates(table))[1, 0]
    named = {name for name, value in zip(FEATURES, seen, strict=True) if value}
    assert {"antecedent name", "within 3", "nearest"} <= named
    assert "same head" not in named


def test_antecedents_are_scored_for_the_mentions_wanted() -> None:
    mentions = [reference(0, "vesna", "karadova"), reference(5, "norvik"), reference(9, "she", form=PRONOUN)]
    pairing = np.zeros((3, 2, 4), np.float32)
    pairing[2, 0], pairing[1, 1] = 1.0, 3.0
    found = find_antecedents(mentions, [2], pairing, weights(nearest=0.5, bias=-1.0))
    assert found == {9: {5: 5.5, 1: -1.0}}


WORDS = st.lists(st.sampled_from("the vesna karadova envoy norvik of".split()), min_size=1, max_size=4)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(WORDS, st.integers(0, 2)), min_size=1, max_size=90), st.data())
def test_some_mentions_are_paired_as_among_all(drawn: list[tuple[list[str], int]], data: st.DataObject) -> None:
    table = make_table([reference(10 * place, *words, form=form) for place, (words, form) in enumerate(drawn)])
    rows = np.array(data.draw(st.lists(st.integers(0, len(drawn) - 1), min_size=1, unique=True)))
    candidates = find_candidates(table)
    assert (find_candidates(table, rows) == candidates[rows]).all()
    assert (describe_pairs(table, candidates[rows], rows) == describe_pairs(table, candidates)[rows]).all()


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS)
def test_words_that_a_pair_shares(one: list[str], other: list[str]) -> None:
    table = make_table([reference(0, *one), reference(10, *other)])
    seen = dict(zip(FEATURES, describe_pairs(table, find_candidates(table))[1, 0].tolist(), strict=True))
    theirs, own = ({word for word in words[:-1] if word not in LITTLE} | {words[-1]} for words in (one, other))
    assert seen["same head"] == (one[-1] == other[-1])
    assert seen["head within antecedent"] == (other[-1] in theirs)
    assert seen["antecedent's head within"] == (one[-1] in own)
    assert seen["all words within"] == (own <= theirs)
    assert seen["no words shared"] == own.isdisjoint(theirs)


def test_no_mentions_no_chains() -> None:
    assert chains([], weights()) == []


def test_a_phrase_leaves_out_prepositions_and_coordinates() -> None:
    words = ("in", "the", "capital", "of", "Norland", ",", "and", "Norvik")
    heads = (3, 3, 0, 5, 3, 8, 8, 3)
    deprels = ("case", "det", "root", "case", "nmod", "punct", "cc", "conj")
    assert mention_span(words, dependents(heads), deprels, 2) == (1, 4)
    assert mention_span(words, dependents(heads), deprels, 4) == (4, 4)


def test_a_phrase_keeps_its_possessive() -> None:
    heads, deprels = (2, 4, 2, 0), ("det", "nmod:poss", "case", "root")
    assert mention_span(("the", "court", "'s", "ruling"), dependents(heads), deprels, 1) == (0, 2)
