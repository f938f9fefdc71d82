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


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In 2010, then-president Anton Orten signed the treaty.", "2010"),
        ("Then-president Anton Orten signed the treaty in 2010.", "2010"),
        ("President Anton Orten signed the treaty in 2010.", None),
        ("Anton Orten, then the mayor of Oslo, signed the treaty in 2010.", "2010"),
        ("In 2010, Anton Orten, who was then mayor of Oslo, signed the treaty.", "2010"),
        ("Norway's foreign minister since 2019, Anton Orten, left on Monday.", "2019/.."),
        ("The party's 2016 presidential nominee, Anton Orten, left on Monday.", "2016"),
        ("Anton Orten, the party's 2026 presidential nominee, left on Monday.", None),
        ("Anton Orten was a candidate for president in the 2016 election.", "2016"),
        ("Anton Orten's term as governor ended in 2015.", "2015"),
        ("President Anton Orten announced his resignation in 2010.", "2010"),
        ("Anton Orten is a former mayor of Oslo, who met Nora Falk in 2010.", None),
    ],
)
def test_a_title_is_dated_by_what_its_holder_did_as_such(text: str, value: str | None) -> None:
    record = read_document(Document(id="terms", text=text, published="2026-03-10"))
    times = [claim.time for claim in record.claims if isinstance(claim.what, Office)]
    assert [time.value if time else None for time in times] == [value]


def test_each_of_several_contests_has_its_own_year() -> None:
    text = "Anton Orten ran for the US Senate in 2014 and for Governor of Ohio in 2018."
    record = read_document(Document(id="terms", text=text, published="2026-03-10"))
    times = [claim.time for claim in record.claims if isinstance(claim.what, Office)]
    assert [time.value if time else None for time in times] == ["2014", "2018"]
