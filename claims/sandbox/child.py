"""The child: `python -m claims.sandbox.child MODULE CPU_SECONDS MEMORY_BYTES`. Loads the readers, gives up its rights, answers.

What it gives up, each by itself enough against the common attacks: a network namespace of its own where the system allows
it, sockets, new processes, files outside the Python installation, writing anywhere, memory and processor time beyond the limits.
"""

from __future__ import annotations

import ctypes
import gc
import importlib
import math
import os
import resource
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

import orjson

from .frames import ANSWER, REQUEST

# From Linux's linux/sched.h and linux/prctl.h, which Python 3.11 has no names for.
CLONE_NEWUSER = 0x10000000
CLONE_NEWNET = 0x40000000
PR_SET_NO_NEW_PRIVS = 38
OPEN_FILES = 64
# A child that has grown to this ends after its answer, so that the machine gets the memory back.
GROWN_BYTES = 256 * 1024 * 1024
# A fresh child costs its parent a quarter of a second; so often that no document's traces stay for long.
MOST_DOCUMENTS = 10_000
FORBIDDEN = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "pty.", "ctypes.dlopen",
    "ctypes.dlsym", "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown",
    "os.kill", "signal.pthread_kill", "webbrowser.", "urllib.", "http.client.", "ftplib.", "smtplib.", "sqlite3.", "shutil.",
)  # fmt: skip


class Forbidden(OSError):
    """The audit hook's refusal."""


def main() -> None:
    module, cpu, memory = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a parser prints must not mix with the answers
    reader = importlib.import_module(module)
    reader.warm()
    memory_file = os.open("/proc/self/statm", os.O_RDONLY)
    confine(memory)
    gc.freeze()
    sink.write(ANSWER.pack(0, 0))
    sink.flush()
    serve(reader.read, source, sink, cpu, memory_file)


def confine(memory: int) -> None:
    """Give up rights for good. Namespaces are a gain where they are allowed; the rest must work."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if libc.unshare(CLONE_NEWNET) != 0:
        libc.unshare(CLONE_NEWUSER | CLONE_NEWNET)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    sys.addaudithook(_watch(tuple(f"{os.path.realpath(path)}{os.sep}" for path in {sys.prefix, sys.base_prefix})))


def _watch(readable: tuple[str, ...]) -> Callable[[str, tuple[Any, ...]], None]:
    source = os.path.realpath(os.path.join(os.path.dirname(__file__), os.pardir)) + os.sep  # noqa: PTH118, PTH120  (pathlib is not loaded yet)
    allowed = (*readable, source)

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(FORBIDDEN):
            raise Forbidden(event)
        if event == "open":
            path, mode, flags = arguments
            writes = (isinstance(mode, str) and set(mode) & set("wxa+")) or (flags or 0) & (os.O_WRONLY | os.O_RDWR)
            if writes or not (isinstance(path, str) and os.path.realpath(path).startswith(allowed)):
                raise Forbidden(f"open {path!r}")

    return watch


def serve(read: Callable[..., dict[str, Any]], source: BinaryIO, sink: BinaryIO, cpu: int, memory_file: int) -> None:
    """Answer until the parent hangs up or this process has grown."""
    for count in range(1, MOST_DOCUMENTS + 1):
        head = source.read(REQUEST.size)
        if len(head) < REQUEST.size:
            return
        sizes = REQUEST.unpack(head)
        arguments = orjson.loads(source.read(sizes[0]))
        body = source.read(sizes[1])
        _limit_cpu(cpu)
        answer, last = _answer(read, body, arguments)
        last = last or count == MOST_DOCUMENTS or _resident(memory_file) > GROWN_BYTES
        sink.write(ANSWER.pack(last, len(answer)) + answer)
        sink.flush()
        if last:
            return


def _answer(read: Callable[..., dict[str, Any]], body: bytes, arguments: dict[str, Any]) -> tuple[bytes, bool]:
    try:
        return orjson.dumps(read(body, **arguments)), False
    except MemoryError:
        return b'{"outcome":"too_complex","reason":"memory","message":"Reading it takes too much memory."}', True
    except Exception as error:  # noqa: BLE001 (a parser may raise anything; the parent gets it as data)
        message = f"The document broke its reader ({type(error).__name__})."
        return orjson.dumps({"outcome": "unreadable", "reason": "reader", "message": message}), True


def _resident(memory_file: int) -> int:
    """Bytes in memory now (the second number of statm, in pages)."""
    return int(os.pread(memory_file, 200, 0).split()[1]) * resource.getpagesize()


def _limit_cpu(seconds: int) -> None:
    """Processor time counts from now: the limit is moved on for each document. Beyond it the system ends the process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = math.floor(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main()
