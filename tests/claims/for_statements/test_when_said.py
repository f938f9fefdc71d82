"""When something was said: the time of the cue, or of the text or talk that the words stand in."""

import pytest

from onrecord.claims import find_claims
from onrecord.language import analyse
from onrecord.model import Document, Statement

# A Thursday.
PUBLISHED = "2021-09-16"
WORDS = "the talks would go on"

SAID = [
    (f"In a statement issued on Monday, Anton Orten said {WORDS}.", "on Monday", "2021-09-13"),
    (f"Speaking in Brask on Monday, Anton Orten said {WORDS}.", "on Monday", "2021-09-13"),
    (f"Monday's statement by Anton Orten said {WORDS}.", "Monday", "2021-09-13"),
    (f"A statement released by the ministry on Monday said {WORDS}.", "on Monday", "2021-09-13"),
    (f"On Monday the ministry released a statement saying {WORDS}.", "On Monday", "2021-09-13"),
    (f"According to a report on Monday by the Orvel Post, {WORDS}.", "on Monday", "2021-09-13"),
    (f"According to officials on Monday, {WORDS}.", "on Monday", "2021-09-13"),
    (f"Anton Orten told the council on Monday that {WORDS}.", "on Monday", "2021-09-13"),
    (f"Following the meeting, Anton Orten said {WORDS}.", "Following the meeting", None),
    (f"Anton Orten said {WORDS} on Friday.", None, None),
    ("On Friday, the talks failed, according to Anton Orten.", None, None),
    (f"On Friday, Anton Orten said, {WORDS}.", None, None),
    ("The bridge was closed in 2019 because it was “a ruin”, as Anton Orten put it.", None, None),
    ("Anton Orten reported a loss in 2019 and a win in 2020.", None, None),
    (f"Anton Orten, who resigned on Monday, said {WORDS}.", None, None),
    (f"Anton Orten told Brask This Week that {WORDS}.", None, None),
]


@pytest.mark.parametrize(("text", "words", "value"), SAID)
def test_time_of_the_saying(text: str, words: str | None, value: str | None) -> None:
    claims = find_claims(analyse(Document(id="d", text=text, published=PUBLISHED)))[1]
    times = [claim.time for claim in claims if isinstance(claim.what, Statement)]
    assert [(time and time.text, time and time.value) for time in times] == [(words, value)]
