"""Tests of the flow of many articles into a record."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from records import DOCUMENT, RECORD

from onrecord.errors import SourceError
from onrecord.export.jsonl import write_line
from onrecord.ingest import Found, Stored, find_articles, ingest
from onrecord.model import Document
from onrecord.record import open_to_write
from onrecord.record.store import Held

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


def test_files_of_documents_go_to_the_sources(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text('{"text": "Talks begin."}\n', encoding="utf-8")
    assert list(find_articles([str(path)], read=lambda names: iter([DOCUMENT]))) == [DOCUMENT]
