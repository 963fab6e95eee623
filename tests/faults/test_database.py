"""The database crashes while sources are read: what it acknowledged is there, the rest is done again, no worker ends."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from project import processes
from tests import servers
from tests.faults.conftest import migrate
from tests.faults.desk import Desk, Server, awaited, short

pytestmark = pytest.mark.faults


class Cluster:
    """A PostgreSQL of the test's own, with the settings that let it survive a crash."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "postgresql.log"
        self.identity: dict[str, Any] = {}
        if os.geteuid() == 0:
            self.identity = {"user": servers.NOBODY, "group": servers.NOBODY, "extra_groups": []}
        self.home = folder / "cluster"
        self.home.mkdir(mode=0o700)
        if self.identity:
            self._open_the_way()
            os.chown(self.home, servers.NOBODY, servers.NOBODY)
        self.programs, _ = servers.database_programs(folder)
        options = ["-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8"]
        made = self._program("initdb", "-D", str(self.home / "data"), *options)
        assert made.wait() == 0, self.log.read_text()
        self.process = self.start()
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute("CREATE DATABASE periksa")

    def _open_the_way(self) -> None:
        """Let nobody through the folders above; they belong to this test alone."""
        for parent in (self.folder, *self.folder.parents):
            if parent == Path("/tmp") or parent.stat().st_uid != os.geteuid():
                break
            parent.chmod(parent.stat().st_mode | 0o011)

    def _program(self, name: str, *options: str) -> subprocess.Popen[bytes]:
        return processes.start([str(self.programs / name), *options], self.log, cwd=self.home, **self.identity)

    def start(self) -> subprocess.Popen[bytes]:
        options = ["-c", "listen_addresses=", "-c", f"unix_socket_directories={self.home}"]
        command = ["-D", str(self.home / "data"), *options]
        self.process = self._program("postgres", *command)

        def up() -> bool:
            if self.process.poll() is not None:  # a child of the server that crashed still held its memory
                self.process = self._program("postgres", *command)
            return self.answers()

        awaited(up, 60, "PostgreSQL did not come up")
        return self.process

    def answers(self) -> bool:
        try:
            with psycopg.connect(self.url("postgres"), connect_timeout=2):
                return True
        except psycopg.OperationalError:
            return False

    def url(self, name: str) -> str:
        return f"postgresql://postgres@{servers.quote(str(self.home), safe='')}/{name}"

    def crash(self) -> None:
        """Immediate shutdown: connections are cut, nothing is written out, the log is replayed at the next start."""
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait(30)

    def end(self) -> None:
        processes.stop(self.process, how=signal.SIGINT)


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    """In a folder of its own: pytest closes its own ones to the server's user whenever another run begins."""
    folder = Path(tempfile.mkdtemp(prefix="periksa-"))
    found = Cluster(folder)
    yield found
    found.end()
    shutil.rmtree(folder)


def test_crashes(cluster: Cluster, server: Server, tmp_path: Path) -> None:
    """R5: ten crashes in the middle of the work."""
    sources, crashes = short(400, 4000), short(3, 10)
    migrate(cluster.url("periksa"))
    desk = Desk(cluster.url("periksa"), server, tmp_path)
    desk.fill(sources)
    acknowledged = 0
    with desk.workers(3) as workers:
        for _ in range(crashes):
            acknowledged = work_and_crash(desk, cluster, acknowledged)
        awaited(lambda: desk.is_done(sources), 600)
        assert workers.deaths == {}
    desk.assert_exact(sources)
    print(f"{crashes} crashes, {len(server.fetches()) - sources} of {sources} sources read again")


def work_and_crash(desk: Desk, cluster: Cluster, acknowledged: int) -> int:
    """Let it work, crash it and start it; the number of checks seen before, all of which must be there after."""
    awaited(lambda: desk.checked() > acknowledged, 60)
    seen = desk.checked()
    cluster.crash()
    time.sleep(0.5)
    cluster.process = cluster.start()
    back = time.monotonic()
    assert desk.checked() >= seen
    awaited(lambda: desk.checked() > seen, 5 + 10, "work did not resume")
    print(f"at work again {time.monotonic() - back:.1f} s after the database was back")
    return seen
