"""Tests of who is called nearly so: misspelled, transliterated and turned names are told, others are not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.model import Document, Entity, EntityKind, Mention, Record, Span
from onrecord.record import open_to_write
from onrecord.record.alike import find_alike
from onrecord.record.inquiry import Inquiry, open_inquiry
from onrecord.record.write import Arrival, put_record

NOW = "2031-10-01T00:00:00+00:00"
NAMES: dict[str, EntityKind] = {
    "Mohammad Tavar Kerimi": "person", "Kerimi": "person", "Volod Zelinsky": "person", "Ana Belu": "person",
    "Harbour Guard Corps": "organization", "Harbour Guard Corps-North Force": "organization", "Velmark": "state",
    "protesters": "group", "Mohammad Sand": "person",
}  # fmt: skip


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Inquiry]:
    text = ". ".join(NAMES)
    entities = tuple(
        Entity(f"e{number}", kind, name, (), (Mention(Span(at := text.index(name), at + len(name)), "name"),))
        for number, (name, kind) in enumerate(NAMES.items(), 1)
    )
    where = str(tmp_path / "news.db")
    with open_to_write(where, now=NOW) as store, store.writing() as connection:
        put_record(connection, Record(Document("d1", text), entities, ()), Arrival(NOW, "a test"))
    with open_inquiry(where) as inquiry:
        yield inquiry


def alike(record: Inquiry, name: str) -> list[str]:
    with record.store.reading() as connection:
        return [each.name for each in find_alike(connection, [name])[0]]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Mohammed Tavar Kerimi", "Mohammad Tavar Kerimi"),
        ("Muhamad Kerimi", "Mohammad Tavar Kerimi"),
        ("KERIMI, Mohamed Tavar", "Mohammad Tavar Kerimi"),
        ("Волод Зелинский", "Volod Zelinsky"),
        ("Volod Zelinskyy", "Volod Zelinsky"),
        ("Anna Bellu", "Ana Belu"),
        ("Mr Anna Belu", "Ana Belu"),
        ("Harbor Guard Corps", "Harbour Guard Corps"),
        ("Velmarc", "Velmark"),
    ],
)
def test_a_name_that_is_spelled_nearly_so_is_found(record: Inquiry, typed: str, meant: str) -> None:
    assert alike(record, typed)[0] == meant


@pytest.mark.parametrize("typed", ["Mohammad Tannen", "Ana Sorel", "Nobody Here", "...", "Protestors", "Xi"])
def test_who_shares_a_word_or_is_nobody_is_not(record: Inquiry, typed: str) -> None:
    assert alike(record, typed) == []


def test_many_names_are_answered_in_their_order_without_those_who_are_known(record: Inquiry) -> None:
    names = ["Mohammed Sand", "Nobody", "Ana Belu"]
    known = record.called("Ana Belu")[0].id
    with record.store.reading() as connection:
        found = find_alike(connection, names, but_not=[(), (), (known,)])
    assert [[each.identity.name for each in some] for some in found] == [["Mohammad Sand"], [], []]
    assert 0.75 <= found[0][0].likeness < 1


def test_a_form_of_address_is_no_part_of_a_name_nor_is_a_script(record: Inquiry) -> None:
    assert [each.name for each in record.called("Mr Ana Belu")] == ["Ana Belu"]
    assert [each.name for each in record.called("Ана Белу")] == ["Ana Belu"]


def test_a_part_of_a_name_is_told_as_one(record: Inquiry) -> None:
    whole, turned, part = record.screen(["Harbour Guard Corps", "Tavar Mohammad Kerimi", "Tavar Kerimi"])
    assert whole.identity and (whole.identity.name, whole.in_part) == ("Harbour Guard Corps", False)
    assert turned.identity and not turned.in_part
    assert part.identity and part.in_part
