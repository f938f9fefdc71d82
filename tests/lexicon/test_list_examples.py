"""The example of each list of cues, nouns and first names, through the real reader."""

import tomllib
from importlib.resources import files

import pytest

from onrecord.claims import gather
from onrecord.claims.for_statements.acts import find_acts
from onrecord.claims.tree import Tree
from onrecord.claims.who import Cast
from onrecord.language import analyse
from onrecord.lexicon.cues import CLASSES, load_cues
from onrecord.lexicon.nouns import load_nouns
from onrecord.model import Document, Statement

KINDS = {
    "person": ("envoy", "person"), "group": ("Police", "group"), "organization": ("ministry", "organization"),
    "female": ("spokeswoman", "person"), "male": ("spokesman", "person"), "union": ("EU", "organization"),
    "party": ("Democrats", "organization"), "voice": ("spokeswoman", "organization"),
}  # fmt: skip


JUDGED = ("judge", "commit", "show")


@pytest.mark.parametrize("name", [name for name in CLASSES if name not in JUDGED])
def test_example_of_a_cue_is_a_statement(name: str) -> None:
    gathered = gather(analyse(Document(id="t", text=load_cues().examples[name])))
    assert any(isinstance(draft.what, Statement) for draft in gathered.statements)


@pytest.mark.parametrize("name", JUDGED)
def test_example_of_a_word_that_reports_no_words_is_no_statement(name: str) -> None:
    tree = Tree(analyse(Document(id="t", text=load_cues().examples[name])))
    assert [act.kind for act in find_acts(tree)] == ["judged"]


@pytest.mark.parametrize("name", KINDS)
def test_example_of_a_noun_stands_for_its_kind(name: str) -> None:
    text = load_nouns().examples[name]
    word, kind = KINDS[name]
    cast, token = meant(text, word)
    assert cast.kind(cast.at[token]) == kind


@pytest.mark.parametrize(("gender", "pronoun"), [("female", "She"), ("male", "He")])
def test_example_of_first_names_finds_the_first_person(gender: str, pronoun: str) -> None:
    raw = tomllib.loads(files("onrecord.lexicon").joinpath("first_names.toml").read_text(encoding="utf-8"))
    text = raw[gender]["example"]
    cast, token = meant(text, pronoun)
    assert text.startswith(cast.entities[cast.at[token]].name)


def meant(text: str, word: str) -> tuple[Cast, int]:
    gathered = gather(analyse(Document(id="t", text=text)))
    return gathered.cast, next(token.index for token in gathered.tree.tokens if token.text == word)
