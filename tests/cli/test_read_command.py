"""Tests of `onrecord read` as it is typed: its formats, what it skips and how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli import app

TEXT = (
    "Foreign Minister Ana Belu said on Tuesday that Velmark would not sign the pact. “We refuse,” she added.\n\n"
    "President Tor Hald of Norland is scheduled to visit Velmark next week, the government announced."
)
RUN = CliRunner()


def onrecord(*words: str, stdin: bytes = b"", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """What the command prints when it is run for itself, with the warnings of the tests."""
    command = [sys.executable, "-W", "error", "-m", "onrecord", *words]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, env={**os.environ, **(env or {})})


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    rows = [{"id": f"d{number}", "text": f"Number {number}. {TEXT}", "published": "2024-11-06"} for number in range(4)]
    (folder / "many.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (folder / "one.txt").write_text(TEXT)
    return folder


def test_for_people(articles: Path) -> None:
    result = RUN.invoke(
        app, ["read", str(articles / "one.txt"), "--published", "2024-11-06", "--publisher", "The Post"]
    )
    assert result.exit_code == 0
    assert "The Post · 2024-11-06" in result.stdout
    assert "▷ planned" in result.stdout
    assert "“" in result.stdout
    assert result.stderr == ""


def test_an_article_without_a_date_is_told(articles: Path) -> None:
    result = RUN.invoke(app, ["read", str(articles / "one.txt")])
    assert result.exit_code == 0
    assert result.stderr == "note: 1 article without a date, so that “on Monday” stays open: give it by --published\n"


def test_the_version_and_the_short_form_of_help() -> None:
    assert RUN.invoke(app, ["--version"]).stdout.startswith("onrecord ")
    assert "--min-confidence" in RUN.invoke(app, ["read", "-h"]).stdout


def test_record_lines_in_the_order_of_the_input(articles: Path) -> None:
    result = RUN.invoke(app, ["read", str(articles), "--format", "jsonl"])
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["document"]["id"] for record in records][:4] == ["d0", "d1", "d2", "d3"]
    assert records[4]["document"]["text"] == TEXT
    assert all(record["claims"] for record in records)


def test_the_same_bytes_with_any_number_of_jobs(articles: Path) -> None:
    alone = onrecord("read", str(articles), "--format", "jsonl")
    together = onrecord("read", str(articles), "--format", "jsonl", "--jobs", "2")
    assert alone.returncode == together.returncode == 0, together.stderr
    assert alone.stdout == together.stdout
    assert alone.stdout.count(b"\n") == 5


def test_a_page(articles: Path) -> None:
    result = RUN.invoke(app, ["read", str(articles), "-f", "html"])
    assert result.stdout.startswith("<!doctype html>")
    assert result.stdout.rstrip().endswith("</html>")


def test_standard_input(articles: Path) -> None:
    result = onrecord("read", "-", "--format", "jsonl", stdin=TEXT.encode())
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["document"]["text"] == TEXT


def test_bad_input_is_named_and_the_rest_is_read(articles: Path) -> None:
    (articles / "a.pdf").write_bytes(b"%PDF-1.7")
    (articles / "many.jsonl").write_text('{"text": 1}\n' + json.dumps({"text": TEXT}) + "\n")
    result = RUN.invoke(app, ["read", str(articles), str(articles / "none.txt"), "-f", "jsonl"])
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    lines = result.stderr.splitlines()
    assert [line.split(":")[0] for line in lines] == ["skipped"] * 3 + ["note"]
    assert "a.pdf is a PDF" in lines[0]
    assert "many.jsonl line 1" in lines[1]
    assert "none.txt is no file" in lines[2]


def test_a_name_that_steers_the_terminal_is_told_without_doing_so(tmp_path: Path) -> None:
    result = RUN.invoke(app, ["read", str(tmp_path / "a\x1b[31m\nb.txt")])
    assert result.exit_code == 1
    assert "\x1b" not in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    result = RUN.invoke(app, ["read", str(tmp_path)])
    assert result.exit_code == 1
    assert "holds nothing that is read" in result.stderr


def test_an_output_file_is_whole_or_absent(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    result = RUN.invoke(app, ["read", str(articles), "-f", "jsonl", "-o", str(out)])
    assert (result.exit_code, result.stdout) == (0, "")
    assert len(out.read_text(encoding="utf-8").splitlines()) == 5
    result = RUN.invoke(app, ["read", str(articles), "-o", str(tmp_path / "none" / "out.txt")])
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "out.jsonl"]


@pytest.mark.parametrize("words", [["--published", "yesterday"], ["--format", "xml"], ["--jobs", "0"]])
def test_a_wrong_option_ends_with_2(articles: Path, words: list[str]) -> None:
    assert RUN.invoke(app, ["read", str(articles), *words]).exit_code == 2


def test_help_is_told_without_the_model() -> None:
    check = "import sys, onrecord.cli; print([m for m in ('onnxruntime', 'numpy', 'trafilatura') if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
    assert "PATH" in RUN.invoke(app, ["read", "--help"]).stdout


def test_colour_is_for_terminals_that_want_it(articles: Path) -> None:
    path = str(articles / "one.txt")
    assert b"\x1b[" not in onrecord("read", path).stdout
    wanted = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}
    assert b"\x1b[" in onrecord("read", path, env=wanted).stdout
    assert b"\x1b[3" not in onrecord("read", path, env={**wanted, "NO_COLOR": "1"}).stdout
