"""A reader that does what its document tells it: every way to harm a process, for the sandbox to stop."""

from __future__ import annotations

import ctypes
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

kept: list[bytes] = []


def warm() -> None:
    """Nothing to load."""


def read(body: bytes, **arguments: Any) -> dict[str, Any]:
    deed, _, detail = body.decode().partition(" ")
    said = DEEDS[deed](detail)
    return {"outcome": "ok", "text": str(said)}


def spin(detail: str) -> None:
    while True:
        pass


def sleep(detail: str) -> None:
    time.sleep(float(detail or 60))


def swell(detail: str) -> int:
    return len(bytearray(int(detail)))


def keep(detail: str) -> int:
    kept.append(b"x" * int(detail))
    return len(kept)


def write(detail: str) -> None:
    with open(detail, "w") as target:  # noqa: PTH123
        target.write("x")


def spill(detail: str) -> int:
    """Write through a descriptor that was never opened by name."""
    return os.write(os.memfd_create("x"), b"x" * 100)


def connect(detail: str) -> None:
    host, port = detail.split(":")
    socket.create_connection((host, int(port)), timeout=2)


def resolve(detail: str) -> list[Any]:
    return socket.getaddrinfo(detail, 80)


def recurse(detail: str) -> int:
    return 1 + recurse(detail)


def crash(detail: str) -> None:
    ctypes.string_at(0)


DEEDS = {
    "say": lambda detail: detail,
    "spin": spin,
    "sleep": sleep,
    "swell": swell,
    "keep": keep,
    "write": write,
    "spill": spill,
    "connect": connect,
    "resolve": resolve,
    "crash": crash,
    "exit": lambda detail: os._exit(int(detail or 0)),
    "raise": lambda detail: {}["missing"],
    "recurse": recurse,
    "print": lambda detail: [print("x" * 100_000), os.write(1, b"\x00" * 100), sys.stdout.flush()],
    "flood": lambda detail: "x" * int(detail),
    "fork": lambda detail: os.fork(),
    "run": lambda detail: subprocess.run(["/bin/true"], check=True),
    "shell": lambda detail: os.system("true"),
    "remove": lambda detail: Path(detail).unlink(),
    "peek": lambda detail: Path(detail).read_text()[:100],
    "environment": lambda detail: sorted(os.environ),
    "network": lambda detail: Path("/proc/self/ns/net").readlink(),
    "process": lambda detail: os.getpid(),
    "descriptors": lambda detail: len(list(Path("/proc/self/fd").iterdir())),
    "library": lambda detail: ctypes.CDLL("libc.so.6").getpid(),
}
