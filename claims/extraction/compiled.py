"""Where the engine's modules come from: this folder and those in it, or a build of exactly these modules that `manage.py
compile` has made.

Compiled, the same modules give the same results in half the time. A build is a folder named by the digest
of what it was made from; so when a module changes, the sources are read again until somebody compiles anew. The tables of
words and units are always read from here.

The constants of the modules are Final: one that is not is looked up by its name each time that a compiled module reads it. A
generator expression is compiled as a list of all that it gives, unless `any`, `all`, `sum` or `next` takes it where it stands.
"""

import hashlib
from collections.abc import Iterable
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

SOURCES = Path(__file__).parent
"""The folder of the engine; a compiled module does not know it."""
BUILDS = SOURCES.parents[1] / "build" / "engine"
LEVEL = 2
"""Of optimisation: at 1 the build takes two thirds of the time, and the engine a twentieth more."""
# How a build is made stands here to be part of its name: another recipe makes another build of the same modules.
TRANSLATE = """
import sys
from mypyc.build import mypycify

level, processes, *paths = sys.argv[1:]
modules = mypycify(
    ["--config-file=", *paths], opt_level=level, debug_level="0", multi_file=True, group_name="claims.extraction.engine"
)
"""
"""The first step: the modules as C."""
BUILD = """
from setuptools import setup

for module in modules:
    module.include_dirs.append("build/claims/extraction")  # where the headers of a group with points in its name are written
    module.extra_compile_args.append("-fvisibility=hidden")  # a call from module to module is then a plain one
setup(name="engine", ext_modules=modules, script_args=["-q", "build_ext", "--inplace", "--parallel", processes])
"""
"""The second step: the C as machine code."""


def digest(sources: Path) -> str:
    """A name for the modules in the folder `sources` and below it, this one among them, and the kind of Python that would load
    them."""
    found = hashlib.sha256(EXTENSION_SUFFIXES[0].encode())
    for path in sorted(sources.rglob("*.py")):
        content = path.read_bytes()
        found.update(f"\n{path.relative_to(sources).as_posix()} {len(content)}\n".encode())
        found.update(content)
    return found.hexdigest()[:20]


def places(path: Iterable[str], sources: Path = SOURCES, builds: Path = BUILDS) -> list[str]:
    """Where to look for the modules of the package at `path`: in the build of its `sources` where `builds` holds one."""
    build = builds / digest(sources) if builds.is_dir() else builds
    return [str(build)] if build.is_dir() and build != builds else list(path)
