"""Names made whole by the tree: what is widened and joined, and what is left as it was."""

import numpy as np
import pytest

from onrecord.language.whole_names import Context, Found, make_whole
from onrecord.model import NameKind

TAGS = ("O", "B-person", "I-person", "B-organization", "I-organization", "B-place", "I-place")


def read(rows: str, names: list[tuple[int, int, NameKind]], likely: str = "organization") -> list[tuple[str, str]]:
    """The names of a sentence: a row for each word with its part of speech, head (from 1), relation and kind."""
    words, upos, heads, deprels, kinds = zip(*(row.split() for row in rows.strip().splitlines()), strict=True)
    scores = np.full((len(words), len(TAGS)), -5.0)
    scores[:, [TAGS.index(f"B-{likely}"), TAGS.index(f"I-{likely}")]] = -0.5
    context = Context(
        words=words,
        heads=[int(head) - 1 for head in heads],
        tied=[d in ("compound", "flat", "amod") and w[0].isupper() for d, w in zip(deprels, words, strict=True)],
        persons=[kind == "person" for kind in kinds],
        upos=upos,
        scores=scores,
    )
    given: list[Found] = [(first, last, kind, 0.9) for first, last, kind in names]
    return [(" ".join(words[first : last + 1]), kind) for first, last, kind, _ in make_whole(given, context, TAGS)]


STATION = """
the DET 4 det none
Velmark PROPN 4 compound none
Space PROPN 4 compound none
Station PROPN 5 nsubj none
fell VERB 0 root none
"""


def test_a_name_takes_in_the_capitalised_words_that_hang_on_it() -> None:
    assert read(STATION, [(2, 3, "place")], "place") == [("Velmark Space Station", "place")]


def test_a_name_goes_on_to_the_noun_that_it_hangs_on_and_changes_its_kind() -> None:
    rows = "Orsova PROPN 2 compound none\nPost PROPN 3 nsubj none\nwrote VERB 0 root none\nlittle ADJ 3 obj none"
    assert read(rows, [(0, 0, "place")]) == [("Orsova Post", "organization")]


def test_two_halves_of_a_person_are_one() -> None:
    rows = "V PROPN 2 flat none\nKaradova PROPN 3 nsubj person\nleft VERB 0 root none"
    assert read(rows, [(0, 0, "person"), (1, 1, "person")]) == [("V Karadova", "person")]


def test_a_person_has_the_whole_of_a_hyphened_first_name() -> None:
    rows = """
Grain PROPN 2 compound none
Man PROPN 5 compound none
- PUNCT 4 punct none
kei PROPN 5 compound none
Torvald PROPN 6 nsubj person
left VERB 0 root none
"""
    assert read(rows, [(0, 1, "organization"), (3, 4, "person")]) == [
        ("Grain", "organization"),
        ("Man - kei Torvald", "person"),
    ]
    assert read(rows, [(1, 1, "place"), (3, 4, "person")]) == [("Man - kei Torvald", "person")]


def test_a_name_goes_on_behind_a_hyphen() -> None:
    agency = "Agence PROPN 2 compound none\nOrsova PROPN 5 nsubj none\n- PUNCT 2 punct none\nPresse PROPN 2 flat none"
    rows = f"{agency}\nwrote VERB 0 root none"
    assert read(rows, [(0, 1, "organization")]) == [("Agence Orsova - Presse", "organization")]
    assert read(rows, [(0, 1, "organization"), (3, 3, "organization")]) == [("Agence Orsova - Presse", "organization")]


@pytest.mark.parametrize(
    ("second", "name"),
    [("in", "Torvald Jae - in"), ("backed", "Torvald Jae"), ("run", "Torvald Jae")],
)
def test_a_hyphen_joins_the_syllables_of_a_given_name(second: str, name: str) -> None:
    rows = f"Torvald PROPN 5 nsubj none\nJae PROPN 1 flat none\n- PUNCT 2 punct none\n{second} ADP 1 flat none\n"
    rows += "left VERB 0 root none"
    assert read(rows, [(0, 1, "person")]) == [(name, "person")]
    assert read(rows, [(0, 2, "person")]) == [(name, "person")]
    if second == "in":
        assert read(rows, [(0, 0, "person")]) == [(name, "person")]


@pytest.mark.parametrize("title", ["Secretary", "Warden"])
def test_a_state_before_a_title_stays_a_name_of_its_own(title: str) -> None:
    rows = f"""
Orsova PROPN 2 compound none
{title} PROPN 3 nmod:desc none
Torvald PROPN 4 nsubj person
left VERB 0 root none
early ADV 4 advmod none
"""
    assert read(rows, [(0, 0, "place"), (2, 2, "person")]) == [("Orsova", "place"), ("Torvald", "person")]


def test_a_person_takes_in_initials_but_no_other_words() -> None:
    rows = "{0} PROPN 2 compound none\nTorvald PROPN 3 nsubj person\nleft VERB 0 root none\nearly ADV 3 advmod none"
    assert read(rows.format("J."), [(1, 1, "person")]) == [("J. Torvald", "person")]
    assert read(rows.format("Prophet"), [(1, 1, "person")]) == [("Torvald", "person")]


def test_neighbours_that_do_not_hang_together_stay_apart() -> None:
    rows = "In ADP 2 case none\nVelmark PROPN 4 obl none\nTorvald PROPN 4 nsubj person\nspoke VERB 0 root none"
    assert read(rows, [(1, 1, "place"), (2, 2, "person")]) == [("Velmark", "place"), ("Torvald", "person")]


def test_a_capitalised_article_within_a_sentence_is_a_part_of_the_name() -> None:
    rows = "in ADP 3 case none\nThe DET 3 det none\nVelmark PROPN 4 obl none\nlived VERB 0 root none"
    assert read(rows, [(2, 2, "place")], "place") == [("The Velmark", "place")]


def test_small_words_and_headlines_widen_nothing() -> None:
    small = "the DET 3 det none\nnew ADJ 3 amod none\nVelmark PROPN 4 nsubj none\ngrew VERB 0 root none"
    assert read(small, [(2, 2, "place")], "place") == [("Velmark", "place")]
    headline = "Old ADJ 2 amod none\nVelmark PROPN 3 nsubj none\nGrows VERB 0 root none"
    assert read(headline, [(1, 1, "place")], "place") == [("Velmark", "place")]


NICKNAME = """
Lars PROPN 0 root person
“ PUNCT 3 punct none
Bo PROPN 1 appos none
” PUNCT 3 punct none
Edmond PROPN 1 flat none
left VERB 1 acl none
"""


def test_a_nickname_in_marks_is_amid_one_name() -> None:
    assert read(NICKNAME, [(0, 0, "person"), (2, 2, "person"), (4, 4, "person")]) == [("Lars “ Bo ” Edmond", "person")]


def test_what_somebody_says_is_no_nickname() -> None:
    rows = NICKNAME.replace("Edmond PROPN 1 flat", "Edmond PROPN 6 nsubj")
    assert read(rows, [(0, 0, "person"), (4, 4, "person")]) == [("Lars", "person"), ("Edmond", "person")]


def test_nobody_is_called_department() -> None:
    rows = "Harbour PROPN 2 compound none\nDepartment PROPN 3 compound none\nSpokesman NOUN 0 root person"
    assert read(rows, [(0, 1, "person")]) == [("Harbour Department", "organization")]
