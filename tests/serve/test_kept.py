"""Tests of counts that are kept: quick ones are new for every page, slow ones are old for a while, and nobody waits."""

import threading
import time
from collections.abc import Iterator

import pytest

from onrecord.errors import RecordError
from onrecord.serve import kept as kept_module
from onrecord.serve.kept import SHARE, Kept


class Hands:
    """A clock whose hands each count turns on."""

    def __init__(self) -> None:
        self.at = 0.0
        self.counted = 0
        self.takes = 0.0
        self.gate = threading.Event()
        self.gate.set()

    def __call__(self) -> float:
        return self.at

    def count(self) -> int:
        self.gate.wait(5)
        self.at += self.takes
        self.counted += 1
        return self.counted


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def kept(hands: Hands) -> Iterator[Kept]:
    made = Kept(hands)
    yield made
    hands.gate.set()
    made.close()


def settle(hands: Hands, counted: int) -> None:
    for _ in range(500):
        if hands.counted == counted:
            return
        time.sleep(0.01)
    raise AssertionError("nothing was counted")


def test_what_is_quick_is_counted_for_every_page(kept: Kept, hands: Hands) -> None:
    hands.takes = 0.01
    assert [kept.find("all", hands.count) for _ in range(3)] == [1, 2, 3]


def test_what_is_slow_is_counted_again_after_a_while_and_nobody_waits(kept: Kept, hands: Hands) -> None:
    hands.takes = 2.0
    assert kept.find("all", hands.count) == 1
    hands.at += SHARE * 2 - 1
    assert kept.find("all", hands.count) == 1
    hands.at += 2
    hands.gate.clear()
    assert kept.find("all", hands.count) == 1
    assert kept.find("all", hands.count) == 1
    hands.gate.set()
    settle(hands, 2)
    assert kept.find("all", hands.count) == 2


def test_what_was_never_counted_is_not_waited_for_long(kept: Kept, hands: Hands) -> None:
    hands.gate.clear()
    hands.takes = 9.0
    started = time.monotonic()
    assert kept.find("all", hands.count) is None
    assert time.monotonic() - started < kept_module.PATIENCE_SECONDS + 2
    hands.gate.set()
    settle(hands, 1)
    assert kept.find("all", hands.count) == 1


def test_what_cannot_be_counted_is_told(kept: Kept) -> None:
    def fail() -> int:
        raise RecordError("the record is damaged: put back a copy")

    for _ in range(2):
        with pytest.raises(RecordError, match="damaged"):
            kept.find("all", fail)
