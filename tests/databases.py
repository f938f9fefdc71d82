"""A PostgreSQL server of the tests' own: started in a temporary folder, reached over a socket, gone afterwards."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

START_SECONDS = 30
SERVERS = "/usr/lib/postgresql/*/bin"
"""Where Debian puts them; elsewhere they are on the PATH."""


def find_server() -> Path | None:
    """The folder of PostgreSQL's programs, or None where it is not installed."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else sorted(Path("/").glob(SERVERS.lstrip("/")))
    return next((folder for folder in reversed(folders) if (folder / "postgres").exists()), None)


@contextmanager
def run_server(programs: Path) -> Iterator[str]:
    """The address of the database of a fresh server."""
    with tempfile.TemporaryDirectory(prefix="pg-") as name:
        folder, user = Path(name), _user()
        if user:
            os.chown(folder, user.pw_uid, user.pw_gid)
        made = {"user": user.pw_uid, "group": user.pw_gid} if user else {}
        arguments = ["-D", str(folder / "data")]
        subprocess.run(
            [programs / "initdb", *arguments, "-U", "onrecord", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
            check=True, capture_output=True, cwd=folder, **made,
        )  # fmt: skip
        settings = ("listen_addresses=", "fsync=off", "synchronous_commit=off", "full_page_writes=off")
        server = subprocess.Popen(
            [programs / "postgres", *arguments, "-k", str(folder), *(f"-c{each}" for each in settings)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, **made,
        )  # fmt: skip
        try:
            _wait(f"host={folder} user=onrecord dbname=postgres")
            yield f"postgresql://onrecord@/postgres?host={folder}"
        finally:
            server.send_signal(signal.SIGQUIT)  # at once, whoever is connected
            server.wait()


def empty_database(address: str) -> str:
    """The address of the database, with nothing left in it and nobody else connected."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return address


def _user() -> pwd.struct_passwd | None:
    """Whom the server runs as where we are root, whom it refuses."""
    if os.geteuid() != 0:
        return None
    names = {user.pw_name: user for user in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def _wait(address: str) -> None:
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            psycopg.connect(address).close()
            return
        except psycopg.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
