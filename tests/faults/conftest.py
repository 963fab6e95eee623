"""Desks for fault tests: one migrated database of each kind, copied for each test."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from tests.faults.cluster import Cluster
from tests.faults.desk import ROOT, Desk, Server, copied


def named(url: str, name: str) -> str:
    """The same server, another database."""
    parts = urlsplit(url)
    return urlunsplit(("postgresql", parts.netloc, f"/{name}", parts.query, ""))


def migrate(url: str) -> None:
    environment = os.environ | {"DATABASE_URL": url}
    done = subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()[-3000:]


def on_server(statement: str) -> None:
    with psycopg.connect(named(os.environ["DATABASE_URL"], "postgres"), autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[call-overload]


@pytest.fixture(scope="session")
def template_name() -> Iterator[str]:
    """A migrated PostgreSQL database that others are made from."""
    name = f"faults_{os.getpid()}"
    on_server(f"CREATE DATABASE {name}")
    migrate(named(os.environ["DATABASE_URL"], name))
    yield name
    on_server(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def template_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite database that others are copied from."""
    path = tmp_path_factory.mktemp("sqlite") / "template.sqlite3"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
def postgresql(template_name: str, server: Server, tmp_path: Path) -> Iterator[Desk]:
    name = f"{template_name}_desk"
    on_server(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    on_server(f"CREATE DATABASE {name} TEMPLATE {template_name}")
    yield Desk(named(os.environ["DATABASE_URL"], name), server, tmp_path)
    on_server(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    """In a folder of its own: pytest closes its own ones to the server's user whenever another run begins."""
    folder = Path(tempfile.mkdtemp(prefix="periksa-"))
    found = Cluster(folder, "max_connections=20")
    yield found
    found.end()
    shutil.rmtree(folder)


@pytest.fixture(params=["postgresql", "sqlite"])
def desk(request: pytest.FixtureRequest) -> Desk:
    """A desk on either database."""
    if request.param == "postgresql":
        found: Desk = request.getfixturevalue("postgresql")
        return found
    make: Callable[[], Path] = lambda: request.getfixturevalue("template_file")  # noqa: E731
    return Desk(
        copied(make(), request.getfixturevalue("tmp_path")),
        request.getfixturevalue("server"),
        request.getfixturevalue("tmp_path"),
    )
