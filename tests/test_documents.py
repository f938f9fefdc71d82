"""Tests of what an article without a title is called."""

import pytest

from onrecord.documents import LONGEST_HEADLINE, headline_of


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Norland and Velmark sign a pact\n\nThe pact ...", "Norland and Velmark sign a pact"),
        ("NOTICE\n\nNorland lists two ships\n", "Norland lists two ships"),
        ("FOR IMMEDIATE RELEASE\nMarch 12, 2031\n\nMinister Belu to visit Velmark", "Minister Belu to visit Velmark"),
        ("Press release No. 14/2031\nPublished: 12 March 2031\nBelu meets Hald", "Belu meets Hald"),
        ("* * *\nWednesday, 12 March 2031\n  Belu   meets Hald\n", "Belu meets Hald"),
        ("From: Bo Rell\nDate: 12 March 2031\n\nBelu meets Hald", "Belu meets Hald"),
        ("Statement on Velmark\nThe government regrets ...", "Statement on Velmark"),
        ("May to meet Belu\nThe two ...", "May to meet Belu"),
        ("NOTICE\n12 March 2031", "NOTICE"),
        ("", ""),
    ],
)
def test_an_untitled_article_is_called_by_the_first_line_that_says_something(text: str, headline: str) -> None:
    assert headline_of(None, text) == headline
    assert headline_of("A title", text) == "A title"


def test_a_long_line_is_cut_at_a_word() -> None:
    told = headline_of(None, "NOTICE\n" + "the council met again " * 20)
    assert told.startswith("the council met") and told.endswith(" …")
    assert len(told) <= LONGEST_HEADLINE + 2
