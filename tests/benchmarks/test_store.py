"""The store's cost: rounds are measured from the first to the last, and compared at one speed of the machine."""

from pathlib import Path

import pytest
from records import RECORD

from benchmarks.store import Figures, measure, summary
from onrecord.record import open_to_write

NOW = "2031-01-02T03:04:05+00:00"


def test_each_round_adds_an_article_of_each_record(tmp_path: Path) -> None:
    with open_to_write(str(tmp_path / "news.db"), now=NOW) as store:
        rounds = list(measure([RECORD], 3, store))
        assert [each["articles"] for each in rounds] == [1, 2, 3]
        assert store.count().articles == 3
    assert all(each["milliseconds"] > 0 for each in rounds)


def test_a_machine_that_grows_slower_is_told_from_a_store_that_does() -> None:
    def figures(articles: int, milliseconds: float, making: float) -> Figures:
        names = ("wall_milliseconds_with_making", "megabytes_of_memory", "peak_megabytes")
        told = dict.fromkeys(names, 100.0)
        return {"articles": articles, "milliseconds": milliseconds, "milliseconds_of_making": making, **told}

    rounds = [
        figures(number * 100, 10.0 if number < 20 else 15.0, 1.0 if number < 20 else 1.5) for number in range(1, 40)
    ]
    found = summary(rounds, 12.0)
    assert found["ratio"] == pytest.approx(1.5)
    assert found["ratio_at_one_speed_of_the_machine"] == pytest.approx(1.0)
