"""What is done by saying it, however politely it is put."""

import pytest

from onrecord.claims.for_status.uttered import is_uttered
from onrecord.claims.status import find_status
from onrecord.claims.tree import Tree
from onrecord.language import analyse
from onrecord.model import Document, Status

PUT: tuple[tuple[str, str, bool, Status], ...] = (
    ("“I would like to thank the nurses,” Ana Torvald said.", "thank", True, "asserted"),
    ("“I would urge the miners to stay,” Ana Torvald said.", "urge", True, "asserted"),
    ("“We must condemn the attack,” Ana Torvald said.", "condemn", True, "asserted"),
    ("“Let me thank the nurses,” Ana Torvald said.", "thank", True, "asserted"),
    ("“We will urge the miners to stay,” Ana Torvald said.", "urge", False, "planned"),
    ("“I would thank the nurses if they came,” Ana Torvald said.", "thank", False, "possible"),
    ("“Lars Edmond must condemn the attack,” Ana Torvald said.", "condemn", False, "possible"),
    ("“I would like to leave,” Ana Torvald said.", "leave", False, "possible"),
)


@pytest.mark.parametrize(("text", "word", "uttered", "status"), PUT, ids=[text for text, *_ in PUT])
def test_polite_words_do_what_they_say(text: str, word: str, uttered: bool, status: Status) -> None:
    tree = Tree(analyse(Document(id="uttered", text=text)))
    verb = next(token.index for token in tree.tokens if token.text == word)
    assert (is_uttered(tree, verb), find_status(tree, verb)) == (uttered, status)
