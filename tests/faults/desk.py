"""A desk for fault tests, seen from outside: its own database, its own source server, workers to kill."""

import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import psycopg

from tests.hostile import Hit, Page, Source

ROOT = Path(__file__).resolve().parents[2]
LONG = os.environ.get("PERIKSA_FAULTS", "short") == "long"
HOSTS = [f"127.0.2.{number}" for number in range(1, 21)]
SAYS = "<p>Rina: “Jumlah ini masih dapat berubah,” katanya kemarin di Jakarta. {n}</p>"
SAYS_NOT = "<p>Rina tidak berkata apa-apa. {n}</p>"
LEASE = 6
"""Seconds; half of them is what a page may take, which is plenty even when the machine is busy with something else."""
UNHURRIED = {"CLAIMS_LEASE_SECONDS": "120", "CLAIMS_FETCH_DEADLINE": "60"}
"""For what must come out the same however slow the machine is: where no worker dies, no lease needs to end."""


def short(brief: Any, full: Any) -> Any:
    """A size: the brief one in CI, the full one with PERIKSA_FAULTS=long."""
    return full if LONG else brief


def awaited(what: Callable[[], Any], seconds: float, why: str = "") -> Any:
    """Wait until `what` gives something true; AssertionError when it does not."""
    ends = time.monotonic() + 2 * seconds
    while not (found := what()):
        assert time.monotonic() < ends, why or f"waited {seconds} s in vain"
        time.sleep(0.05)
    return found


def talk(hit: Hit) -> Page:
    """The page of source number n: even ones have the quote, odd ones do not."""
    number = int(hit.path.rpartition("=")[2])
    return Page((SAYS_NOT if number % 2 else SAYS).format(n=number).encode())


class Server(Source):
    """The source server of the tests, on many hosts, with a webhook beside."""

    def __enter__(self) -> Self:
        self.addresses = HOSTS
        super().__enter__()
        self.answer("/talk", Page(run=talk))
        self.answer("/poison", Page(run=talk))
        self.page("/hook", status=204)
        self.page("/robots.txt", status=404)
        return self

    @property
    def hosts(self) -> list[str]:
        return [f"{host}:{self.port}" for host in HOSTS]

    def fetches(self) -> list[Hit]:
        return [hit for hit in self.hits() if hit.path.startswith(("/talk", "/poison"))]

    def hooks(self) -> list[Hit]:
        return self.hits("/hook")


