"""What a reader in the sandbox cannot do, tried by one that tries (R10)."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.sandbox import Limits, Read, pool
from tests.hostile import Source

LIMITS = Limits(cpu=1, wall=60, answer=1_000_000)


@pytest.fixture(autouse=True)
def culprits(monkeypatch: pytest.MonkeyPatch) -> Iterator[pool.Pool]:
    mine = pool.Pool("tests.sandbox.culprit")
    monkeypatch.setattr(pool, "POOL", mine)
    yield mine
    mine.close()


def do(deed: str, limits: Limits = LIMITS) -> Read:
    return pool.read(deed.encode(), limits=limits)


@pytest.mark.parametrize(
    ("deed", "outcome", "reason"),
    [
        ("spin", "too_complex", "cpu"),
        ("swell 8000000000", "too_complex", "memory"),
        ("crash", "unreadable", "crashed"),
        ("exit 0", "unreadable", "crashed"),
        ("exit 3", "unreadable", "crashed"),
        ("raise", "unreadable", "reader"),
        ("recurse", "unreadable", "reader"),
        ("flood 2000000", "too_large", "output"),
        ("fork", "unreadable", "reader"),
        ("run", "unreadable", "reader"),
        ("shell", "unreadable", "reader"),
        ("resolve localhost", "unreadable", "reader"),
        ("peek /etc/passwd", "unreadable", "reader"),
        ("library", "unreadable", "reader"),
        ("unknown deed", "unreadable", "reader"),
    ],
)
def test_harm_ends_as_an_outcome_and_the_next_document_is_read(deed: str, outcome: str, reason: str) -> None:
    found = do(deed)

    assert (found.outcome, found.reason, found.text) == (outcome, reason, "")
    assert found.message
    assert do("say hello").text == "hello"


def test_a_reader_that_waits_is_killed_by_the_parent() -> None:
    start = time.monotonic()
    found = do("sleep", Limits(wall=0.5))

    assert (found.outcome, found.reason) == ("too_complex", "time")
    assert time.monotonic() - start < 30  # it would wait for a minute


def test_nothing_can_be_written_or_removed(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_text("x")

    assert do(f"write {tmp_path / 'new'}").reason == "reader"
    assert do(f"remove {kept}").reason == "reader"
    assert do("spill").outcome == "unreadable"
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_no_connection_can_be_opened() -> None:
    with Source() as canary:
        found = do(f"connect {canary.addresses[0]}:{canary.port}")

        assert found.reason == "reader"
        assert canary.connections == []


def test_the_network_is_another_one_where_the_system_allows_it() -> None:
    probe = (
        "import ctypes; c = ctypes.CDLL(None); raise SystemExit(c.unshare(0x40000000) and c.unshare(0x50000000) and 1)"
    )
    allowed = subprocess.run([sys.executable, "-c", probe], check=False).returncode == 0

    assert (do("network").text != str(Path("/proc/self/ns/net").readlink())) is allowed


def test_the_workers_environment_stays_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://secret")

    assert set(eval(do("environment").text)) <= {"PATH", "LANG", "PYTHONUTF8", "MALLOC_ARENA_MAX", "LC_CTYPE"}


def test_what_a_reader_prints_does_not_mix_with_answers() -> None:
    assert do("print").outcome == "ok"
    assert do("say after").text == "after"


def test_processor_time_is_counted_for_each_document() -> None:
    first = do("process").text
    for _ in range(6):
        do("swell 90000000")

    assert do("process").text == first


def test_descriptors_do_not_pile_up() -> None:
    first = do("descriptors").text
    for _ in range(50):
        do("say x")

    assert do("descriptors").text == first


def test_a_child_that_has_grown_is_replaced() -> None:
    before = do("process").text
    do("keep 300000000")

    assert do("process").text != before


def test_the_culprit_would_do_harm_outside(tmp_path: Path) -> None:
    """The tests above mean something only when the deeds work where nothing forbids them."""
    script = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parents[2])!r})\nfrom tests.sandbox.culprit import read\n"
    )
    script += f"print([read(deed)['outcome'] for deed in (b'write {tmp_path / 'x'}', b'peek /etc/passwd', b'library', b'spill', b'shell')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == str(["ok"] * 5)
