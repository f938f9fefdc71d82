"""Windows and batches: each word is read exactly once, within the model's limits."""

from hypothesis import given, settings
from hypothesis import strategies as st
from language.fake import VOCABULARY

from onrecord.language.windows import (
    LONGEST_WINDOW,
    PIECES_OF_WORD,
    WINDOW_PIECES,
    cut_pieces,
    lay_out,
    make_batches,
    make_inputs,
    pack,
)
from onrecord.language.wordpiece import WordPiece, shape_of

PIECES = WordPiece(VOCABULARY)
SENTENCES = st.lists(st.lists(st.integers(1, PIECES_OF_WORD), min_size=1, max_size=90), max_size=12)


@settings(max_examples=80, deadline=None)
@given(SENTENCES)
def test_each_word_is_owned_once(lengths: list[list[int]]) -> None:
    windows = pack(lengths)
    owned = [(s.sentence, word) for w in windows for s in w.stretches for word in range(s.own_start, s.own_end)]
    assert owned == [(number, word) for number, sentence in enumerate(lengths) for word in range(len(sentence))]
    for window in windows:
        size = sum(sum(lengths[s.sentence][s.start : s.end]) for s in window.stretches)
        assert size == window.size <= (WINDOW_PIECES if len(window.stretches) > 1 else LONGEST_WINDOW)
        assert all(s.start <= s.own_start < s.own_end <= s.end for s in window.stretches)


def test_batches_hold_every_window_once_longest_first() -> None:
    windows = pack([[number % 20 + 1] * 6 for number in range(90)])
    batches = list(make_batches(windows))
    assert sorted(id(w) for batch in batches for w in batch) == sorted(id(w) for w in windows)
    sizes = [w.size for batch in batches for w in batch]
    assert sizes == sorted(sizes, reverse=True)


def test_inputs_point_at_first_and_last_pieces() -> None:
    words = [["ab", "C"], ["d"]]
    layout = lay_out(words, PIECES)
    inputs = make_inputs(pack(layout.sizes), layout, PIECES)
    ids = PIECES.ids
    assert inputs["pieces"].tolist() == [[ids["[CLS]"], ids["a"], ids["##b"], ids["c"], ids["d"], ids["[SEP]"]]]
    assert inputs["first"].tolist() == [[1, 3, 4]]
    assert inputs["last"].tolist() == [[2, 3, 4]]
    assert inputs["sentence"].tolist() == [[1, 1, 2]]
    assert inputs["shapes"].tolist()[0][0] == inputs["shapes"].tolist()[0][-1] == 0


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.text("abcXYZ", min_size=1, max_size=9), min_size=1, max_size=140), min_size=1, max_size=9))
def test_inputs_hold_the_pieces_of_each_word(words: list[list[str]]) -> None:
    layout = lay_out(words, PIECES)
    for batch in make_batches(pack(layout.sizes)):
        inputs = make_inputs(batch, layout, PIECES)
        for row, window in enumerate(batch):
            column = 0
            for number, stretch in enumerate(window.stretches, 1):
                for word in words[stretch.sentence][stretch.start : stretch.end]:
                    first, last = (int(inputs[name][row, column]) for name in ("first", "last"))
                    assert tuple(inputs["pieces"][row, first : last + 1]) == PIECES.pieces_of(word)
                    assert set(inputs["shapes"][row, first : last + 1]) == {shape_of(word)}
                    assert inputs["sentence"][row, column] == number
                    column += 1
            assert inputs["pieces"][row, 0] == PIECES.cls and inputs["pieces"][row, last + 1] == PIECES.sep
            assert not inputs["pieces"][row, last + 2 :].any() and not inputs["sentence"][row, column:].any()


def test_a_monster_of_a_word_keeps_its_ends() -> None:
    (own,) = cut_pieces(["a" + "b" * 70 + "c"], PIECES)
    assert len(own) == PIECES_OF_WORD
    assert (own[0], own[-1]) == (PIECES.ids["a"], PIECES.ids["##c"])
