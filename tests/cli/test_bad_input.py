"""What the user sees of input that is damaged, hostile or odd: one line each, and all else goes in."""

import gzip
import io
import json
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from typer.testing import CliRunner, Result

from onrecord.cli import app
from onrecord.sources.gzip import FREE_BYTES

TEXT = "Ana Belu met Tor Hald in Norland."
PROSE = "The minister said on Tuesday that the talks had gone well and that both sides would meet again in the spring. "
PAGE = f"<html><body><article><p>{PROSE * 3}</p></article></body></html>"
ENDLESS_BYTES = 200_000_000


class Hostile(BaseHTTPRequestHandler):
    """Goes in circles, sends without end, or leads into a private network."""

    def do_GET(self) -> None:
        if self.path == "/endless.xml":
            self.send_response(200)
            self.send_header("Content-Type", "application/rss+xml")
            self.end_headers()
            try:
                for _ in range(ENDLESS_BYTES // 1_000_000):
                    self.wfile.write(bytes(1_000_000))
            except OSError:
                pass
        else:
            self.send_response(302)
            self.send_header("Location", self.path)
            self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Hostile) as http:
        Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}"
        http.shutdown()


def add(tmp_path: Path, *inputs: str) -> Result:
    return CliRunner().invoke(app, ["add", *inputs, "--record", str(tmp_path / "news.db")])


def skipped(result: Result) -> list[str]:
    return [line for line in result.stderr.splitlines() if line.startswith("skipped: ")]


def test_fields_that_nobody_knows_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [{"text": TEXT, "colour": "red", "tags": [{"x": 1}], "schema_version": 3}, {"colour": "red"}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    result = add(tmp_path, str(path))
    assert skipped(result) == [f'skipped: {path} line 2 has no "text": put the article\'s text there, as a string']
    assert "1 article added" in result.stdout and "1 skipped" in result.stdout


def test_control_characters_never_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    row = {
        "text": f"{TEXT} Ilse\x1b[31m Dorn\x07 said so.",
        "title": "Talks\x1b[2J\x07 in Norland",
        "author": "I\x1b]0;x",
    }
    path.write_text(json.dumps(row), encoding="utf-8")
    result = CliRunner().invoke(app, ["read", str(path)])
    assert result.exit_code == 0
    assert result.stdout.startswith("Talks[2J in Norland")
    assert not {"\x1b", "\x07"} & set(result.output)


def test_a_feed_that_goes_in_circles_or_never_ends_is_left(server: str, tmp_path: Path) -> None:
    result = add(tmp_path, f"{server}/circle.xml", f"{server}/endless.xml", "--allow-private")
    assert result.exit_code == 1
    circle, endless = skipped(result)
    assert circle.startswith(f"skipped: {server}/circle.xml redirects more than 5 times")
    assert endless.startswith(f"skipped: {server}/endless.xml is larger than 32 MB")


@pytest.mark.parametrize("host", ["localhost", "127.1", "[::1]", "10.0.0.5", "169.254.169.254", "[::ffff:10.0.0.5]"])
def test_private_and_loopback_addresses_are_refused(host: str, tmp_path: Path) -> None:
    result = add(tmp_path, f"http://{host}:9/feed.xml")
    assert result.exit_code == 1
    [line] = skipped(result)
    assert line.startswith(f"skipped: http://{host}:9/feed.xml") and "private network" in line
    assert "--allow-private" in line


def test_a_warc_that_is_cut_keeps_what_was_whole(tmp_path: Path) -> None:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{PAGE}"
    records = [
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/{number}\r\n"
        "WARC-Date: 2024-11-06T09:30:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n{answer}\r\n\r\n"
        for number in (1, 2)
    ]
    path = tmp_path / "a.warc.gz"
    content = b"".join(gzip.compress(record.encode()) for record in records)
    path.write_bytes(content[:-60])
    result = add(tmp_path, str(path))
    [line] = skipped(result)
    assert line.startswith(f"skipped: {path} is cut off or damaged")
    assert "1 article added" in result.stdout


def test_a_zip_bomb_is_left_out_and_its_neighbours_go_in(tmp_path: Path) -> None:
    path, out = tmp_path / "bomb.zip", io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.jsonl", b"\n" * (FREE_BYTES * 2))
    path.write_bytes(out.getvalue())
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    result = add(tmp_path, str(path), str(tmp_path / "b.txt"))
    [line] = skipped(result)
    assert line.startswith(f"skipped: {path} holds a.jsonl, which unpacks to more than")
    assert "1 article added" in result.stdout
