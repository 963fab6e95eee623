"""A PostgreSQL of the test's own: to crash, to fill up, to leave without room for one more connection."""

import os
import signal
import subprocess
from pathlib import Path
from typing import Any

import psycopg

from project import processes
from tests import servers
from tests.faults.desk import awaited


class Cluster:
    """With the settings that let it survive a crash. No file of it is larger than a megabyte at first, `limit` tells why."""

    def __init__(self, folder: Path, *settings: str) -> None:
        self.folder = folder
        self.settings = settings
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
        options = ["-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--wal-segsize=1"]
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
        settings = ["listen_addresses=", f"unix_socket_directories={self.home}", *self.settings]
        command = ["-D", str(self.home / "data"), *(word for setting in settings for word in ("-c", setting))]
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

    def limit(self, most_bytes: int) -> None:
        """New connections find a full disk where a file would grow beyond this; -1 makes room again. All must reconnect."""
        size = "unlimited" if most_bytes < 0 else str(most_bytes)
        # As the server's user: even root may not do it to another's process everywhere.
        command = ["prlimit", f"--pid={self.process.pid}", f"--fsize={size}:"]
        assert processes.start(command, self.log, cwd=self.home, **self.identity).wait() == 0, self.log.read_text()
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(CUT)


CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'periksa'"
"""Ends every connection to the desk's database."""
