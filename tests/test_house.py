"""The house rules that no linter keeps: sizes, imports in plain sight, a test for every module, shelves that list their files."""

import ast
import dataclasses
import gc
import importlib
import importlib.metadata
import re
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bootstrap import RUN, TEST, names, normal

ROOT = Path(__file__).resolve().parent.parent
FIRST_PARTY = {"bench", "bootstrap", "claims", "compiling", "embedded", "project", "tests"}
OURS = sorted(
    path
    for folder in ("claims", "project")
    for path in (ROOT / folder).rglob("*.py")
    if "migrations" not in path.relative_to(ROOT).parts
)
TOOLS = sorted([*ROOT.glob("*.py"), *(ROOT / "locale").glob("*.py"), *(ROOT / "bench").rglob("*.py")])
MODULES = [*OURS, *TOOLS]
PURE = (
    "claims/extraction",
    "claims/comparison.py",
    "claims/counterparts.py",
    "claims/verdicts.py",
    "claims/models",
    "claims/locating",
)
FORBIDDEN_NAMES = {"utils", "helpers", "common", "core", "misc", "lib"}
POSSESSIVE_GROUP = re.compile(r"(?<!\()\)(?:[*+?]|\{\d*,?\d*\})\+")
LONGEST_MODULE = 400
LONGEST_FUNCTION = 80
USUAL_FUNCTION = 45
SHELVES = [("claims.readers.reading", "READERS", "text"), ("claims.exports", "EXPORTS", "write")]

