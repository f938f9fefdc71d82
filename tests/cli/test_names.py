"""Tests of `onrecord ask who --names`: many names at once, in each format, and what is wrong with a file of names."""

import csv
import json
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from records import RECORD
from typer.testing import CliRunner, Result

from onrecord.answers import Answers
from onrecord.cli import app
from onrecord.cli.names import read_names
from onrecord.export.screened import screened_rows, write_screened
from onrecord.record import open_to_write
from onrecord.record.inquiry import open_inquiry
from onrecord.record.write import Arrival, put_record

NOW = "2031-01-02T03:04:05+00:00"


@pytest.fixture
def path(tmp_path: Path) -> str:
    path = str(tmp_path / "news.db")
    with open_to_write(path, now=NOW) as store, store.writing() as connection:
        put_record(connection, RECORD, Arrival(NOW, "a test"))
    return path


def screen(path: str, names: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["ask", "who", "--names", str(names), *arguments, "--record", path])


def write(folder: Path, content: str | bytes, name: str = "names.txt") -> Path:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def test_each_name_has_its_offices_listings_and_claims_in_short(path: str, tmp_path: Path) -> None:
    names = write(tmp_path, "Ana Belu\r\n\nHald\nNobody Here\n")
    told = [json.loads(line) for line in screen(path, names, "-f", "jsonl").stdout.splitlines()]
    assert [each["name"] for each in told] == ["Ana Belu", "Hald", "Nobody Here"]
    assert [each["found"] for each in told] == [True, True, False]
    assert told[0]["offices"] == ["Foreign Minister: current, told 2024-11-06"]
    assert told[1]["listings"] == ["Norland: asserted, told 2024-11-06"]
    assert told[1]["claims"] == 5 and told[2]["claims"] == 0  # what is only said to him counts
    rows = list(csv.DictReader(StringIO(screen(path, names, "-f", "csv").stdout)))
    assert [row["found"] for row in rows] == ["True", "True", "False"]
    assert rows[1]["listings"] == "Norland: asserted, told 2024-11-06"


def test_a_table_tells_who_is_not_found(path: str, tmp_path: Path) -> None:
    result = screen(path, write(tmp_path, "Hald\nNobody\n"))
    assert result.exit_code == 0
    assert "nobody in the record" in " ".join(result.stdout.split())
    assert "1 of 2 names are in the record, 1 with a listing." in result.stdout
    assert screen(path, write(tmp_path, "Nobody\n")).exit_code == 1


def test_who_is_called_nearly_so_is_told_and_not_taken_for_the_name(path: str, tmp_path: Path) -> None:
    names = write(tmp_path, "Anna Belu\nBelu\nAna Belu\n")
    told = [json.loads(line) for line in screen(path, names, "-f", "jsonl").stdout.splitlines()]
    assert [each["match"] for each in told] == [None, "part of the name", "name"]
    assert (told[0]["found"], told[0]["offices"], told[0]["alike"]) == (False, [], ["#1 Ana Belu (0.94)"])
    shown = " ".join(screen(path, names).stdout.split())
    assert "nearly so: #1" in shown and "1 of the others is nearly called as somebody is." in shown


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"time": "2007", "earliest": "2007-01-01"}, "Norland: asserted, 2007"),
        (
            {"status": "alleged", "said_by": ("ministry", "Ana Belu")},
            "alleged, told 2031-01-02, said by ministry › Ana",
        ),
        ({"published": None}, "Norland: asserted"),
    ],
)
def test_a_listing_has_its_own_time_and_says_on_whose_word_it_stands(
    path: str, changed: dict[str, Any], told: str
) -> None:
    with open_inquiry(path) as record:
        (screened,) = record.screen(["Hald"])
    listing = replace(screened.listings[0], **{"published": "2031-01-02T10:00:00Z", **changed})
    (row,) = screened_rows([replace(screened, listings=Answers((listing,), 1))])
    assert told in row["listings"][0]


def test_others_who_are_called_so_are_told_with_their_numbers(path: str) -> None:
    with open_inquiry(path) as record:
        (screened,) = record.screen(["Hald"])
        others = (record.called("Ana Belu")[0],)
    told = replace(screened, others=others)
    assert screened_rows([told])[0]["others"] == ("#1 Ana Belu",)
    assert "also called so: #1 Ana Belu" in " ".join(write_screened([told], width=100).split())


def test_filters_narrow_what_is_told_of_each(path: str, tmp_path: Path) -> None:
    names = write(tmp_path, "Ana Belu\n")
    told = json.loads(screen(path, names, "-f", "jsonl", "--since", "2030-01-01").stdout)
    assert (told["found"], told["offices"], told["claims"]) == (True, [], 0)


def test_names_come_from_a_column_of_a_csv_file(tmp_path: Path) -> None:
    file = write(tmp_path, '\ufeffnumber,Name\n1,"Hald, Tor"\n2,\n3,Ana Belu\n4,...\n', "list.csv")
    names, problems = read_names(str(file))
    assert names == ["Hald, Tor", "Ana Belu"]
    assert [problem.partition(":")[0] for problem in problems] == [f"{file}, line 5"]


def test_lines_without_a_name_are_told_and_the_others_asked(path: str, tmp_path: Path) -> None:
    result = screen(path, write(tmp_path, b"Hald\n---\n\xff\xfe\n" + b"a" * 300 + b"\n#1\n"), "-f", "jsonl")
    assert result.exit_code == 0
    assert [json.loads(line)["called"] for line in result.stdout.splitlines()] == ["Hald", "Ana Belu"]
    for number, words in ((2, "holds no name"), (3, "is not UTF-8"), (4, "300 characters are no name")):
        assert f"names.txt, line {number}: " in result.stderr and words in result.stderr


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.txt", "\n\n", "holds no name"),
        ("other.csv", "person\nHald\n", 'no column called "name"'),
        ("torn.csv", "name\n" + "x" * 140_000 + "\n", "line 2: is no CSV"),
    ],
)
def test_a_file_without_names_is_an_error(path: str, tmp_path: Path, name: str, content: str, message: str) -> None:
    result = screen(path, write(tmp_path, content, name))
    assert result.exit_code == 2 and message in result.stderr


def test_names_stand_in_the_place_of_a_name(path: str, tmp_path: Path) -> None:
    names = write(tmp_path, "Hald\n")
    result = CliRunner().invoke(app, ["ask", "who", "Hald", "--names", str(names), "--record", path])
    assert result.exit_code == 2 and "in the place of NAME" in result.stderr
    assert "cannot be read" in screen(path, tmp_path / "missing.txt").stderr


def test_the_same_from_python(path: str) -> None:
    with open_inquiry(path) as record:
        belu, nobody = record.screen(["Ana Belu", "Nobody"])
        assert belu.identity == record.who("Ana Belu").identity
        assert [each.title for each in belu.offices] == ["Foreign Minister"]
        assert list(belu.listings) == [] and list(record.screen(["Hald"])[0].listings) == list(
            record.listings(of="Hald")
        )
        assert nobody.identity is None and nobody.claims == 0
