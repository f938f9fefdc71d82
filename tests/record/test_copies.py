"""Tests of how articles that may be copies are found by the keys of their texts, in either database."""

from dataclasses import replace

from records import RECORD
from sqlalchemy import Connection, func, select

from onrecord.duplicates import keys_of, sketch
from onrecord.record import open_to_write
from onrecord.record.copies import MOST, MOST_OF_A_KEY, find_near, put_all_keys
from onrecord.record.schema import copy_keys
from onrecord.record.write import Arrival, Sketched, put_unread

NOW = "2031-01-02T03:04:05+00:00"
TEXT = " ".join(f"On day {day} the council of Orsova heard witness {day * 7}." for day in range(40))
SKETCH = sketch(TEXT)


def put(connection: Connection, number: int, keys: tuple[int, ...]) -> int:
    """Keep an article with these keys."""
    document = replace(RECORD.document, text=f"{TEXT} {number}", url=f"https://news.example/{number}")
    return put_unread(connection, document, Arrival(NOW, sketched=Sketched(1, SKETCH.size, SKETCH.minima, keys))).id


def test_who_shares_two_keys_may_be_a_copy(where: str) -> None:
    with open_to_write(where, now=NOW) as store, store.writing() as connection:
        first = put(connection, 1, SKETCH.keys)
        put(connection, 2, SKETCH.keys[:1])
        found = find_near(connection, SKETCH.keys, version=SKETCH.version, least=2)
        assert [(each.original, each.minima) for each in found.candidates] == [(first, SKETCH.minima)]
        assert not found.full
        assert len(find_near(connection, SKETCH.keys[:1], version=SKETCH.version, least=2).candidates) == 2
        assert not find_near(connection, SKETCH.keys, version=SKETCH.version + 1, least=2).candidates
        assert not find_near(connection, (), version=SKETCH.version, least=2).candidates


def test_what_stands_under_many_articles_is_no_key_of_more(where: str) -> None:
    with open_to_write(where, now=NOW) as store, store.writing() as connection:
        for number in range(MOST_OF_A_KEY):
            put(connection, number, SKETCH.keys[:1])
        found = find_near(connection, SKETCH.keys, version=SKETCH.version, least=2)
        assert (found.candidates, found.full) == ([], [SKETCH.keys[0]])
        assert len(find_near(connection, SKETCH.keys[:1], version=SKETCH.version, least=2).candidates) == MOST


def test_keys_are_made_anew_from_the_texts(where: str) -> None:
    with open_to_write(where, now=NOW) as store, store.writing() as connection:
        for number in range(MOST_OF_A_KEY + 2):
            put(connection, number, ())
        put_all_keys(connection, keys_of)
        counts = connection.scalars(select(func.count()).select_from(copy_keys).group_by(copy_keys.c.key)).all()
        assert max(counts) == MOST_OF_A_KEY
        assert find_near(connection, SKETCH.keys, version=SKETCH.version, least=2).candidates
