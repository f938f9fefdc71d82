"""Analyses of whole documents: exact places, one tree for each sentence, nothing dropped, the same each time."""

from hypothesis import given, settings
from hypothesis import strategies as st
from language.fake import Recorder, fake_model

from onrecord.language import analyse
from onrecord.language.analysis import analyse_with
from onrecord.language.sentences import split
from onrecord.model import Analysis, Document

ARTICLE = """NORHAVEN (AP) — President Vesna Karadova of Norland met Prime Minister Ivo Dral on Monday.

“We don’t agree,” she said.  He left.The talks will go on in Orsk next week, the Foreign Ministry announced.
"""


def check(analysis: Analysis) -> None:
    """The promises that every analysis keeps."""
    text = analysis.document.text
    assert [token.span for token in analysis.tokens] == sorted(token.span for token in analysis.tokens)
    assert len(analysis.tokens) == sum(len(sentence) for sentence in split(text))
    for number, token in enumerate(analysis.tokens):
        assert token.index == number
        assert token.span.of(text) == token.text
        assert -3 <= token.factuality <= 3
    for sentence in analysis.sentences:
        own = analysis.tokens[sentence.first : sentence.last + 1]
        assert all(token.sentence == sentence.index for token in own)
        assert [token.deprel for token in own if token.head == token.index] == ["root"]
        for token in own:
            steps = 0
            while token.head != token.index:
                token = analysis.tokens[token.head]
                steps += 1
                assert sentence.first <= token.index <= sentence.last
                assert steps <= len(own)
    for name in analysis.names:
        assert name.span.start == analysis.tokens[name.first].span.start
        assert name.span.end == analysis.tokens[name.last].span.end
        assert 0 <= name.score <= 1


def test_empty_texts_have_empty_analyses() -> None:
    for text in ("", " \n\t ", "\x00\u200b"):
        document = Document(id="empty", text=text)
        assert analyse_with(fake_model(), document) == Analysis(document, (), (), ())


def test_relations_and_factuality_are_read_off() -> None:
    analysis = analyse_with(fake_model(), Document(id="d", text="Talks go on. He left."))
    check(analysis)
    assert [token.head for token in analysis.tokens] == [0, 0, 1, 2, 4, 4, 5]
    assert {token.deprel for token in analysis.tokens} == {"root", "flat"}
    assert {token.factuality for token in analysis.tokens} == {3.0}


def test_scores_that_make_no_tree_still_give_one() -> None:
    check(analyse_with(fake_model(Recorder(crooked=True)), Document(id="d", text="Talks go on in Orsk. He left.")))


def test_a_sentence_longer_than_the_model_reads_is_stitched() -> None:
    run = Recorder()
    analysis = analyse_with(fake_model(run), Document(id="d", text="word " * 700))
    check(analysis)
    assert len(analysis.sentences) == 1
    assert len(analysis.tokens) == 700
    assert max(batch["pieces"].shape[1] for batch in run.batches) <= 512
    assert (
        sum(token.deprel == "parataxis" for token in analysis.tokens)
        == sum(b["pieces"].shape[0] for b in run.batches) - 1
    )


def test_the_model_that_ships_reads_an_article() -> None:
    analysis = analyse(Document(id="d", text=ARTICLE))
    check(analysis)
    assert [name.span.of(ARTICLE) for name in analysis.names if name.kind == "person"][:2] == [
        "Vesna Karadova",
        "Ivo Dral",
    ]
    lemmas = {token.text: (token.lemma, token.upos) for token in analysis.tokens}
    assert lemmas["met"] == ("meet", "VERB")
    assert lemmas["n’t"] == ("not", "PART")
    assert analyse(Document(id="d", text=ARTICLE)) == analysis


def test_every_truncation_is_read() -> None:
    for end in range(0, len(ARTICLE), 7):
        check(analyse(Document(id="d", text=ARTICLE[:end])))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    check(analyse(Document(id="d", text=text)))


def test_the_town_of_a_dateline_is_a_place_and_what_is_in_brackets_a_body() -> None:
    analysis = analyse(Document(id="d", text="HALVERN (NPA) - Prime Minister Erik Sand met Irina Volska on Friday."))
    kinds = {analysis.document.text[name.span.start : name.span.end]: name.kind for name in analysis.names}
    assert kinds["HALVERN"] == "place"
    assert kinds["NPA"] == "organization"
    assert kinds["Erik Sand"] == "person"
