"""Tests of stopping: at once where something is waited for, else after what is being done; twice is at once."""

import os
import signal
import time
from threading import Timer

import pytest

from onrecord.cli.stopping import Stop


def test_a_stop_is_noted_and_what_is_being_done_goes_on() -> None:
    stop = Stop()
    with stop.listening():
        each = stop.among([1, 2, 3])
        assert next(each) == 1
        os.kill(os.getpid(), signal.SIGTERM)
        assert stop.is_asked
        assert list(each) == []
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


def test_who_asks_twice_does_not_wait() -> None:
    stop = Stop()
    stop.ask()
    with pytest.raises(KeyboardInterrupt):
        stop.ask()


def test_waiting_ends_at_once() -> None:
    stop = Stop()
    started = time.monotonic()
    with stop.listening():
        Timer(0.1, os.kill, (os.getpid(), signal.SIGINT)).start()
        with pytest.raises(KeyboardInterrupt):
            stop.wait(20)
    assert stop.is_asked and time.monotonic() - started < 5
