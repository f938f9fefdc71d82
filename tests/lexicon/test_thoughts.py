"""The example of each word for thoughts, through the real reader."""

from functools import cache

import pytest

from onrecord.claims.for_statements.acts import Act, find_acts
from onrecord.claims.tree import Tree
from onrecord.language import analyse
from onrecord.lexicon.thoughts import SECTIONS, load_thoughts
from onrecord.model import Document

WORDS = [(section, word) for section in SECTIONS for word in load_thoughts().examples[section]]


@cache
def read_examples() -> tuple[Tree, tuple[Act, ...]]:
    """All examples as one text, a paragraph each."""
    text = "\n\n".join(load_thoughts().examples[section][word] for section, word in WORDS)
    tree = Tree(analyse(Document(id="t", text=text)))
    return tree, find_acts(tree)


@pytest.mark.parametrize(("section", "word"), WORDS)
def test_example_of_a_thought_is_an_act_of_thought(section: str, word: str) -> None:
    example = load_thoughts().examples[section][word]
    tree, acts = read_examples()
    first = tree.text.index(example)
    own = [tree.tokens[act.word] for act in acts if act.kind == "thought"]
    found = {form for t in own if first <= t.span.start < first + len(example) for form in (t.lemma, t.text)}
    assert word.split()[0] in found
