"""Makes the environment that a command of manage.py runs in. Standard library only: nothing else is there yet.

`.venv/stamp` names the lock file, the Python and the lock's digest that the environment was made from. It is written
last and removed first, so whatever was interrupted is made anew. `.venv.lock` keeps two commands from making it at once.
"""

from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import os
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "stamp"
LOG = VENV / "install.log"
RUN, TEST = "requirements.txt", "requirements-dev.txt"
PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"
OLDEST = (3, 11)
SETTING = re.compile(r"\s*(#.*)?$|\s*(export\s+)?[A-Za-z_][A-Za-z0-9_]*\s*=")


def prepare(argv: list[str]) -> None:
    """Return inside an environment that holds what the command of `argv` needs; else make it and start `argv` again in it.

    An image that carries the packages says so with PERIKSA_PACKAGES=installed: then only `.env` is looked at.
    Every problem ends the process with one line and a status other than 0.
    """
    check_settings_file()
    if os.environ.get("PERIKSA_PACKAGES") == "installed":
        return
    if sys.version_info < OLDEST:
        sys.exit(f"Python {OLDEST[0]}.{OLDEST[1]} or later is needed; this is {PYTHON} ({sys.executable})")
    lock = TEST if argv[1:2] in (["test"], ["compile"]) else RUN
    if not satisfied(lock):
        try:
            make(lock)
        except OSError as problem:
            sys.exit(f"cannot make {VENV}: {problem.strerror}; the project needs a folder that you may write in")
    if Path(sys.prefix).resolve() != VENV.resolve():
        python = str(VENV / "bin" / "python")
        os.execv(python, [python, *argv])


def check_settings_file() -> None:
    """Refuse a `.env` that cannot be read or holds a line that sets nothing."""
    path = ROOT / ".env"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return
    except (OSError, UnicodeDecodeError) as problem:
        sys.exit(f"{path} cannot be read: {problem}")
    for number, line in enumerate(lines, 1):
        if not SETTING.match(line):
            sys.exit(f"{path}, line {number}: expected NAME=value, found {line.strip()!r}")


def stamp(lock: str) -> str:
    """What the stamp says when the environment was made from `lock` as it is now."""
    return f"{lock} {PYTHON} {hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()}"


def satisfied(lock: str) -> bool:
    """True when the environment holds all that `lock` names; the tests' environment holds what every command needs."""
    try:
        found = STAMP.read_text().strip()
    except OSError:
        return False
    return found in {stamp(lock), stamp(TEST)} and (VENV / "bin" / "python").exists()


def make(lock: str) -> None:
    """Make or refresh the environment from `lock`, telling each stage on standard error."""
    with (ROOT / ".venv.lock").open("w") as door:
        try:
            fcntl.flock(door, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("another command is making the environment; waiting for it")
            fcntl.flock(door, fcntl.LOCK_EX)
        if satisfied(lock):
            return
        started = time.monotonic()
        before = ""
        if keeps_older_packages():
            before = STAMP.read_text()
            lock = TEST if before.startswith(TEST) else lock
            say(f"the environment in {VENV.name} is brought up to {lock}")
            STAMP.unlink()
        else:
            create()
        install(lock, before)
        remove_others(lock)
        STAMP.write_text(stamp(lock) + "\n")
        say(f"the environment is ready ({time.monotonic() - started:.0f} s)")


def keeps_older_packages() -> bool:
    """True for a whole environment of this Python, made from an older or a smaller lock."""
    return STAMP.exists() and STAMP.read_text().split()[1:2] == [PYTHON] and (VENV / "bin" / "python").exists()


def create() -> None:
    """Lay an empty environment."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        sudo = "" if os.geteuid() == 0 else "sudo "
        sys.exit(f"this Python has no venv module; type: {sudo}apt-get install -y python{PYTHON}-venv")
    say(f"making an environment in {VENV.name} with Python {PYTHON}")
    done = run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if done.returncode:
        raise OSError(done.returncode, (done.stdout.strip().splitlines() or ["python -m venv failed"])[-1])


def install(lock: str, before: str) -> None:
    """Install what `lock` names: wheels only, each with its hash; the installer's own words go to a log.

    Where it stops before it has changed anything, the environment gets the stamp of `before` back, if it had one: it is whole, and
    serves the lock that it was made from.
    """
    wanted = len(names(lock))
    say(f"packages: {wanted} in {lock}")
    command = [str(VENV / "bin" / "python"), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    command += ["--progress-bar=off", "--require-hashes", "--no-deps", "--only-binary=:all:", "-r", str(ROOT / lock)]
    seen, is_changing = 0, False
    with (
        LOG.open("w") as log,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip,
    ):
        for line in pip.stdout or ():
            log.write(line)
            if line.startswith(("Collecting ", "Requirement already satisfied")):
                seen += 1
                if seen % 10 == 0:
                    say(f"packages: {seen} of {wanted} fetched")
            elif line.startswith("Installing collected"):
                is_changing = True
                say("packages: all fetched, installing")
    if pip.returncode:
        if before and not is_changing:
            STAMP.write_text(before)
        sys.exit(f"packages: {reason(LOG.read_text())} (all of it: {LOG})")


def reason(log: str) -> str:
    """The one line of the installer's log that says why it stopped."""
    missing = re.search(r"No matching distribution found for (\S+)", log)
    if "DO NOT MATCH THE HASHES" in log:
        return "one is not the file that the lock names; refused"
    if re.search(r"NewConnectionError|ConnectTimeout|NameResolutionError|ReadTimeout|ProxyError", log):
        return "the registry could not be reached"
    if missing:
        return f"there is no wheel of {missing[1]} for Python {PYTHON} on this machine"
    errors = [line for line in log.splitlines() if line.startswith("ERROR")]
    return errors[-1] if errors else "the installer failed"


def remove_others(lock: str) -> None:
    """Remove packages that an older lock brought, so that nothing is found which the lock does not name."""
    python = str(VENV / "bin" / "python")
    listed = run([python, "-m", "pip", "list", "--format=freeze", "--disable-pip-version-check"]).stdout
    found = {normal(line.split("==")[0]) for line in listed.splitlines() if "==" in line}
    others = found - names(lock) - {"pip", "setuptools"}
    if others:
        run([python, "-m", "pip", "uninstall", "--yes", "--disable-pip-version-check", *sorted(others)])


def names(lock: str) -> set[str]:
    """The packages that a lock names."""
    return {normal(match) for match in re.findall(r"^([A-Za-z0-9_.-]+)==", (ROOT / lock).read_text(), re.MULTILINE)}


def normal(name: str) -> str:
    """A package's name in the one spelling that compares."""
    return re.sub(r"[-_.]+", "-", name).lower()


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run to the end; both outputs as one text."""
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)


def say(words: str) -> None:
    """One line of progress, where it does not mix with what the command prints."""
    print(words, file=sys.stderr, flush=True)
