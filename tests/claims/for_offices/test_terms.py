"""Years behind a bare title tell from when to when it is held."""

import pytest

from onrecord.model import Document, Office
from onrecord.read import read_document


@pytest.mark.parametrize(
    ("behind", "value"),
    [
        (" since 2019", "2019/.."),
        (" from 2010 to 2014", "2010/2014"),
        (" (2010–2014)", "2010/2014"),
        (" until 2015", "../2015"),
        ("", None),
    ],
)
def test_years_behind_a_title(behind: str, value: str | None) -> None:
    text = f"Anton Orten, mayor of Oslo{behind}, left on Monday."
    record = read_document(Document(id="terms", text=text, published="2026-03-10"))
    times = [claim.time for claim in record.claims if isinstance(claim.what, Office)]
    assert [time.value if time else None for time in times] == [value]


def test_taking_office_is_dated() -> None:
    text = "Nora Falk took office as mayor of Oslo on 1 January."
    record = read_document(Document(id="terms", text=text, published="2026-03-10"))
    times = [claim.time for claim in record.claims if isinstance(claim.what, Office)]
    assert [time.value if time else None for time in times] == ["2026-01-01"]
