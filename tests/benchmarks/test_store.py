"""The store's cost: rounds are measured from the first to the last, and a large record beside a small one."""

from pathlib import Path

import pytest
from records import RECORD

from benchmarks.store import FIRST, TURNS, Figures, check_added, compare, measure, summary
from onrecord.ingest import Stored
from onrecord.record import open_to_write

NOW = "2031-01-02T03:04:05+00:00"


def test_each_round_adds_an_article_of_each_record(tmp_path: Path) -> None:
    with open_to_write(str(tmp_path / "news.db"), now=NOW) as store:
        rounds = list(measure([RECORD], 3, store))
        assert [each["articles"] for each in rounds] == [1, 2, 3]
        assert store.count().articles == 3
    assert all(each["milliseconds"] > 0 for each in rounds)


def test_the_end_is_compared_with_the_first_thousand() -> None:
    def figures(articles: int, milliseconds: float) -> Figures:
        making = 2.0 if articles < 2000 else 2.5  # the machine grew slower
        return {
            "articles": articles,
            "milliseconds": milliseconds,
            "milliseconds_of_making": making,
            "megabytes_of_memory": 100.0,
        }

    rounds = [figures(number * 100, 10.0 if number < 20 else 15.0) for number in range(1, 40)]
    found = summary(rounds, 12.0)
    assert (found["articles"], found["milliseconds_at_1000"], found["ratio"]) == (3900, 10.0, 1.5)
    assert found["ratio_in_units_of_making"] == pytest.approx(1.2)


def test_a_small_and_a_large_record_get_the_same_articles(tmp_path: Path) -> None:
    small, large = (open_to_write(str(tmp_path / name), now=NOW) for name in ("small.db", "large.db"))
    with small, large:
        list(measure([RECORD], 3, large))
        found = compare([RECORD], small, large)
        assert (small.count().articles, large.count().articles) == (FIRST + TURNS, 3 + FIRST + TURNS)
    assert found["articles"] == 3 and found["ratio"] > 0


def test_what_was_known_is_not_measured() -> None:
    check_added(Stored("added"))
    with pytest.raises(SystemExit, match="not added"):
        check_added(Stored("known"))
