"""Tests of what the benchmark of the served record works out: kinds of pages, shares of times, the summary."""

from benchmarks.serve import Seen, at, kind_of, summary


def test_pages_of_one_kind_count_together() -> None:
    assert kind_of("/between/12/7?since=2031-01-01") == "/between/N/N"
    assert kind_of("/api/who?name=%2312") == "/api/who"


def test_the_share_under_which_times_lie_is_found() -> None:
    seconds = [number / 1000 for number in range(100, 0, -1)]
    assert at(0.95, seconds) == 96
    assert at(0.95, [0.5]) == 500


def test_errors_and_times_are_told() -> None:
    seen = Seen()
    seen.seconds["/"] += [0.1, 0.2, 0.3]
    seen.errors.append("/: refused")
    told = summary(seen)
    assert (told["requests"], told["errors"], told["p95_milliseconds"]) == (3, 1, 300)
    assert round(told["median_milliseconds"]) == 200
