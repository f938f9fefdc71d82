"""Tests of the rows of entities: of the names that an identity is called by, those that are new."""

from records import RECORD
from sqlalchemy import select

from onrecord.record import open_to_write, schema
from onrecord.record.entities import find_new_names
from onrecord.record.write import Arrival, put_record

NOW = "2031-01-02T03:04:05+00:00"


def test_only_names_that_the_identity_itself_is_called_by_are_known(where: str) -> None:
    names = schema.identity_names.c
    with open_to_write(where, now=NOW) as store, store.writing() as connection:
        put_record(connection, RECORD, Arrival(NOW, "a test"))
        rows = connection.execute(select(names.joined_id, names.name).order_by(names.joined_id, names.name))
        (one, its_name), *others = rows.all()
        other = next(row.joined_id for row in others if row.joined_id != one)
        last = max(row.joined_id for row in others)

        def new(*pairs: tuple[int, str]) -> list[tuple[int, str]]:
            given = [{"joined_id": number, "name": name} for number, name in pairs]
            return [(row["joined_id"], row["name"]) for row in find_new_names(connection, given, known=last)]

        assert new((one, its_name)) == []
        assert new((one, "Somebody Else"), (one, its_name), (other, its_name)) == [
            (one, "Somebody Else"), (other, its_name),
        ]  # fmt: skip
        assert new((last + 1, its_name)) == [(last + 1, its_name)]
        assert new() == []
