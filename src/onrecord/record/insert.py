"""Puts many rows into a table at once, with a statement that is written once for each table and database."""

from collections.abc import Sequence
from functools import lru_cache

from sqlalchemy import Connection, Table

from onrecord.record.rows import Row


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row], *, only_new: bool = False) -> None:
    """Put the rows in, all with the same columns; where `only_new`, those that are there already stay as they are."""
    if rows:
        sql = _statement(table.name, tuple(rows[0]), connection.dialect.paramstyle, only_new)
        connection.exec_driver_sql(sql, list(rows))


@lru_cache(maxsize=256)
def _statement(table: str, columns: tuple[str, ...], style: str, only_new: bool) -> str:
    """The names are those of the schema, none comes from outside."""
    values = (f"%({name})s" if style == "pyformat" else f":{name}" for name in columns)
    named = ", ".join(f'"{name}"' for name in columns)
    ignoring = " ON CONFLICT DO NOTHING" if only_new else ""
    return f"INSERT INTO {table} ({named}) VALUES ({', '.join(values)}){ignoring}"
