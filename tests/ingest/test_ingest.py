"""Tests of the flow of many articles into a record."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from records import DOCUMENT, RECORD
from sqlalchemy import select

from onrecord.errors import SourceError
from onrecord.export.jsonl import write_line
from onrecord.ingest import Found, Stored, ingest
from onrecord.ingest.replay import find_articles
from onrecord.model import Document, Record
from onrecord.read import reader_version
from onrecord.record import open_to_write, schema
from onrecord.record.check import check_whole
from onrecord.record.store import Held
from onrecord.record.write import Arrival, find_known, put_record

NAMES = "Grain Water Salt Harbour Timber Road Canal Iron Wool Barley Glass Copper".split()
NOW = "2031-01-02T03:04:05+00:00"
Add = Callable[..., tuple[list[Stored | SourceError], Held]]


@pytest.fixture
def add(where: str) -> Add:
    def run(found: Iterable[Found], jobs: int = 1) -> tuple[list[Stored | SourceError], Held]:
        with open_to_write(where, now=NOW) as store:
            return list(ingest(found, store, jobs=jobs, now=lambda: NOW)), store.count()

    return run


def article(number: int) -> Document:
    return Document(
        f"d{number}", f"Ana Belu met Tor Hald in Norland on May {number}.", url=f"https://example.org/{number}"
    )


def test_what_is_there_is_not_read_again(add: Add) -> None:
    first, held = add([article(1), article(2)])
    assert [one.outcome for one in first if isinstance(one, Stored)] == ["added", "added"]
    assert held.articles == 2 and held.claims >= 2
    again, now_held = add([article(1), article(2), article(3)])
    assert [one.outcome for one in again if isinstance(one, Stored)] == ["known", "known", "added"]
    assert now_held.articles == 3


def test_what_comes_out_stands_in_the_order_of_what_went_in(add: Add) -> None:
    german = Document("d5", "Der Minister sprach.", language="de")
    error = SourceError("a.pdf is a PDF")
    out, held = add([article(1), RECORD, german, error, article(2), RECORD], jobs=2)
    assert [one if isinstance(one, SourceError) else one.outcome for one in out] == [
        "added", "added", "unread", error, "added", "known",
    ]  # fmt: skip
    assert held.articles == 4


def test_records_go_in_without_being_read(tmp_path: Path, add: Add) -> None:
    path = tmp_path / "made.jsonl"
    path.write_text(write_line(RECORD) + '{"document": {}}\n\n' + write_line(RECORD), encoding="utf-8")
    out, held = add(find_articles([str(path)], read=lambda names: iter([SourceError(f"{names} was read")])))
    assert [one.outcome for one in out if isinstance(one, Stored)] == ["added", "known"]
    (error,) = [str(one) for one in out if isinstance(one, SourceError)]
    assert error.startswith(f"{path} line 2: a record lacks a field")
    assert held == Held(1, len(RECORD.claims))


def test_a_changed_article_is_a_new_version_with_what_its_claims_gained_and_lost(where: str) -> None:
    before = replace(RECORD, document=replace(RECORD.document, url="https://example.org/1"))
    text = before.document.text + " The visit was put off."
    after = replace(before, document=replace(before.document, text=text), claims=before.claims[1:])
    with open_to_write(where, now=NOW) as store:
        stored = list(ingest([before, after], store, jobs=1, now=lambda: NOW))
        assert [one.outcome for one in stored if isinstance(one, Stored)] == ["added", "version"]
        with store.reading() as connection:
            changes = schema.claim_changes.join(schema.claims)
            told = select(schema.claims.c.local, schema.claim_changes.c.change).select_from(changes)
            assert connection.execute(told).all() == [("c1", "lost")]


def test_a_text_that_comes_back_to_its_address_stands_there_again(where: str) -> None:
    first = replace(RECORD, document=replace(RECORD.document, url="https://example.org/1", fetched="2031-01-01"))
    text = first.document.text + " The visit was put off."
    second = replace(first, document=replace(first.document, text=text, fetched="2031-01-02"), claims=first.claims[1:])
    third = replace(first, document=replace(first.document, fetched="2031-01-03"))
    with open_to_write(where, now=NOW) as store:
        for outcomes in (["added", "version", "version"], ["known"] * 3):  # the same once more changes nothing
            stored = ingest([first, second, third], store, jobs=1, now=lambda: NOW)
            assert [one.outcome for one in stored if isinstance(one, Stored)] == outcomes
        with store.reading() as connection:
            table = schema.articles
            current = select(table.c.text, table.c.version).where(table.c.is_current)
            assert connection.execute(current).all() == [(first.document.text, 3)]
            changes = schema.claim_changes.join(schema.claims)
            told = select(schema.claim_changes.c.article_id, schema.claims.c.local, schema.claim_changes.c.change)
            told = told.select_from(changes).order_by(schema.claim_changes.c.article_id)
            assert connection.execute(told).all() == [(1, "c1", "gained"), (2, "c1", "lost")]
            check_whole(connection)


def test_what_another_reader_read_is_read_again_in_its_place(where: str) -> None:
    document = article(1)
    with open_to_write(where, now=NOW) as store:
        with store.writing() as connection:
            put_record(connection, Record(document, (), ()), Arrival(NOW, "onrecord 0.0.1"))
        (stored,) = ingest([document], store, jobs=1, now=lambda: NOW)
        assert isinstance(stored, Stored) and stored.outcome == "reread" and stored.claims
        assert store.count() == Held(1, stored.claims)
        with store.reading() as connection:
            check_whole(connection)
            known = find_known(connection, document)
            assert known is not None and known.reader == reader_version()


def test_copies_point_at_the_first_of_them(where: str) -> None:
    words = [f"The {name} Ministry of Norland told the envoy of Ostrava of it." for name in NAMES]
    text, other = " ".join(words), " ".join(reversed([word[::-1] for word in words]))
    documents = [
        Document("a", text),
        Document("b", other),
        Document("c", text + " It rained."),
        Document("d", text + "!"),
    ]
    with open_to_write(where, now=NOW) as store:
        list(ingest([Record(document, (), ()) for document in documents], store, jobs=1, now=lambda: NOW))
        with store.reading() as connection:
            table = schema.articles
            assert connection.scalars(select(table.c.original_id).order_by(table.c.id)).all() == [1, 2, 1, 1]


def test_a_text_that_no_database_keeps_is_skipped(add: Add) -> None:
    out, held = add([Record(Document("d", "Talks\0begin.", source="a.txt"), (), ())])
    assert "a.txt: its text holds a NUL character" in str(out[0])
    assert held.articles == 0


def test_files_of_documents_go_to_the_sources(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text('{"text": "Talks begin."}\n', encoding="utf-8")
    assert list(find_articles([str(path)], read=lambda names: iter([DOCUMENT]))) == [DOCUMENT]
