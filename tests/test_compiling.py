"""`manage.py compile`: the build answers as the sources do, and a machine that cannot build says so."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import compiling
from claims.extraction import extract
from claims.extraction.compiled import SOURCES, digest
from tests.gold import scoring

ASK = """
import json, sys
sys.path.insert(0, sys.argv[1])
from claims.extraction import extract
from claims.extraction.figures import tokens
answers = [extract(text, language=language, explain=True).as_dict() for language, text in json.load(sys.stdin)]
json.dump([tokens.__file__, answers], sys.stdout)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of the engine alone."""
    shutil.copytree(SOURCES, tmp_path / "claims" / "extraction", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(SOURCES.parent / "__init__.py", tmp_path / "claims")
    return tmp_path


def test_what_can_be_typed_and_not_compiled_is_told(tmp_path: Path) -> None:
    engine = tmp_path / "claims" / "extraction"
    engine.mkdir(parents=True)
    (engine.parent / "__init__.py").touch()
    (engine / "words.py").write_text("def made() -> object:\n    class Inside:\n        pass\n\n    return Inside()\n")
    with pytest.raises(compiling.Failed, match=r"words\.py:2: error: Nested class definitions"):
        compiling.translate(engine)


@pytest.mark.compiled
@pytest.mark.usefixtures("compiler")
def test_a_compiled_engine_answers_as_the_sources_do(project: Path) -> None:
    sources, builds = project / "claims" / "extraction", project / "build" / "engine"
    (builds / "older").mkdir(parents=True)
    made = compiling.build(sources, builds, level=0)
    assert list(builds.iterdir()) == [made]
    assert compiling.build(sources, builds, level=0) == made
    asked = [(article.language, article.text) for article in scoring.load()]
    done = subprocess.run(
        [sys.executable, "-I", "-c", ASK, str(project)],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=True,
    )
    module, answers = json.loads(done.stdout)
    assert not module.endswith(".py")
    for (language, text), answer in zip(asked, answers, strict=True):
        assert answer == json.loads(json.dumps(extract(text, language=language, explain=True).as_dict()))


@pytest.mark.usefixtures("compiler")
def test_what_cannot_be_compiled_leaves_no_build(project: Path) -> None:
    sources = project / "claims" / "extraction"
    (sources / "digits.py").write_text("VALUE: int = 'one'\n")
    with pytest.raises(compiling.Failed, match="Incompatible types"):
        compiling.build(sources, project / "build" / "engine")
    assert list((project / "build" / "engine").iterdir()) == []


def test_without_a_compiler_it_is_told_what_to_install(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(compiling.Failed, match="apt-get install -y gcc"):
        compiling.build(project / "claims" / "extraction", project / "build" / "engine")


def test_a_build_that_is_there_is_not_made_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources, builds = project / "claims" / "extraction", project / "build" / "engine"
    (builds / digest(sources)).mkdir(parents=True)
    monkeypatch.setenv("PATH", "")
    assert compiling.build(sources, builds) == builds / digest(sources)


def test_another_recipe_makes_another_build(project: Path) -> None:
    sources = project / "claims" / "extraction"
    before, module = digest(sources), sources / "compiled.py"
    module.write_text(module.read_text().replace("-fvisibility=hidden", "-fvisibility=default"))
    assert digest(sources) != before
