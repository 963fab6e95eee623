"""The rules have another name whenever a page could be read otherwise, and only then."""

import ast
import shutil
from pathlib import Path

import pytest

from claims.services import rulebook

APP = rulebook.HERE
OTHERS = {
    "claims.sandbox": "limits a reader and changes nothing of what it reads",
    "claims.services.questions": "what it asks of a page is kept with each check, and compared",
    "claims.services.searches": "gives again what was found",
    "claims.wording": "says what was found",
}
"""What answering a page needs beside its rules, and why another one would not read it otherwise."""


def needs(path: Path) -> set[str]:
    """The modules of the app that one imports by their full name; those of its own folder are in the same part."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "claims":
            found |= (
                {f"claims.{alias.name}" for alias in node.names} if node.module == "claims" else {node.module or ""}
            )
    return found


def belongs(module: str, parts: set[str]) -> bool:
    return any(module == part or module.startswith(f"{part}.") for part in parts)


def test_all_that_answers_a_page_has_a_part_in_the_name() -> None:
    rules = {f"claims.{part.removesuffix('.py').replace('/', '.')}" for part in rulebook.RULES}
    modules = [path for part in rulebook.RULES for path in rulebook.files(APP / part) if path.suffix == ".py"]
    assert len(modules) > 100
    needed = {need for path in modules for need in needs(path)}
    assert {need for need in needed if not belongs(need, rules | set(OTHERS))} == set()
    assert {other for other in OTHERS if any(belongs(need, {other}) for need in needed)} == set(OTHERS)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of what the rules are."""
    for part in rulebook.RULES:
        (tmp_path / part).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (APP / part).is_dir() else shutil.copy
        copy(APP / part, tmp_path / part)
    return tmp_path


@pytest.mark.parametrize(
    ("path", "is_another"),
    [
        ("extraction/quotes/indirect.py", True),
        ("extraction/languages/id.toml", True),
        ("extraction/units.toml", True),
        ("locating/words.toml", True),
        ("readers/html.py", True),
        ("comparison.py", True),
        ("services/answers.py", True),
        ("extraction/languages/README.md", False),
        ("extraction/__pycache__/scan.cpython-311.pyc", False),
    ],
)
def test_a_change_gives_another_name(copied: Path, path: str, is_another: bool) -> None:
    before = rulebook.named(copied, rulebook.LOCK)
    assert before == rulebook.name()
    (copied / path).parent.mkdir(exist_ok=True)
    with (copied / path).open("a", encoding="utf-8") as file:
        file.write("# another\n")
    assert (rulebook.named(copied, rulebook.LOCK) != before) == is_another


def test_another_package_gives_another_name(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.txt"
    lock.write_text(rulebook.LOCK.read_text() + "a-new-reader==1.0\n")
    assert rulebook.named(APP, lock) != rulebook.name()
