"""Where the engine's modules come from: this folder, or a build of exactly these modules that `manage.py compile` has made.

Compiled, the modules give the same results in less than half the time. A build is a folder named by the digest of what it was
made from, so when a module changes the sources are used again until somebody compiles anew. The tables of words and units are
always read from here.

Two habits of the modules come from compiling. Constants are Final, since a compiled module looks any other one up by its name
each time that it reads it. And a generator expression stands only where `any`, `all`, `sum` or `next` takes it at once:
elsewhere it would be compiled as a list of all that it gives.
"""

import hashlib
from collections.abc import Iterable
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

SOURCES = Path(__file__).parent
"""The engine's folder; a compiled module cannot tell its own."""
BUILDS = SOURCES.parents[1] / "build" / "engine"
LEVEL = 2
"""The C compiler's optimisation: at 1 the build takes two thirds of the time, and the engine is a twentieth slower."""
# How a build is made stands in this module, whose digest names the build: another recipe makes another build.
TRANSLATE = """
import pickle, sys
from mypyc.build import mypycify

level, *paths = sys.argv[1:]
modules = mypycify(
    ["--config-file=", *paths], opt_level=level, debug_level="0", multi_file=True, group_name="claims.extraction.engine"
)
for module in modules:
    module.include_dirs.append("build/claims/extraction")  # where the headers of a group with points in its name are written
    module.extra_compile_args = [*module.extra_compile_args, "-fvisibility=hidden"]  # a call from module to module is then a plain one
with open("modules", "wb") as file:
    pickle.dump(modules, file)
"""
"""The first step: the modules as C."""
BUILD = """
import pickle, sys
from concurrent.futures import ThreadPoolExecutor
from setuptools import setup
from setuptools.command.build_ext import build_ext

processes, *flags = sys.argv[1:]
with open("modules", "rb") as file:
    modules = pickle.load(file)
engine = modules[0]  # it holds the code of all; the others only lead to it
engine.extra_compile_args = [*engine.extra_compile_args, *flags]
engine.extra_link_args = [*engine.extra_link_args, *flags]


class SideBySide(build_ext):
    def build_extensions(self):
        one_by_one = self.compiler.compile

        def compile(sources, **options):
            with ThreadPoolExecutor(int(processes)) as pool:
                return [made for objects in pool.map(lambda one: one_by_one([one], **options), sources) for made in objects]

        self.compiler.compile = compile
        super().build_extensions()


options = ["-q", "build_ext", "--inplace", "--parallel", processes]
setup(name="engine", ext_modules=modules, script_args=options, cmdclass={"build_ext": SideBySide})
"""
"""The second step: the C as machine code, file by file, as many at once as there are processors."""
WATCH = [
    "-fprofile-generate",
    "-fprofile-update=single",
    # Left out: optimisations that run after the counters are placed, and take as long as all the rest for their number.
    *("-fno-gcse", "-fno-tree-pre", "-fno-schedule-insns2", "-fno-ivopts"),
    *("-fno-rerun-cse-after-loop", "-fno-cse-follow-jumps", "-fno-code-hoisting"),
]
"""Flags for an engine that counts which branches it takes while it reads: a profile."""
FOLLOW = ["-fprofile-use", "-fprofile-correction", "-Wno-missing-profile"]
"""Flags for an engine that is optimised by such a profile."""


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