@dataclass
class Workers:
    """Workers of `inside.work`; `deaths` are those that ended, with their exit status."""

    process: subprocess.Popen[bytes]
    born: list[int] = field(default_factory=list)
    deaths: dict[int, int] = field(default_factory=dict)
    struck: int = 0

    def __post_init__(self) -> None:
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            told = json.loads(line)
            if "born" in told:
                self.born.append(told["born"])
            if "died" in told:
                self.deaths[told["died"]] = told["status"]

    @property
    def alive(self) -> list[int]:
        return [pid for pid in self.born if pid not in self.deaths]

    def end(self, seconds: float = 60) -> None:
        """Ask all to end, and wait for it."""
        kill(self.alive, signal.SIGCONT)
        self.process.terminate()
        self.process.wait(seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            try:
                self.end()
            except subprocess.TimeoutExpired:
                kill(self.alive)
                self.process.kill()
                self.process.wait()
        self.listener.join()
        if self.process.stdout is not None:
            self.process.stdout.close()


@dataclass
class Desk:
    """One desk: the address of its database, its server, the environment of its processes."""

    url: str
    server: Server
    folder: Path
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "project.settings",
            "DATABASE_URL": self.url,
            "REDIS_URL": f"unix://{self.folder}/broker.sock",
            "CLAIMS_ALLOWED_NETWORKS": "127.0.2.0/24",
            "CLAIMS_ALLOWED_PORTS": f"80,443,{self.server.port}",
            "CLAIMS_FETCH_DEADLINE": str(LEASE // 2),
            "CLAIMS_LEASE_SECONDS": str(LEASE),
            "CLAIMS_POLL_SECONDS": "1",
            "CLAIMS_QUARANTINE_AFTER": "100",
            "CLAIMS_WEBHOOK_URL": f"http://{self.server.hosts[0]}/hook",
            "CLAIMS_WEBHOOK_SECRET": "a secret for the tests alone",
            "FAULTS_LOG": str(self.folder / "workers.log"),
            "LOG_LEVEL": "WARNING",
            **self.settings,
        }

    def run(self, command: str, **arguments: Any) -> dict[str, Any]:
        """A command of `inside`, in a process of its own; what it said."""
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults.inside", command, json.dumps(arguments)],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            check=False,
            timeout=short(300, 1800),
        )
        assert done.returncode == 0, done.stderr.decode()[-3000:]
        told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return told

    def workers(self, count: int = 4, **arguments: Any) -> Workers:
        """Start workers; use it in a `with`."""
        command = [sys.executable, "-m", "tests.faults.inside", "work", json.dumps({"workers": count, **arguments})]
        return Workers(subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=subprocess.PIPE))

    @contextlib.contextmanager
    def queue(self, processes: int = 2, beats: int = 1) -> Iterator[subprocess.Popen[bytes]]:
        """A Celery worker with its child processes, and beats beside it."""
        celery = [sys.executable, "-m", "celery", "-A", "project"]
        worker = [*celery, "worker", "-c", str(processes), "--without-gossip", "--without-mingle"]
        commands = [worker] + [
            [*celery, "beat", "--schedule", str(self.folder / f"beat{number}"), "--pidfile", ""]
            for number in range(beats)
        ]
        with (self.folder / "queue.log").open("ab") as log:
            running = [
                subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=log, stderr=log)
                for command in commands
            ]
            try:
                yield running[0]
            finally:
                for process in running:
                    process.terminate()
                for process in running:
                    process.wait(120)

    def fill(self, sources: int, **arguments: Any) -> None:
        self.run("populate", sources=sources, hosts=self.server.hosts, **arguments)

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        """One statement, straight to the database. Nothing when it does not answer."""
        try:
            if self.url.startswith("sqlite"):
                with sqlite3.connect(self.url.removeprefix("sqlite:///"), timeout=20) as connection:
                    return connection.execute(sql).fetchall()
            with psycopg.connect(self.url, autocommit=True, connect_timeout=2) as connection:
                cursor = connection.execute(sql)  # type: ignore[call-overload]
                return list(cursor.fetchall()) if cursor.description else []
        except (psycopg.Error, sqlite3.OperationalError):
            return []

    def count(self, sql: str) -> int:
        return int((self.ask(f"SELECT count(*) FROM {sql}") or [(-1,)])[0][0])

    def checked(self) -> int:
        return self.count("claims_snapshot")

    def is_done(self, sources: int, *, delivered: bool = True) -> bool:
        """Every source was checked, and every alert sent."""
        if self.checked() < sources:
            return False
        return not delivered or self.count("claims_delivery WHERE state = 'sent'") >= sources // 2

    def report(self) -> dict[str, Any]:
        return self.run("audit")

    def assert_exact(self, sources: int, *, delivered: bool = True) -> dict[str, Any]:
        """Each source was checked once, each odd one opened one alert, each alert went out under one id."""
        told = self.report()
        assert told["faults"] == []
        assert (told["checks"], told["snapshots"], told["seqs"]) == (sources, sources, [1]), told
        assert told["alerts"] == sources // 2, told
        if delivered:
            assert (told["sent"], told["pending"]) == (sources // 2, 0), told
            ids = {hit.headers["webhook-id"] for hit in self.server.hooks()}
            assert len(ids) == sources // 2
            bodies = {(hit.headers["webhook-id"], hit.body) for hit in self.server.hooks()}
            assert len(bodies) == len(ids)
        return told


def kill(pids: Sequence[int], how: signal.Signals = signal.SIGKILL) -> None:
    """Send a signal to each, except to those that have ended by themselves and whose end is not told yet."""
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, how)


def log(desk: Desk) -> str:
    """What the workers said."""
    path = desk.folder / "workers.log"
    return path.read_text() if path.exists() else ""


def copied(template: Path, folder: Path) -> str:
    """A SQLite database of its own, from the migrated one."""
    path = folder / "desk.sqlite3"
    shutil.copy(template, path)
    return f"sqlite:///{path}"
