"""The way in to a record from Python: open it, and ask what `onrecord ask` asks."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.record.inquiry import Inquiry


def open_record(where: str) -> "Inquiry":
    """The record at a path or a PostgreSQL address, to ask; nothing is written to it. Close it, or use it in a `with`.

    Raises RecordError when it is not there, is of another version or is no record.
    """
    # This loads the database's library, so that `import onrecord` stays quick.
    from onrecord.record.inquiry import open_inquiry

    return open_inquiry(where)
