"""Texts in the first person: who is named at their head or foot speaks in them."""

import pytest

from onrecord import read
from onrecord.model import Event, Statement

WORDS = "We condemn the arrest of Jana Selk. I call on President Tomas Orten to release her."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"Statement by Foreign Minister Lenka Dorn on the arrest in Karvonia\n\n{WORDS}\n", "Lenka Dorn"),
        (f"PRESS RELEASE\n\nJoint statement from the Grain Party\n\nBrask, 3 May 2031\n\n{WORDS}\n", "Grain Party"),
        (f"Grain Party statement on the arrest\n\n{WORDS}\n", "Grain Party"),
        (
            f"Declaration by the High Representative on behalf of the Velmark Union on the vote\n\n{WORDS}\n",
            "Velmark Union",
        ),
        (f"Remarks by Prime Minister Ilva Maren at the Harvest Forum\n\n{WORDS}\n", "Ilva Maren"),
        (f"Dear Prime Minister,\n\n{WORDS}\n\nYours sincerely,\nAna Torvald\nPress League\n", "Ana Torvald"),
    ],
)
def test_who_is_named_at_the_head_or_foot_speaks(text: str, speaker: str) -> None:
    record = read(text, published="2031-05-03")
    names = {entity.id: entity.name for entity in record.entities}
    said = [claim.what for claim in record.claims if isinstance(claim.what, Statement)]
    assert [(names[what.speaker], what.content[0].of(text)) for what in said] == [(speaker, WORDS.rstrip("."))]
    asked = [c.what.actors for c in record.claims if isinstance(c.what, Event) and c.what.event == "REQUEST"]
    assert [names[actor] for actors in asked for actor in actors] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Statement by the Foreign Ministry on the arrest\n\nThe Foreign Ministry summoned the envoy of Karvonia.\n",
        "Statement by Lenka Dorn on the arrest\n\nDorn met President Tomas Orten. We were not told why.\n",
        "Remarks by Lenka Dorn and Ilva Maren\n\nWe met President Tomas Orten in Brask.\n",
        "A statement by Lenka Dorn caused anger.\n\nWe met President Tomas Orten in Brask.\n",
    ],
)
def test_what_others_write_is_not_said_by_who_is_named(text: str) -> None:
    assert not any(isinstance(claim.what, Statement) for claim in read(text, published="2031-05-03").claims)
