"""Tests of `onrecord check`: its exit status and what it says."""

import sqlite3
from pathlib import Path

import pytest
from databases import empty_database
from records import RECORD
from typer.testing import CliRunner

from onrecord.cli import app
from onrecord.export.jsonl import write_line


@pytest.fixture
def path(tmp_path: Path) -> str:
    (tmp_path / "made.jsonl").write_text(write_line(RECORD), encoding="utf-8")
    path = str(tmp_path / "news.db")
    assert CliRunner().invoke(app, ["add", str(tmp_path / "made.jsonl"), "--record", path]).exit_code == 0
    return path


def test_a_whole_record_is_told(path: str) -> None:
    result = CliRunner().invoke(app, ["check", "--record", path])
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{path} is whole: 1 article, {len(RECORD.claims)} claims, ")


def test_the_first_trouble_is_told(path: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE spans SET words = 'other words' WHERE role = 'evidence'")
    result = CliRunner().invoke(app, ["check", "--record", path])
    assert result.exit_code == 2
    assert "quotes 'other words'" in result.stderr and result.stdout == ""


def test_a_record_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["check", "--record", str(tmp_path / "none.db")])
    assert result.exit_code == 2 and "is not there" in result.stderr


def test_a_password_in_the_address_of_a_database_is_not_told(server: str, tmp_path: Path) -> None:
    (tmp_path / "made.jsonl").write_text(write_line(RECORD), encoding="utf-8")
    secret = empty_database(server).replace("onrecord@", "onrecord:hidden-word@")
    for arguments in (["add", str(tmp_path / "made.jsonl")], ["check"]):
        result = CliRunner().invoke(app, [*arguments, "--record", secret])
        assert result.exit_code == 0 and "postgresql" in result.stdout
        assert "hidden-word" not in result.stdout + result.stderr
