"""The embedded database is a second database: what is marked `sqlite` passes on it too."""

import re
from pathlib import Path

from tests.test_servers import pytest_run

HERE = Path(__file__).resolve().parent
MARK = "pytest.mark.sqlite"


def test_the_marked_tests_pass_on_sqlite() -> None:
    # By name, since to collect the ten thousand others takes longer than to run these.
    marked = [path for path in HERE.rglob("test_*.py") if MARK in path.read_text(encoding="utf-8")]
    marked.remove(Path(__file__).resolve())
    done = pytest_run("-m", "sqlite", "--database", "sqlite", *map(str, sorted(marked)))
    assert done.returncode == 0, done.stdout[-4000:]
    assert "services: SQLite" in done.stdout
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed
    assert int(passed[1]) >= 200
