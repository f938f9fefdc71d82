"""The table of lemmas: only what the rules miss is learned, and it is read as it was written."""

from pathlib import Path

from onrecord.language.lemmas import read_table
from training.lemmas import learn, write

PLURAL = "Number=Plur"
PAST = "Tense=Past|VerbForm=Fin"
ROWS = [
    ("ministers", "NOUN", PLURAL, "minister"),
    ("Volk", "NOUN", PLURAL, "volka"),
    ("vote", "VERB", "VerbForm=Inf", "vote"),
    ("voted", "VERB", PAST, "vote"),
    ("zon", "VERB", PAST, "zin"),
    ("teh", "DET", "Typo=Yes", "the"),
]


def test_only_what_the_rules_miss_is_learned(tmp_path: Path) -> None:
    table, verbs = learn(ROWS)
    assert table["NOUN", "volk", "Plur"] == "volka"
    assert table["VERB", "zon", "Fin|Past"] == "zin"
    assert table["VERB", "met", "Fin|Past"] == "meet"
    assert ("NOUN", "ministers", "Plur") not in table
    assert ("VERB", "voted", "Fin|Past") not in table
    assert not any(upos == "DET" for upos, _, _ in table)
    path = tmp_path / "lemmas.tsv"
    write(table, verbs, path)
    assert read_table(path).exact == table
    assert read_table(path).verbs == verbs == {"vote", "zin"}
