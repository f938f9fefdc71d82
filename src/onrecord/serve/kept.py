"""Counts over the whole record, kept while they are new enough: pages do not wait for what takes long to count."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar

QUICK_SECONDS = 0.05
"""What takes less is counted for every page."""
PATIENCE_SECONDS = 0.4
"""So long a page waits for what was never counted before."""
SHARE = 20
"""What takes longer is counted again after so many times the time that it took."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted, when (in seconds of a clock that only goes on), and how long it took."""

    value: Any
    at: float
    seconds: float

    @property
    def is_quick(self) -> bool:
        """True for what is counted for every page."""
        return self.seconds < QUICK_SECONDS


@dataclass(slots=True)
class Kept:
    """Counts by name. One thread counts, so that a twentieth of its time is the most that a count takes."""

    clock: Callable[[], float] = time.monotonic
    _known: dict[str, Counted] = field(default_factory=dict)
    _coming: dict[str, "Future[Counted]"] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _counter: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "onrecord-counts"))

    def find(self, name: str, count: Callable[[], T]) -> T | None:
        """What `count` gives, or gave some time ago where it takes long; None where it is still being counted first."""
        known = self._known.get(name)
        if known is not None and known.is_quick:
            return self._count(name, count).value  # type: ignore[no-any-return]
        if known is not None and self.clock() - known.at < SHARE * known.seconds:
            return known.value  # type: ignore[no-any-return]
        with self._lock:
            coming = self._coming.get(name)
            if coming is None or coming.done():
                coming = self._coming[name] = self._counter.submit(self._count, name, count)
        try:
            return coming.result(timeout=0 if known else PATIENCE_SECONDS).value  # type: ignore[no-any-return]
        except TimeoutError:
            return known.value if known else None

    def _count(self, name: str, count: Callable[[], Any]) -> Counted:
        started = self.clock()
        value = count()
        counted = self._known[name] = Counted(value, self.clock(), self.clock() - started)
        return counted

    def close(self) -> None:
        """Count nothing any more."""
        self._counter.shutdown(cancel_futures=True)
