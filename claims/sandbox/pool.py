"""The parent's side: one warm child per process, asked under a deadline, killed and replaced when it does not keep to it."""

from __future__ import annotations

import atexit
import os
import select
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import orjson

from .frames import ANSWER, READERS, REQUEST
from .values import Outcome, Read, Task, from_answer

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60.0
"""A child that is not ready by then never will be, however busy the machine: it takes a quarter of a second when idle."""

PIECE = 1024 * 1024
"""Bytes handed through a pipe at a time."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost: processor seconds, seconds on the clock, bytes of memory, of the document, of the answer."""

    cpu: int = 5
    wall: float = 15.0
    memory: int = 512 * 1024 * 1024
    body: int = 16 * 1024 * 1024
    answer: int = 48 * 1024 * 1024


class Ended(Exception):
    """The child is gone or must go; `outcome`, `reason` and the text describe what that means for the document."""

    def __init__(self, outcome: Outcome, reason: str, message: str) -> None:
        super().__init__(message)
        self.outcome: Outcome = outcome
        self.reason = reason


class Killed(Ended):
    """Somebody else ended the child."""


class Child:
    """One running child."""

    def __init__(self, limits: Limits, module: str) -> None:
        self.limits = limits
        self.last = False
        self.process = subprocess.Popen(
            [sys.executable, "-s", "-B", "-m", "claims.sandbox.child", module, str(limits.cpu), str(limits.memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            # Nothing of the worker's environment: it holds passwords.
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONUTF8": "1", "MALLOC_ARENA_MAX": "2"},
            start_new_session=True,
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.inward, self.outward = self.process.stdin.fileno(), self.process.stdout.fileno()
        self.polls = {self.inward: select.poll(), self.outward: select.poll()}
        self.polls[self.inward].register(self.inward, select.POLLOUT)
        self.polls[self.outward].register(self.outward, select.POLLIN)
        os.set_blocking(self.inward, False)
        os.set_blocking(self.outward, False)
        try:
            self._receive(time.monotonic() + START_SECONDS)
        except BaseException:
            self.kill()
            raise

    def ask(self, arguments: bytes, body: bytes) -> bytes:
        """The child's answer to one document. Raises Ended when there is none; the child is unusable then."""
        ends = time.monotonic() + self.limits.wall
        self._send(REQUEST.pack(len(arguments), len(body)) + arguments + body, ends)
        return self._receive(ends)

    def _send(self, message: bytes, ends: float) -> None:
        rest = memoryview(message)
        while rest:
            try:
                rest = rest[os.write(self.inward, rest[:PIECE]) :]
            except BlockingIOError:
                self._wait(self.inward, ends)
            except OSError:
                gone = self._gone()
                # One that took nothing of the document was dead before, whatever it died of.
                raise (Killed(gone.outcome, gone.reason, str(gone)) if len(rest) == len(message) else gone) from None

    def _receive(self, ends: float) -> bytes:
        first = self._some(ends)
        while len(first) < ANSWER.size:
            first += self._some(ends)
        last, size = ANSWER.unpack_from(first)
        self.last = bool(last)
        if size > self.limits.answer:
            raise Ended("too_large", "output", "The document holds too much text.")
        pieces = [first[ANSWER.size :]]
        missing = size - len(pieces[0])
        while missing > 0:
            pieces.append(self._some(ends))
            missing -= len(pieces[-1])
        return b"".join(pieces)

    def _some(self, ends: float) -> bytes:
        self._wait(self.outward, ends)
        piece = os.read(self.outward, PIECE)
        if not piece:
            raise self._gone()
        return piece

    def _wait(self, descriptor: int, ends: float) -> None:
        left = ends - time.monotonic()
        if left <= 0 or not self.polls[descriptor].poll(left * 1000):
            raise Ended("too_complex", "time", "Reading it takes too long.")

    def _gone(self) -> Ended:
        try:
            code = self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            code = 0
        if code == -signal.SIGXCPU:
            return Ended("too_complex", "cpu", "Reading it takes too much computing.")
        kind = Killed if code == -signal.SIGKILL else Ended
        return kind("unreadable", "crashed", "The document made its reader crash.")

    def kill(self) -> None:
        """End the child and wait for it."""
        self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()
        self.process.wait()

    def forget(self) -> None:
        """Let go of a child that belongs to the process this one was forked from."""
        self.process.returncode = 0
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()


class Pool:
    """The one child of this process; readers in other threads wait for it."""

    def __init__(self, module: str = READERS) -> None:
        self.module = module
        self._lock = threading.Lock()
        self._child: Child | None = None
        self._owner = 0

    def ask(self, arguments: bytes, body: bytes, limits: Limits) -> bytes:
        """Raises Ended; OSError when no child can be started."""
        with self._lock:
            try:
                return self._ask(arguments, body, limits)
            except Killed:  # by the system or an operator, not by the document: its limits stop it in other ways
                return self._ask(arguments, body, limits)

    def _ask(self, arguments: bytes, body: bytes, limits: Limits) -> bytes:
        child = self._ready(limits)
        try:
            answer = child.ask(arguments, body)
        except BaseException:
            self._drop()
            raise
        if child.last:
            self._drop()
        return answer

    def close(self) -> None:
        """End the child, if this process has one."""
        with self._lock:
            self._drop()

    def _ready(self, limits: Limits) -> Child:
        if self._owner != os.getpid():
            if self._child is not None:
                self._child.forget()
                self._child = None
            self._owner = os.getpid()
            atexit.register(self.close)
        child = self._child
        if child is not None and child.limits is not limits and child.limits != limits:
            self._drop()
        if self._child is None:
            self._child = Child(limits, self.module)
        return self._child

    def _drop(self) -> None:
        if self._child is not None and self._owner == os.getpid():
            self._child.kill()
        self._child = None


POOL = Pool()


def read(
    body: bytes,
    media_type: str = "",
    charset: str | None = None,
    url: str | None = None,
    task: Task = "text",
    locator: str = "",
    limits: Limits = Limits(),
) -> Read:
    """Read a document in the child (see Read for what comes back); never raises for what the document does.

    `media_type` and `charset` are what the server said, `url` where it came from or a file's name: hints, checked against the
    bytes. `task`: text (all visible text), article (headline and main text, for import), find (the cells at `locator`).
    """
    if len(body) > limits.body:
        return Read("too_large", "body", f"The document is larger than {limits.body} bytes.")
    arguments = {"media_type": media_type, "charset": charset, "url": url, "task": task, "locator": locator}
    try:
        answer = POOL.ask(orjson.dumps(arguments), body, limits)
    except Ended as ended:
        return Read(ended.outcome, ended.reason, str(ended))
    except OSError as error:
        return Read("unreadable", "sandbox", f"The reader could not be started ({error.strerror}).")
    return from_answer(orjson.loads(answer))


def close() -> None:
    """End this process's child now (it ends with the process anyway)."""
    POOL.close()
