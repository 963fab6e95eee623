"""`manage.py compile`: builds the engine with mypy's compiler, for desks that read much text.

The build is optional and changes no result. claims/extraction/compiled.py finds it, as long as the modules stay as they were.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

from claims.extraction.compiled import BUILD, BUILDS, LEVEL, SOURCES, TRANSLATE, digest

PACKAGE = Path("claims", "extraction")
PACKAGES = "apt-get install -y gcc libc6-dev python3-dev"
AS_THEY_ARE = frozenset({"__init__.py", "__main__.py", "compiled.py"})
"""Modules that are started or read before a build is found."""


class Failed(Exception):
    """There is no build; the message says why."""


def main() -> None:
    """Compile the engine as it is now, unless that was done; a problem ends the process with what the compiler said."""
    started = time.monotonic()
    print("compiling the engine: three to four minutes of processor time", file=sys.stderr, flush=True)
    try:
        build(SOURCES, BUILDS)
    except Failed as problem:
        sys.exit(f"{problem}\nthe engine is not compiled; it runs from its sources as before")
    print(f"the engine is compiled ({time.monotonic() - started:.0f} s)")


def build(sources: Path, builds: Path, *, level: int = LEVEL) -> Path:
    """The build of the modules in the folder `sources`, made in the folder `builds` if it is not there; builds of other
    modules are removed. Raises Failed."""
    made = builds / digest(sources)
    if made.is_dir():
        return made
    if not has_compiler():
        raise Failed(f"a C compiler and Python's headers are needed (Debian: {PACKAGES})")
    builds.mkdir(parents=True, exist_ok=True)
    others = list(builds.iterdir())
    with tempfile.TemporaryDirectory(dir=builds, prefix="making-") as folder:
        staged = stage(sources, Path(folder))
        run(TRANSLATE + BUILD, staged, Path(folder), level)
        made = builds / digest(staged)
        staged.rename(made)
    for other in others:
        shutil.rmtree(other, ignore_errors=True)
    return made


def translate(sources: Path) -> None:
    """Translate the modules in the folder `sources` to C and leave it at that: a tenth of the work, without a C compiler, and what
    mypy's compiler refuses is found. Raises Failed."""
    with tempfile.TemporaryDirectory() as folder:
        run(TRANSLATE, stage(sources, Path(folder)), Path(folder), LEVEL)


def run(recipe: str, staged: Path, folder: Path, level: int) -> None:
    """Run a recipe in `folder` on the modules `staged` there. Raises Failed with what the compiler said."""
    paths = sorted(path.relative_to(folder).as_posix() for path in staged.rglob("*.py") if path.name not in AS_THEY_ARE)
    done = subprocess.run(
        [sys.executable, "-c", recipe, str(level), str(os.cpu_count() or 1), *paths],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Failed(done.stdout.strip())


def has_compiler() -> bool:
    """Whether this machine has a C compiler and the headers of the Python that runs."""
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    return bool(shutil.which(compiler)) and Path(sysconfig.get_path("include"), "Python.h").exists()


def stage(sources: Path, folder: Path) -> Path:
    """Copy the modules of the engine and the package round it into `folder`; returns where they are."""
    shutil.copytree(sources, folder / PACKAGE, ignore=shutil.ignore_patterns("__pycache__", "languages", "*.toml"))
    shutil.copy(sources.parent / "__init__.py", folder / PACKAGE.parent)
    return folder / PACKAGE


if __name__ == "__main__":
    main()
