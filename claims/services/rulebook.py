"""By which rules a page is read: a name for all that decides what is read of it, which is another after every upgrade that could
read the same page otherwise."""

import hashlib
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
"""The folder of the app."""

RULES = (
    *("extraction", "locating", "readers"),
    *("comparison.py", "counterparts.py", "counterparts.toml", "quotations.py", "services/answers.py"),
)
"""What a page's answer comes from: folders with their modules and tables of words, and single files, of the app."""

LOCK = HERE.parent / "requirements.txt"
"""The packages that take the text out of pages, and theirs."""


@cache
def name() -> str:
    """The name of the rules that this process reads by, 20 hexadecimal digits. The same whether the engine is compiled or not."""
    return named(HERE, LOCK)


def named(app: Path, lock: Path) -> str:
    """The name of the rules that stand in this folder, with these packages."""
    found = hashlib.sha256(lock.read_bytes())
    for path in sorted(path for part in RULES for path in files(app / part)):
        content = path.read_bytes()
        found.update(f"\n{path.relative_to(app).as_posix()} {len(content)}\n".encode())
        found.update(content)
    return found.hexdigest()[:20]


def files(part: Path) -> list[Path]:
    """The files of a part: those of a folder that are read, or the one that it is."""
    return [path for path in part.rglob("*") if path.suffix in {".py", ".toml"}] if part.is_dir() else [part]
