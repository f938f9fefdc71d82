"""Tests of `onrecord serve` and `onrecord user`: it opens, stops, and asks for passwords where others reach it."""

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.error import URLError

import pytest
from typer.testing import CliRunner

from onrecord.cli import app
from onrecord.cli.serve import is_loopback
from onrecord.record import open_to_read
from onrecord.record.users import find_user
from onrecord.serve.access import HASHER

COLD_SECONDS = 20


def free_port() -> int:
    with socket.socket() as some:
        some.bind(("127.0.0.1", 0))
        return int(some.getsockname()[1])


def test_it_opens_a_new_record_and_leaves_one_plain_file(tmp_path: Path) -> None:
    record, port = tmp_path / "news.db", free_port()
    command = [sys.executable, "-m", "onrecord", "serve", "--record", str(record), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert "Nothing yet" in wait_for(f"http://127.0.0.1:{port}/")
        server.send_signal(signal.SIGINT)
        out, trouble = server.communicate(timeout=COLD_SECONDS)
    assert f"http://127.0.0.1:{port}/" in out
    assert "news.db holds no article yet" in trouble
    assert "Traceback" not in trouble
    assert [path.name for path in tmp_path.iterdir()] == ["news.db"]


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = CliRunner().invoke(app, ["serve", "--record", str(tmp_path / "news.db"), "--port", port])
    assert result.exit_code == 2
    assert f"127.0.0.1:{port} cannot be listened on" in result.stderr
    assert "is open" not in result.stdout


def wait_for(address: str) -> str:
    for _ in range(COLD_SECONDS * 10):
        try:
            with urllib.request.urlopen(address) as answer:
                return str(answer.read().decode())
        except URLError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")


def test_others_are_not_let_in_before_somebody_can_sign_in(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["serve", "--record", str(tmp_path / "news.db"), "--host", "0.0.0.0"])
    assert result.exit_code == 2
    assert "onrecord user NAME" in result.stderr


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["--proxy", "127.0.0.1"], "onrecord user NAME"),
        (["--proxy", "some.proxy"], "is no address"),
        (["--user-header", "X-Remote-User"], "name the proxy"),
    ],
)
def test_a_proxy_is_believed_only_where_it_is_named(tmp_path: Path, given: list[str], words: str) -> None:
    result = CliRunner().invoke(app, ["serve", "--record", str(tmp_path / "news.db"), *given])
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_user_is_kept_with_the_hash_of_the_password(tmp_path: Path) -> None:
    record = str(tmp_path / "news.db")
    given = ["user", "maria", "--role", "reviewer", "--record", record]
    assert CliRunner().invoke(app, given, input="too short\ntoo short\n").exit_code == 2
    assert CliRunner().invoke(app, given, input="a long password\na long password\n").exit_code == 0
    with open_to_read(record) as store, store.reading() as connection:
        user = find_user(connection, "maria")
    assert user is not None
    assert user.role == "reviewer"
    assert HASHER.verify(user.hash, "a long password")


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("192.168.1.7", False), ("x", False)],
)
def test_loopback_is_this_machine_alone(host: str, alone: bool) -> None:
    assert is_loopback(host) == alone
