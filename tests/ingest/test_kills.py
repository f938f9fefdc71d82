"""Tests of being killed in the middle of ingest: nothing is lost, nothing is halved, and the next run goes on."""

from dataclasses import replace
from pathlib import Path

import pytest
from records import RECORD

from benchmarks.kills import kill_often, run
from onrecord.export.jsonl import write_line

ARTICLES, KILLS = 12, 3


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "made.jsonl"
    documents = (replace(RECORD.document, id=f"d{n}", url=f"https://example.org/{n}") for n in range(ARTICLES))
    path.write_text("".join(write_line(replace(RECORD, document=each)) for each in documents), encoding="utf-8")
    return path


def test_killed_runs_leave_whole_records_that_end_like_an_uninterrupted_one(records: Path, where: str) -> None:
    counts = kill_often(records, where, KILLS)
    assert counts["kills"] == counts["checks_passed"] == KILLS
    assert counts["records_finished"] >= 1


def test_a_record_that_lacks_an_article_is_not_taken_for_whole(records: Path, tmp_path: Path) -> None:
    where = str(tmp_path / "news.db")
    few = tmp_path / "few.jsonl"
    few.write_text("".join(records.read_text(encoding="utf-8").splitlines(keepends=True)[1:]), encoding="utf-8")
    assert run(few, where, kill=None)
    with pytest.raises(SystemExit, match="differs from"):
        kill_often(records, where, 1)
