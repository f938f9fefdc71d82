"""Tests of `onrecord ask`: its answers in each format, its exit status, and its errors."""

import csv
import json
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from records import RECORD
from typer.testing import CliRunner, Result

from onrecord.cli import app
from onrecord.documents import headline_of
from onrecord.record import open_to_write
from onrecord.record.write import Arrival, put_record

NOW = "2031-01-02T03:04:05+00:00"


@pytest.fixture
def path(tmp_path: Path) -> str:
    path = str(tmp_path / "news.db")
    with open_to_write(path, now=NOW) as store, store.writing() as connection:
        put_record(connection, RECORD, Arrival(NOW, "a test"))
    return path


def ask(path: str, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["ask", *arguments, "--record", path])


def test_a_dossier_shows_words_status_and_source(path: str) -> None:
    result = ask(path, "who", "ana belu")
    assert result.exit_code == 0
    assert result.stdout.startswith("Ana Belu (person)")
    for part in ("Offices", "Meetings", "Ties", "● asserted", "▷ planned", "✕ denied", "said by ministry"):
        assert part in result.stdout
    assert "“Foreign Minister Ana Belu”" in result.stdout
    assert "The Harbour Post · 2024-11-06" in result.stdout


def test_json_lines_and_csv_hold_the_same_answers(path: str) -> None:
    lines = [json.loads(line) for line in ask(path, "meetings", "--of", "Hald", "-f", "jsonl").stdout.splitlines()]
    assert [line["status"] for line in lines] == ["planned", "denied"]
    assert lines[0]["who"] == ["Ana Belu", "Hald"]
    rows = list(csv.DictReader(StringIO(ask(path, "meetings", "--of", "Hald", "-f", "csv").stdout)))
    assert [row["who"] for row in rows] == ["Ana Belu; Hald"] * 2
    assert ask(path, "who", "Hald", "-f", "jsonl").stdout.count('"section": "listings"') == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["between", "Ana Belu", "Hald"],
        ["on", "2024-11-08"],
        ["search", "sanctions", "list"],
        ["statements", "--by", "ministry"],
        ["listings", "--by", "Norland"],
        ["offices", "--text", "minister"],
        ["meetings", "--status", "denied"],
    ],
)
def test_every_question_is_answered(path: str, arguments: list[str]) -> None:
    result = ask(path, *arguments)
    assert result.exit_code == 0
    assert "The Harbour Post" in result.stdout


def test_an_article_without_a_title_is_called_by_its_first_line(tmp_path: Path) -> None:
    untitled = replace(RECORD, document=replace(RECORD.document, title=None))
    path = str(tmp_path / "untitled.db")
    with open_to_write(path, now=NOW) as store, store.writing() as connection:
        put_record(connection, untitled, Arrival(NOW, "a test"))
    first = headline_of(None, RECORD.document.text)
    assert json.loads(ask(path, "listings", "-f", "jsonl").stdout)["headline"] == first
    assert first[:20] in ask(path, "meetings").stdout


def test_nothing_found_is_told(path: str) -> None:
    result = ask(path, "meetings", "--since", "2030-01-01")
    assert result.exit_code == 1
    assert "Nothing of that is in the record." in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["who"], "`ask who` needs NAME"),
        (["between", "Ana Belu"], "needs NAME NAME"),
        (["meetings", "Belu"], "takes options only"),
        (["meetings", "--by", "Belu"], "`ask meetings` knows no --by: it takes --of NAME, --with NAME"),
        (["who", "Belu", "--text", "pact"], "`ask who` knows no --text: it takes NAME only"),
        (["who", "Nobody Here"], "nobody in the record is called Nobody Here"),
        (["on", "tomorrow"], "tomorrow is no day"),
        (["listings", "--since", "soon"], "--since: 'soon' is no day, month or year"),
        (["listings", "--until", "2031-13"], "--until"),
        (["meetings", "--to", "Belu"], "`ask meetings` knows no --to"),
        (["listings", "--open", "9"], "there is no answer 9"),
    ],
)
def test_a_wrong_question_is_an_error(path: str, arguments: list[str], message: str) -> None:
    result = ask(path, *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        (("--since", "2024"), 2), (("--since", "2024-11"), 2), (("--since", "2025"), 0), (("--until", "2024"), 2),
        (("--until", "2024-10"), 0), (("--since", "2024-11-07", "--until", "2024-11"), 1),
    ],
)  # fmt: skip
def test_a_year_or_a_month_stands_for_its_first_or_last_day(path: str, narrowed: tuple[str, ...], found: int) -> None:
    assert len(ask(path, "meetings", *narrowed, "-f", "jsonl").stdout.splitlines()) == found


def test_what_is_said_to_somebody_is_found(path: str) -> None:
    (told,) = map(json.loads, ask(path, "statements", "--to", "Hald", "-f", "jsonl").stdout.splitlines())
    assert (told["who"], told["whom"]) == (["ministry"], ["Hald"])
    assert "Statements to" in ask(path, "who", "Hald").stdout


def test_whom_a_name_is_taken_for_is_told_where_others_bear_it(path: str, tmp_path: Path) -> None:
    entities = tuple(replace(each, name="Hald") if each.id == "e1" else each for each in RECORD.entities)
    other = str(tmp_path / "other.db")
    with open_to_write(other, now=NOW) as store, store.writing() as connection:
        put_record(connection, replace(RECORD, entities=entities), Arrival(NOW, "a test"))
    for arguments in (("meetings", "--of", "Hald"), ("between", "Hald", "Norland")):
        told = ask(other, *arguments).stderr
        assert "Hald is taken for #1 Hald (1 article), not for #2 Hald (1)" in told
    assert ask(path, "meetings", "--of", "Hald").stderr == ""


def test_a_record_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    result = ask(str(tmp_path / "missing.db"), "listings")
    assert result.exit_code == 2
    assert "missing.db is not there" in result.stderr


def test_cells_that_a_table_would_compute_are_quoted() -> None:
    from onrecord.export.answers import write_csv

    assert list(write_csv([{"words": "=1+1", "count": -1}])) == ["words,count\n", "'=1+1,-1\n"]
    assert list(write_csv([{"who": (), "place": None, "title": ""}])) == ["who,place,title\n", ",,\n"]


@pytest.mark.parametrize("arguments", [["whom"], ["meetings", "--status", "told"], ["meetings", "--format", "xml"]])
def test_a_wrong_choice_is_told_with_the_right_ones(path: str, arguments: list[str]) -> None:
    result = ask(path, *arguments)
    assert result.exit_code == 2
    assert f"'{arguments[-1]}' is not one of '" in " ".join(result.stderr.split())
    assert "Value error" not in result.stderr
