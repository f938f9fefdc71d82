"""Who is declared persona non grata."""

import pytest
from told import events

DECLARED = [
    ("Norway declared Peruvian diplomat Lars Edmond persona non grata.", ("Norway", "Lars Edmond")),
    ("Norway declared Peru's ambassador, Petra Holm, persona non grata.", ("Norway", "Petra Holm")),
    ("Poland on Monday declared the Peruvian consul persona non grata.", ("Poland", "Peruvian consul")),
    ("The envoy, whom Chile declared persona non grata last week, left on Sunday.", ("Chile", "envoy")),
    ("The Foreign Ministry has declared three Peruvian diplomats personae non gratae.",
     ("Foreign Ministry", "three Peruvian diplomats")),
    ("Bolivia has named the Peruvian envoy, Lars Edmond, as persona non grata.", ("Bolivia", "Lars Edmond")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DECLARED)
def test_who_is_declared_so_is_sanctioned(text: str, expected: tuple[str, str]) -> None:
    assert ("SANCTION", *expected) in events(text)


def test_the_words_are_nobody() -> None:
    found = events("The envoy, whom Chile declared persona non grata last week, left on Sunday.")
    assert not any("persona" in side for _, *sides in found for side in sides)
