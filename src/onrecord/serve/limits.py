"""How often somebody may ask for what costs much: so many times a minute, then only as fast as time goes by."""

import threading
from dataclasses import dataclass, field

MINUTE_SECONDS = 60.0
MOST_VISITORS = 10_000
"""So many visitors are remembered; beyond it those are forgotten who have all their turns again."""


@dataclass(slots=True)
class Limit:
    """A bucket of turns for each visitor, filled again as time goes by."""

    _left: dict[str, tuple[float, float]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait_seconds(self, visitor: str, *, a_minute: int, at: float) -> float:
        """0 where the visitor may go on, and one of so many turns a minute is taken; else how long to wait.

        `at` is a moment in seconds.
        """
        with self._lock:
            turns = self._turns(visitor, a_minute, at)
            if turns < 1:
                return (1 - turns) * MINUTE_SECONDS / a_minute
            self._left[visitor] = (turns - 1, at)
            if len(self._left) > MOST_VISITORS:
                self._left = {each: left for each, left in self._left.items() if left[1] > at - MINUTE_SECONDS}
            return 0.0

    def _turns(self, visitor: str, a_minute: int, at: float) -> float:
        left, since = self._left.get(visitor, (float(a_minute), at))
        return min(float(a_minute), left + max(0.0, at - since) * a_minute / MINUTE_SECONDS)
