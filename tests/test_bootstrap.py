"""`bootstrap.prepare`, run as a person would: a copy of the file in a folder of its own, a lock of one tiny wheel."""

import base64
import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.waiting import awaited

HERE = Path(__file__).resolve().parent.parent
PROBE = """
import sys
import bootstrap
bootstrap.prepare(sys.argv)
import tiny
print("inside", sys.prefix, tiny.VERSION)
"""


def wheel(folder: Path, name: str, version: str) -> str:
    """Write a wheel of one module and return its lock line."""
    path = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": f"VERSION = {version!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    with zipfile.ZipFile(path, "w") as archive:
        rows = []
        for inside, text in files.items():
            archive.writestr(inside, text)
            digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
            rows.append(f"{inside},sha256={digest},{len(text)}")
        archive.writestr(f"{info}/RECORD", "\n".join([*rows, f"{info}/RECORD,,"]) + "\n")
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


@pytest.fixture
def place() -> Iterator[Path]:
    """A project of three files and the wheels its locks name, in a folder that others may enter (pytest's own may not)."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    wheels = folder / "wheels"
    wheels.mkdir()
    project = folder / "project"
    project.mkdir()
    shutil.copy(HERE / "bootstrap.py", project)
    (project / "probe.py").write_text(PROBE)
    tiny = wheel(wheels, "tiny", "1.0")
    (project / "requirements.txt").write_text(tiny)
    (project / "requirements-dev.txt").write_text(tiny + wheel(wheels, "checker", "2.0"))
    yield project
    shutil.rmtree(folder)


def start(place: Path, *arguments: str, **more: object) -> subprocess.Popen[str]:
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PERIKSA_PACKAGES"}}
    environment |= {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(place.parent / "wheels"), "PIP_CONFIG_FILE": os.devnull}
    environment |= more.pop("environment", {})  # type: ignore[operator]
    python = getattr(sys, "_base_executable", sys.executable)
    return subprocess.Popen(
        [python, "probe.py", *arguments],
        cwd=place,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **more,  # type: ignore[call-overload]
    )


def run(place: Path, *arguments: str, **more: object) -> tuple[int, str, str]:
    child = start(place, *arguments, **more)
    out, err = child.communicate(timeout=600)
    return child.returncode, out, err


def opened(pipe: Path) -> int | None:
    """The writing end of a pipe, once somebody reads it."""
    with contextlib.suppress(OSError):
        return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
    return None


def one_line(err: str) -> str:
    """The last line said, after making sure that no traceback came with it."""
    assert "Traceback" not in err
    return err.strip().splitlines()[-1]


def test_the_environment_is_made_once_and_the_command_runs_inside(place: Path) -> None:
    status, out, err = run(place)
    assert (status, out.split()) == (0, ["inside", str(place / ".venv"), "1.0"])
    assert "packages: 1 in requirements.txt" in err
    assert run(place)[2] == ""


@pytest.mark.parametrize("command", ["test", "compile"])
def test_the_tests_environment_serves_every_command(command: str, place: Path) -> None:
    assert run(place, command)[0] == 0
    assert run(place, "demo") == (0, f"inside {place / '.venv'} 1.0\n", "")


def test_a_changed_lock_is_followed_and_what_it_no_longer_names_is_gone(place: Path) -> None:
    run(place, "test")
    (place / "requirements-dev.txt").write_text(wheel(place.parent / "wheels", "tiny", "1.1"))
    status, out, _ = run(place, "test")
    assert (status, out.split()[-1]) == (0, "1.1")
    assert not list((place / ".venv").glob("lib/*/site-packages/checker*"))


def test_an_environment_stays_as_it_was_where_new_packages_cannot_be_had(place: Path) -> None:
    run(place)
    lock = place / "requirements.txt"
    before = lock.read_text()
    lock.write_text(before + wheel(place, "absent", "1.0"))
    for _ in range(2):
        status, _, err = run(place)
        assert (status, one_line(err)[:9]) == (1, "packages:")
    lock.write_text(before)
    assert run(place) == (0, f"inside {place / '.venv'} 1.0\n", "")


def test_an_environment_that_was_interrupted_is_made_anew(place: Path) -> None:
    (packed,) = (place.parent / "wheels").glob("tiny-1.0*")
    aside = packed.rename(place.parent / "aside")
    os.mkfifo(packed)  # whoever reads it waits
    child = start(place, start_new_session=True)
    door = awaited(lambda: opened(packed), why="for the installer to ask for the package")
    assert (place / ".venv" / "install.log").exists()
    os.killpg(child.pid, signal.SIGKILL)
    child.communicate()
    os.close(door)
    assert not (place / ".venv" / "stamp").exists()
    aside.replace(packed)
    assert run(place)[0] == 0


def test_two_commands_at_once_make_one_environment(place: Path) -> None:
    both = [start(place), start(place)]
    said = [child.communicate(timeout=600)[1] for child in both]
    assert [child.returncode for child in both] == [0, 0]
    assert sum("making an environment" in words for words in said) == 1


def test_a_missing_wheel_is_named(place: Path) -> None:
    (place / "requirements.txt").write_text(f"absent==1.0 --hash=sha256:{'0' * 64}\n")
    status, _, err = run(place)
    assert status != 0
    assert "there is no wheel of absent==1.0 for Python" in one_line(err)


def test_a_wheel_that_differs_from_the_lock_is_refused(place: Path) -> None:
    (place / "requirements.txt").write_text(f"tiny==1.0 --hash=sha256:{'0' * 64}\n")
    status, _, err = run(place)
    assert status != 0
    assert "is not the file that the lock names" in one_line(err)


def test_a_python_without_the_venv_module_gets_the_line_to_type(place: Path) -> None:
    probe = place / "probe.py"
    hide = "import importlib.util as u\nfind = u.find_spec\nu.find_spec = lambda n, *a: None if n == 'ensurepip' else find(n, *a)\n"
    probe.write_text(hide + probe.read_text())
    status, _, err = run(place)
    assert status != 0
    assert f"apt-get install -y python{sys.version_info[0]}.{sys.version_info[1]}-venv" in one_line(err)


@pytest.mark.parametrize("line", ["SECRET_KEY", "= nothing", "2FAST=1", "some words"])
def test_a_broken_settings_file_is_told_by_line(place: Path, line: str) -> None:
    (place / ".env").write_text(f"# a comment\n\nexport DEBUG=on\n{line}\n")
    status, _, err = run(place)
    assert status != 0
    assert f".env, line 4: expected NAME=value, found {line!r}" in one_line(err)


def test_a_settings_file_that_is_no_text_is_told(place: Path) -> None:
    (place / ".env").write_bytes(b"\xff\xfe\x00")
    status, _, err = run(place)
    assert status != 0
    assert "cannot be read" in one_line(err)


def test_a_folder_that_may_not_be_written_is_told(place: Path) -> None:
    if os.geteuid() == 0:  # root may write anywhere, so the probe becomes an ordinary user first
        drop = "import os, bootstrap\nos.setgroups([])\nos.setgid(65534)\nos.setuid(65534)\n"
        (place / "probe.py").write_text(drop + PROBE)
    place.chmod(0o555)
    status, _, err = run(place)
    place.chmod(0o755)
    assert status != 0
    assert "the project needs a folder that you may write in" in one_line(err)


def test_an_image_that_carries_the_packages_is_left_alone(place: Path) -> None:
    (place / "tiny.py").write_text("VERSION = 'carried'\n")
    status, out, err = run(place, environment={"PERIKSA_PACKAGES": "installed"})
    assert (status, out.split()[-1], err) == (0, "carried", "")
    assert not (place / ".venv").exists()
