"""Starts what is measured against (pages, a database, a broker), then measures in a process that knows their addresses."""

import argparse
import os
import secrets
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

import bench.recheck
from project import processes
from tests import servers

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("loop", "workers", "safety", "due", "leases", "messages")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def page_server() -> Iterator[str]:
    """The address of a page server of its own, by a name, as sources have one."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "bench.pages", str(port)], cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    try:
        yield f"http://localhost:{port}"
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


@contextmanager
def database(folder: Path) -> Iterator[str]:
    """An empty database of its own."""
    server = servers.database(folder)
    parts = urlsplit(server)
    name = f"bench_{os.getpid()}"
    place = urlunsplit(("postgresql", parts.netloc, "/postgres", "", ""))
    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    try:
        yield urlunsplit(("postgres", parts.netloc, f"/{name}", "", ""))
    finally:
        with psycopg.connect(place, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def broker(folder: Path) -> Iterator[str]:
    """A broker that nobody else talks to, so that every message counted is ours."""
    home = folder / "broker"
    home.mkdir(mode=0o700)
    child = processes.start_broker(home, folder / "broker.log")
    try:
        yield f"unix://{home / 'broker.sock'}?db=0"
    finally:
        processes.stop(child)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.recheck", description=bench.recheck.__doc__)
    parser.add_argument("--pages", type=int, default=400, help="pages a round")
    parser.add_argument("--rows", type=int, default=1_000_000, help="rows of the largest schedule table")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), help="parts to measure")
    asked = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        page_server() as base,
        database(Path(folder)) as url,
        broker(Path(folder)) as queue,
    ):
        known = {
            "DJANGO_SETTINGS_MODULE": "project.settings",
            "SECRET_KEY": secrets.token_urlsafe(50),
            "CLAIMS_ALLOWED_NETWORKS": "127.0.0.1/32,::1/128",
            "CLAIMS_ALLOWED_PORTS": str(urlsplit(base).port),
            "LOG_LEVEL": "WARNING",
            "DATABASE_URL": url,
            "REDIS_URL": queue,
        }
        command = [sys.executable, "-m", "bench.recheck.measures", base, str(asked.pages), str(asked.rows), *asked.only]
        sys.exit(subprocess.run(command, cwd=ROOT, env=os.environ | known, check=False).returncode)


if __name__ == "__main__":
    main()
