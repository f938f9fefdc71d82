"""Tests of `onrecord why`, `same`, `different` and `undo`: what they say and their exit status."""

from pathlib import Path

import pytest
from records import RECORD
from typer.testing import CliRunner, Result

from onrecord.cli import app
from onrecord.export.jsonl import write_line


@pytest.fixture
def path(tmp_path: Path) -> str:
    (tmp_path / "made.jsonl").write_text(write_line(RECORD), encoding="utf-8")
    path = str(tmp_path / "news.db")
    assert CliRunner().invoke(app, ["add", str(tmp_path / "made.jsonl"), "--record", path]).exit_code == 0
    return path


def run(path: str, *words: str) -> Result:
    return CliRunner().invoke(app, [*words, "--record", path])


def test_people_decide_and_take_it_back(path: str) -> None:
    told = run(path, "why", "Ana Belu", "Hald")
    assert told.exit_code == 0 and "are held for two" in told.stdout and "0.70 is enough" in told.stdout
    made = run(path, "same", "Ana Belu", "Hald", "--reason", "one and the same")
    assert made.exit_code == 0 and made.stdout.startswith("judgement 1: #1 and #2 are same (one and the same)")
    told = run(path, "why", "1:e1", "1:e2")
    assert "are held for one" in told.stdout and "judgement 1: same" in told.stdout
    assert run(path, "undo").stdout.startswith("taken back: judgement 1")
    assert run(path, "undo", "1").exit_code == 2
    assert run(path, "different", "Ana Belu", "Hald", "--reason", "two").exit_code == 0
    assert "are held for two" in run(path, "why", "#1", "#2").stdout


@pytest.mark.parametrize("command", ["same", "different"])
def test_a_reason_is_asked_for(path: str, command: str) -> None:
    assert run(path, command, "Ana Belu", "Hald").exit_code == 2


@pytest.mark.parametrize("words", [("why", "Nobody", "Hald"), ("same", "Nobody", "Hald", "--reason", "x")])
def test_who_is_not_there_is_an_error(path: str, words: tuple[str, ...]) -> None:
    result = run(path, *words)
    assert result.exit_code == 2 and "nobody in the record is 'Nobody'" in result.stderr
