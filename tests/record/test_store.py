"""Tests of the store: what is put in comes out the same, and what cannot be opened says why."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from record.made_up import records
from records import RECORD
from sqlalchemy import func, select

from onrecord.errors import ClaimError, RecordError
from onrecord.model import Record
from onrecord.record import Store, open_to_read, open_to_write, schema
from onrecord.record.load import load_record
from onrecord.record.search import matching_articles, matching_statements
from onrecord.record.write import Arrival, find_known, put_reading, put_record, put_unread

NOW = "2031-01-02T03:04:05+00:00"


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    with open_to_write(where, now=NOW) as opened:
        yield opened


def put(store: Store, record: Record) -> int:
    with store.writing() as connection:
        return put_record(connection, record, Arrival(NOW, "a test")).id


def test_a_record_comes_out_as_it_went_in(store: Store) -> None:
    number = put(store, RECORD)
    with store.reading() as connection:
        assert load_record(connection, number) == RECORD


def test_any_record_comes_out_as_it_went_in(store: Store) -> None:
    @settings(max_examples=25)
    @given(records())
    def check(record: Record) -> None:
        with store.writing() as connection:
            known = find_known(connection, record.document)
            number = known.id if known else put_record(connection, record, Arrival(NOW, "a test")).id
            if known:
                put_reading(connection, record, number, Arrival(NOW, "another test"))
            back = load_record(connection, number)
        assert (back.entities, back.claims) == (record.entities, record.claims)
        assert known or back.document == record.document

    check()


def test_an_article_that_is_there_is_known(store: Store) -> None:
    number = put(store, RECORD)
    with store.reading() as connection:
        known = find_known(connection, RECORD.document)
        assert known is not None and (known.id, known.reader) == (number, "a test")
        assert find_known(connection, replace(RECORD.document, text="Other words.")) is None


def test_an_article_is_kept_whole_or_not_at_all(store: Store) -> None:
    with pytest.raises(ClaimError, match="is no entity of its record"):
        put(store, replace(RECORD, entities=RECORD.entities[1:]))
    with store.reading() as connection:
        for table in schema.metadata.sorted_tables:
            if table is not schema.schema_versions:
                assert connection.scalar(select(func.count()).select_from(table)) == 0, table.name


def test_articles_and_statements_are_found_by_their_words(store: Store) -> None:
    number = put(store, RECORD)
    with store.reading() as connection:
        assert connection.scalars(matching_articles(connection, "minister visits")).all() == [number]
        assert connection.scalars(matching_articles(connection, '"sanctions list" norland')).all() == [number]
        assert connection.scalars(matching_articles(connection, '"list sanctions"')).all() == []
        assert len(connection.scalars(matching_statements(connection, "glad")).all()) == 1
        assert connection.scalars(matching_statements(connection, "fraud")).all() == []


def test_a_later_text_at_the_same_address_is_a_later_version(store: Store) -> None:
    table = schema.articles
    document = replace(RECORD.document, url="https://example.org/1", published="2031-01-02T08:00:00+02:00")
    with store.writing() as connection:
        first = put_unread(connection, document, Arrival(NOW)).id
        second = put_unread(connection, replace(document, text=document.text + " More."), Arrival(NOW)).id
    with store.reading() as connection:
        rows = connection.execute(select(table.c.id, table.c.version, table.c.is_current, table.c.instant)).all()
        assert rows == [
            (first, 1, False, "2031-01-02T06:00:00+00:00"),
            (second, 2, True, "2031-01-02T06:00:00+00:00"),
        ]


def test_a_record_that_is_not_there_cannot_be_asked(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is not there"):
        open_to_read(str(tmp_path / "none.db"))
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_record_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir or Madam, " * 100, encoding="utf-8")
    for opening in (lambda: open_to_read(str(path)), lambda: open_to_write(str(path), now=NOW)):
        with pytest.raises(RecordError, match="is not a record"):
            opening()
    assert path.read_text(encoding="utf-8").startswith("Dear Sir")
