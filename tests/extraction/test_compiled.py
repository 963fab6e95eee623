"""The engine can be compiled, and a build of it is used for exactly the modules that it was made from."""

from pathlib import Path

import pytest

import compiling
from claims.extraction.compiled import SOURCES, digest, places

AS_IT_IS = ["somewhere"]


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "engine"
    folder.mkdir()
    (folder / "words.py").write_text("WORDS = ()\n")
    (folder / "units.toml").write_text("")
    return folder


def test_no_module_holds_what_cannot_be_compiled() -> None:
    """Told without a C compiler and in seconds, so that whoever writes a rule hears of it; tests/test_compiling.py builds it whole."""
    compiling.translate(SOURCES)


def test_without_a_build_the_sources_are_read(sources: Path, tmp_path: Path) -> None:
    assert places(AS_IT_IS, sources, tmp_path / "builds") == AS_IT_IS
    (tmp_path / "builds").mkdir()
    assert places(AS_IT_IS, sources, tmp_path / "builds") == AS_IT_IS


def test_a_build_of_these_modules_is_read(sources: Path, tmp_path: Path) -> None:
    build = tmp_path / "builds" / digest(sources)
    build.mkdir(parents=True)
    assert places(AS_IT_IS, sources, tmp_path / "builds") == [str(build)]


@pytest.mark.parametrize("change", ["content", "name", "one more"])
def test_a_build_of_other_modules_is_not_read(change: str, sources: Path, tmp_path: Path) -> None:
    (tmp_path / "builds" / digest(sources)).mkdir(parents=True)
    if change == "content":
        (sources / "words.py").write_text("WORDS = []\n")
    elif change == "name":
        (sources / "words.py").rename(sources / "terms.py")
    else:
        (sources / "empty.py").write_text("")
    assert places(AS_IT_IS, sources, tmp_path / "builds") == AS_IT_IS


def test_tables_are_no_part_of_a_build(sources: Path) -> None:
    before = digest(sources)
    (sources / "units.toml").write_text("[kinds]\n")
    assert digest(sources) == before


def test_the_tables_lie_beside_the_sources() -> None:
    assert (SOURCES / "languages" / "id.toml").is_file()
    assert (SOURCES / "units.toml").is_file()
