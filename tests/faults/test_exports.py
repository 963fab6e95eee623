"""A report that is being written when its process dies."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.faults.desk import ROOT, Desk, awaited, short

pytestmark = pytest.mark.faults


def exporting(desk: Desk, target: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "manage.py", "export", "--output", str(target)]
    return subprocess.Popen(command, cwd=ROOT, env=desk.environment)


def test_killed_while_a_report_is_written(postgresql: Desk, tmp_path: Path) -> None:
    """A report is there whole or not at all; what a killed one left is not under its name."""
    claims, kills = short(2000, 100_000), short(3, 20)
    postgresql.fill(claims)
    folder = tmp_path / "reports"
    folder.mkdir()
    target = folder / "claims.csv"
    for _ in range(kills):
        with exporting(postgresql, target) as process:
            awaited(lambda: begun(folder) or process.poll() is not None, 120)
            time.sleep(random.uniform(0, short(0.3, 5)))
            process.send_signal(signal.SIGKILL)
        assert not target.exists() or lines(target) == claims + 1
        target.unlink(missing_ok=True)
    with exporting(postgresql, target) as process:
        assert process.wait() == 0
    assert lines(target) == claims + 1


def begun(folder: Path) -> bool:
    """Something of a report is written."""
    return any(path.stat().st_size for path in folder.iterdir())


def lines(target: Path) -> int:
    return len(target.read_text(encoding="utf-8").splitlines())
