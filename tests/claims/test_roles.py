"""Holders are found by nouns that the title hangs on, where it comes about."""

from told import offices


def test_appointed_to_the_post() -> None:
    text = "Lars Edmond was appointed to the post of finance minister."
    assert offices(text) == {("Lars Edmond", "finance minister", None, None, "current", "appointed")}


def test_an_office_only_thought_of_is_not_held() -> None:
    assert offices("Ana Torvald refused to take the post of finance minister.") == set()


def test_several_posts() -> None:
    text = "Lars Edmond held the posts of minister of defence and minister of trade."
    assert {title for _, title, *_ in offices(text)} == {"minister of defence", "minister of trade"}
