"""When each feed is asked again: after an interval, later where it cannot be had, later still where it asks for it."""

FAILED_AT_MOST_SECONDS = 6 * 3600.0
"""A feed that fails again and again is asked at least so often, if not more seldom anyway."""


class Timetable:
    """The moments, in seconds of some clock, at which addresses are to be asked."""

    def __init__(self, addresses: list[str], *, every_seconds: float, now: float) -> None:
        self._every = every_seconds
        self._due = dict.fromkeys(addresses, now + every_seconds)
        self._failures = dict.fromkeys(addresses, 0)

    def next(self) -> tuple[str, float]:
        """The address that is to be asked next, and when."""
        address = min(self._due, key=lambda each: self._due[each])
        return address, self._due[address]

    def answered(self, address: str, *, now: float) -> None:
        """Note that the address answered: it is asked again after the interval."""
        self._failures[address] = 0
        self._due[address] = now + self._every

    def failed(self, address: str, *, now: float, wait_seconds: float | None = None) -> float:
        """Note that the address could not be had; gives the seconds until it is asked again.

        The interval doubles with each failure, and is no shorter than the host asks for (`wait_seconds`).
        """
        self._failures[address] += 1
        doubled = self._every * 2.0 ** min(self._failures[address], 20)
        wait = max(min(doubled, FAILED_AT_MOST_SECONDS), self._every, wait_seconds or 0.0)
        self._due[address] = now + wait
        return wait
