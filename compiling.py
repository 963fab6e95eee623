"""`manage.py compile`: builds the engine with mypy's compiler, for desks that read much text.

The build is optional and changes no result. claims/extraction/compiled.py uses it as long as the modules stay as they were. The C is
compiled twice: first to profile which branches the engine takes while it reads our articles, then optimised for these.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from claims.extraction.compiled import BUILD, BUILDS, FOLLOW, LEVEL, SOURCES, TRANSLATE, WATCH, digest

PACKAGE = Path("claims", "extraction")
PACKAGES = "apt-get install -y gcc libc6-dev python3-dev"
AS_THEY_ARE = frozenset({"__init__.py", "__main__.py", "compiled.py"})
"""Modules that run before a build is found, and so are not compiled."""
SHARED = "engine__mypyc"
"""The compiled file that holds the code of all modules."""
TEXTS = Path(__file__).resolve().parent / "tests" / "gold"
"""What the engine reads to be profiled: our own articles, as long as a newspaper's, in both languages. The image has no tests, but no
C compiler either."""
ROUNDS = 5
"""How often each text is read then, so that the reading counts for more than the start."""


class Failed(Exception):
    """There is no build; the message says why."""


def main() -> None:
    """Compile the engine as it is now, unless that was done; a problem ends the process with what the compiler said."""
    started = time.monotonic()
    print(
        "compiling the engine: five to seven minutes of processor time, spread over all processors",
        file=sys.stderr,
        flush=True,
    )
    try:
        build(SOURCES, BUILDS, texts=sorted(TEXTS.glob("*/*.txt")))
    except Failed as problem:
        sys.exit(f"{problem}\nthe engine is not compiled; it runs from its sources as before")
    print(f"the engine is compiled ({time.monotonic() - started:.0f} s)")


def build(sources: Path, builds: Path, *, texts: list[Path], level: int = LEVEL) -> Path:
    """The build of the modules in the folder `sources`, made in the folder `builds` unless it is there, optimised by a profile of
    reading `texts`. Where no profile can be made a line says so, and the build is made without. Builds of other modules are
    removed. Raises Failed."""
    made = builds / digest(sources)
    if made.is_dir():
        return made
    if not has_compiler():
        raise Failed(f"a C compiler and Python's headers are needed (Debian: {PACKAGES})")
    builds.mkdir(parents=True, exist_ok=True)
    others = list(builds.iterdir())
    with tempfile.TemporaryDirectory(dir=builds, prefix="making-") as folder:
        staged = stage(sources, Path(folder))
        translated(staged, Path(folder), level)
        try:
            watch(sources, Path(folder), texts)
            as_machine_code(Path(folder), FOLLOW)
        except Failed as problem:
            why = (str(problem).splitlines() or ["the C compiler failed"])[-1]
            print(f"without profiles, which costs a tenth of its speed: {why}", file=sys.stderr, flush=True)
            as_machine_code(Path(folder))
        made = builds / digest(staged)
        staged.rename(made)
    for other in others:
        shutil.rmtree(other, ignore_errors=True)
    return made


def translate(sources: Path) -> None:
    """Translate the modules in the folder `sources` to C and stop there. That needs no C compiler, is a tenth of the work, and
    finds what mypy's compiler refuses. Raises Failed."""
    with tempfile.TemporaryDirectory() as folder:
        translated(stage(sources, Path(folder)), Path(folder), LEVEL)


def translated(staged: Path, folder: Path, level: int) -> None:
    """Translate the modules `staged` in `folder` to C there. Raises Failed."""
    paths = sorted(path.relative_to(folder).as_posix() for path in staged.rglob("*.py") if path.name not in AS_THEY_ARE)
    run(folder, TRANSLATE, str(level), *paths)


def as_machine_code(folder: Path, flags: Sequence[str] = ()) -> None:
    """Compile the C in `folder`, and lay what comes of it beside its modules. Raises Failed."""
    for engine in folder.rglob(f"{SHARED}*.so"):
        engine.unlink()
    run(folder, BUILD, str(os.cpu_count() or 1), *flags)


def watch(sources: Path, folder: Path, texts: list[Path]) -> None:
    """Let an engine that counts its branches read `texts`, and leave the profile in `folder`. Raises Failed."""
    if not texts:
        raise Failed("there are no articles to learn from")
    as_machine_code(folder, WATCH)
    watched = folder / "watched"
    shutil.copytree(folder / PACKAGE.parent, watched / PACKAGE.parent)
    shutil.copytree(sources, watched / PACKAGE, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
    read = [sys.executable, "-B", "-m", "claims.extraction", *map(str, texts * ROUNDS)]
    done = subprocess.run(read, cwd=watched, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    if done.returncode:
        raise Failed(f"the engine that counts its branches ended with {done.returncode}")
    if not any(folder.rglob("*.gcda")):
        raise Failed("the C compiler counted nothing")


def run(folder: Path, recipe: str, *arguments: str) -> None:
    """Run a recipe in `folder`. Raises Failed with what the compiler said."""
    done = subprocess.run(
        [sys.executable, "-c", recipe, *arguments],
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
