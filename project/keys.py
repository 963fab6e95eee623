"""Secrets that nobody has to think of: `python -m project.keys FILE…` writes a random one into each that is missing."""

import os
import secrets
import sys
from pathlib import Path


def make(path: Path, mode: int = 0o600) -> None:
    """Write a random key to `path` unless there is one; a half-written one is never seen."""
    if path.exists():
        return
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "w") as file:
        file.write(secrets.token_urlsafe(50))
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        # Readable to all inside: the database's process, which has another user, reads its password there.
        make(Path(name), 0o444)
