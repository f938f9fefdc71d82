"""Tests of `onrecord add --follow` against a server of the test's own, as a process that is stopped by a signal."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from typer.testing import CliRunner

from onrecord.cli import app
from onrecord.record import open_to_read

SENTENCE = "Minister Ana Belu of Norland met President Tor Hald on Monday, and she said that the talks had gone well. "
EVERY = "0.05"
PATIENCE_SECONDS = 60.0


def item(number: int) -> str:
    words = f"This is article number {number}. " + SENTENCE * 9
    return (
        f"<item><title>Talks {number}</title><guid>{number}</guid><link>http://127.0.0.1/{number}</link>"
        f"<content:encoded><![CDATA[<p>{words}</p>]]></content:encoded></item>"
    )


@dataclass
class Feeds:
    """What the server serves: the items of its feed by now, how it answers, and when and with what it was asked."""

    items: int = 1
    busy: int = 0
    loops: int = 0
    asked: list[tuple[float, str | None]] = field(default_factory=list)
    port: int = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/feed.xml"


@pytest.fixture
def feeds() -> Iterator[Feeds]:
    served = Feeds()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            mark = f'"{served.items}"'
            served.asked.append((time.monotonic(), self.headers["If-None-Match"]))
            if served.busy:
                served.busy -= 1
                self.send_response(503)
                self.send_header("Retry-After", "1")
                self.end_headers()
            elif served.loops:
                served.loops -= 1
                self.send_response(302)
                self.send_header("Location", self.path)
                self.end_headers()
            elif self.headers["If-None-Match"] == mark:
                self.send_response(304)
                self.end_headers()
            else:
                self.send_response(200)
                self.send_header("ETag", mark)
                self.send_header("Content-Type", "application/rss+xml; charset=utf-8")
                self.end_headers()
                self.wfile.write(self.feed().encode())

        def feed(self) -> str:
            items = "".join(item(number) for number in range(1, served.items + 1))
            return (
                '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
                f"<channel><title>The Courier</title>{items}</channel></rss>"
            )

        def log_message(self, format: str, *arguments: object) -> None:
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        served.port = http.server_port
        Thread(target=http.serve_forever, daemon=True).start()
        yield served
        http.shutdown()


class Follower:
    """A running `onrecord add --follow`, with all that it printed so far."""

    def __init__(self, address: str, record: Path) -> None:
        command = [sys.executable, "-m", "onrecord", "add", address, "--follow", "--every", EVERY, "--allow-private"]
        self.out = record.with_suffix(".out")
        with self.out.open("w") as out:
            self.process = subprocess.Popen(
                [*command, "--record", str(record)], stdout=out, stderr=out, env={**os.environ, "PYTHONUNBUFFERED": "1"}
            )

    def wait_for(self, words: str) -> str:
        until = time.monotonic() + PATIENCE_SECONDS
        while words not in self.out.read_text():
            assert time.monotonic() < until and self.process.poll() is None, self.out.read_text()
            time.sleep(0.02)
        return self.out.read_text()

    def stop(self, number: int) -> tuple[int, str]:
        self.process.send_signal(number)
        return self.process.wait(PATIENCE_SECONDS), self.out.read_text()


@pytest.fixture
def follower(feeds: Feeds, tmp_path: Path) -> Iterator[Follower]:
    follower = Follower(feeds.address, tmp_path / "news.db")
    yield follower
    follower.process.kill()
    follower.process.wait()


def test_new_articles_are_taken_in_as_they_come_and_told_on_a_line_each(
    feeds: Feeds, follower: Follower, tmp_path: Path
) -> None:
    follower.wait_for("added: The Courier · Talks 1 (")
    feeds.items = 2
    follower.wait_for("added: The Courier · Talks 2 (")
    status, out = follower.stop(signal.SIGTERM)
    assert status == 0, out
    assert "2 articles added with" in out and "holds 2 articles" in out and "Traceback" not in out
    assert feeds.asked[0][1] is None and feeds.asked[1][1] is not None
    assert all(after - before > 2.5 for (before, _), (after, _) in zip(feeds.asked, feeds.asked[1:], strict=False))
    with open_to_read(str(tmp_path / "news.db")) as store:
        assert store.count().articles == 2


def test_a_feed_that_is_busy_and_goes_in_circles_is_asked_later_and_then_read(feeds: Feeds, tmp_path: Path) -> None:
    feeds.busy, feeds.loops = 1, 6
    follower = Follower(feeds.address, tmp_path / "news.db")
    try:
        out = follower.wait_for("added: The Courier · Talks 1 (")
        assert "answers 503 Service Unavailable: wait 1 seconds" in out
        assert "redirects more than 5 times" in out and "could not be had: it is asked again at" in out
        # The interval is 3 seconds, and twice as long after a failure.
        assert feeds.asked[7][0] - feeds.asked[6][0] > 5.5
        status, out = follower.stop(signal.SIGINT)
        assert status == 1 and "1 article added" in out and "2 skipped" in out, out
    finally:
        follower.process.kill()
        follower.process.wait()


def test_there_must_be_an_address_to_follow(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ana Belu met Tor Hald.")
    result = CliRunner().invoke(app, ["add", str(tmp_path / "a.txt"), "--follow", "--record", str(tmp_path / "n.db")])
    assert result.exit_code == 2
    assert "give the address of a feed" in result.stderr


def test_how_often_is_asked_only_of_what_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Anna Orel met Boris Karad.", encoding="utf-8")
    where = tmp_path / "n.db"
    result = CliRunner().invoke(app, ["add", str(tmp_path / "a.txt"), "--every", "5", "--record", str(where)])
    assert result.exit_code == 2
    assert "--every" in result.stderr and "--follow" in result.stderr
    assert not where.exists()
