"""Tests of excerpts: what was searched stands in them, what is short stays, and every cut is marked."""

from onrecord.excerpts import LONGEST, cut_around, shorten


def test_a_passage_is_cut_around_the_words() -> None:
    text = "word " * 60 + "the minister resigned " + "word " * 60
    assert cut_around(text, "resigned minister").startswith("… ")
    assert "the minister resigned" in cut_around(text, "resigned")
    assert cut_around("Short text.", "nothing") == "Short text."


def test_long_words_are_cut_and_the_cut_is_marked() -> None:
    text = "The talks went well. " * 60 + "Norland lifted its sanctions. " + "The talks went well. " * 60
    assert shorten("She will go.") == "She will go."
    assert shorten(text).startswith("The talks") and shorten(text).endswith(" …")
    assert "lifted its sanctions" in shorten(text, "sanctions") and shorten(text, "sanctions").startswith("… ")
    assert len(shorten(text)) <= LONGEST + 2 and len(shorten(text, "sanctions")) <= LONGEST + 4
