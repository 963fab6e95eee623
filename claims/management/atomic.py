"""The file that a command writes: complete under its name, or not there."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp
from typing import IO


@contextmanager
def written(target: Path) -> Iterator[IO[bytes]]:
    """A file to write to. It lies beside the target under another name until it is complete, so that nobody ever sees half of it.
    A target that is no file, such as /dev/stdout or a pipe, is written to and never replaced."""
    if target.exists() and not target.is_file():
        with target.open("wb") as open_end:
            yield open_end
        return
    handle, name = mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