DATA = sorted((ROOT / "claims").rglob("*.toml"))
WIDTH = 120
TABLE_IN_A_LINE = re.compile(r"\s*(?:[\w\"'-]+ = )?\{")
"""What has to stand in one line (TOML 1.0): "months = { january = 1, … }"."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tree(path: Path) -> ast.Module:
    # Until 3.11.4 parsing fails when a finalizer that the collector runs meanwhile parses too (CPython's issue 106905).
    gc.disable()
    try:
        return ast.parse(path.read_text(encoding="utf-8"))
    finally:
        gc.enable()


def functions(module: ast.Module) -> Iterator[Function]:
    return (node for node in ast.walk(module) if isinstance(node, Function))


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def imported(node: ast.AST) -> list[str]:
    """The top packages that an import statement names."""
    if isinstance(node, ast.Import):
        return [alias.name.split(".")[0] for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return ["claims" if node.level else (node.module or "").split(".")[0]]
    return []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_fits_in_the_head(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines < LONGEST_MODULE


def lists(data: object) -> Iterator[list[object]]:
    """All lists of a data file, however deep."""
    if isinstance(data, dict):
        for value in data.values():
            yield from lists(value)
    elif isinstance(data, list):
        yield data
        for value in data:
            yield from lists(value)


@pytest.mark.parametrize("path", DATA, ids=name)
def test_words_are_wrapped_beside_each_other_once(path: Path) -> None:
    """A list of words fits the screen, so that a change shows the words it is about, and has no word twice."""
    text = path.read_text(encoding="utf-8")
    wide = [line for line in text.splitlines() if len(line) > WIDTH and not TABLE_IN_A_LINE.match(line)]
    assert not wide
    words = ([word for word in found if isinstance(word, str)] for found in lists(tomllib.loads(text)))
    assert not [word for found in words for word in set(found) if found.count(word) > 1]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_function_is_longer_than_a_screen(path: Path) -> None:
    assert [f"{node.name}: {length(node)}" for node in functions(tree(path)) if length(node) > LONGEST_FUNCTION] == []


def test_functions_are_usually_short() -> None:
    lengths = [length(node) for path in MODULES for node in functions(tree(path))]
    assert statistics.quantiles(lengths, n=20)[-1] <= USUAL_FUNCTION


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_import_of_our_own_hides_in_a_function(path: Path) -> None:
    hidden = [
        f"{function.name}: {imported(node)}"
        for function in functions(tree(path))
        for node in ast.walk(function)
        if FIRST_PARTY & set(imported(node))
    ]
    assert hidden == []


@pytest.mark.parametrize("path", OURS, ids=name)
def test_a_module_is_named_for_what_it_holds(path: Path) -> None:
    assert not FORBIDDEN_NAMES & {part.removesuffix(".py") for part in path.relative_to(ROOT).parts}


def test_every_part_without_django_is_named_as_such() -> None:
    """What imports nothing of Django, the queue or the rows stands in the contract that keeps it so."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    plain = set(next(contract for contract in contracts if contract["name"].startswith("plain"))["source_modules"])
    parts = {
        f"claims.{path.stem}"
        for path in (ROOT / "claims").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    doors = {"admin", "api", "management", "tasks", "services", "models", "migrations", "apps", "__init__"}
    assert parts - {f"claims.{door}" for door in doors} == plain


@pytest.mark.parametrize("path", OURS, ids=name)
def test_no_group_is_repeated_possessively(path: Path) -> None:
    """Python 3.11.2, which Debian 12 carries, matches such a group wrongly (CPython's issue 106052), a single class rightly."""
    assert not POSSESSIVE_GROUP.search(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", OURS, ids=name)
def test_nothing_happens_by_signal(path: Path) -> None:
    module = tree(path)
    named = {alias.name for node in ast.walk(module) if isinstance(node, ast.ImportFrom) for alias in node.names}
    sources = {node.module for node in ast.walk(module) if isinstance(node, ast.ImportFrom)}
    assert "receiver" not in named
    assert not {"django.dispatch", "django.db.models.signals", "celery.signals"} & sources


@pytest.mark.parametrize("path", [path for path in OURS if name(path).startswith(PURE)], ids=name)
def test_a_figure_is_never_a_float(path: Path) -> None:
    module = tree(path)
    calls = [node.lineno for node in ast.walk(module) if isinstance(node, ast.Call) and called(node) == "float"]
    fields = [node.lineno for node in ast.walk(module) if isinstance(node, ast.Call) and called(node) == "FloatField"]
    assert calls + fields == []


def called(node: ast.Call) -> str:
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def mirrored(path: Path) -> Path:
    """Where a module's tests stand; commands have no folder of their own there."""
    inside = path.relative_to(ROOT / "claims")
    return ROOT / "tests" / str(inside.parent).replace("management/commands", "management") / f"test_{inside.name}"


def test_every_module_has_its_tests() -> None:
    """`claims/a/b.py` is tested by `tests/a/test_b.py`; what only names or starts things is tested with what it names."""
    able = [path for path in OURS if name(path).startswith("claims/") and needs_tests(path)]
    missing = [str(mirrored(path).relative_to(ROOT)) for path in able if not mirrored(path).exists()]
    assert not missing, "not there: " + ", ".join(missing)


def needs_tests(path: Path) -> bool:
    """A module that does something: has a function besides those that name a row or make Django's declarations."""
    return not path.name.startswith("__") and any(node.name != "__str__" for node in functions(tree(path)))


@pytest.mark.parametrize(("package", "table", "verb"), SHELVES)
def test_a_shelf_lists_exactly_its_files(package: str, table: str, verb: str) -> None:
    """Every file that has the shelf's verb stands in the table, and nothing else does."""
    folder = ROOT.joinpath(*package.split(".")[:2])
    able = {path.stem for path in folder.glob("*.py") if verb in {node.name for node in functions(tree(path))}}
    entries = getattr(importlib.import_module(package), table).values()
    verbs = [getattr(entry, field.name) for entry in entries for field in dataclasses.fields(entry)]
    listed = {each.__module__.rsplit(".", 1)[-1] for each in verbs if callable(each)}
    assert listed == able


def test_the_engine_runs_on_the_standard_library_alone() -> None:
    code = """
import sys
import tomllib
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] not in sys.stdlib_module_names and name.split(".")[0] != "claims":
            raise ImportError(name)
sys.meta_path.insert(0, Refuse())
from claims.extraction import extract
print(len(extract("Sekitar 1.400 orang tewas.").as_dict()["figures"]))
"""
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{code}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == ("1", "")


def test_every_package_that_is_asked_for_is_used() -> None:
    """Imported, or named to something that imports it; but for those that work by being there."""
    modules: dict[str, list[str]] = {}
    for module, packages in importlib.metadata.packages_distributions().items():
        for package in packages:
            modules.setdefault(normal(package), []).append(module)
    known = named_modules()
    unused = {name for name in asked_for() if known.isdisjoint(modules[name])}
    assert unused == {"pytest-django", "pytest-xdist", "tzdata"}


def test_every_package_that_is_asked_for_is_locked() -> None:
    assert asked_for("requirements.in") <= names(RUN) <= names(TEST)
    assert asked_for("requirements-dev.in") <= names(TEST)


def test_every_package_that_is_imported_is_asked_for() -> None:
    """What only comes along with another package may stay away with its next version. The peers bring their own."""
    asked = asked_for()
    owners = importlib.metadata.packages_distributions()
    pages = [page for page in pages_of_code() if (ROOT / "bench" / "peers") not in page.parents]
    named = {package for page in pages for node in ast.walk(tree(page)) for package in imported(node)}
    foreign = {package for package in named if package in owners}
    assert {package for package in foreign if asked.isdisjoint(map(normal, owners[package]))} == set()


def asked_for(*pages: str) -> set[str]:
    """The packages that the lists name, both of them where none is given."""
    lists = ((ROOT / page).read_text() for page in pages or ("requirements.in", "requirements-dev.in"))
    return {normal(name) for text in lists for name in re.findall(r"^[A-Za-z][\w.-]*", text, re.MULTILINE)}


def pages_of_code() -> list[Path]:
    """All Python of the project."""
    folders = ("bench", "claims", "locale", "project", "tests")
    return [*ROOT.glob("*.py"), *(path for folder in folders for path in (ROOT / folder).rglob("*.py"))]


def named_modules() -> set[str]:
    """Modules that the code imports, names in quotes or sets up; but for this page, which names those that are not."""
    pages = {*pages_of_code(), ROOT / "pyproject.toml"} - {Path(__file__)}
    shape = re.compile(r"^\s*(?:from|import) (\w+)|[\"'](\w+)[.\"']|^\[tool\.(\w+)", re.MULTILINE)
    return {name for page in pages for pair in shape.findall(page.read_text(encoding="utf-8")) for name in pair}


def test_the_import_rules_hold() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
