"""Tests of what is drawn on a time axis: an office has the days that are told of it, and no others."""

from dataclasses import replace

import pytest

from onrecord.answers import Answer
from onrecord.model import Status
from onrecord.serve.charts import office_bars


def office(tenure: str, published: str, *, time: tuple[str, str] | None = None, status: Status = "asserted") -> Answer:
    first, last = time or (None, None)
    return Answer(
        1, 1, "office", tenure, status, 0.9, ("Ana Belu",), ("Velmark",), "mayor", "no", (), "mayor Ana Belu",
        f"{first}/{last}" if time else None, first, last, None, None, published, "A headline", None, who_ids=(1,),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "years", "tenure"),
    [
        ([office("current", "2019-07-24"), office("current", "2020-02-05")], "2019–2020", "current"),
        ([office("former", "2019-07-24")], "over by 2019", "over"),
        ([office("former", "2020-01-02"), office("former", "2019-07-24")], "over by 2019", "over"),
        ([office("former", "2019-07-24", time=("2008-01-01", "2016-12-31"))], "2008–2016", "former"),
        (
            [office("former", "2019-07-24"), office("former", "2019-07-24", time=("2008-01-01", "2016-12-31"))],
            "2008–2016",
            "former",
        ),
        ([office("former, elected", "2019-07-24", time=("2001-01-01", "2001-12-31"))], "2001, over by 2019", "former"),
        ([office("former", "2021-01-22"), office("current", "2019-07-24")], "2019, over by 2021", "former"),
    ],
)
def test_an_office_lasts_as_long_as_is_told_of_it(answers: list[Answer], years: str, tenure: str) -> None:
    _, (bar,) = office_bars(answers, of_person=True)
    assert (bar.years, bar.tenure, bar.told) == (years, tenure, len(answers))


def test_an_office_that_only_others_tell_of_says_who() -> None:
    told = replace(office("former", "2019-07-24"), said_by=("Tor Hald", "Lars Sand"))
    _, (bar,) = office_bars([told], of_person=True)
    assert bar.years == "over by 2019, says Tor Hald"
    _, (bar,) = office_bars([told, office("former", "2019-08-24")], of_person=True)
    assert bar.years == "over by 2019"


@pytest.mark.parametrize("status", ["denied", "planned", "possible", "alleged"])
def test_what_is_not_told_as_a_fact_is_not_drawn(status: Status) -> None:
    assert office_bars([office("current", "2019-07-24", status=status)], of_person=True) == (None, [])
