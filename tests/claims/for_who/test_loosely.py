"""Which named body a bare noun takes up that its name does not hold."""

import pytest

from onrecord.claims.tree import Tree
from onrecord.claims.who import find_cast
from onrecord.language import analyse
from onrecord.model import Document

TAKEN_UP = (
    ("Boeing lost two billion dollars on Monday. The company accused Airbus of theft.", "company", "Boeing"),
    ("UNICEF sent aid to Chad. The agency urged Chad to open the road.", "agency", "UNICEF"),
    ("The Green Alliance lost four seats. The party accused Ana Torvald of fraud.", "party", "Green Alliance"),
    ("Boeing and Airbus met in Paris. The company accused Canada of lying.", "company", "company"),
    ("The Supreme Court met on Monday. The company accused Canada of lying.", "company", "company"),
)


@pytest.mark.parametrize(("text", "word", "name"), TAKEN_UP, ids=[text for text, _, _ in TAKEN_UP])
def test_bodies(text: str, word: str, name: str) -> None:
    tree = Tree(analyse(Document(id="loosely", text=text)))
    cast = find_cast(tree)
    entity = cast.entity_at(next(token.index for token in tree.tokens if token.text == word))
    assert entity is not None
    assert cast.entities[entity].name == name
