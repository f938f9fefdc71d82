"""The words that carry a claim never begin or end in the middle of a name."""

import onrecord
from onrecord.model import Office


def test_words_of_a_shared_title_end_with_whole_names() -> None:
    text = "Three senators, Olaf Berg, Mary Torvald and John Edmond, voted against the bill."
    found = {claim.evidence[0].of(text) for claim in onrecord.read(text).claims if isinstance(claim.what, Office)}
    assert found == {
        "Three senators, Olaf Berg",
        "Three senators, Olaf Berg, Mary Torvald",
        "Three senators, Olaf Berg, Mary Torvald and John Edmond",
    }


def test_words_that_end_with_a_name_stay_as_they_are() -> None:
    text = "Prime Minister Mary Torvald met him."
    found = [claim.evidence[0].of(text) for claim in onrecord.read(text).claims if isinstance(claim.what, Office)]
    assert found == ["Prime Minister Mary Torvald"]
