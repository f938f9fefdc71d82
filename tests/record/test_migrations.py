"""Tests of the steps from an empty database to the declared tables, and of records that older versions made."""

from typing import Any

import pytest
from records import RECORD
from sqlalchemy import Connection, inspect, select

from onrecord.duplicates import sketch
from onrecord.errors import RecordError
from onrecord.ingest.who import read_profile
from onrecord.record import open_to_read, open_to_write, schema
from onrecord.record.check import check_articles, check_whole
from onrecord.record.copies import find_near
from onrecord.record.inquiry import open_inquiry
from onrecord.record.load import load_record
from onrecord.record.migrations import MIGRATIONS
from onrecord.record.write import Arrival, Sketched, put_record

NOW = "2031-01-02T03:04:05+00:00"
NEW_INDEXES = (
    "ix_identities_country", "ix_articles_publisher", "ix_identities_stands_elsewhere", "ix_articles_superseded",
    "ix_articles_standing",
)  # fmt: skip
"""On tables of the first version, those that later steps added."""
SKETCH = sketch(RECORD.document.text)
SKETCHED = Sketched(SKETCH.version, SKETCH.size, SKETCH.minima, ())
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


BEFORE_FOLDED = '["person", ["Ilan Orel"], "no", [["minister", "no", ""]], [], ["Søren Bjørk", "The Grain Agency"]]'
FOLDED = '["person", ["Ilan Orel"], "no", [["minister", "no", ""]], [], "grain agency|soren bjork"]'


def test_who_is_named_beside_an_identity_is_folded(where: str) -> None:
    with open_to_write(where, now=NOW) as store, store.writing() as connection:
        plain = {"kind": "person", "name": "Ilan Orel"}
        rows = [
            {"id": 1, "canonical_id": 1, "profile": BEFORE_FOLDED, **plain},
            {"id": 2, "canonical_id": 2, "profile": None, **plain},
        ]
        connection.execute(schema.identities.insert(), rows)
        connection.exec_driver_sql("DELETE FROM schema_versions WHERE version > 12")
    open_to_write(where, now=NOW).close()
    with open_to_read(where) as store, store.reading() as connection:
        profiles = connection.scalars(select(schema.identities.c.profile).order_by(schema.identities.c.id)).all()
    assert profiles == [FOLDED, None]
    assert read_profile(FOLDED).fellows == ("grain agency", "soren bjork")


def test_a_record_of_the_first_version_is_upgraded(where: str) -> None:
    with open_to_write(where, now=NOW) as store, store.writing() as connection:
        number = put_record(connection, RECORD, Arrival(NOW, "an older one", sketched=SKETCHED)).id
        for table in ("sides", "name_words", "titles", "claim_decisions", "users", "copy_keys"):
            connection.exec_driver_sql(f"DROP TABLE {table}")
        connection.exec_driver_sql("CREATE TABLE bands (band BIGINT, article_id INTEGER REFERENCES articles (id))")
        added = {each["name"]: each["column_names"] for each in inspect(connection).get_indexes("claims")}
        for name, columns in added.items():
            if {"day", "telling", "earliest", "confidence"}.intersection(columns):
                connection.exec_driver_sql(f"DROP INDEX {name}")
        for name in NEW_INDEXES:
            connection.exec_driver_sql(f"DROP INDEX {name}")
        for column in ("day", "telling"):
            connection.exec_driver_sql(f"ALTER TABLE claims DROP COLUMN {column}")
        connection.exec_driver_sql("DELETE FROM schema_versions WHERE version > 1")
    with pytest.raises(RecordError, match=f"is of version 1 and version {len(MIGRATIONS)} is needed"):
        open_to_read(where)
    open_to_write(where, now=NOW).close()
    with open_inquiry(where) as record:
        assert len(record.claims()) == len(RECORD.claims)
        assert [each.title for each in record.offices(title="minister")] == ["Foreign Minister"]
    with open_to_read(where) as store, store.reading() as connection:
        assert len(find_near(connection, SKETCH.keys, version=SKETCH.version, least=2).candidates) == 1
        check_whole(connection)
        assert [each.claims for each in check_articles(connection)] == [len(RECORD.claims)]
        assert load_record(connection, number) == RECORD
