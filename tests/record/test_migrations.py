"""Tests of the steps from an empty database to the declared tables, and of records that older versions made."""

from typing import Any

from sqlalchemy import Connection, inspect

from onrecord.record import open_to_write, schema

NOW = "2031-01-02T03:04:05+00:00"
OF_SEARCH = frozenset({"search"})
"""Columns of PostgreSQL's search, which no table declares."""


def shape(connection: Connection, name: str) -> dict[str, Any]:
    """What a table has: its columns, keys and indexes."""
    seen = inspect(connection)
    columns = [each for each in seen.get_columns(name) if each["name"] not in OF_SEARCH]
    return {
        "columns": {each["name"]: (str(each["type"]), each["nullable"]) for each in columns},
        "key": seen.get_pk_constraint(name)["constrained_columns"],
        "unique": [each["column_names"] for each in seen.get_unique_constraints(name)],
        "foreign": sorted(
            (each["constrained_columns"], each["referred_table"]) for each in seen.get_foreign_keys(name)
        ),
        "indexes": sorted(
            (each["name"], each["column_names"])
            for each in seen.get_indexes(name)
            if "duplicates_constraint" not in each and not OF_SEARCH.intersection(each["column_names"])
        ),
    }


def test_the_steps_lead_to_the_declared_tables(where: str) -> None:
    with open_to_write(where, now=NOW) as store, store.writing() as connection:
        names = [table.name for table in schema.metadata.sorted_tables]
        made = {name: shape(connection, name) for name in names}
        compact = {table.name for table in schema.metadata.sorted_tables if is_compact(connection, table.name)}
        for name in reversed(names):
            connection.exec_driver_sql(f"DROP TABLE {name}")
        schema.metadata.create_all(connection)
        assert made == {name: shape(connection, name) for name in names}
        assert compact == {t.name for t in schema.metadata.sorted_tables if is_compact(connection, t.name)}


def is_compact(connection: Connection, table: str) -> bool:
    """True for a table that SQLite keeps in the order of its key."""
    if connection.dialect.name != "sqlite":
        return False
    sql = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).scalar()
    return "WITHOUT ROWID" in str(sql)
