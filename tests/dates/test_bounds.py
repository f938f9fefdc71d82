"""Tests of the first and last day of EDTF values."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates.bounds import bounds


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2024-11-06", "2024-11-06", "2024-11-06"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024~", "2024-01-01", "2024-12-31"),
        ("2024-06-?", None, None),
        ("202X", "2020-01-01", "2029-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2024-XX", "2024-01-01", "2024-12-31"),
        ("2024-22", "2024-06-01", "2024-08-31"),
        ("2024-24", "2024-12-01", "2025-02-28"),
        ("2024-34", "2024-04-01", "2024-06-30"),
        ("2014/2018", "2014-01-01", "2018-12-31"),
        ("2014-03/..", "2014-03-01", None),
        ("../2014-03", None, "2014-03-31"),
        ("{2024-01-03,2024-02-05}", "2024-01-03", "2024-02-05"),
        ("[2024,2022]", "2022-01-01", "2024-12-31"),
        ("2024-13-01", None, None),
        ("2024-02-30", None, None),
        ("soon", None, None),
        ("", None, None),
    ],
)
def test_the_days_of_a_value(value: str, earliest: str | None, latest: str | None) -> None:
    assert bounds(value) == (earliest, latest)


@given(st.dates(), st.integers(0, 4000))
def test_an_interval_of_days_has_its_ends(start: date, length: int) -> None:
    end = min(date.max, start + timedelta(days=length)) if start < date(9900, 1, 1) else start
    assert bounds(f"{start}/{end}") == (start.isoformat(), end.isoformat())
