"""What the comparison with other tools counts, on invented quotations and trees."""

import pytest

from benchmarks.peers import Quotation, Tally, measure_trees, quotations_of, share, words_per_second
from training.corpora import Annotated

TEXT = '"We will sign in Norvik," Vesna Karadova said. "Never," said Ilva Maren, who calls it "a trap".'


def claim(speaker: str, words: str, form: str = "direct") -> dict[str, object]:
    start = TEXT.index(words)
    return {
        "kind": "statement",
        "form": form,
        "speaker": speaker,
        "content": [{"start": start, "end": start + len(words)}],
    }


GOLD = {
    "entities": [
        {"id": "e1", "name": "Vesna Karadova", "aliases": ["Karadova"]},
        {"id": "e2", "name": "Ilva Maren", "aliases": []},
    ],
    "claims": [
        claim("e1", '"We will sign in Norvik,"'),
        claim("e2", '"Never,"'),
        claim("e2", 'it "a trap"', "mixed"),
        {"kind": "listing"},
    ],
}


def quotation(words: str, speaker: str) -> Quotation:
    start = TEXT.index(words)
    return Quotation(start, start + len(words), speaker)


def test_quotations_of_a_record_are_its_direct_statements() -> None:
    assert list(quotations_of(GOLD)) == [
        quotation('"We will sign in Norvik,"', "Vesna Karadova"),
        quotation('"Never,"', "Ilva Maren"),
    ]
    assert [own.speaker for own in quotations_of(GOLD, "mixed")] == ["Ilva Maren"]


@pytest.mark.parametrize(
    ("other", "expected"), [((0, 10), 1.0), ((0, 5), 0.5), ((5, 15), 1 / 3), ((10, 20), 0.0), ((30, 40), 0.0)]
)
def test_share(other: tuple[int, int], expected: float) -> None:
    assert share(Quotation(0, 10, ""), Quotation(*other, "")) == pytest.approx(expected)


def test_tally_tells_words_from_speakers_and_leaves_out_what_is_quoted_in_part() -> None:
    tally = Tally()
    found = [
        quotation("We will sign in Norvik", "Karadova, the envoy"),
        quotation('"Never,"', "Vesna Karadova"),
        quotation('"a trap"', "Ilva Maren"),
        quotation("said Ilva", "Ilva Maren"),
    ]
    tally.add(found, GOLD)
    assert (tally.found, tally.wanted, tally.words, tally.speakers) == (3, 2, 2, 1)
    assert tally.figures() == {
        "found": 3, "wanted": 2, "precision": 33.3, "recall": 50.0, "f1": 40.0, "words_recall": 100.0
    }  # fmt: skip


def test_a_gold_quotation_is_found_once() -> None:
    tally = Tally()
    tally.add([quotation('"Never,"', "Ilva Maren")] * 2, GOLD)
    assert (tally.found, tally.words) == (2, 1)


def test_trees_are_counted_by_word() -> None:
    sentence = Annotated(
        words=("Talks", "begin", "."),
        upos=("NOUN", "VERB", "PUNCT"),
        heads=(2, 0, 2),
        deprels=("nsubj", "root", "punct"),
    )
    figures = measure_trees([(sentence,)], lambda words: (["NOUN"] * 3, [2, 0, 1], ["obj", "root", "punct"]))
    assert figures == {"words": 3, "upos": 33.33, "uas": 66.67, "las": 33.33}


def test_speed_counts_the_words_of_all_texts() -> None:
    seen: list[str] = []

    def count(text: str) -> int:
        seen.append(text)
        return sum(range(20000)) and len(text.split())

    assert words_per_second(["a b", "c"], count) > 0
    assert seen == ["a b", "a b", "c"]
