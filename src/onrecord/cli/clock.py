"""The clock of the commands: the one place below which the time is an argument."""

from datetime import UTC, datetime


def now() -> str:
    """The moment in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
