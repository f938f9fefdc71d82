"""Settings of all tests, and the databases that the tests of the store run on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from databases import empty_database, find_server, run_server
from hypothesis import settings

# Hypothesis makes up the same examples on every run, so that a red test is a change of ours.
settings.register_profile("same", derandomize=True, database=None, deadline=None)
settings.load_profile("same")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL database that lives as long as the tests."""
    programs = find_server()
    if programs is None:
        pytest.skip("PostgreSQL's server is not installed: apt-get install postgresql")
    with run_server(programs) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new record may be made: a file, and a PostgreSQL database."""
    if request.param == "sqlite":
        return str(tmp_path / "news.db")
    return empty_database(request.getfixturevalue("server"))
