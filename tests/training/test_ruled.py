"""Acts by characters, from invented wire copy: outermost ones only, with their sources."""

from onrecord.language import analyse
from onrecord.model import Document
from training.polnear import Said
from training.ruled import acts_in, combine


def roles(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each act."""
    acts = acts_in(analyse(Document(id="t", text=text)))
    return [tuple(" ".join(text[a:b] for a, b in act[role]) for role in ("source", "cue", "content")) for act in acts]  # type: ignore[misc]


def test_an_act_within_the_words_of_another_is_left_out() -> None:
    assert roles("Vesna Karad said the rebels hoped to win.") == [("Vesna Karad", "said", "the rebels hoped to win")]


def test_the_source_of_a_relative_clause_is_the_pronoun_and_its_antecedent() -> None:
    [found] = [act for act in roles("Vesna Karad, who wants to end the war, arrived on Monday.") if act[1] == "wants"]
    assert found == ("Vesna Karad who", "wants", "to end the war")


def test_the_network_adds_what_the_rules_have_not() -> None:
    ruled = [Said(frozenset(), frozenset({1}), frozenset({2, 3}))]
    seen = [
        Said(frozenset({0}), frozenset({1}), frozenset({2})),
        Said(frozenset({5}), frozenset({6}), frozenset({7})),
    ]
    assert combine(ruled, seen) == [Said(frozenset({0}), frozenset({1}), frozenset({2, 3})), seen[1]]
