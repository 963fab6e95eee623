"""The file that a command writes: whole under its name, or not there."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp
from typing import IO


@contextmanager
def written(target: Path) -> Iterator[IO[bytes]]:
    """A file to write to, under another name beside the target until it is complete: nobody ever sees half of it. What is there
    and no file, such as /dev/stdout or a pipe, is written to, never replaced."""
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
