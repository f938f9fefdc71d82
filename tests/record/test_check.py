"""Tests of `check`: it passes over what is whole, and names the first thing that is not."""

from collections.abc import Iterator

import pytest
from records import RECORD
from sqlalchemy import text

from onrecord.errors import RecordError
from onrecord.record import Store, open_to_write
from onrecord.record.check import check_articles, check_whole
from onrecord.record.write import Arrival, put_record

NOW = "2031-01-02T03:04:05+00:00"


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    with open_to_write(where, now=NOW) as opened:
        with opened.writing() as connection:
            put_record(connection, RECORD, Arrival(NOW, "a test"))
        yield opened


def check(store: Store) -> list[int]:
    with store.reading() as connection:
        check_whole(connection)
        return [checked.claims for checked in check_articles(connection)]


def test_a_whole_record_passes(store: Store) -> None:
    assert check(store) == [len(RECORD.claims)]


@pytest.mark.parametrize(
    ("spoil", "trouble"),
    [
        ("UPDATE spans SET words = 'and we are sad,' WHERE words = 'and we are glad,'", "quotes 'and we are sad,'"),
        ("UPDATE articles SET text = replace(text, 'glad', 'sour')", "is not what was added"),
        ("UPDATE articles SET url = 'https://example.org/other'", "is not what was added"),
        ("UPDATE mentions SET \"end\" = 100000 WHERE position = 0", "lies past the text's end"),
        ("UPDATE claims SET earliest = '2001-01-01' WHERE time_value IS NOT NULL", "has other days than"),
        ("UPDATE claims SET time_text = 'on Monday' WHERE time_text IS NOT NULL", "quotes 'on Monday'"),
        ("DELETE FROM spans WHERE role = 'evidence'", "cannot be put together"),
    ],
)  # fmt: skip
def test_what_is_spoiled_is_told(store: Store, spoil: str, trouble: str) -> None:
    with store.writing() as connection:
        assert connection.execute(text(spoil)).rowcount > 0
    with pytest.raises(RecordError, match=trouble):
        check(store)


def test_what_can_no_longer_be_found_is_told(store: Store) -> None:
    with store.writing() as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(text("INSERT INTO articles_search(articles_search) VALUES ('delete-all')"))
        else:
            connection.execute(text("UPDATE articles SET search = NULL"))
    with pytest.raises(RecordError, match="articles and statements are held"):
        check(store)
