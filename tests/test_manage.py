"""What an operator is told by a command that has no database to work on: one line, and status 1."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("database", "told"),
    [
        ("sqlite:///{folder}/empty.sqlite3", "type: python3 manage.py migrate"),
        (
            "sqlite:///{folder}/none/desk.sqlite3",
            "none/desk.sqlite3; the demo makes it, in the folder that CLAIMS_DATA_DIR names",
        ),
        ("postgres://nobody@127.0.0.1:1/desk", "Connection refused"),
    ],
)
@pytest.mark.parametrize("command", ["check_due", "audit", "token sari"])
def test_a_database_that_cannot_serve_is_told_in_a_line(tmp_path: Path, database: str, told: str, command: str) -> None:
    environment = os.environ | {"DATABASE_URL": database.format(folder=tmp_path), "CLAIMS_DATA_DIR": str(tmp_path)}
    asked = [sys.executable, "manage.py", *command.split()]
    done = subprocess.run(asked, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    (line,) = done.stderr.strip().splitlines()
    assert line.startswith("database: ")
    assert told in line
