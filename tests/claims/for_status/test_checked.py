"""What a fact check sets out to check is alleged."""

import pytest

from onrecord import read


def statuses(text: str) -> list[tuple[str, str]]:
    return [(claim.kind, claim.status) for claim in read(text).claims]


@pytest.mark.parametrize("label", ["CLAIM: ", "Claim:\n", "The claim: ", "Rumour: "])
def test_a_claim_that_is_checked_is_alleged(label: str) -> None:
    text = f"{label}Minister Ana Torvald met Lars Edmond.\n\nVERDICT: False.\n\nMaria Falk met Lars Edmond."
    assert statuses(text) == [("office", "asserted"), ("event", "alleged"), ("event", "asserted")]


def test_other_labels_are_the_article_s_own() -> None:
    assert statuses("Update: Ana Torvald met Lars Edmond.") == [("event", "asserted")]
