"""The command `onrecord different`: somebody decides that two identities are different."""

from onrecord.cli.add import RecordOption
from onrecord.cli.judge import OneArgument, OtherArgument, ReasonOption, decide


def different(
    one: OneArgument, other: OtherArgument, reason: ReasonOption, record: RecordOption = "onrecord.db"
) -> None:
    """Decide that two people, bodies or states are different. It stands above what the machine holds.

    The decision is kept with its time and reason. A later one on the same two takes its place, and `onrecord undo`
    takes it back.
    """
    decide("different", (one, other), reason, record)
