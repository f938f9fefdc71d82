"""Acts of reporting read off arrays that were made by hand."""

import numpy as np

from onrecord.language.attribution import Links, best_stretch, best_words, find_acts, snap, stretches


def test_best_words_bridge_a_dip_but_not_a_gap() -> None:
    scores = np.array([2.0, -0.5, 2.0, -5.0, 3.0], np.float32)
    assert best_words(scores, 1.5) == (0, 1, 2, 4)


def test_best_words_of_low_scores_are_none() -> None:
    assert best_words(np.array([-1.0, 1.0, -1.0], np.float32), 1.5) == ()


def test_the_best_stretch_is_one() -> None:
    assert best_stretch(np.array([1.0, -3.0, 2.0, -1.0, 2.0], np.float32)) == (2, 3, 4)
    assert best_stretch(np.array([-1.0], np.float32)) == ()


def test_stretches_are_runs() -> None:
    assert list(stretches((0, 1, 4))) == [(0, 1), (4, 4)]


def test_an_act_has_a_cue_a_source_before_it_and_a_content_after_it() -> None:
    tags = np.log(np.array([[0.9, 0.05, 0.05], [0.1, 0.8, 0.1], [0.9, 0.05, 0.05], [0.9, 0.05, 0.05]], np.float32))
    one = np.ones((4, 1), np.float32)
    source = np.array([[4.0], [0.0], [-4.0], [-4.0]], np.float32)
    content = np.array([[-4.0], [9.0], [4.0], [4.0]], np.float32)
    (act,) = find_acts(Links(tags, one, source, one, content, (0.0, 0.0)))
    assert (act.source, act.cue, act.content) == ((0,), (1,), (2, 3))
    assert 0.89 < act.score < 0.91


def test_no_cue_no_act() -> None:
    tags = np.log(np.full((2, 3), [0.8, 0.1, 0.1], np.float32))
    zero = np.zeros((2, 1), np.float32)
    assert find_acts(Links(tags, zero, zero, zero, zero, (0.0, 0.0))) == []


def test_words_snap_to_the_clause_that_they_nearly_are() -> None:
    # "Karadova said that talks would resume soon": the network saw "talks would resume"
    heads = (2, 0, 6, 6, 6, 2, 6)
    assert snap((3, 4, 5), heads, (1,), alike=0.5) == (2, 3, 4, 5, 6)
    assert snap((3,), heads, (1,)) == (3,)
