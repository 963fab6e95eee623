"""The parent's side: one warm child, replaced when it dies, gone when the parent is gone. And no bomb goes off (S5)."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from claims.sandbox import Limits, pool, read
from tests.sandbox.bombs import all_bombs
from tests.waiting import awaited

ROOT = Path(__file__).parents[2]
# Odd, but small enough to be read in no time: no harm is done by giving their text.
HARMLESS = {
    "html: open brackets", "html: declarations", "html: instructions", "html: cdata", "html: entities in text", "html: numeric entities",
    "html: entity declarations", "html: spans of cells", "html: many tables", "html: table of many cells", "html: linked data nested",
    "html: zero bytes", "json: lone surrogates", "xlsx: dimension lies", "xlsx: exponent",
    "xlsx: attributes", "docx: table of many cells", "docx: many tables", "docx: spans of cells", "docx: rows that begin far", "feed with entities", "broken utf-8", "utf-16 that is none", "shift states",
}  # fmt: skip


def test_bombs_end_in_time_and_in_words() -> None:
    read(b"warm")
    for _, _, make in all_bombs():
        make()  # what making them takes of memory is none of the reader's
    before = resident()
    wrong = {}
    stopped = 0
    for name, media_type, make in all_bombs():
        bomb = make()
        start = spent()
        found = read(bomb, media_type)
        took = spent() - start
        stopped += found.outcome != "ok"
        if took > 6 or (found.outcome == "ok") != (name in HARMLESS) or (found.outcome != "ok" and not found.message):
            wrong[name] = (found.outcome, found.reason, round(took, 1))
        del bomb, found

    assert wrong == {}
    assert stopped >= 80
    assert resident() - before < 40 * 1024 * 1024


def test_tables_that_are_bombs_end_in_time_and_in_words_also_where_a_cell_is_looked_for() -> None:
    read(b"warm")
    ends = {}
    for name, media_type, make in all_bombs():
        if name.startswith(("html", "docx")) and ("table" in name or "cells" in name or "rows that" in name):
            bomb = make()
            start = spent()
            found = read(bomb, media_type, task="find", locator="table:row=Gaza;column=Killed")
            assert spent() - start <= 6, name
            ends[name] = found.reason
    assert set(ends.values()) <= {"cells", "tables", "nesting", "time", "no_column"}
    assert ends["docx: spans of cells"] == ends["docx: rows that begin far"] == "cells"
    assert len(ends) >= 9


def spent() -> float:
    """Processor seconds of all children so far: what a bomb costs, also on a machine that is busy with something else."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    running = Path(f"/proc/{pool.POOL._child.process.pid}/stat").read_text() if pool.POOL._child else ""
    ticks = sum(int(word) for word in running.rpartition(")")[2].split()[11:13])
    return ended.ru_utime + ended.ru_stime + ticks / os.sysconf("SC_CLK_TCK")


def resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def child_of(process: int) -> int:
    return int(Path(f"/proc/{process}/task/{process}/children").read_text().split()[0])


def test_the_child_is_kept_and_replaced_when_killed() -> None:
    read(b"1,400 people")
    first = pool.POOL._child.process.pid
    read(b"1,400 people")
    assert pool.POOL._child.process.pid == first

    os.kill(first, signal.SIGKILL)
    assert read(b"1,400 people").text == "1,400 people"
    assert pool.POOL._child.process.pid != first


def test_a_child_killed_in_the_middle_is_replaced_and_the_document_read() -> None:
    read(b"x")
    first = pool.POOL._child.process.pid
    os.kill(first, signal.SIGSTOP)
    killer = threading.Timer(0.2, os.kill, (first, signal.SIGKILL))
    killer.start()

    assert read(b"1,400 people").text == "1,400 people"
    killer.join()


def test_other_limits_make_another_child() -> None:
    read(b"x")
    first = pool.POOL._child.process.pid
    read(b"x", limits=Limits(cpu=3))

    assert pool.POOL._child.process.pid != first
    pool.close()


def test_threads_take_turns() -> None:
    texts = [f"{n} people were killed" for n in range(40)]
    found = {}

    def work(text: str) -> None:
        found[text] = read(text.encode()).text

    threads = [threading.Thread(target=work, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == {text: text for text in texts}


def test_a_killed_worker_leaves_no_child() -> None:
    script = "from claims.sandbox import read; read(b'x'); print('ready', flush=True); import time; time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE) as worker:
        assert worker.stdout.readline() == b"ready\n"
        child = child_of(worker.pid)
        worker.kill()
        worker.wait()
    awaited(lambda: not running(child))


def running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_forked_process_starts_a_child_of_its_own() -> None:
    script = """
import os
from claims.sandbox import pool, read
read(b"x")
first = pool.POOL._child.process.pid
if os.fork() == 0:
    print(read(b"forked").text, pool.POOL._child.process.pid != first, flush=True)
    pool.close()
    os._exit(0)
os.wait()
print(read(b"parent").text, pool.POOL._child.process.pid == first, flush=True)
"""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.stdout.splitlines() == ["forked True", "parent True"]
    assert done.stderr == ""


def test_documents_over_the_limit_never_reach_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "POOL", None)
    found = read(b"x" * 11, limits=Limits(body=10))

    assert (found.outcome, found.reason) == ("too_large", "body")


def test_a_sandbox_that_cannot_start_is_an_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "POOL", pool.Pool("claims.no_such_module"))
    assert (read(b"x").outcome, read(b"x").reason) == ("unreadable", "crashed")

    monkeypatch.setattr(pool.sys, "executable", "/no/such/python")
    assert (read(b"x").outcome, read(b"x").reason) == ("unreadable", "sandbox")


def test_a_big_document_goes_in_and_a_big_text_comes_out() -> None:
    text = "1,400 people were killed. " * 150_000

    assert read(text.encode(), "text/plain").text == text


def test_a_wrong_locator_is_said_in_words() -> None:
    found = read(b"{}", "application/json", task="find", locator="json:x")

    assert (found.outcome, found.reason) == ("unreadable", "locator")
    assert "slash" in found.message
