"""Acts from invented wire copy, through the real reader: what is said, judged or thought, and where there is none."""

import pytest

from onrecord.claims.for_statements.acts import find_acts
from onrecord.claims.tree import Tree
from onrecord.language import analyse
from onrecord.model import Document


def acts(text: str) -> list[tuple[str, str, str, str]]:
    """Kind, sources, cue and content of each act."""
    tree = Tree(analyse(Document(id="t", text=text)))
    found = []
    for act in find_acts(tree):
        sources = " ".join(tree.tokens[source].text for source in act.sources)
        content = " … ".join(span.of(text) for span in act.content)
        found.append((act.kind, sources, tree.words(act.cue.first, act.cue.last) if act.cue else "", content))
    return found


@pytest.mark.parametrize(("text", "act"), [
    ("The envoy hopes that the truce will hold.", ("thought", "envoy", "hopes", "that the truce will hold")),
    ("The rebels want the general to resign.", ("thought", "rebels", "want", "the general to resign")),
    ("The reform is opposed by the union.", ("thought", "union", "opposed", "The reform")),
    ("The premier is worried about the vote.", ("thought", "premier", "worried", "the vote")),
    ("His plan to leave the union failed.", ("thought", "His", "plan", "to leave the union")),
    ("The senator criticised the judge for his ruling.",
     ("judged", "senator", "criticised", "the judge for his ruling")),
    ("The senator called for a new vote.", ("judged", "senator", "called for", "a new vote")),
    ("The senator attacked the judge, who is 70, after the vote.", ("judged", "senator", "attacked", "the judge")),
    ("The senator criticised the plan during the debate.", ("judged", "senator", "criticised", "the plan")),
    ("The general vowed to punish the traitors.", ("judged", "general", "vowed", "to punish the traitors")),
    ("The report shows that the border was open.", ("judged", "report", "shows", "that the border was open")),
    ("The premier repeated her claim that the vote was stolen.",
     ("said", "her", "claim", "that the vote was stolen")),
    ("Anton Karel was described as “obsessed” by the police.", ("said", "police", "described", "obsessed")),
    ("The envoy made the claim that the border was open.", ("said", "envoy", "claim", "that the border was open")),
])  # fmt: skip
def test_act(text: str, act: tuple[str, str, str, str]) -> None:
    assert act in acts(text)


@pytest.mark.parametrize("text", [
    "The soldiers found a way through the woods.",
    "The mountain shows a white peak.",
    "The plan failed.",
    "The villagers committed no crime.",
    "The premier travelled to Orsova on Monday.",
])  # fmt: skip
def test_no_act(text: str) -> None:
    assert acts(text) == []


def test_words_told_in_a_quotation_end_with_it() -> None:
    told = acts("“We warned that the bridge would fall,” said the envoy, who led the talks.")
    assert ("said", "We", "warned", "that the bridge would fall") in told
