"""The store of a record: open it to ask or to write, in one SQLite file or a PostgreSQL database."""

from onrecord.record.store import Store, open_to_read, open_to_write

__all__ = ["Store", "open_to_read", "open_to_write"]
