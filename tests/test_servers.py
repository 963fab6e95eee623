"""The servers that the tests run on: started where none is given, never silently done without, gone afterwards."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from project import processes
from tests import servers

HERE = Path(__file__).resolve().parent
PROBE = "import os\ndef test_told():\n    assert os.environ['DATABASE_URL'] and os.environ['REDIS_URL']\n"


@pytest.fixture
def temporary() -> Iterator[Path]:
    """A folder that others may enter (pytest's own may not) and whose name is short enough for a socket."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def pytest_run(*arguments: str, **variables: str | None) -> subprocess.CompletedProcess[str]:
    """Run the tests' runner as a child; a variable given as None is taken away."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "COV_"))}
    environment |= {name: value for name, value in variables.items() if value is not None}
    for name in [name for name, value in variables.items() if value is None]:
        environment.pop(name, None)
    command = [sys.executable, "-m", "pytest", "-q", "-c", "pyproject.toml", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(
        command, cwd=HERE.parent, env=environment, capture_output=True, text=True, check=False, timeout=600
    )


@pytest.mark.parametrize(
    ("variable", "address", "words"),
    [
        ("DATABASE_URL", "postgres://nobody@127.0.0.1:1/periksa", "PostgreSQL that DATABASE_URL names does not answer"),
        ("DATABASE_URL", "sqlite:///periksa.sqlite3", "DATABASE_URL must name a PostgreSQL"),
        ("REDIS_URL", "redis://127.0.0.1:1/0", "Redis that REDIS_URL names does not answer"),
    ],
)
def test_a_server_that_is_given_but_silent_is_an_error(variable: str, address: str, words: str) -> None:
    done = pytest_run("tests/test_house.py", **{variable: address})
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert words in done.stderr


def test_without_servers_both_are_started_named_and_gone_afterwards(tmp_path: Path, temporary: Path) -> None:
    (tmp_path / "test_probe.py").write_text(PROBE)
    done = pytest_run(str(tmp_path / "test_probe.py"), DATABASE_URL=None, REDIS_URL=None, TMPDIR=str(temporary))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "services: PostgreSQL" in done.stdout
    assert list(temporary.iterdir()) == []
    running = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert str(temporary) not in running


def test_postgresql_starts_from_its_package(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(servers, "machine_programs", lambda: None)
    monkeypatch.setattr(servers, "told", [])
    monkeypatch.setattr(servers, "started", [])
    url = servers.start_database(temporary)
    try:
        assert servers.told[0].endswith("(started from its package)")
        with psycopg.connect(url.removesuffix("/periksa") + "/postgres") as connection:
            assert connection.execute("SELECT 6 * 7").fetchone() == (42,)
    finally:
        statuses = [processes.stop(child, how=how) for child, how in servers.started]
    assert statuses == [0]


def test_the_broker_starts_and_stops(temporary: Path) -> None:
    child = processes.start_broker(temporary, temporary / "log")
    assert servers.broker_name(f"unix://{temporary}/broker.sock?db=3")
    assert processes.stop(child, how=signal.SIGTERM) == 0


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("redis://127.0.0.1:6379", "redis://127.0.0.1:6379/2"),
        ("redis://127.0.0.1:6379/15", "redis://127.0.0.1:6379/17"),
        ("unix:///a/broker.sock?db=0", "unix:///a/broker.sock?db=2"),
        ("unix:///a/broker.sock", "unix:///a/broker.sock?db=2"),
    ],
)
def test_each_test_process_has_a_database_of_its_own(url: str, expected: str) -> None:
    assert servers.beside(url, 2) == expected
