"""Words without quotation marks behind a colon: where they begin and where they end."""

import pytest

from onrecord.claims import find_claims
from onrecord.language import analyse
from onrecord.model import Document, Statement

WORDS = "The union has worked hard for this list. We will go on.\n\nOur aim is peace."


def words_of(text: str) -> list[str]:
    claims = find_claims(analyse(Document(id="t", text=text)))[1]
    return [claim.what.content[0].of(text) for claim in claims if isinstance(claim.what, Statement)]


@pytest.mark.parametrize("opening", ["Vesna Karad said:\n\n", "Vesna Karad said: "])
def test_words_behind_a_colon_go_on_over_paragraphs(opening: str) -> None:
    assert words_of(opening + WORDS) == [WORDS.rstrip(".")]


@pytest.mark.parametrize(
    "ending",
    ["\n\nNotes to editors", "\n\n – Vesna Karad, Orvel Post", "\n\nOn Monday Vesna Karad will visit Velmark."],
)
def test_words_end_where_the_article_goes_on(ending: str) -> None:
    assert words_of(f"Vesna Karad said:\n\n{WORDS}{ending}") == [WORDS.rstrip(".")]


def test_a_colon_within_a_paragraph_opens_only_its_sentence() -> None:
    (words,) = words_of("Vesna Karad insisted: The army will stay. The mayor went home.")
    assert words == "The army will stay"
