"""Who is told to be dead holds a former office; who is only to be killed, or mourns, does not."""

import pytest
from told import offices


def tenures(text: str) -> set[tuple[str, str]]:
    """Person and tenure of each office."""
    return {(row[0], row[4]) for row in offices(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Those killed included Lars Edmond, commander of the Karsk Brigade.",
        "Among the dead were Lars Edmond, commander of the Karsk Brigade, and four others.",
        "Karsk Brigade commander Lars Edmond was among those killed.",
        "President Lars Edmond passed away on Friday.",
        "Mayor Lars Edmond succumbed to his wounds on Friday.",
        "Mayor Lars Edmond lost his life on Friday.",
        "The execution of General Lars Edmond was condemned.",
    ],
)
def test_the_dead_hold_no_office(text: str) -> None:
    assert tenures(text) == {("Lars Edmond", "former")}


@pytest.mark.parametrize(
    "text",
    [
        "The rebels want to assassinate General Lars Edmond.",
        "President Lars Edmond passed the law on Friday.",
        "Mayor Lars Edmond lost the vote on Friday.",
        "The wounded included General Lars Edmond.",
    ],
)
def test_the_living_keep_their_office(text: str) -> None:
    assert tenures(text) == {("Lars Edmond", "current")}
