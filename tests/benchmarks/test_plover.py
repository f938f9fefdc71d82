"""The PLOVER benchmark: marks into sides, the type between them, PLOVER's view of plans, the scores."""

from pathlib import Path

from benchmarks.plover import Reading, macro_f1, measure, read_row, read_rows, score

HEAD = "sentence_id\tsentence\tmarked_sentence\tsource\ttarget\troot\tmodality\n"
MARKED = "<s>The mayor of Karsk</s> refused to meet <t>the miners</t> on Monday."


def test_marks_become_the_sides_of_the_bare_sentence(tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    table.write_text(f"{HEAD}1\tplain\t{MARKED}\tx\ty\tREJECT\tpast\n", encoding="utf-8")
    (row,) = read_rows(table)
    assert row.text == "The mayor of Karsk refused to meet the miners on Monday."
    assert {side: span.of(row.text) for side, span in row.sides.items()} == {
        "source": "The mayor of Karsk",
        "target": "the miners",
    }
    assert read_row(row).root(habits=False) == row.root


def test_plans_are_agreed_to_or_threatened() -> None:
    aid, raid = (Reading(event, "planned", frozenset()) for event in ("AID", "COERCE"))
    assert (aid.root(habits=False), raid.root(habits=False)) == ("AGREE", "THREATEN")
    assert Reading("RETREAT", "asserted", frozenset()).root(habits=False) == "YIELD"


def test_the_codebook_types_a_conviction_as_an_accusation() -> None:
    reading = Reading("COERCE", "asserted", frozenset({"convict"}))
    assert (reading.root(habits=True), reading.root(habits=False)) == ("ACCUSE", "COERCE")


def test_each_type_counts_the_same() -> None:
    scores = score(["AID", "AID", "AID", "YIELD"], ["AID", "AID", "AID", "AID"])
    assert (scores["AID"].precision, scores["AID"].recall, scores["YIELD"].f1) == (0.75, 1.0, 0.0)
    assert macro_f1(scores) == 0.428


def test_what_no_word_tells_counts_as_wrong(tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    table.write_text(f"{HEAD}1\tplain\t<s>Karsk</s> lies by <t>the sea</t>.\tx\ty\tAID\tpast\n", encoding="utf-8")
    rows = read_rows(table)
    assert measure(rows, [read_row(row) for row in rows])["accuracy"] == 0.0
