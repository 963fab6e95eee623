"""Runs the desk's processes together and takes them down together. `manage.py demo` is the only caller.

Started in this order, stopped in reverse: broker, web, worker, beat. One that ends by itself ends all.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType, TracebackType
from typing import Self

from celery import Celery

from project import probe, processes

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "periksa-"
PATIENCE = 90
"""Seconds that a stage may take before it counts as failed; on an idle machine each takes three at most."""


class Stopped(BaseException):
    """Ctrl-C, a termination signal, or the terminal went away. No error, so that nothing catches it on its way."""


class Supervisor:
    """A context: what was started inside is stopped at its end, in reverse, each given its time to finish."""

    def __init__(self, data: Path) -> None:
        self.logs = data / "logs"
        self.address = data / "broker.sock"
        self.children: list[tuple[str, subprocess.Popen[bytes]]] = []
        self.temporary = tempfile.TemporaryDirectory(prefix=PREFIX)

    def __enter__(self) -> Self:
        self.logs.mkdir(exist_ok=True)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _stop)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        for _name, child in reversed(self.children):
            processes.stop(child)
        self.address.unlink(missing_ok=True)
        self.temporary.cleanup()

    def start_broker(self) -> str:
        """Start the broker in a folder that only we may enter; what it is and where it came from."""
        folder = Path(self.temporary.name)
        self.children.append(("broker", processes.start_broker(folder, self._log("broker"))))
        # Other commands of this machine find it under the data folder; a link, since a socket's path must be short.
        self._forget_the_last()
        self.address.symlink_to(folder / "broker.sock")
        os.environ["REDIS_URL"] = f"unix://{folder / 'broker.sock'}"
        binary, where = processes.broker_binary()
        return f"{Path(binary).name} {where}"

    def _forget_the_last(self) -> None:
        """A desk that was killed left its link and its folder; whoever holds the data folder's lock may clear them away."""
        if self.address.is_symlink() and (left := self.address.readlink().parent).name.startswith(PREFIX):
            shutil.rmtree(left, ignore_errors=True)
        self.address.unlink(missing_ok=True)

    def start(self, name: str, *command: str) -> None:
        """Start one of our own processes."""
        log = self._log(name)
        self.children.append((name, processes.start([sys.executable, "-m", *command], log, cwd=ROOT)))

    def wait_for_answer(self, name: str, address: str) -> None:
        """Return when the process of this name answers at its address that it is well."""
        self._wait(f"the {name} process", lambda: probe.answers(address))

    def wait_for_worker(self, app: Celery, task: str) -> None:
        """Send a real task and return when the worker has finished one of its kind."""
        app.send_task(task)
        self._wait("the worker", lambda: has_run(app, task))

    def watch(self) -> None:
        """Stay until a signal comes (Stopped) or a child ends (Failed)."""
        while True:
            self._check()
            time.sleep(0.3)

    def temporary_file(self, name: str) -> str:
        """A path that is gone when we are."""
        return str(Path(self.temporary.name, name))

    def _log(self, name: str) -> Path:
        log = self.logs / f"{name}.log"
        log.write_bytes(b"")
        return log

    def _wait(self, what: str, done: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not done():
            self._check()
            if time.monotonic() > deadline:
                raise processes.Failed(f"{what} did not answer within {PATIENCE} s; see {self.logs}")
            time.sleep(0.1)

    def _check(self) -> None:
        for name, child in self.children:
            if child.poll() is not None:
                raise processes.Failed(f"the {name} ended with status {child.returncode}; see {self.logs / name}.log")


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stopped


def free(port: int, address: str = "127.0.0.1") -> bool:
    """True when the port can be listened on at this address of the machine."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return False
    return True


def has_run(app: Celery, task: str) -> bool:
    """True when a worker says that it has taken up this task and has nothing in hand any more."""
    inspect = app.control.inspect(timeout=1, limit=1)
    taken = any(task in (facts.get("total") or {}) for facts in (inspect.stats() or {}).values())
    return taken and not any((inspect.active() or {"": [task]}).values())
