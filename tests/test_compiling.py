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


READS = """
import sys
from pathlib import Path
from .words import count

for name in sys.argv[1:]:
    Path(name).with_suffix(".read").write_text(str(count(Path(name).read_text())))
"""
"""A small engine, which leaves beside each text that it has read it."""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The modules of a small engine."""
    engine = tmp_path / "claims" / "extraction"
    engine.mkdir(parents=True)
    (engine.parent / "__init__.py").touch()
    (engine / "__init__.py").touch()
    (engine / "__main__.py").write_text(READS)
    (engine / "signs.py").write_text("def is_space(sign: str) -> bool:\n    return sign == ' '\n")
    (engine / "words.py").write_text(
        "from .signs import is_space\n\ndef count(text: str) -> int:\n    return 1 + sum(is_space(sign) for sign in text)\n"
    )
    return engine


@pytest.fixture
def text(tmp_path: Path) -> Path:
    text = tmp_path / "article.txt"
    text.write_text("Three words here")
    return text


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
    made = compiling.build(sources, builds, texts=[], level=0)
    assert list(builds.iterdir()) == [made]
    assert compiling.build(sources, builds, texts=[], level=0) == made
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


@pytest.mark.compiled
@pytest.mark.usefixtures("compiler")
def test_a_build_is_made_for_what_was_seen_to_be_read(
    small: Path, text: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    made = compiling.build(small, tmp_path / "builds", texts=[text], level=0)
    assert capfd.readouterr().err == ""
    assert text.with_suffix(".read").read_text() == "3"
    assert list((tmp_path / "builds").iterdir()) == [made]
    engine = next(made.glob(f"{compiling.SHARED}*"))
    assert b"count" in engine.read_bytes()
    assert b"gcov" not in engine.read_bytes()


@pytest.mark.compiled
@pytest.mark.usefixtures("compiler")
@pytest.mark.parametrize("trouble", ["the reading fails", "the compiler has no profiles"])
def test_where_nothing_can_be_seen_a_plain_build_is_made(
    trouble: str,
    small: Path,
    text: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if trouble == "the reading fails":
        (small / "__main__.py").write_text("import os\nos.kill(os.getpid(), 9)\n")
    else:
        plain = tmp_path / "plain-cc"
        plain.write_text(
            '#!/bin/sh\ncase "$*" in *-fprofile*) echo "unknown: -fprofile" >&2; exit 1;; esac\nexec cc "$@"\n'
        )
        plain.chmod(0o755)
        monkeypatch.setenv("CC", str(plain))
    made = compiling.build(small, tmp_path / "builds", texts=[text], level=0)
    told = capfd.readouterr().err
    assert told.count("\n") == 1
    assert "without profiles" in told
    assert list((tmp_path / "builds").iterdir()) == [made]
    assert next(made.glob(f"{compiling.SHARED}*"))


@pytest.mark.usefixtures("compiler")
def test_what_cannot_be_compiled_leaves_no_build(project: Path) -> None:
    sources = project / "claims" / "extraction"
    (sources / "digits.py").write_text("VALUE: int = 'one'\n")
    with pytest.raises(compiling.Failed, match="Incompatible types"):
        compiling.build(sources, project / "build" / "engine", texts=[])
    assert list((project / "build" / "engine").iterdir()) == []


def test_without_a_compiler_it_is_told_what_to_install(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(compiling.Failed, match="apt-get install -y gcc"):
        compiling.build(project / "claims" / "extraction", project / "build" / "engine", texts=[])


def test_a_build_that_is_there_is_not_made_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources, builds = project / "claims" / "extraction", project / "build" / "engine"
    (builds / digest(sources)).mkdir(parents=True)
    monkeypatch.setenv("PATH", "")
    assert compiling.build(sources, builds, texts=[]) == builds / digest(sources)


def test_another_recipe_makes_another_build(project: Path) -> None:
    sources = project / "claims" / "extraction"
    before, module = digest(sources), sources / "compiled.py"
    module.write_text(module.read_text().replace("-fvisibility=hidden", "-fvisibility=default"))
    assert digest(sources) != before
