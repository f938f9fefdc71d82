"""Long and odd text: nothing dropped, and work that grows with the length and not with its square."""

import pytest
from language.fake import Recorder, fake_model

from onrecord.language import analyse
from onrecord.language.analysis import analyse_with
from onrecord.model import Document

SENTENCE = "the minister met the envoy and "


def pieces_read(words: int, ending: str) -> int:
    """How many word pieces the model is given for a text of so many words, each sentence closed by `ending`."""
    run = Recorder()
    analyse_with(fake_model(run), Document(id="d", text=(SENTENCE + ending) * (words // 6)))
    return sum(batch["pieces"].size for batch in run.batches)


@pytest.mark.parametrize("ending", ["", "so on. "], ids=["one sentence", "many sentences"])
def test_twice_the_words_are_at_most_twice_the_work(ending: str) -> None:
    once, twice, four = (pieces_read(words, ending) for words in (1500, 3000, 6000))
    assert twice <= 2.2 * once
    assert four <= 2.2 * twice


def test_one_sentence_of_3000_words_is_read_whole() -> None:
    text = (SENTENCE * 500).strip()
    analysis = analyse(Document(id="d", text=text))
    assert len(analysis.sentences) == 1
    assert [token.text for token in analysis.tokens] == text.split()
    assert sum(token.head == token.index for token in analysis.tokens) == 1
    assert sum(token.upos == "VERB" and token.text == "met" for token in analysis.tokens) >= 490


@pytest.mark.parametrize(
    "words",
    [
        "МИНИСТР ВСТРЕТИЛ ПОСЛА",
        "部長 は 大使 と 会った",
        "ꙮ 𓀀 𐎀 ⸎",
        "zxqvvkkj123 qqqq§§ ∎∎",
        "MINISTER MEETS ENVOY",
        "a" * 5000,
    ],
)
def test_words_that_no_vocabulary_holds_are_kept(words: str) -> None:
    text = f"Ilva Maren met {words} in Brask."
    analysis = analyse(Document(id="d", text=text))
    assert "".join(token.text for token in analysis.tokens) == "".join(text.split())
    assert {"Ilva", "Brask"} <= {token.text for token in analysis.tokens}
