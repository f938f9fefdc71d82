"""Tests of `onrecord add`: its exit status, what it says, and what lies in the record afterwards."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli import app


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("Ana Belu met Tor Hald in Norland.", encoding="utf-8")
    (folder / "b.jsonl").write_text(json.dumps({"text": "Tor Hald thanked Ana Belu."}) + "\n", encoding="utf-8")
    return folder


def test_articles_go_into_the_record_once(folder: Path, tmp_path: Path) -> None:
    path = str(tmp_path / "news.db")
    first = CliRunner().invoke(app, ["add", str(folder)], env={"ONRECORD_RECORD": path})
    assert first.exit_code == 0
    assert first.stdout.startswith("2 articles added with ")
    assert f"{path} holds 2 articles" in first.stdout
    again = CliRunner().invoke(app, ["add", str(folder), "--record", path])
    assert again.stdout.startswith("0 articles added with 0 claims, 2 already there")


def test_what_cannot_be_read_is_told_on_one_line(folder: Path, tmp_path: Path) -> None:
    (folder / "c.txt").write_bytes(b"%PDF-1.4")
    result = CliRunner().invoke(app, ["add", str(folder), "--record", str(tmp_path / "news.db")])
    assert result.exit_code == 1
    assert result.stderr.count("skipped:") == 1 and "c.txt is a PDF" in result.stderr
    assert "2 articles added" in result.stdout and "1 skipped" in result.stdout


def test_a_record_that_cannot_be_made_is_an_error(folder: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["add", str(folder), "--record", str(tmp_path / "missing" / "news.db")])
    assert result.exit_code == 2
    assert "cannot be opened" in result.stderr
