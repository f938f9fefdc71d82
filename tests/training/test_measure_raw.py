"""Treebank files put together as raw text again, and the F1 of words and sentences on them."""

from pathlib import Path

import pytest

from training.measure_raw import measure, read_raw

TREEBANK = """\
# newdoc id = first
# newpar
# text = They don't agree.
1\tThey\tthey\tPRON\t_\t_\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\t_\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_
4\tagree\tagree\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_

# text = Why?
1\tWhy\twhy\tADV\t_\t_\t0\troot\t_\tSpaceAfter=No
2\t?\t?\tPUNCT\t_\t_\t1\tpunct\t_\t_

# newpar
# text = No.
1\tNo\tno\tINTJ\t_\t_\t0\troot\t_\tSpaceAfter=No
2\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_

# newdoc id = second
# text = Yes
1\tYes\tyes\tINTJ\t_\t_\t0\troot\t_\t_

"""


def test_documents_are_put_together(tmp_path: Path) -> None:
    path = tmp_path / "bank.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    first, second = read_raw(path)
    assert (first.name, first.text) == ("first", "They don't agree. Why?\n\nNo.")
    assert (second.name, second.text) == ("second", "Yes")
    assert [[first.text[a:b] for a, b in words] for words in first.sentences] == [
        ["They", "do", "n't", "agree", "."],
        ["Why", "?"],
        ["No", "."],
    ]


def test_f1_counts_words_and_sentences(tmp_path: Path) -> None:
    path = tmp_path / "bank.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    documents = list(read_raw(path))
    assert measure(documents) == {"words": 1.0, "sentences": 1.0}
    joined = measure(documents, lambda text: [[(0, len(text))]])
    assert joined["sentences"] == pytest.approx(2 * 1 / (2 + 4))
    assert joined["words"] == pytest.approx(2 * 1 / (2 + 10))
