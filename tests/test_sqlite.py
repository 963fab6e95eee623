"""The embedded database is a second database: what is marked `sqlite` passes on it too."""

import re

from tests.test_servers import pytest_run


def test_the_marked_tests_pass_on_sqlite() -> None:
    done = pytest_run("-m", "sqlite", "--database", "sqlite", "tests")
    assert done.returncode == 0, done.stdout[-4000:]
    assert "services: SQLite" in done.stdout
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed
    assert int(passed[1]) >= 50
