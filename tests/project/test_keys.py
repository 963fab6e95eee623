"""Secrets are made once and kept."""

import stat
import subprocess
import sys
from pathlib import Path

from project import keys


def test_a_key_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "key"
    keys.make(path)
    first = path.read_text()
    keys.make(path)
    assert path.read_text() == first
    assert len(first) > 50
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_the_command_makes_each_that_is_missing(tmp_path: Path) -> None:
    paths = [tmp_path / "one", tmp_path / "two"]
    subprocess.run([sys.executable, "-m", "project.keys", *map(str, paths)], check=True)
    one, two = (path.read_text() for path in paths)
    assert one != two
    assert stat.S_IMODE(paths[0].stat().st_mode) == 0o444
