"""Quotation marks of all kinds, paired and unpaired."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.claims.for_statements.quotes import find_quotes


def insides(text: str) -> list[str]:
    return [span.of(text) for span in find_quotes(text)]


def test_curly_marks() -> None:
    assert insides("“We will go,” she said. “Soon.”") == ["We will go,", "Soon."]


def test_straight_marks() -> None:
    assert insides('He said "no" and then "never again".') == ["no", "never again"]


def test_two_single_marks_stand_for_a_double_one() -> None:
    assert insides("He said ''no, I won't'' and left.") == ["no, I won't"]
    assert insides("He wrote \"the sign ''closed'' fell\" to her.") == ["the sign ''closed'' fell"]


def test_quotation_inside_a_quotation_is_part_of_it() -> None:
    assert insides("“He told me ‘wait here’ and left,” Orel said.") == ["He told me ‘wait here’ and left,"]


def test_apostrophes_are_no_quotations() -> None:
    assert insides("The ministers’ plan isn’t Orel’s plan.") == []


def test_single_marks_need_more_than_a_word() -> None:
    assert insides("He called it ‘a grave mistake’ on Monday.") == ["a grave mistake"]


def test_a_paragraph_that_opens_anew_carries_on() -> None:
    assert insides("“First part.\n\n“Second part,” she said.") == ["First part.", "Second part,"]


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    assert insides('He said "we will.\n\nThe talks ended.') == []


@given(st.text(alphabet='ab “”"‘’\n.,', max_size=80))
def test_spans_lie_in_the_text_and_apart(text: str) -> None:
    spans = find_quotes(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
