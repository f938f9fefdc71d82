"""Tests of how questions find their answers in a file: by indexes, however many articles there are."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from records import RECORD
from sqlalchemy import event

from onrecord.record import open_to_write
from onrecord.record.inquiry import Inquiry, open_inquiry
from onrecord.record.schema import UNSURE
from onrecord.record.write import Arrival, put_record

NOW = "2031-10-01T00:00:00+00:00"
LARGE = ("articles", "claims", "entities", "sides", "parts", "attributions", "spans", "former", "a", "c")
"""Tables of which no question looks through all rows, as they and their other names stand in SQLite's plans."""
ORDERS = ("ix_claims_day", "ix_claims_kind_day", "ix_claims_meeting_day", "ix_claims_title_day")
"""Indexes gone through from the latest claim on, until there are enough."""
QUESTIONS: dict[str, Callable[[Inquiry], object]] = {
    "who": lambda record: record.who("Ana Belu"),
    "meetings": lambda record: record.meetings(),
    "meetings of two": lambda record: record.meetings(of="Ana Belu", with_="Hald"),
    "statements": lambda record: record.statements(about="Hald"),
    "statements by words": lambda record: record.statements(text="glad"),
    "offices of a country": lambda record: record.offices(country="no"),
    "offices by title": lambda record: record.offices(title="minister"),
    "listings": lambda record: record.listings(),
    "between": lambda record: record.between("Ana Belu", "Hald"),
    "on": lambda record: record.on("2024-11-08"),
    "search": lambda record: record.search("sanctions"),
}


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Inquiry]:
    with open_to_write(str(tmp_path / "news.db"), now=NOW) as store, store.writing() as connection:
        put_record(connection, RECORD, Arrival(NOW))
    with open_inquiry(str(tmp_path / "news.db")) as record:
        yield record


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_question_looks_through_a_whole_table(record: Inquiry, question: str) -> None:
    plans: list[str] = []

    @event.listens_for(record.store.engine, "before_cursor_execute")
    def explain(connection: Any, _cursor: Any, statement: str, given: Any, *_: Any) -> None:
        if "SELECT" in statement:
            raw = connection.connection.driver_connection
            plans.extend(row[3] for row in raw.execute(f"EXPLAIN QUERY PLAN {statement}", given))

    QUESTIONS[question](record)
    scans = [plan.split() for plan in plans if plan.startswith("SCAN ")]
    through = [" ".join(plan) for plan in scans if plan[1] in LARGE and plan[-1] not in ORDERS]
    assert plans
    assert through == []


def test_the_least_sure_claims_are_found_without_looking_at_all(tmp_path: Path) -> None:
    with open_to_write(str(tmp_path / "news.db"), now=NOW) as store, store.reading() as connection:
        unsure = connection.exec_driver_sql(
            f"EXPLAIN QUERY PLAN SELECT id FROM claims WHERE {UNSURE} ORDER BY confidence, id LIMIT 2"
        )
        assert [row[3] for row in unsure] == ["SEARCH claims USING COVERING INDEX ix_claims_unsure (confidence<?)"]
