"""Where the engine's modules come from: this folder and those in it, or a build of exactly these modules that `manage.py
compile` has made.

Compiled, the same modules give the same results in less than half the time. A build is a folder named by the digest
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
"""The second step: the C as machine code, each file by itself, as many at once as there are processors."""
WATCH = [
    "-fprofile-generate",
    "-fprofile-update=single",
    # Of what comes after the counters are set, and takes as long as all the rest because there are so many of them.
    *("-fno-gcse", "-fno-tree-pre", "-fno-schedule-insns2", "-fno-ivopts"),
    *("-fno-rerun-cse-after-loop", "-fno-cse-follow-jumps", "-fno-code-hoisting"),
]
"""What the C compiler is told to build an engine that counts how often it goes each way while it reads."""
FOLLOW = ["-fprofile-use", "-fprofile-correction", "-Wno-missing-profile"]
"""The same, to build one for the ways that were gone most."""


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
