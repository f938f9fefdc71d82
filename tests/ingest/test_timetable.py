"""Tests of when feeds are asked again: in turn, later after failures, as late as their hosts ask for."""

from onrecord.ingest.timetable import FAILED_AT_MOST_SECONDS, Timetable


def test_each_address_is_asked_after_the_interval() -> None:
    timetable = Timetable(["a", "b"], every_seconds=60, now=0)
    assert timetable.next() == ("a", 60)
    timetable.answered("a", now=61)
    assert timetable.next() == ("b", 60)
    timetable.answered("b", now=62)
    assert timetable.next() == ("a", 121)


def test_one_that_fails_is_asked_ever_later_and_then_as_before() -> None:
    timetable = Timetable(["a"], every_seconds=60, now=0)
    assert [timetable.failed("a", now=0) for _ in range(3)] == [120, 240, 480]
    assert timetable.next() == ("a", 480)
    for _ in range(100):
        wait = timetable.failed("a", now=0)
    assert wait == FAILED_AT_MOST_SECONDS
    timetable.answered("a", now=100)
    assert timetable.next() == ("a", 160)


def test_a_host_is_left_alone_as_long_as_it_asks() -> None:
    timetable = Timetable(["a"], every_seconds=60, now=0)
    assert timetable.failed("a", now=0, wait_seconds=90_000) == 90_000
    assert timetable.failed("a", now=0, wait_seconds=5) == 240
