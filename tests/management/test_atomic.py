"""A command's file is there whole, or the old one is."""

import os
from pathlib import Path

import pytest

from claims.management.atomic import written


def test_what_breaks_midway_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "report"
    with written(target) as file:
        file.write(b"whole")
        assert not target.exists()
    with pytest.raises(TypeError), written(target) as file:
        file.writelines([b"half", None])
    assert target.read_bytes() == b"whole"
    assert list(tmp_path.iterdir()) == [target]


def test_what_is_no_file_is_written_to_and_stays(tmp_path: Path) -> None:
    target = tmp_path / "pipe"
    os.mkfifo(target)
    end = os.open(target, os.O_RDONLY | os.O_NONBLOCK)
    with written(target) as file:
        file.write(b"whole")
    assert os.read(end, 65536) == b"whole"
    os.close(end)
    assert target.is_fifo()
    assert list(tmp_path.iterdir()) == [target]
