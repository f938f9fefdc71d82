"""Whom pronouns and nominals are given to: how one is judged."""

from benchmarks.antecedents import judge, write_table
from onrecord.claims.for_who.mentions import find_candidates
from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.model import Document


def verdict(chain: str) -> str:
    """How "She" is judged when it is annotated with the chain and the person named before with "1"."""
    tree = Tree(analyse(Document(id="t", text="Vesna Karadova resigned on Monday. She cited her health.")))
    she = next(candidate for candidate in find_candidates(tree) if candidate.text == "she")
    first = next(candidate for candidate in find_candidates(tree) if candidate.form == "name")
    chains = {first.head: ("1", "person"), she.head: (chain, "person")}
    return judge(tree, find_cast(tree), she, chains)


def test_a_pronoun_is_right_in_its_own_chain() -> None:
    assert verdict("1") == "right"
    assert verdict("2") == "wrong"


def test_the_table_has_a_row_for_each_group() -> None:
    rows = write_table([("it", "right"), ("it", "wrong"), ("they", "missed")]).splitlines()
    assert rows[3] == "| it | 1 | 1 | 0 | 0.500 | 0.500 |"
    assert rows[4] == "| they | 0 | 0 | 1 | 0.000 | 0.000 |"
