"""Stopping when people ask for it, by Ctrl-C or SIGTERM: after the present article, or at once while waiting."""

import signal
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

Each = TypeVar("Each")


class Stop:
    """Knows whether a stop was asked for. While something is waited for, asking raises KeyboardInterrupt there."""

    def __init__(self) -> None:
        self.is_asked = False
        self._is_waiting = False

    def ask(self, _number: int = signal.SIGINT, _frame: FrameType | None = None) -> None:
        """Ask for a stop, as the handler of a signal. Whoever asks twice does not wait for the article."""
        again, self.is_asked = self.is_asked, True
        if self._is_waiting or again:
            raise KeyboardInterrupt

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Runs its block with Ctrl-C and SIGTERM asking for a stop."""
        before = {number: signal.signal(number, self.ask) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def among(self, found: Iterable[Each]) -> Iterator[Each]:
        """The same, where each is waited for. Raises KeyboardInterrupt where a stop is asked for meanwhile."""
        each_of = iter(found)
        while not self.is_asked:
            self._is_waiting = True
            try:
                each = next(each_of)
            except StopIteration:
                return
            finally:
                self._is_waiting = False
            yield each

    def wait(self, seconds: float) -> None:
        """Wait so long. Raises KeyboardInterrupt where a stop is asked for meanwhile."""
        self._is_waiting = True
        try:
            time.sleep(max(0.0, seconds))
        finally:
            self._is_waiting = False
