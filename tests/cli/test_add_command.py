"""Tests of `onrecord add`: its exit status, what it says, and what lies in the record afterwards."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from typer.testing import CliRunner

from onrecord import open_record
from onrecord.cli import app

WHOLE = "Ana Belu met Tor Hald in Norland, and the minister said that the talks had gone well for both sides. " * 12
FEED = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Courier</title>
<item><title>Talks</title><guid>one</guid><link>http://127.0.0.1/one</link>
<content:encoded><![CDATA[<p>{WHOLE}</p>]]></content:encoded></item>
</channel></rss>"""


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


def test_a_folder_without_files_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = CliRunner().invoke(app, ["add", str(tmp_path / "empty"), "--record", str(tmp_path / "news.db")])
    assert result.exit_code == 1
    assert "empty holds nothing that is read: give files" in result.stderr


def test_a_record_that_cannot_be_made_is_an_error(folder: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["add", str(folder), "--record", str(tmp_path / "missing" / "news.db")])
    assert result.exit_code == 2
    assert "cannot be opened" in result.stderr


class OneFeed(BaseHTTPRequestHandler):
    """Serves a feed with a mark, and tells with 304 that it has not changed."""

    asked: list[str | None]

    def do_GET(self) -> None:
        if not self.path.endswith("feed.xml"):
            self.send_error(404)
            return
        type(self).asked.append(self.headers["If-None-Match"])
        known = self.headers["If-None-Match"] == '"v1"'
        self.send_response(304 if known else 200)
        self.send_header("ETag", '"v1"')
        self.send_header("Content-Type", "application/rss+xml; charset=utf-8")
        self.end_headers()
        if not known:
            self.wfile.write(FEED.encode())

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing."""


@pytest.fixture
def feed() -> Iterator[str]:
    OneFeed.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), OneFeed) as http:
        Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}/feed.xml"
        http.shutdown()


def test_a_feed_that_has_not_changed_is_not_fetched_again(feed: str, tmp_path: Path) -> None:
    arguments = ["add", feed, "--allow-private", "--record", str(tmp_path / "news.db")]
    first = CliRunner().invoke(app, arguments)
    assert first.stdout.startswith("1 article added"), first.output
    again = CliRunner().invoke(app, arguments)
    assert (again.exit_code, OneFeed.asked) == (0, [None, '"v1"'])
    assert again.stdout.startswith("0 articles added")


def test_private_addresses_are_asked_for(feed: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["add", feed, "--record", str(tmp_path / "news.db")])
    assert result.exit_code == 1
    assert "skipped:" in result.stderr and "--allow-private" in result.stderr
    assert OneFeed.asked == []


def test_an_article_dated_tomorrow_is_read_without_its_date(tmp_path: Path) -> None:
    later = (datetime.now(UTC) + timedelta(days=3)).date().isoformat()
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "Ana Belu met Tor Hald on Monday.", "published": later}) + "\n")
    result = CliRunner().invoke(app, ["read", str(path), "--format", "jsonl"])
    assert result.exit_code == 0
    assert f"note: {path} line 1 is dated {later}, which is still to come" in result.stderr
    record = json.loads(result.stdout)
    assert record["document"]["published"] is None
    assert all(claim["time"] is None or claim["time"]["value"] is None for claim in record["claims"])


def test_articles_without_a_date_are_told_and_dated_when_added_again(tmp_path: Path) -> None:
    path, record = tmp_path / "a.txt", str(tmp_path / "news.db")
    path.write_text("President Ana Belu met Prime Minister Tor Hald in Norland on Monday.", encoding="utf-8")
    first = CliRunner().invoke(app, ["add", str(path), "--record", record])
    assert first.exit_code == 0
    assert "note: 1 article without a date" in first.stderr and "--published" in first.stderr
    again = CliRunner().invoke(app, ["add", str(path), "--record", record, "--published", "2024-03-12"])
    assert "1 read again" in again.stdout and again.stderr == ""
    with open_record(record) as inquiry:
        [meeting] = inquiry.meetings(of="Ana Belu")
    assert (meeting.published, meeting.time) == ("2024-03-12", "2024-03-11")
    assert "1 already there" in CliRunner().invoke(app, ["add", str(path), "--record", record]).stdout


def test_how_sure_the_claims_are_that_are_kept_is_chosen(folder: Path, tmp_path: Path) -> None:
    record = str(tmp_path / "news.db")
    held = [
        CliRunner().invoke(app, ["add", str(folder), "--record", record, *more]).stdout
        for more in (["--min-confidence", "1"], [], [], ["--min-confidence", "0"])
    ]
    assert "holds 2 articles with 0 claims" in held[0]
    assert "2 read again" in held[1] and "with 0 claims" not in held[1]
    assert "2 already there" in held[2]
    assert "2 read again" in held[3]
